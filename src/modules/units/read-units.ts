import { z } from 'zod';
import type { DataFolder, Line } from '../shared/index.js';
import type { Unit } from './unit.js';

const label = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) });
const traits = z.array(z.string());

const kindsFile = z.strictObject({
  kinds: z.record(
    z.string(),
    z.strictObject({
      level: z.string(),
      title: label,
      traits: traits.optional(),
      /** Traits by the type that stands in the file, where units of one kind differ. */
      types: z.record(z.string(), traits).optional(),
      'for-each': z
        .strictObject({
          kind: z.string(),
          code: z.string(),
          name: z.string(),
          'name-en': z.string(),
          provenance: z.string(),
        })
        .optional(),
    }),
  ),
  files: z.record(z.string(), z.string()),
  parents: z.record(z.string(), z.string()),
  'ignore-validity': z.boolean(),
});

const code = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be made of a-z, 0-9 and -');
const name = z.string().min(1, 'must not be empty');

const body = z.strictObject({
  code,
  name_vi: name,
  name_en: z.string(),
  kind: name,
  level: name,
  parent_code: z.string(),
  member: z.enum(['true', 'false']),
  provenance: name,
});

const commune = z.strictObject({ code, name_vi: name, type: name, parent_code: name, provenance: name });

// The lists of districts carry counts and dates of a later reform beside what a unit needs.
const district = z.strictObject({
  ...commune.shape,
  name_en: z.string(),
  communes_584: z.string(),
  phuong_584: z.string(),
  xa_584: z.string(),
  thi_tran_584: z.string(),
  communes_579_2020: z.string(),
  communes_526_2025: z.string(),
  valid_from: z.string(),
  valid_to: z.string(),
});

const leadAgency = z.strictObject({
  lead_agency: name,
  level: name,
  unit: z.string(),
  kind: z.string(),
  note: z.string(),
});

/** The units of a profile, and the words by which the rest of the profile may speak of them. */
export interface UnitsOfProfile {
  units: Unit[];
  /** Kind → the level it belongs to. */
  kinds: ReadonlyMap<string, string>;
  traits: ReadonlySet<string>;
  /** `<level>/<lead agency as catalogs write it>` of every mapped name. */
  leadAgencies: ReadonlySet<string>;
}

type Kinds = z.output<typeof kindsFile>;

/**
 * Reads `units/` of a profile: kinds.yaml (sorts of units, traits, units made by rule), bodies.csv, one file a kind as
 * kinds.yaml says, and lead-agencies.csv. What is wrong goes to `folder.faults`.
 */
export function readUnits(folder: DataFolder, levels: readonly string[]): UnitsOfProfile {
  const kinds = folder.yaml('units/kinds.yaml', kindsFile);
  if (!kinds) return { units: [], kinds: new Map(), traits: new Set(), leadAgencies: new Set() };
  for (const [kind, { level }] of Object.entries(kinds.kinds)) {
    if (!levels.includes(level)) folder.fault('units/kinds.yaml', `kinds.${kind}.level`, `level "${level}" is unknown`);
  }
  const units = [
    ...readBodies(folder, kinds),
    ...Object.entries(kinds.files).flatMap(([file, kind]) => readKind(folder, kinds, file, kind)),
  ];
  units.push(
    ...madeByRule(
      units.map((read) => read.unit),
      kinds,
    ).map((unit) => ({ file: 'units/kinds.yaml', line: 1, unit })),
  );
  checkTree(folder, units, kinds);
  const leadAgencies = readLeadAgencies(
    folder,
    units.map((read) => read.unit),
    kinds,
  );
  return {
    units: units.map((read) => read.unit),
    kinds: new Map(Object.entries(kinds.kinds).map(([kind, { level }]) => [kind, level])),
    traits: new Set(
      Object.values(kinds.kinds).flatMap((kind) => [...(kind.traits ?? []), ...Object.values(kind.types ?? {}).flat()]),
    ),
    leadAgencies,
  };
}

interface ReadUnit {
  file: string;
  line: number;
  unit: Unit;
}

function readBodies(folder: DataFolder, kinds: Kinds): ReadUnit[] {
  const file = 'units/bodies.csv';
  return folder.csv(file, body).flatMap(({ line, value }) => {
    const kind = kinds.kinds[value.kind];
    if (!kind) {
      folder.fault(file, line, `kind "${value.kind}" is unknown`);
      return [];
    }
    if (kind.level !== value.level) {
      folder.fault(file, line, `level "${value.level}" is not the level of kind "${value.kind}" (${kind.level})`);
    }
    const unit: Unit = {
      code: value.code,
      name: value.name_vi,
      ...(value.name_en ? { nameEn: value.name_en } : {}),
      kind: value.kind,
      level: kind.level,
      ...(value.parent_code ? { parent: value.parent_code } : {}),
      traits: kind.traits ?? [],
      leads: [],
      member: value.member === 'true',
      provenance: value.provenance,
    };
    return [{ file, line, unit }];
  });
}

function readKind(folder: DataFolder, kinds: Kinds, name: string, kindKey: string): ReadUnit[] {
  const file = `units/${name}`;
  const kind = kinds.kinds[kindKey];
  if (!kind) {
    folder.fault('units/kinds.yaml', `files.${name}`, `kind "${kindKey}" is unknown`);
    return [];
  }
  const rows: Line<z.output<typeof commune> & Partial<z.output<typeof district>>>[] = folder.csv(
    file,
    hasColumn(folder, file, 'valid_from') ? district : commune,
  );
  return rows.map(({ line, value }) => {
    const ofType = kind.types?.[value.type];
    if (kind.types && !ofType) folder.fault(file, line, `type "${value.type}" is unknown for kind "${kindKey}"`);
    const dated = !kinds['ignore-validity'];
    const unit: Unit = {
      code: value.code,
      name: value.name_vi,
      ...(value.name_en ? { nameEn: value.name_en } : {}),
      kind: kindKey,
      level: kind.level,
      parent: value.parent_code,
      traits: ofType ?? kind.traits ?? [],
      leads: [],
      member: true,
      ...(dated && value.valid_from ? { validFrom: value.valid_from } : {}),
      ...(dated && value.valid_to ? { validTo: value.valid_to } : {}),
      provenance: value.provenance,
    };
    return { file, line, unit };
  });
}
