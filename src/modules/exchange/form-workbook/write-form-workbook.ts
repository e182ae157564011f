import exceljs from 'exceljs';
import { type Answers, type FormDefinition, type FormWords, partOf, sheetLayout } from '../../../forms/index.js';
import { writeBaseline } from './baseline.js';
import { type WorkbookStamp, writeStamp } from './stamp.js';
import { tableRows } from './table-rows.js';
import { workbookBytes } from './workbook-bytes.js';
import { writeStates } from './write-states.js';
import { writeTable } from './write-table.js';

/**
 * A form with its answers as an .xlsx file that can be filled in, printed and read back by `readFormWorkbook`.
 * The report year is the year before the stamp's plan year. `words` must be those that will read it.
 */
export async function writeFormWorkbook(
  definition: FormDefinition,
  answers: Answers,
  stamp: WorkbookStamp,
  words: FormWords,
): Promise<Buffer> {
  const layout = sheetLayout(definition, { report: stamp.planYear - 1 }, words, stamp.unitName);
  const workbook = new exceljs.Workbook();
  const table = workbook.addWorksheet(layout.sheetName);
  writeTable(table, layout, tableRows(definition, layout, answers));
  // Without a password: it keeps labels and formulas from slips, not from people. Rows may still be inserted.
  await table.protect('', {
    selectLockedCells: true,
    selectUnlockedCells: true,
    formatCells: true,
    formatColumns: true,
    formatRows: true,
    insertRows: true,
    deleteRows: definition.kind === 'records',
    sort: definition.kind === 'records',
  });
  if (definition.kind === 'indicators' && layout.states) {
    const sheet = workbook.addWorksheet(layout.states.sheetName);
    writeStates(sheet, layout, layout.states, partOf(definition, answers));
  }
  writeStamp(workbook, stamp);
  writeBaseline(workbook, partOf(definition, answers));
  return workbookBytes(workbook);
}
