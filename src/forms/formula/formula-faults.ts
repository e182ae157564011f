import { isNumeric } from '../answers/compute.js';
import { findCircle } from '../catalog/find-circle.js';
import type { Choice, FormDefinition } from '../definition/definition.js';
import type { ListName } from '../edit/edit.js';
import type { Fault } from '../edit/fault.js';
import type { Condition, Formula, Reference } from './formula.js';
import { childrenOf, partsOf, referencesIn, sizeOf } from './references.js';

const MOST_DEPTH = 8;
const MOST_NODES = 200;

/** What a reference may name, with whether it is a number and what it may be compared with. */
interface Named {
  numeric: boolean;
  choices?: readonly Choice[];
}

/** One place of a definition where formulas and conditions stand. */
interface Place {
  list: ListName;
  key: string;
  field: string;
  name: string;
}

/** Everything wrong with the formulas, conditions and checks of a form: what they name, how they nest, and circles. */
export function formulaFaults(definition: FormDefinition): Fault[] {
  const names = namesOf(definition);
  const faults: Fault[] = [];
  for (const { place, formula, condition } of placesOf(definition)) {
    if (formula) faults.push(...faultsOfFormula(formula, place, names));
    if (condition) faults.push(...faultsOfCondition(condition, place, names));
  }
  if (definition.kind === 'indicators') {
    for (const row of definition.rows) {
      if (row.computed && !isNumeric(row))
        faults.push(at({ list: 'rows', key: row.key, field: 'computed', name: row.label.vi }, 'computed-type'));
    }
    const circle = findCircle(
      new Map(definition.rows.map((row) => [row.key, row.computed ? rowsIn(row.computed, row.key) : []])),
    );
    if (circle) {
      const labels = circle.map((key) => definition.rows.find((row) => row.key === key)?.label.vi ?? key);
      const place = { list: 'rows' as const, key: circle[0]!, field: 'computed', name: labels[0]! };
      faults.push(at(place, 'circle', { circle: labels.join(' → ') }));
    }
  }
  return faults;
}

function rowsIn(formula: Formula, own: string): string[] {
  return referencesIn(formula).flatMap((one) => (one.op === 'cell' ? [one.row ?? own] : []));
}

/** `cell` references by row and by measure, `column` references by column. */
interface Names {
  rows: Map<string, Named>;
  measures: Set<string>;
  columns: Map<string, Named>;
}

function namesOf(definition: FormDefinition): Names {
  const named = (one: { type: string; choices?: Choice[] }): Named => ({
    numeric: ['number', 'integer', 'percent', 'money'].includes(one.type),
    choices: one.type === 'choice' ? one.choices : undefined,
  });
  const lines =
    definition.kind === 'records' ? definition.columns : definition.kind === 'short' ? definition.questions : [];
  const isTable = definition.kind === 'indicators';
  return {
    rows: new Map(isTable ? definition.rows.map((row) => [row.key, named(row)]) : []),
    measures: new Set(isTable ? definition.measures.map((measure) => measure.key) : []),
    columns: new Map(lines.map((column) => [column.key, named(column)])),
  };
}

function* placesOf(definition: FormDefinition): Generator<{ place: Place; formula?: Formula; condition?: Condition }> {
  if (definition.kind === 'indicators') {
    for (const { key, label, computed, visibleWhen } of definition.rows) {
      const place = { list: 'rows' as const, key, name: label.vi };
      if (computed) yield { place: { ...place, field: 'computed' }, formula: computed };
      if (visibleWhen) yield { place: { ...place, field: 'visibleWhen' }, condition: visibleWhen };
    }
  }
  const [list, lines] =
    definition.kind === 'records'
      ? (['columns', definition.columns] as const)
      : (['questions', definition.kind === 'short' ? definition.questions : []] as const);
  for (const { key, label, visibleWhen } of lines) {
    if (visibleWhen) yield { place: { list, key, name: label.vi, field: 'visibleWhen' }, condition: visibleWhen };
  }
  for (const { key, message, holds } of definition.checks ?? []) {
    yield { place: { list: 'checks', key, name: message.vi, field: 'holds' }, condition: holds };
  }
}

function faultsOfCondition(condition: Condition, place: Place, names: Names): Fault[] {
  const { formulas, answers } = partsOf(condition);
  return [
    ...formulas.flatMap((formula) => faultsOfFormula(formula, place, names)),
    ...answers.flatMap(({ of, value }) => {
      const unknown = unknownPart(of, names);
      if (unknown !== undefined) return [at(place, 'formula-unknown', { part: unknown })];
      const choices = namedBy(of, names)?.choices;
      const isOffered = typeof value !== 'string' || !choices || choices.some((choice) => choice.key === value);
      return isOffered ? [] : [at(place, 'unknown-choice', { choice: String(value) })];
    }),
  ];
}

function faultsOfFormula(formula: Formula, place: Place, names: Names): Fault[] {
  const { nodes, depth } = sizeOf(formula);
  if (nodes > MOST_NODES || depth > MOST_DEPTH) return [at(place, 'formula-too-large')];
  const faults = referencesIn(formula).flatMap((reference) => {
    const unknown = unknownPart(reference, names);
    if (unknown !== undefined) return [at(place, 'formula-unknown', { part: unknown })];
    const named = namedBy(reference, names);
    const text = reference.op === 'cell' ? (reference.row ?? '') : reference.column;
    return named && !named.numeric ? [at(place, 'not-a-number', { part: text })] : [];
  });
  return dividesByZero(formula) ? [...faults, at(place, 'divides-by-zero')] : faults;
}

function dividesByZero(formula: Formula): boolean {
  const divisor = formula.op === 'ratio' || formula.op === 'growth' ? formula.b : undefined;
  return (divisor?.op === 'number' && divisor.value === '0') || childrenOf(formula).some(dividesByZero);
}

function unknownPart(reference: Reference, names: Names): string | undefined {
  if (reference.op === 'column') return names.columns.has(reference.column) ? undefined : reference.column;
  if (reference.row !== undefined && !names.rows.has(reference.row)) return reference.row;
  return reference.measure === undefined || names.measures.has(reference.measure) ? undefined : reference.measure;
}

function namedBy(reference: Reference, names: Names): Named | undefined {
  if (reference.op === 'column') return names.columns.get(reference.column);
  return reference.row === undefined ? undefined : names.rows.get(reference.row);
}

function at({ list, key, field, name }: Place, code: string, params: Record<string, string> = {}): Fault {
  return { code, list, key, field, params: { name, ...params } };
}
