import { isCalendarDay } from '../answers/calendar-day.js';
import { isNumeric } from '../catalog/indicator.js';
import { isCanonical } from '../answers/decimal.js';
import type { Choice, Column, FormDefinition, LocalText, Row } from '../definition/definition.js';
import { withGroupRules } from '../definition/view.js';
import type { Reference } from './formula.js';

/** A row, column or question that references may name. */
export interface Named {
  key: string;
  label: LocalText;
  type: Row['type'] | Column['type'];
  choices?: readonly Choice[];
  hidden?: boolean;
  computed?: unknown;
}

/** What a form has that references may name. */
export interface NamedParts {
  rows: ReadonlyMap<string, Named>;
  measures: ReadonlySet<string>;
  columns: ReadonlyMap<string, Named>;
}

/** Everything in a form that a reference may name. */
export function namedParts(definition: FormDefinition): NamedParts {
  const byKey = (members: readonly Named[]) => new Map(members.map((member) => [member.key, member]));
  const isTable = definition.kind === 'indicators';
  return {
    rows: byKey(isTable ? withGroupRules(definition).rows : []),
    measures: new Set(isTable ? definition.measures.map((measure) => measure.key) : []),
    columns: byKey(linesOf(definition)),
  };
}

/** What references name as columns: a section is a text under its title. */
export function linesOf(definition: FormDefinition): readonly Named[] {
  switch (definition.kind) {
    case 'records':
      return definition.columns;
    case 'short':
      return definition.questions;
    case 'outline':
      return definition.sections.map(({ key, title, hidden }) => ({ key, label: title, type: 'text', hidden }));
    case 'indicators':
      return [];
  }
}

/** The row, column or question that a reference names as seen from `own`; undefined where it leaves that open. */
export function namedBy(reference: Reference, parts: NamedParts, own: Named | undefined): Named | undefined {
  if (reference.op === 'column') return parts.columns.get(reference.column);
  return reference.row === undefined ? own : parts.rows.get(reference.row);
}

/** The first key of a reference that the form does not have; undefined where it has them all. */
export function unknownPart(reference: Reference, parts: NamedParts): string | undefined {
  if (reference.op === 'column') return parts.columns.has(reference.column) ? undefined : reference.column;
  // Lists and short forms have no cells at all.
  if (parts.rows.size === 0) return reference.row ?? reference.measure ?? '…';
  if (reference.row !== undefined && !parts.rows.has(reference.row)) return reference.row;
  return reference.measure === undefined || parts.measures.has(reference.measure) ? undefined : reference.measure;
}

export const isNumber = (named: Named): boolean => isNumeric({ type: named.type });

/** Whether an answer of that row, column or question can ever be the value. */
export function canBe(named: Named, value: string | boolean): boolean {
  if (named.type === 'boolean') return ['true', 'false'].includes(String(value));
  if (typeof value === 'boolean') return false;
  if (named.type === 'date') return isCalendarDay(value);
  if (named.type === 'choice') return named.choices?.some((choice) => choice.key === value) ?? false;
  return !isNumber(named) || isCanonical(value);
}
