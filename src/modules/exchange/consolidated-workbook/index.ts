export type { ConsolidatedInput } from './input.js';
export * from './write-consolidated-workbook.js';
