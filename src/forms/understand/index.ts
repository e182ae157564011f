export { saysAsBefore } from './as-before.js';
export { askedInTable, meantInTable, type AskedInTable, type MeantInTable } from './answer-table.js';
export type { Field, UnderstandContext } from './field.js';
export { readKeystrokes } from './keystrokes.js';
export type { NamedRow } from './row-name.js';
export { type GivenToRow, readSeveralRows, type SeveralRows } from './several-rows.js';
export { understand } from './understand.js';
export { reasonParams, type Absence, type Reason, type Understood } from './understood.js';
