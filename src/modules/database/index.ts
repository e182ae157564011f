export { migrate } from './migrate.js';
export { databaseOptions } from './options.js';
