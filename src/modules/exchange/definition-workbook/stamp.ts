import { gunzipSync, gzipSync } from 'node:zlib';
import type { Workbook } from 'exceljs';
import { type FormDefinition, wellShaped } from '../../../forms/index.js';
import { escaped } from '../form-workbook/cell-text.js';
import { STAMP_SHEET } from './marks.js';

/** A cell holds 32,767 characters. */
const IN_A_CELL = 30_000;
/** The largest definition that is unpacked, in bytes; five thousand rows with long help are 6 MB. */
const LARGEST = 50_000_000;
const DEFINITION = 'definition';

/** Says in a sheet that no program shows whose workbook it is, and what stood in it when it went out. */
export function writeStamp(
  workbook: Workbook,
  definition: FormDefinition,
  from: { version: number; draft?: number },
): void {
  const stamp = workbook.addWorksheet(STAMP_SHEET, { state: 'veryHidden' });
  stamp.addRow(['form', escaped(definition.key)]);
  stamp.addRow(['kind', definition.kind]);
  stamp.addRow(['version', from.version]);
  stamp.addRow(['draft', from.draft ?? '']);
  const packed = gzipSync(JSON.stringify(definition)).toString('base64');
  for (let at = 0; at < packed.length; at += IN_A_CELL) stamp.addRow([DEFINITION, packed.slice(at, at + IN_A_CELL)]);
}

/** The form that a workbook is of; undefined where it is none of ours. */
export const stampedForm = (workbook: Workbook): string | undefined =>
  workbook.getWorksheet(STAMP_SHEET)?.getRow(1).getCell(2).text;

/** The definition as it went out; undefined in workbooks of before, and where it cannot be read. */
export function stampedDefinition(workbook: Workbook): FormDefinition | undefined {
  const stamp = workbook.getWorksheet(STAMP_SHEET);
  const parts: string[] = [];
  stamp?.eachRow((row) => {
    if (row.getCell(1).text === DEFINITION) parts.push(row.getCell(2).text);
  });
  if (parts.length === 0) return undefined;
  try {
    const text = gunzipSync(Buffer.from(parts.join(''), 'base64'), { maxOutputLength: LARGEST }).toString('utf8');
    const shaped = wellShaped(JSON.parse(text));
    return shaped.ok ? shaped.definition : undefined;
  } catch {
    return undefined;
  }
}
