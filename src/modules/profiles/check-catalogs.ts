import { decimal, findCircle, referencesOf, writeAggregation, type Indicator } from '../../forms/index.js';
import type { DataFolder } from '../shared/index.js';
import type { UnitsOfProfile } from '../units/index.js';
import { PROFILE_FILE, type ProfileFile } from './profile-file.js';
import { BASES, type ReadCatalog, type ReadCatalogs } from './read-catalogs.js';

/** Everything that must hold between the rows of the catalogs, the declared counts and the units; faults go to `folder`. */
export function checkCatalogs(
  folder: DataFolder,
  declared: ProfileFile,
  read: ReadCatalogs,
  units: Pick<UnitsOfProfile, 'audiences' | 'leadAgencies'>,
): void {
  for (const catalog of read.catalogs) {
    if (catalog.complete) checkCounts(folder, declared, catalog);
    else checkTotal(folder, declared, catalog);
    checkRows(folder, catalog, read, units);
  }
  checkBases(folder, read);
  checkAcrossLevels(folder, declared, read);
  checkReferences(folder, read);
  checkAssigned(folder, declared, read);
}

/** Of a file whose rows cannot all be read the groups are not known, but their number is: a row may be missing besides. */
function checkTotal(folder: DataFolder, declared: ProfileFile, { key, file }: ReadCatalog): void {
  const stands = folder.linesOf.get(file) ?? 0;
  const all = Object.values(declared.catalogs[key]!.groups).reduce((sum, count) => sum + count, 0);
  if (stands !== all) folder.fault(file, 1, `has ${stands} indicators, ${PROFILE_FILE} declares ${all} in all`);
}

function checkCounts(folder: DataFolder, declared: ProfileFile, catalog: ReadCatalog): void {
  const counts = declared.catalogs[catalog.key]!.groups;
  const found = new Map<string, number>();
  for (const { line, value } of catalog.lines) {
    const place = (found.get(value.group) ?? 0) + 1;
    found.set(value.group, place);
    if (!(value.group in counts))
      folder.fault(catalog.file, line, `group "${value.group}" is not declared in ${PROFILE_FILE}`);
    if (value.seq !== place)
      folder.fault(catalog.file, line, `seq is ${value.seq}, its place in group ${value.group} is ${place}`);
  }
  for (const [group, count] of Object.entries(counts)) {
    const stands = found.get(group) ?? 0;
    if (stands !== count) {
      folder.fault(catalog.file, 1, `group ${group} has ${stands} indicators, ${PROFILE_FILE} declares ${count}`);
    }
  }
}

function checkRows(
  folder: DataFolder,
  catalog: ReadCatalog,
  read: ReadCatalogs,
  units: Pick<UnitsOfProfile, 'audiences' | 'leadAgencies'>,
): void {
  const codes = new Set<string>();
  const names = new Set<string>();
  const tags = new Set(read.sources.map((source) => source.tag));
  for (const { line, value } of catalog.lines) {
    const fault = (reason: string): void => folder.fault(catalog.file, line, reason);
    if (codes.has(value.code)) fault(`code "${value.code}" stands twice`);
    codes.add(value.code);
    if (names.has(value.nameVi)) fault(`name "${value.nameVi}" stands twice`);
    names.add(value.nameVi);
    checkBounds(value, fault);
    if (value.appliesTo !== 'all' && !units.audiences.some(({ code }) => code === value.appliesTo)) {
      fault(`applies_to "${value.appliesTo}" is neither "all" nor named under applies-to in units/kinds.yaml`);
    }
    for (const part of value.breakdown) {
      if (!(part in read.breakdowns)) fault(`breakdown "${part}" has no label in catalogs/breakdowns.yaml`);
    }
    if (!tags.has(value.provenance.replace(/^published:/, ''))) {
      fault(`provenance "${value.provenance}" is not in catalogs/sources.csv`);
    }
    if (!units.leadAgencies.has(`${catalog.level}/${value.leadAgency}`)) {
      fault(`lead agency "${value.leadAgency}" is not mapped in units/lead-agencies.csv at level "${catalog.level}"`);
    }
  }
}

function checkBounds(value: Indicator, fault: (reason: string) => void): void {
  if (value.min !== undefined && value.max !== undefined && decimal.compare(value.min, value.max) > 0) {
    fault(`min ${value.min} is more than max ${value.max}`);
  }
  for (const [name, bound] of [
    ['min', value.min],
    ['max', value.max],
  ] as const) {
    if (bound !== undefined && decimal.places(bound) > value.decimals) {
      fault(`${name} ${bound} has more than ${value.decimals} decimals`);
    }
  }
  if (value.valueType === 'integer' && value.decimals !== 0) fault(`an integer has ${value.decimals} decimals`);
}

