import exceljs from 'exceljs';
import { writeFileSync } from 'node:fs';
import { DISTRICT, PLAN_YEAR } from './stage.js';
import type { Theatre } from './theatre.js';

/** The district's consolidated M3 as Excel reads it: fourteen of sixteen communes, their sum exact, the two others named. */
export async function checkWorkbook(theatre: Theatre): Promise<void> {
  const file = await theatre
    .browser('Bình')
    .download(`/api/rollups/${DISTRICT}/workbook?planYear=${PLAN_YEAR}&milestone=r1-commune`);
  if (process.env.RECORD) writeFileSync(process.env.RECORD_WORKBOOK ?? '/dev/null', file);
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(file as unknown as ArrayBuffer);
  const rows: string[][] = [];
  workbook.worksheets[0]!.eachRow((row) => rows.push((row.values as unknown[]).map((value) => String(value ?? ''))));
  const revenue = rows.find((row) => row.some((text) => text.startsWith('Tổng thu ngân sách')));
  const told = (revenue ?? []).join(' | ');
  // Three communes said 31.25 and eleven said 5; the form shows one decimal.
  for (const expected of ['148.8', '14/16', 'Xã Duyên Hà', 'Xã Đông Mỹ']) {
    if (!told.includes(expected)) throw new Error(`the workbook lacks ${expected}: ${told}`);
  }
}
