import { rows, run, type Em } from '../../database/index.js';
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
  const found = await rows<{ year: number }>(em, `select distinct unnest(years) as year from holiday_import`);
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
