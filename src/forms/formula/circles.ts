import { findCircle } from '../catalog/find-circle.js';
import type { FormDefinition } from '../definition/definition.js';
import type { Condition, Formula, Reference } from './formula.js';
import { rowsNamedBy } from './in-order.js';
import { referencesIn } from './references.js';

/** Keys of computed rows or columns that need each other, the first one again at the end; undefined where none do. */
export function circleOfComputed(definition: FormDefinition): string[] | undefined {
  if (definition.kind === 'indicators') {
    return findCircle(new Map(definition.rows.map((row) => [row.key, rowsNamedBy(row)])));
  }
  const columns = definition.kind === 'records' ? definition.columns : [];
  return findCircle(new Map(columns.map((column) => [column.key, column.computed?.parts ?? []])));
}

/**
 * Keys of rows, columns or questions that wait for each other and so are never asked, the first one again at the end. What is
 * worked out waits for what its formula names.
 */
export function circleOfWaiting(definition: FormDefinition): string[] | undefined {
  const circle = findCircle(waits(definition));
  // A circle of nothing but formulas is another fault.
  return circle?.some((key) => waiting(definition).has(key)) ? circle : undefined;
}

function waiting(definition: FormDefinition): ReadonlySet<string> {
  const members: readonly { key: string; visibleWhen?: Condition }[] =
    definition.kind === 'indicators'
      ? definition.rows
      : definition.kind === 'records'
        ? definition.columns
        : definition.kind === 'short'
          ? definition.questions
          : [];
  return new Set(members.filter((one) => one.visibleWhen).map((one) => one.key));
}

function waits(definition: FormDefinition): Map<string, string[]> {
  switch (definition.kind) {
    case 'indicators':
      return new Map(
        definition.rows.map((row) => [row.key, [...needed(row.visibleWhen, keyAt(row.key)), ...rowsNamedBy(row)]]),
      );
    case 'records':
      return new Map(
        definition.columns.map((one) => [
          one.key,
          [...needed(one.visibleWhen, keyAt(one.key)), ...(one.computed?.parts ?? [])],
        ]),
      );
    case 'short':
      return new Map(definition.questions.map((one) => [one.key, needed(one.visibleWhen, keyAt(one.key))]));
    case 'outline':
      return new Map();
  }
}

type KeyOf = (reference: Reference) => string;

const keyAt =
  (own: string): KeyOf =>
  (reference) =>
    reference.op === 'cell' ? (reference.row ?? own) : reference.column;

/** Whose answers a condition cannot hold without: of alternatives only what every one of them needs. */
function needed(condition: Condition | undefined, keyOf: KeyOf): string[] {
  switch (condition?.op) {
    case undefined:
      return [];
    case 'and':
      return condition.of.flatMap((one) => needed(one, keyOf));
    case 'or': {
      const [first, ...rest] = condition.of.map((one) => needed(one, keyOf));
      return (first ?? []).filter((key) => rest.every((other) => other.includes(key)));
    }
    case 'compare':
      return [condition.a, condition.b].flatMap((one: Formula) => referencesIn(one).map(keyOf));
    case 'is':
    case 'answered':
      return [keyOf(condition.of)];
  }
}
