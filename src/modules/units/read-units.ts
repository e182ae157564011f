import { z } from 'zod';
import { findCircle } from '../../forms/index.js';
import { plainDate, type DataFolder } from '../shared/index.js';
import type { Audience, Term, Unit } from './unit.js';

const KINDS = 'units/kinds.yaml';

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
  /** The traits that a row of a form may apply to, with what admins call such units. */
  'applies-to': z.record(z.string(), label).default({}),
  /** Files of one kind each; columns in `unread` belong to the list that the file was taken from, and nobody reads them. */
  files: z.record(z.string(), z.strictObject({ kind: z.string(), unread: z.array(z.string()).default([]) })),
  parents: z.record(z.string(), z.string()),
  'ignore-validity': z.boolean(),
});

const code = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be made of a-z, 0-9 and -');
const name = z.string().min(1, 'must not be empty');

/** A day of validity: empty where the source names none. */
const validity = z
  .string()
  .refine((text) => text === '' || plainDate.valid(text), 'must be a day YYYY-MM-DD')
  .transform((text) => text || undefined)
  .optional();

const body = z.strictObject({
  code,
  name_vi: name,
  name_en: z.string(),
  kind: name,
  level: name,
  parent_code: z.string(),
  member: z.enum(['true', 'false']),
  valid_from: validity,
  valid_to: validity,
  provenance: name,
});

const area = z.strictObject({
  code,
  name_vi: name,
  name_en: z.string().optional(),
  type: name,
  parent_code: name,
  valid_from: validity,
  valid_to: validity,
  provenance: name,
});

const leadAgency = z.strictObject({
  lead_agency: name,
  level: name,
  unit: z.string(),
  kind: z.string(),
  /** First and last day on which the unit answers to the name: bodies are merged, catalogs keep the old names. */
  valid_from: validity,
  valid_to: validity,
  note: z.string(),
});

/** The units of a profile, and the words by which the rest of the profile may speak of them. */
export interface UnitsOfProfile {
  units: Unit[];
  /** Kind → the level it belongs to. */
  kinds: ReadonlyMap<string, string>;
  /** Kind → what people call such units. */
  kindTitles: Record<string, { vi: string; en: string }>;
  traits: ReadonlySet<string>;
  /** The traits that a row of a form may apply to, in the order in which they are offered. */
  audiences: Audience[];
  /** `<level>/<lead agency as catalogs write it>` of every mapped name. */
  leadAgencies: ReadonlySet<string>;
}

type Kinds = z.output<typeof kindsFile>;

/**
 * Reads `units/` of a profile: kinds.yaml (sorts of units, traits, units made by rule), bodies.csv, one file a kind as
 * kinds.yaml says, and lead-agencies.csv. What is wrong goes to `folder.faults`.
 */
export function readUnits(folder: DataFolder, levels: readonly string[]): UnitsOfProfile {
  const kinds = folder.yaml(KINDS, kindsFile);
  if (!kinds) {
    return {
      ...{ units: [], kinds: new Map(), kindTitles: {} },
      ...{ traits: new Set<string>(), audiences: [], leadAgencies: new Set<string>() },
    };
  }
  for (const [kind, { level }] of Object.entries(kinds.kinds)) {
    if (!levels.includes(level)) folder.fault(KINDS, `kinds.${kind}.level`, `level "${level}" is unknown`);
  }
  const units = [
    ...readBodies(folder, kinds),
    ...Object.entries(kinds.files).flatMap(([file, { kind, unread }]) => readKind(folder, kinds, file, kind, unread)),
  ];
  units.push(
    ...madeByRule(
      units.map((read) => read.unit),
      kinds,
    ).map((unit) => ({ file: KINDS, line: 1, unit })),
  );
  checkTree(folder, units, kinds);
  const leadAgencies = readLeadAgencies(
    folder,
    units.map((read) => read.unit),
    kinds,
  );
  const traits = new Set(
    Object.values(kinds.kinds).flatMap((kind) => [...(kind.traits ?? []), ...Object.values(kind.types ?? {}).flat()]),
  );
  for (const trait of Object.keys(kinds['applies-to'])) {
    if (!traits.has(trait)) folder.fault(KINDS, `applies-to.${trait}`, 'is a trait that no unit has');
  }
  return {
    units: units.map((read) => read.unit),
    kinds: new Map(Object.entries(kinds.kinds).map(([kind, { level }]) => [kind, level])),
    kindTitles: Object.fromEntries(Object.entries(kinds.kinds).map(([kind, { title }]) => [kind, title])),
    traits,
    audiences: Object.entries(kinds['applies-to']).map(([code, title]) => ({ code, title })),
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
      ...validityOf(folder, kinds, file, line, value),
      provenance: value.provenance,
    };
    return [{ file, line, unit }];
  });
}

