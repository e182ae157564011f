import { z } from 'zod';
import {
  decimal,
  parseAggregation,
  type Base,
  type Catalog,
  type Indicator,
  type LocalText,
} from '../../forms/index.js';
import type { DataFolder, Line } from '../shared/index.js';
import { text, type ProfileFile } from './profile-file.js';
import type { Source } from './profile.js';

const filled = z.string().min(1, 'must not be empty');
const code = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be made of a-z, 0-9 and -');
const maybe = z.string().transform((cell) => cell || undefined);
const bound = maybe.refine(
  (cell) => cell === undefined || decimal.isCanonical(cell),
  'must be a number such as 0, -100 or 12.5',
);
const whole = z
  .string()
  .regex(/^\d{1,3}$/, 'must be a whole number')
  .transform(Number);

const indicator = z.strictObject({
  group: filled,
  seq: whole,
  code,
  name_vi: filled,
  name_en: filled,
  unit_vi: filled,
  unit_code: filled,
  value_type: z.enum(['number', 'integer', 'percent', 'boolean', 'text', 'choice']),
  decimals: whole.refine((places) => places <= 6, 'must be at most 6'),
  min: bound,
  max: bound,
  aggregation: z.string().transform((cell, context) => {
    const rule = parseAggregation(cell);
    if (rule) return rule;
    context.addIssue({
      code: 'custom',
      message: `"${cell}" is no rule (sum, mean, none, weighted:<code>, ratio:<code>/<code>)`,
    });
    return z.NEVER;
  }),
  direction: z.enum(['up', 'down', 'neutral']),
  frequency: z.enum(['month', 'quarter', 'half', 'year']),
  national_code: maybe,
  lead_agency: filled,
  assigned_down: z.enum(['true', 'false']),
  provenance: filled,
  applies_to: filled,
  breakdown: z.string().transform((cell) => (cell ? cell.split('|') : [])),
  note: maybe,
});

const base = z.strictObject({ code, name_vi: filled, name_en: filled, unit_code: filled, provenance: filled });

const source = z.strictObject({ tag: filled, seen: filled, address: z.string() });

const groupsFile = z.record(z.string(), z.record(z.string(), z.union([text, z.string()])));

const breakdownsFile = z.strictObject({ provenance: filled, labels: z.record(z.string(), text) });

/** One catalog with the line of each indicator, so that what is found later can be told by file and row. */
export interface ReadCatalog {
  key: string;
  file: string;
  level: string;
  lines: Line<Indicator>[];
  /** False where rows were left out because they did not fit: then counts say nothing. */
  complete: boolean;
}

/** `catalogs/` of a profile. */
export interface ReadCatalogs {
  catalogs: ReadCatalog[];
  bases: Line<Base>[];
  sources: Source[];
  /** Catalog → its groups in order, with their titles. */
  groups: ReadonlyMap<string, { key: string; title: LocalText }[]>;
  breakdowns: Record<string, LocalText>;
}

export const BASES = 'catalogs/bases.csv';
export const GROUPS = 'catalogs/groups.yaml';

/** Reads `catalogs/` of a profile; what does not fit its column goes to `folder.faults`. */
export function readCatalogs(folder: DataFolder, declared: ProfileFile): ReadCatalogs {
  return {
    catalogs: Object.entries(declared.catalogs).map(([key, { level }]) => readCatalog(folder, key, level)),
    bases: folder.csv(BASES, base).map(({ line, value }) => ({
      line,
      value: {
        code: value.code,
        nameVi: value.name_vi,
        nameEn: value.name_en,
        unitCode: value.unit_code,
        provenance: value.provenance,
      },
    })),
    sources: folder.csv('catalogs/sources.csv', source).map(({ value }) => value),
    groups: readGroups(folder, declared),
    breakdowns: folder.yaml('catalogs/breakdowns.yaml', breakdownsFile)?.labels ?? {},
  };
}

/** The indicators alone. */
export function catalogOf(read: ReadCatalog): Catalog {
  return { key: read.key, indicators: read.lines.map((line) => line.value) };
}

function readCatalog(folder: DataFolder, key: string, level: string): ReadCatalog {
  const file = `catalogs/${key}.csv`;
  const faultsBefore = folder.faults.length;
  const lines = folder.csv(file, indicator).map(({ line, value }): Line<Indicator> => ({
    line,
    value: {
      group: value.group,
      seq: value.seq,
      code: value.code,
      nameVi: value.name_vi,
      nameEn: value.name_en,
      unitVi: value.unit_vi,
      unitCode: value.unit_code,
      valueType: value.value_type,
      decimals: value.decimals,
      min: value.min,
      max: value.max,
      aggregation: value.aggregation,
      direction: value.direction,
      frequency: value.frequency,
      nationalCode: value.national_code,
      leadAgency: value.lead_agency,
      assignedDown: value.assigned_down === 'true',
      provenance: value.provenance,
      appliesTo: value.applies_to,
      breakdown: value.breakdown,
      note: value.note,
    },
  }));
  return { key, file, level, lines, complete: folder.faults.length === faultsBefore };
}

function readGroups(folder: DataFolder, declared: ProfileFile): ReadCatalogs['groups'] {
  const titles = folder.yaml(GROUPS, groupsFile) ?? {};
  const groups = new Map<string, { key: string; title: LocalText }[]>();
  for (const [catalog, { groups: counts }] of Object.entries(declared.catalogs)) {
    const found = Object.keys(counts).map((key) => ({ key, title: titles[catalog]?.[key] }));
    for (const { key, title } of found) {
      if (typeof title !== 'object') folder.fault(GROUPS, `${catalog}.${key}`, 'the group has no title');
    }
    groups.set(
      catalog,
      found.map(({ key, title }) => ({ key, title: typeof title === 'object' ? title : { vi: key } })),
    );
  }
  return groups;
}
