export { AtMost } from './at-most.js';
export { Database, instant, row, rows, run, type Em } from './database.js';
export { DatabaseModule } from './database.module.js';
export { migrate } from './migrate.js';
export { databaseOptions } from './options.js';
export { startEmbeddedPostgres } from './embedded/embedded-postgres.js';
export { Presence } from './presence.js';
export { sideBySide } from './side-by-side.js';
export { Together } from './together.js';
