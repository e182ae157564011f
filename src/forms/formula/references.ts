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

/** Every reference of a condition. */
export function referencesInCondition(condition: Condition): Reference[] {
  const { formulas, answers } = partsOf(condition);
  return [...formulas.flatMap(referencesIn), ...answers.map(({ of }) => of)];
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

/** How many operations and references there are, and how deep they nest. */
export interface Size {
  nodes: number;
  depth: number;
}

export function sizeOf(formula: Formula): Size {
  return around(childrenOf(formula).map(sizeOf));
}

export function sizeOfCondition(condition: Condition): Size {
  switch (condition.op) {
    case 'and':
    case 'or':
      return around(condition.of.map(sizeOfCondition));
    case 'compare':
      return around([sizeOf(condition.a), sizeOf(condition.b)]);
    case 'is':
    case 'answered':
      return around([]);
  }
}

function around(inside: readonly Size[]): Size {
  return {
    nodes: 1 + inside.reduce((sum, one) => sum + one.nodes, 0),
    depth: 1 + inside.reduce((most, one) => Math.max(most, one.depth), 0),
  };
}

/** What a formula divides by; undefined where it does not divide. */
export function divisorOf(formula: Formula): Formula | undefined {
  switch (formula.op) {
    case 'ratio':
    case 'growth':
      return formula.b;
    case 'share':
      return { op: 'sum', of: formula.of };
    case 'mean':
      return { op: 'sum', of: formula.of.map(({ weight }) => weight) };
    case 'cell':
    case 'column':
    case 'number':
    case 'sum':
    case 'difference':
      return undefined;
  }
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
