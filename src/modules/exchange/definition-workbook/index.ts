export type { Terms } from './field.js';
export * from './place-faults.js';
export * from './read-definition-workbook.js';
export * from './write-definition-workbook.js';
