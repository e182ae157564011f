export * from './read-people-workbook.js';
export * from './write-people-workbook.js';
