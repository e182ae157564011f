import type { Workbook } from 'exceljs';
import type { AnswersPart } from '../../../forms/index.js';
import { escaped } from './cell-text.js';
import { STAMP_SHEET } from './stamp.js';
import { chunksOf } from './table-rows.js';

/** Below the stamp, with room for more of it. */
const FIRST_ROW = 20;
const MARK = 'answers';

/**
 * Keeps the answers as they went out beside the stamp: what comes back unchanged was not touched in the file, and must not
 * undo what others have answered in the meantime.
 */
export function writeBaseline(workbook: Workbook, part: AnswersPart): void {
  const sheet = workbook.getWorksheet(STAMP_SHEET)!;
  chunksOf(JSON.stringify(part)).forEach((chunk, at) => {
    sheet.getRow(FIRST_ROW + at).values = [MARK, escaped(chunk)];
  });
}

/** The answers as they went out; undefined where they are not in the file, or were spoilt. Only to be compared with. */
export function readBaseline(workbook: Workbook): unknown {
  const sheet = workbook.getWorksheet(STAMP_SHEET);
  let text = '';
  for (let row = FIRST_ROW; sheet?.getRow(row).getCell(1).text === MARK; row++)
    text += sheet.getRow(row).getCell(2).text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
