import type { Condition, Formula, Reference } from './forms';

/** How deep the pickers nest; the engine allows a little more. */
export const MOST_DEPTH = 4;

export const FORMULA_OPS = [
  'cell',
  'column',
  'number',
  'sum',
  'difference',
  'ratio',
  'growth',
  'share',
  'mean',
] as const;
export const CONDITION_OPS = ['compare', 'is', 'answered', 'and', 'or'] as const;
export const SIGNS = ['<', '<=', '=', '!=', '>=', '>'] as const;

/** A reference to begin with: this row in the same measure, or the first column. */
export const newReference = (table: boolean, column: string): Reference =>
  table ? { op: 'cell' } : { op: 'column', column };

/** A formula of another operation that keeps what `old` already has of it. */
export function formulaOf(op: Formula['op'], old: Formula, begin: Reference): Formula {
  const [first = begin, second = begin] = partsOf(old);
  switch (op) {
    case 'cell':
      return old.op === 'cell' || begin.op !== 'cell' ? (old as Reference) : begin;
    case 'column':
      return old.op === 'column' || begin.op !== 'column' ? (old as Reference) : begin;
    case 'number':
      return { op, value: '0' };
    case 'sum':
    case 'difference':
      return { op, of: [first, second] };
    case 'ratio':
      return { op, a: first, b: second, scale: '100' };
    case 'growth':
      return { op, a: first, b: second };
    case 'share':
      return { op, part: first, of: [second] };
    case 'mean':
      return { op, of: [{ value: first, weight: second }] };
  }
}

function partsOf(formula: Formula): Formula[] {
  switch (formula.op) {
    case 'cell':
    case 'column':
    case 'number':
      return [formula];
    case 'sum':
    case 'difference':
      return formula.of;
    case 'ratio':
    case 'growth':
      return [formula.a, formula.b];
    case 'share':
      return [formula.part, ...formula.of];
    case 'mean':
      return formula.of.flatMap(({ value, weight }) => [value, weight]);
  }
}

export function conditionOfOp(op: Condition['op'], old: Condition, begin: Reference): Condition {
  switch (op) {
    case 'compare':
      return { op, a: begin, by: '<=', b: { op: 'number', value: '0' } };
    case 'is':
      return { op, of: begin, value: true };
    case 'answered':
      return { op, of: begin };
    case 'and':
    case 'or':
      return { op, of: old.op === 'and' || old.op === 'or' ? old.of : [old] };
  }
}
