import { z } from 'zod';
import { plainDate, type DataFolder } from '../../shared/index.js';
import type { SpecialDay } from '../working-days.js';

/** A special day with its name and where it was decreed or seen. */
export interface Holiday extends SpecialDay {
  nameVi: string;
  nameEn: string;
  source: string;
}

const row = z.strictObject({
  date: z.string().refine(plainDate.valid, 'must be a day such as 2027-02-06'),
  kind: z.enum(['off', 'swap-off', 'work']),
  name_vi: z.string().min(1),
  name_en: z.string().min(1),
  status: z.enum(['decreed', 'assumed']),
  source: z.string().min(1),
});

/** Reads `<country>.csv` of the holidays folder, in the order of days. */
export function readHolidays(folder: DataFolder, country: string): Holiday[] {
  const file = `${country}.csv`;
  const lines = folder.csv(file, row);
  let before = '';
  for (const { line, value } of lines) {
    if (value.date === before) folder.fault(file, line, `${value.date} stands twice`);
    else if (value.date < before) folder.fault(file, line, `${value.date} stands after ${before}`);
    before = value.date;
    const weekend = plainDate.dayOfWeek(value.date) >= 6;
    if (value.kind === 'work' && !weekend) folder.fault(file, line, `${value.date} is a working day anyway`);
    if (value.kind === 'swap-off' && weekend) folder.fault(file, line, `${value.date} is a weekend day anyway`);
  }
  return lines.map(({ value }) => ({
    date: value.date,
    kind: value.kind,
    nameVi: value.name_vi,
    nameEn: value.name_en,
    status: value.status,
    source: value.source,
  }));
}
