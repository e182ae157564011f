import type { Aggregation } from './indicator.js';

const CODE = '[a-z0-9]+(?:-[a-z0-9]+)*';
const WEIGHTED = new RegExp(`^weighted:(${CODE})$`);
const RATIO = new RegExp(`^ratio:(${CODE})/(${CODE})(@prev)?$`);

/** Reads `sum`, `mean`, `none`, `weighted:<code>` or `ratio:<code>/<code>[@prev]`; undefined for anything else. */
export function parseAggregation(text: string): Aggregation | undefined {
  if (text === 'sum' || text === 'mean' || text === 'none') return { rule: text };
  const weighted = WEIGHTED.exec(text);
  if (weighted) return { rule: 'weighted', by: weighted[1]! };
  const ratio = RATIO.exec(text);
  if (ratio)
    return { rule: 'ratio', numerator: ratio[1]!, denominator: ratio[2]!, previousYear: ratio[3] !== undefined };
  return undefined;
}

/** The codes a rule needs beside the indicator's own. */
export function referencesOf(aggregation: Aggregation): string[] {
  if (aggregation.rule === 'weighted') return [aggregation.by];
  if (aggregation.rule === 'ratio') return [...new Set([aggregation.numerator, aggregation.denominator])];
  return [];
}

/** `a rule` as catalogs write it. */
export function writeAggregation(aggregation: Aggregation): string {
  if (aggregation.rule === 'weighted') return `weighted:${aggregation.by}`;
  if (aggregation.rule !== 'ratio') return aggregation.rule;
  const { numerator, denominator, previousYear } = aggregation;
  return `ratio:${numerator}/${denominator}${previousYear ? '@prev' : ''}`;
}
