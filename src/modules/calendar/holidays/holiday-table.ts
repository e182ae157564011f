import { fold, plainDate } from '../../shared/index.js';
import type { Holiday } from './read-holidays.js';

/** The columns of a file of holidays; the first three and the last two are needed. */
export const HOLIDAY_COLUMNS = ['date', 'kind', 'name_vi', 'name_en', 'status', 'source'] as const;
export type HolidayColumn = (typeof HOLIDAY_COLUMNS)[number];

/** A row as somebody typed it, with the line that it stands on (1 = the first of the file). */
export interface TypedHoliday {
  line: number;
  cells: Record<HolidayColumn, string>;
}

/** What is wrong in one row; `code` is the end of a key under `calendar.holiday-fault.`. */
export interface HolidayFault {
  line: number;
  code: 'date' | 'kind' | 'name' | 'status' | 'source' | 'twice' | 'works-anyway' | 'weekend-anyway';
  typed: string;
}

const MOST_TEXT = 300;

const KINDS: Record<string, Holiday['kind']> = {
  off: 'off',
  nghi: 'off',
  'nghi le': 'off',
  'ngay nghi': 'off',
  'swap-off': 'swap-off',
  'nghi bu': 'swap-off',
  'nghi hoan doi': 'swap-off',
  work: 'work',
  'lam bu': 'work',
  'di lam': 'work',
};
const STATUSES: Record<string, Holiday['status']> = {
  decreed: 'decreed',
  'da ban hanh': 'decreed',
  'da cong bo': 'decreed',
  assumed: 'assumed',
  'gia dinh': 'assumed',
  'du kien': 'assumed',
};

/**
 * The days of a list that people typed, in the order of days, and everything that is wrong in it. Days may be written
 * 2028-09-02 or 02/09/2028, kind and status in English or Vietnamese; without an English name the Vietnamese one stands for it.
 */
export function holidaysOf(rows: readonly TypedHoliday[]): { days: Holiday[]; faults: HolidayFault[] } {
  const days = new Map<string, Holiday>();
  const faults: HolidayFault[] = [];
  for (const { line, cells } of rows) {
    const fault = (code: HolidayFault['code'], typed: string) => faults.push({ line, code, typed: typed.slice(0, 60) });
    const of = (column: HolidayColumn) => cells[column].normalize('NFC').trim().slice(0, MOST_TEXT);
    const date = dayOf(of('date'));
    const kind = KINDS[fold(of('kind'))];
    const status = STATUSES[fold(of('status'))];
    const before = faults.length;
    if (date === undefined) fault('date', of('date'));
    if (kind === undefined) fault('kind', of('kind'));
    if (status === undefined) fault('status', of('status'));
    if (!of('name_vi')) fault('name', '');
    if (!of('source')) fault('source', '');
    if (date === undefined || kind === undefined || status === undefined || faults.length > before) continue;
    const weekend = plainDate.dayOfWeek(date) >= 6;
    if (days.has(date)) fault('twice', plainDate.vi(date));
    else if (kind === 'work' && !weekend) fault('works-anyway', plainDate.vi(date));
    else if (kind === 'swap-off' && weekend) fault('weekend-anyway', plainDate.vi(date));
    const nameVi = of('name_vi');
    days.set(date, { date, kind, nameVi, nameEn: of('name_en') || nameVi, status, source: of('source') });
  }
  return { days: [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1)), faults };
}

function dayOf(typed: string): string | undefined {
  const dmy = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(typed);
  const day = dmy ? `${dmy[3]}-${dmy[2]!.padStart(2, '0')}-${dmy[1]!.padStart(2, '0')}` : typed;
  return plainDate.valid(day) && day >= '2000' && day < '2200' ? day : undefined;
}
