export * from './mark-faults.js';
export * from './read-report-workbook.js';