function readKind(
  folder: DataFolder,
  kinds: Kinds,
  name: string,
  kindKey: string,
  unread: readonly string[],
): ReadUnit[] {
  const file = `units/${name}`;
  const kind = kinds.kinds[kindKey];
  if (!kind) {
    folder.fault(KINDS, `files.${name}`, `kind "${kindKey}" is unknown`);
    return [];
  }
  return folder.csv(file, area, unread).map(({ line, value }) => {
    const ofType = kind.types?.[value.type];
    if (kind.types && !ofType) folder.fault(file, line, `type "${value.type}" is unknown for kind "${kindKey}"`);
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
      ...validityOf(folder, kinds, file, line, value),
      provenance: value.provenance,
    };
    return { file, line, unit };
  });
}

function validityOf(
  folder: DataFolder,
  kinds: Kinds,
  file: string,
  line: number,
  { valid_from: from, valid_to: to }: { valid_from?: string; valid_to?: string },
): Pick<Unit, 'validFrom' | 'validTo'> {
  if (from !== undefined && to !== undefined && to < from) folder.fault(file, line, `ends on ${to}, before ${from}`);
  if (kinds['ignore-validity']) return {};
  return { ...(from ? { validFrom: from } : {}), ...(to ? { validTo: to } : {}) };
}

/** One unit for each unit of another kind: code and name are made from its own. */
function madeByRule(units: readonly Unit[], kinds: Kinds): Unit[] {
  return Object.entries(kinds.kinds).flatMap(([kind, { level, traits: own, 'for-each': rule }]) => {
    if (!rule) return [];
    return units
      .filter((unit) => unit.kind === rule.kind)
      .map((unit): Unit => {
        const fill = (text: string): string =>
          text
            .replace('{code}', unit.code)
            .replace('{name-en}', unit.nameEn ?? unit.name)
            .replace('{name}', unit.name.charAt(0).toLocaleLowerCase('vi') + unit.name.slice(1));
        return {
          code: fill(rule.code),
          name: fill(rule.name),
          nameEn: fill(rule['name-en']),
          kind,
          level,
          parent: unit.code,
          traits: own ?? [],
          leads: [],
          member: true,
          ...(unit.validFrom ? { validFrom: unit.validFrom } : {}),
          ...(unit.validTo ? { validTo: unit.validTo } : {}),
          provenance: rule.provenance,
        };
      });
  });
}

function checkTree(folder: DataFolder, read: readonly ReadUnit[], kinds: Kinds): void {
  const byCode = new Map<string, Unit>();
  for (const { file, line, unit } of read) {
    if (byCode.has(unit.code)) folder.fault(file, line, `code "${unit.code}" stands twice`);
    byCode.set(unit.code, unit);
  }
  for (const { file, line, unit } of read) {
    if (unit.parent === undefined) continue;
    const parent = byCode.get(unit.parent);
    const wanted = kinds.parents[unit.kind];
    if (!parent) folder.fault(file, line, `parent "${unit.parent}" of "${unit.code}" is no unit`);
    else if (wanted && parent.kind !== wanted) {
      folder.fault(file, line, `parent "${unit.parent}" of "${unit.code}" is a ${parent.kind}, not a ${wanted}`);
    }
  }
  const circle = findCircle(new Map([...byCode.values()].map((unit) => [unit.code, unit.parent ? [unit.parent] : []])));
  if (circle) folder.fault(KINDS, 'parents', `units stand under each other in a circle: ${circle.join(' → ')}`);
}

/** Writes each mapped name into the `leads` of its units. A name may pass from one unit to another; on a day it is one unit's. */
function readLeadAgencies(folder: DataFolder, units: readonly Unit[], kinds: Kinds): Set<string> {
  const file = 'units/lead-agencies.csv';
  const mapped = new Map<string, Term[]>();
  for (const { line, value } of folder.csv(file, leadAgency)) {
    const key = `${value.level}/${value.lead_agency}`;
    const term: Term = {
      ...(value.valid_from ? { from: value.valid_from } : {}),
      ...(value.valid_to ? { to: value.valid_to } : {}),
    };
    const terms = mapped.get(key) ?? [];
    if (terms.some((other) => meet(other, term))) {
      folder.fault(file, line, `"${value.lead_agency}" is mapped twice at level "${value.level}"`);
    }
    mapped.set(key, [...terms, term]);
    if ((value.unit === '') === (value.kind === '')) {
      folder.fault(file, line, 'needs either a unit or a kind');
      continue;
    }
    if (value.kind && !kinds.kinds[value.kind]) folder.fault(file, line, `kind "${value.kind}" is unknown`);
    const leading = units.filter((unit) => (value.unit ? unit.code === value.unit : unit.kind === value.kind));
    if (value.unit && leading.length === 0) folder.fault(file, line, `unit "${value.unit}" is unknown`);
    for (const unit of leading) {
      unit.leads.push(value.lead_agency);
      if (term.from || term.to) unit.leadTerms = { ...unit.leadTerms, [value.lead_agency]: term };
    }
  }
  return new Set(mapped.keys());
}

/** Whether two terms have a day in common. */
function meet(one: Term, other: Term): boolean {
  const isBefore = (a: Term, b: Term) => a.to !== undefined && b.from !== undefined && a.to < b.from;
  return !isBefore(one, other) && !isBefore(other, one);
}
