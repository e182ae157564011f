import type { Workbook } from 'exceljs';
import { z } from 'zod';
import { escaped } from './cell-text.js';

/** What a workbook says about itself: whose form for which plan year, and the version it was made from. */
export interface WorkbookStamp {
  planYear: number;
  unit: string;
  unitName: string;
  /** Key of the form, e.g. `m3-commune`. */
  form: string;
  version: number;
  /** Which of the year's reports with this form it was given out for; workbooks of before do not say. */
  round?: string;
}

export const STAMP_SHEET = 'nhip';

const year = z.coerce.number().int().min(1900).max(9999);
const Stamp = z.object({
  planYear: year,
  unit: z.string().min(1),
  unitName: z.string(),
  form: z.string().min(1),
  version: z.coerce.number().int().min(0),
  round: z.string().min(1).optional(),
});

/** Puts the stamp on a sheet that spreadsheet programs neither show nor offer to show. */
export function writeStamp(workbook: Workbook, stamp: WorkbookStamp): void {
  const sheet = workbook.addWorksheet(STAMP_SHEET, { state: 'veryHidden' });
  for (const key of Object.keys(Stamp.shape) as (keyof WorkbookStamp)[])
    if (stamp[key] !== undefined) sheet.addRow([key, escaped(String(stamp[key]))]);
}

/** The stamp, `'missing'` where the workbook has none, `'damaged'` where it cannot be read. */
export function readStamp(workbook: Workbook): WorkbookStamp | 'missing' | 'damaged' {
  const sheet = workbook.getWorksheet(STAMP_SHEET);
  if (!sheet) return 'missing';
  const pairs = Array.from({ length: 10 }, (_, at) => sheet.getRow(at + 1)).map((row) => {
    return [row.getCell(1).text, row.getCell(2).text] as const;
  });
  const parsed = Stamp.safeParse(Object.fromEntries(pairs));
  return parsed.success ? parsed.data : 'damaged';
}
