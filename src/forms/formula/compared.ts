import type { Column, ComparedColumns, ComparedMeasures, Measure } from '../definition/definition.js';
import type { Formula } from './formula.js';

/** Two measures or some columns that are compared are kept by the name of the rule; it reads as the formula that it is. */
export function comparedFormula(rule: ComparedMeasures | ComparedColumns): Formula {
  const parts: Formula[] =
    'parts' in rule
      ? rule.parts.map((column) => ({ op: 'column', column }))
      : [rule.a, rule.b].map((measure) => ({ op: 'cell', measure }));
  if (rule.rule === 'difference') return { op: 'difference', of: parts };
  const [a, b] = parts as [Formula, Formula];
  return rule.rule === 'growth' ? { op: 'growth', a, b } : { op: 'ratio', a, b, scale: '100' };
}

/** How a measure or a column is worked out, whichever way it is kept; undefined where it is asked. */
export function formulaOf({ computed }: Pick<Measure | Column, 'computed'>): Formula | undefined {
  return computed && ('op' in computed ? computed : comparedFormula(computed));
}

/** The two measures that a computed one compares; undefined where it is worked out in another way, or asked. */
export function comparisonOf(measure: Measure): ComparedMeasures | undefined {
  const formula = formulaOf(measure);
  return formula && comparedMeasures(formula);
}

/** A formula as a measure keeps it: by the name of the rule where it is one, as it always was. */
export const keptByMeasure = (formula: Formula): ComparedMeasures | Formula => comparedMeasures(formula) ?? formula;

/** The same for a column of a list. */
export const keptByColumn = (formula: Formula): ComparedColumns | Formula => comparedColumns(formula) ?? formula;

function comparedMeasures(formula: Formula): ComparedMeasures | undefined {
  const found = twoOf(formula);
  const [a, b] = (found?.parts ?? []).map((part) =>
    part.op === 'cell' && part.row === undefined ? part.measure : undefined,
  );
  return found && a !== undefined && b !== undefined && found.parts.length === 2
    ? { rule: found.rule, a, b }
    : undefined;
}

/** Columns have no rule of growth. */
function comparedColumns(formula: Formula): ComparedColumns | undefined {
  const found = twoOf(formula);
  if (!found || found.rule === 'growth' || found.parts.length < 2) return undefined;
  const parts = found.parts.flatMap((part) => (part.op === 'column' ? [part.column] : []));
  return parts.length === found.parts.length ? { rule: found.rule, parts } : undefined;
}

function twoOf(formula: Formula): { rule: ComparedMeasures['rule']; parts: Formula[] } | undefined {
  switch (formula.op) {
    case 'difference':
      return { rule: 'difference', parts: formula.of };
    case 'growth':
      return { rule: 'growth', parts: [formula.a, formula.b] };
    case 'ratio':
      return formula.scale === '100' ? { rule: 'percent-of', parts: [formula.a, formula.b] } : undefined;
    default:
      return undefined;
  }
}
