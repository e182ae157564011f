export { readBaseline } from './baseline.js';
export { type FormWorkbook, openFormWorkbook, refusal, type RefusedFile } from './open-form-workbook.js';
export * from './read-form-workbook.js';
export type { WorkbookStamp } from './stamp.js';
export { workbookBytes } from './workbook-bytes.js';
export { WORKBOOK_LIMITS } from './workbook-file.js';
export * from './write-form-workbook.js';
