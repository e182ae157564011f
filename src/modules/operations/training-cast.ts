import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import { packageRoot } from '../shared/index.js';

const role = z.enum(['official', 'head', 'supervisor', 'admin']);

const Cast = z.strictObject({
  /** Code of the unit under which the units given by name stand. */
  under: z.string(),
  /** Month and day of the report year, and time of day, at which training begins. */
  startsOn: z.string().regex(/^\d{2}-\d{2}$/),
  startsAt: z.string().regex(/^\d{2}:\d{2}$/),
  people: z.array(
    z.strictObject({
      key: z.string(),
      name: z.string(),
      title: z.string(),
      /** Name of a unit directly under it, for people whose unit is given by name. */
      unit: z.string().optional(),
      roles: z.array(z.union([role, z.strictObject({ unit: z.string(), role })])),
      linked: z.boolean().default(false),
    }),
  ),
});

export type TrainingCast = z.infer<typeof Cast>;

export interface TrainingFigure {
  unit: string;
  code: string;
  yearOffset: number;
  sort: 'plan' | 'outcome';
  value: string;
  standing?: 'estimate' | 'preliminary' | 'official';
}

const fileOf = (profile: string, file: string) => path.join(packageRoot, 'config', 'training', profile, file);

/** The people of the training, as `config/training/<profile>/cast.yaml` names them. */
export function readCast(profile: string): TrainingCast {
  return Cast.parse(parseYaml(readFileSync(fileOf(profile, 'cast.yaml'), 'utf8')));
}

/** Invented last-year figures of the cast's units, years relative to the report year. */
export function readFigures(profile: string): TrainingFigure[] {
  const rows: Record<string, string>[] = parseCsv(readFileSync(fileOf(profile, 'figures.csv'), 'utf8'), {
    columns: true,
  });
  return rows.map((row) => ({
    unit: row['unit'] ?? '',
    code: row['code'] ?? '',
    yearOffset: Number(row['year_offset']),
    sort: row['sort'] === 'plan' ? 'plan' : 'outcome',
    value: row['value'] ?? '',
    standing: row['standing'] === 'official' || row['standing'] === 'estimate' ? row['standing'] : undefined,
  }));
}