function checkBases(folder: DataFolder, read: ReadCatalogs): void {
  const indicators = new Set(read.catalogs.flatMap((catalog) => catalog.lines.map(({ value }) => value.code)));
  const seen = new Set<string>();
  for (const { line, value } of read.bases) {
    if (seen.has(value.code)) folder.fault(BASES, line, `code "${value.code}" stands twice`);
    seen.add(value.code);
    if (indicators.has(value.code)) folder.fault(BASES, line, `"${value.code}" is an indicator, so it is no base`);
  }
}

/** A code means the same at every level: one name, one unit of measure, one type, one rule; declared exceptions apart. */
function checkAcrossLevels(folder: DataFolder, declared: ProfileFile, read: ReadCatalogs): void {
  const first = new Map<string, { catalog: string; value: Indicator }>();
  const excepted = (code: string, catalog: string): boolean =>
    declared.exceptions.some((exception) => exception.code === code && exception.catalogs.includes(catalog));
  for (const catalog of read.catalogs) {
    for (const { line, value } of catalog.lines) {
      if (excepted(value.code, catalog.key)) continue;
      const known = first.get(value.code);
      if (!known) {
        first.set(value.code, { catalog: catalog.key, value });
        continue;
      }
      for (const [what, here, there] of [
        ['name', value.nameVi, known.value.nameVi],
        ['unit of measure', value.unitCode, known.value.unitCode],
        ['value type', value.valueType, known.value.valueType],
        ['aggregation', writeAggregation(value.aggregation), writeAggregation(known.value.aggregation)],
      ] as const) {
        if (here !== there) {
          folder.fault(
            catalog.file,
            line,
            `${what} of "${value.code}" is "${here}", in ${known.catalog} it is "${there}"`,
          );
        }
      }
    }
  }
  for (const [at, { code, catalogs }] of declared.exceptions.entries()) {
    for (const key of catalogs) {
      const stands = read.catalogs
        .find((catalog) => catalog.key === key)
        ?.lines.some(({ value }) => value.code === code);
      if (!stands) folder.fault(PROFILE_FILE, `exceptions.${at}`, `${key} has no indicator "${code}"`);
    }
  }
}

/** Weights and ratios name indicators or bases, and never come back to themselves. */
function checkReferences(folder: DataFolder, read: ReadCatalogs): void {
  const known = new Set(read.bases.map(({ value }) => value.code));
  for (const catalog of read.catalogs) for (const { value } of catalog.lines) known.add(value.code);
  const needs = new Map<string, string[]>();
  const places = new Map<string, { file: string; line: number }>();
  for (const catalog of read.catalogs) {
    for (const { line, value } of catalog.lines) {
      const references = referencesOf(value.aggregation);
      for (const reference of references) {
        if (!known.has(reference)) {
          folder.fault(
            catalog.file,
            line,
            `aggregation of "${value.code}" names "${reference}", which is no indicator and no base`,
          );
        }
      }
      needs.set(value.code, [...(needs.get(value.code) ?? []), ...references]);
      places.set(value.code, { file: catalog.file, line });
    }
  }
  const circle = findCircle(needs);
  const place = circle && places.get(circle[0]!);
  if (circle && place)
    folder.fault(place.file, place.line, `aggregations need each other in a circle: ${circle.join(' → ')}`);
}

/** What a level assigns down is what the level below puts to its council. */
function checkAssigned(folder: DataFolder, declared: ProfileFile, read: ReadCatalogs): void {
  for (const catalog of read.catalogs) {
    const { 'assigned-down': count, 'assigned-to': below } = declared.catalogs[catalog.key]!;
    const assigned = catalog.lines.filter(({ value }) => value.assignedDown);
    if (catalog.complete && assigned.length !== count) {
      folder.fault(
        catalog.file,
        1,
        `${assigned.length} indicators are assigned down, ${PROFILE_FILE} declares ${count}`,
      );
    }
    const receiving = read.catalogs.find((other) => other.key === below);
    if (!receiving?.complete || !catalog.complete) continue;
    const received = new Set(receiving.lines.map(({ value }) => value.code));
    for (const { line, value } of assigned) {
      if (!received.delete(value.code)) {
        folder.fault(catalog.file, line, `"${value.code}" is assigned down but does not stand in ${receiving.key}`);
      }
    }
    for (const { line, value } of receiving.lines) {
      if (received.has(value.code)) {
        folder.fault(receiving.file, line, `"${value.code}" is not assigned by ${catalog.key}`);
      }
    }
  }
}
