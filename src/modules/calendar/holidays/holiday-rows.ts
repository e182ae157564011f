import { instant, rows, run, type Em } from '../../database/index.js';
import type { Holiday } from './read-holidays.js';

/** Every special day on record, in the order of days. */
export async function keptHolidays(em: Em): Promise<Holiday[]> {
  return rows<Holiday>(
    em,
    `select on_date::text as date, kind, name_vi as "nameVi", name_en as "nameEn", status, source
     from holiday order by on_date`,
  );
}

/** The years whose days an admin has imported. */
export async function importedYears(em: Em): Promise<Set<number>> {
  const found = await rows<{ year: number }>(
    em,
    `select distinct unnest(years) as year from holiday_import where undone_at is null`,
  );
  return new Set(found.map((one) => one.year));
}

/** Puts `days` in the place of all days of `years`. */
export async function replaceHolidays(em: Em, years: readonly number[], days: readonly Holiday[]): Promise<void> {
  if (years.length > 0) {
    await run(em, `delete from holiday where extract(year from on_date)::int in (?)`, [years]);
  }
  await run(
    em,
    `insert into holiday (on_date, kind, name_vi, name_en, status, source)
     select date, kind, "nameVi", "nameEn", status, source
     from jsonb_to_recordset(?::jsonb)
       as h (date date, kind text, "nameVi" text, "nameEn" text, status text, source text)
     on conflict (on_date) do update set kind = excluded.kind, name_vi = excluded.name_vi, name_en = excluded.name_en,
       status = excluded.status, source = excluded.source`,
    [JSON.stringify(days)],
  );
}

/** An import on record, with who did it and whether it was taken back. Instants as ISO. */
export interface HolidayImport {
  id: string;
  years: number[];
  fileName: string;
  by?: string;
  at: string;
  undoneAt?: string;
}

/** The imports on record, the newest first. */
export async function holidayImports(em: Em): Promise<HolidayImport[]> {
  const found = await rows<{
    id: string;
    years: number[];
    fileName: string;
    by: string | null;
    at: string;
    undoneAt: string | null;
  }>(
    em,
    `select i.id, i.years, i.file_name as "fileName", p.name as by, i.imported_at as at, i.undone_at as "undoneAt"
     from holiday_import i left join person p on p.id = i.imported_by order by i.imported_at desc, i.id desc limit 100`,
  );
  return found.map(({ by, at, undoneAt, ...one }) => ({
    ...one,
    at: instant(at),
    ...(by === null ? {} : { by }),
    ...(undoneAt === null ? {} : { undoneAt: instant(undoneAt) }),
  }));
}
