import type { Column, Measure, Row } from '../definition/definition.js';
import { formulaOf } from './compared.js';
import type { Formula } from './formula.js';

/** Decimals of a percentage or another figure per so many. */
const PERCENT_DECIMALS = 1;
/** Decimals of any other quotient: of 3 schools for 2 communes there are 1,50 each. */
const QUOTIENT_DECIMALS = 2;

/** How many places a computed measure shows in a row: those of the row, but for what is divided. */
export function decimalsOfComputed(row: Row, measure: Measure): number {
  const formula = formulaOf(measure);
  return (formula && placesOf(formula)) ?? row.decimals;
}

/** How many places a computed column shows; as many as there are where it is not divided and nobody says. */
export function decimalsOfColumn(column: Column): number | undefined {
  const { computed, decimals } = column;
  // What is compared by a rule was always shown so, whatever was said beside it.
  if (!computed || 'rule' in computed) return computed?.rule === 'percent-of' ? PERCENT_DECIMALS : undefined;
  return column.type === 'integer' ? 0 : (decimals ?? placesOf(computed));
}

/** The places in which what is divided is shown; undefined where nothing is. */
function placesOf(formula: Formula): number | undefined {
  switch (formula.op) {
    case 'cell':
    case 'column':
    case 'number':
      return undefined;
    case 'sum':
    case 'difference':
      return formula.of.map(placesOf).reduce(more, undefined);
    case 'ratio':
      return formula.scale === undefined || formula.scale === '1' ? QUOTIENT_DECIMALS : PERCENT_DECIMALS;
    case 'growth':
    case 'share':
      return PERCENT_DECIMALS;
    case 'mean':
      return formula.of.map(({ value }) => placesOf(value)).reduce(more, undefined) ?? QUOTIENT_DECIMALS;
  }
}

const more = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined || b === undefined ? (a ?? b) : Math.max(a, b);
