export { Database, instant, row, rows, run, type Em } from './database.js';
export { DatabaseModule } from './database.module.js';
export { migrate } from './migrate.js';
export { databaseOptions } from './options.js';
export { startEmbeddedPostgres } from './embedded/embedded-postgres.js';
export { Together } from './together.js';
