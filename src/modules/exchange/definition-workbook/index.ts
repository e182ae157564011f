export * from './read-definition-workbook.js';
export * from './write-definition-workbook.js';
