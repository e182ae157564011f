import type { Condition, Formula, Reference } from './forms';

/** Every place that a condition looks at. */
export function referencesIn(condition: Condition): Reference[] {
  switch (condition.op) {
    case 'and':
    case 'or':
      return condition.of.flatMap(referencesIn);
    case 'compare':
      return [...referencesOf(condition.a), ...referencesOf(condition.b)];
    case 'is':
    case 'answered':
      return [condition.of];
  }
}

function referencesOf(formula: Formula): Reference[] {
  switch (formula.op) {
    case 'cell':
    case 'column':
      return [formula];
    case 'number':
      return [];
    case 'sum':
    case 'difference':
      return formula.of.flatMap(referencesOf);
    case 'ratio':
    case 'growth':
      return [...referencesOf(formula.a), ...referencesOf(formula.b)];
    case 'share':
      return [formula.part, ...formula.of].flatMap(referencesOf);
    case 'mean':
      return formula.of.flatMap(({ value, weight }) => [...referencesOf(value), ...referencesOf(weight)]);
  }
}
