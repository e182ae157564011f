import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { parse as parseYaml, YAMLParseError } from 'yaml';
import { z } from 'zod';
import { describeFault, type Fault, packageRoot, StartupProblem } from '../shared/index.js';

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

/** The people of the training, as `config/training/<profile>/cast.yaml` names them. @throws StartupProblem where it is broken */
export function readCast(profile: string): TrainingCast {
  return whole(profile, 'cast.yaml', (text) => Cast.parse(parseYaml(text)));
}

/** Invented last-year figures of the cast's units, years relative to the report year. @throws StartupProblem where they are broken */
export function readFigures(profile: string): TrainingFigure[] {
  return whole(profile, 'figures.csv', (text) => {
    const rows: Record<string, string>[] = parseCsv(text, { columns: true });
    return rows.map((row) => ({
      unit: row['unit'] ?? '',
      code: row['code'] ?? '',
      yearOffset: Number(row['year_offset']),
      sort: row['sort'] === 'plan' ? 'plan' : 'outcome',
      value: row['value'] ?? '',
      standing: row['standing'] === 'official' || row['standing'] === 'estimate' ? row['standing'] : undefined,
    }));
  });
}

function whole<T>(profile: string, file: string, read: (text: string) => T): T {
  try {
    return read(readFileSync(path.join(packageRoot, 'config', 'training', profile, file), 'utf8'));
  } catch (error) {
    throw new StartupProblem(
      `Tệp config/training/${profile}/${file} có lỗi, đề nghị sửa rồi khởi động lại / the file of the training has faults:\n  ` +
        faultsIn(file, error).map(describeFault).join('\n  '),
    );
  }
}

function faultsIn(file: string, error: unknown): Fault[] {
  if (error instanceof z.ZodError) {
    return error.issues.map((issue) => ({ file, row: issue.path.join('.') || 1, reason: issue.message }));
  }
  const row = error instanceof YAMLParseError ? error.linePos?.[0].line : undefined;
  return [{ file, row: row ?? 1, reason: (error as Error).message.split('\n')[0]! }];
}
