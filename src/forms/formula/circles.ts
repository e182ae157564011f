import { findCircle } from '../catalog/find-circle.js';
import { isNumeric } from '../catalog/indicator.js';
import type { FormDefinition, IndicatorForm, Row } from '../definition/definition.js';
import { withGroupRules } from '../definition/view.js';
import { formulaOf } from './compared.js';
import type { Condition, Formula, Reference } from './formula.js';
import { referencesIn } from './references.js';
import { hasWaiting } from './shown.js';
import { cellKey, cellsWorkedOut, needsOf } from './worked-out.js';

/**
 * Computed columns of a list, or cells of a table (`row measure`), that need each other: the first one stands again at the
 * end. Undefined where none do.
 */
export function circleOfComputed(definition: FormDefinition): string[] | undefined {
  if (definition.kind === 'indicators') {
    return findCircle(needsOf(cellsWorkedOut(withoutLikeRows(definition))));
  }
  const columns = definition.kind === 'records' ? definition.columns : [];
  return findCircle(new Map(columns.map((column) => [column.key, columnsNamed(formulaOf(column))])));
}

/**
 * The table with one of its rows that are answered and that no formula names: in all others of them the columns need each
 * other in the same way.
 */
function withoutLikeRows(form: IndicatorForm): IndicatorForm {
  const formulas = [...form.rows.map(({ computed }) => computed), ...form.measures.map(formulaOf)];
  const named = new Set(
    formulas.flatMap((one) => (one ? referencesIn(one) : [])).map((one) => (one.op === 'cell' ? one.row : undefined)),
  );
  const isOwn = (row: Row): boolean => row.computed !== undefined || named.has(row.key);
  const like = form.rows.find((row) => isNumeric(row) && !isOwn(row));
  return { ...form, rows: form.rows.filter((row) => row === like || isOwn(row)) };
}

/**
 * Columns, questions, sections or cells that wait for each other and so are never asked, the first one again at the end. What
 * is worked out waits for what its formula names.
 */
export function circleOfWaiting(definition: FormDefinition): string[] | undefined {
  const { needs, waiting } =
    definition.kind === 'indicators' ? waitsOfTable(withGroupRules(definition)) : waitsOfLines(definition);
  const circle = findCircle(needs);
  // A circle of nothing but formulas is another fault.
  return circle?.some((key) => waiting.has(key)) ? circle : undefined;
}

interface Waits {
  needs: Map<string, string[]>;
  /** Which of them have a condition. */
  waiting: ReadonlySet<string>;
}

function waitsOfLines(definition: Exclude<FormDefinition, IndicatorForm>): Waits {
  const members: readonly { key: string; visibleWhen?: Condition }[] =
    definition.kind === 'records'
      ? definition.columns
      : definition.kind === 'short'
        ? definition.questions
        : definition.sections;
  const worked = new Map(
    definition.kind === 'records' ? definition.columns.map((one) => [one.key, columnsNamed(formulaOf(one))]) : [],
  );
  const keyOf = (reference: Reference): string => (reference.op === 'column' ? reference.column : '');
  return {
    needs: new Map(
      members.map(({ key, visibleWhen }) => [key, [...needed(visibleWhen, keyOf), ...(worked.get(key) ?? [])]]),
    ),
    waiting: new Set(members.filter((one) => one.visibleWhen).map(({ key }) => key)),
  };
}

/** A cell waits for what its row and its column wait for, both seen from there. Most tables wait for nothing: they are not looked through. */
function waitsOfTable(form: IndicatorForm): Waits {
  return hasWaiting(form) ? waitsOfCells(form) : { needs: new Map(), waiting: new Set() };
}

function waitsOfCells(form: IndicatorForm): Waits {
  const worked = needsOf(cellsWorkedOut(form));
  const needs = new Map<string, string[]>();
  const waiting = new Set<string>();
  for (const row of form.rows) {
    for (const measure of form.measures) {
      const key = cellKey(row.key, measure.key);
      const keyOf = (one: Reference): string =>
        one.op === 'cell' ? cellKey(one.row ?? row.key, one.measure ?? measure.key) : '';
      const conditions = [row.visibleWhen, measure.visibleWhen].flatMap((one) => needed(one, keyOf));
      if (row.visibleWhen || measure.visibleWhen) waiting.add(key);
      const all = [...conditions, ...(worked.get(key) ?? [])];
      if (all.length > 0) needs.set(key, all);
    }
  }
  return { needs, waiting };
}

const columnsNamed = (formula: Formula | undefined): string[] =>
  formula ? referencesIn(formula).flatMap((one) => (one.op === 'column' ? [one.column] : [])) : [];

type KeyOf = (reference: Reference) => string;

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
