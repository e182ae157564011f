import exceljs from 'exceljs';
import { workbookBytes } from '../form-workbook/index.js';
import { writeByUnit } from './by-unit-sheet.js';
import { writeExplanations } from './explanations-sheet.js';
import type { ConsolidatedInput } from './input.js';
import { writeNotSubmitted } from './missing-sheet.js';
import { writeNotes } from './notes-sheet.js';
import { writeRestated } from './restated-sheet.js';
import { writeSummary } from './summary-sheet.js';

/**
 * The consolidated figures of a unit as an .xlsx file to read and print: the totals with their completeness, the answers of
 * each unit below with what they explained, figures of years before a reorganisation, who has not submitted, and how every total was made. Figures are numbers, never formulas.
 */
export async function writeConsolidatedWorkbook(input: ConsolidatedInput): Promise<Buffer> {
  const workbook = new exceljs.Workbook();
  workbook.title = input.title;
  writeSummary(workbook, input);
  writeByUnit(workbook, input);
  writeExplanations(workbook, input);
  writeRestated(workbook, input);
  writeNotSubmitted(workbook, input);
  writeNotes(workbook, input);
  return workbookBytes(workbook);
}
