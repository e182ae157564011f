import type { Condition, Formula, Reference } from './formula.js';

/** Every reference of a formula, in the order it is read. */
export function referencesIn(formula: Formula): Reference[] {
  switch (formula.op) {
    case 'cell':
    case 'column':
      return [formula];
    case 'number':
      return [];
    case 'sum':
    case 'difference':
      return formula.of.flatMap(referencesIn);
    case 'ratio':
    case 'growth':
      return [...referencesIn(formula.a), ...referencesIn(formula.b)];
    case 'share':
      return [...referencesIn(formula.part), ...formula.of.flatMap(referencesIn)];
    case 'mean':
      return formula.of.flatMap(({ value, weight }) => [...referencesIn(value), ...referencesIn(weight)]);
  }
}

/** Every formula that a condition compares, and every answer that it looks at. */
export function partsOf(condition: Condition): {
  formulas: Formula[];
  answers: { of: Reference; value?: string | boolean }[];
} {
  switch (condition.op) {
    case 'and':
    case 'or': {
      const parts = condition.of.map(partsOf);
      return { formulas: parts.flatMap((one) => one.formulas), answers: parts.flatMap((one) => one.answers) };
    }
    case 'compare':
      return { formulas: [condition.a, condition.b], answers: [] };
    case 'is':
      return { formulas: [], answers: [{ of: condition.of, value: condition.value }] };
    case 'answered':
      return { formulas: [], answers: [{ of: condition.of }] };
  }
}

/** How many operations and references a formula has, and how deep they nest. */
export function sizeOf(formula: Formula): { nodes: number; depth: number } {
  const inside = childrenOf(formula).map(sizeOf);
  return {
    nodes: 1 + inside.reduce((sum, one) => sum + one.nodes, 0),
    depth: 1 + inside.reduce((most, one) => Math.max(most, one.depth), 0),
  };
}

/** The formulas directly inside a formula. */
export function childrenOf(formula: Formula): Formula[] {
  switch (formula.op) {
    case 'cell':
    case 'column':
    case 'number':
      return [];
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
