import type { Row } from '../definition/definition.js';
import { referencesIn } from './references.js';

/**
 * Rows in the order in which they can be worked out: each after the computed rows that its formula names. Of rows that need
 * each other in a circle one comes before what it needs. Takes chains of any length, as it keeps its own way back.
 */
export function inOrder(rows: readonly Row[]): Row[] {
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const begun = new Set<string>();
  const ordered: Row[] = [];
  const way: { row: Row; ahead: string[] }[] = [];
  const begin = (row: Row): void => {
    begun.add(row.key);
    way.push({ row, ahead: rowsNamedBy(row) });
  };
  for (const start of rows) {
    if (!begun.has(start.key)) begin(start);
    for (let step = way.at(-1); step; step = way.at(-1)) {
      const next = byKey.get(step.ahead.pop() ?? '');
      if (next && !begun.has(next.key)) begin(next);
      else if (!next && step.ahead.length === 0) ordered.push(way.pop()!.row);
    }
  }
  return ordered;
}

/** The rows that a computed row's formula names; none for a row that is answered. */
export function rowsNamedBy(row: Row): string[] {
  if (!row.computed) return [];
  return referencesIn(row.computed).flatMap((one) => (one.op === 'cell' ? [one.row ?? row.key] : []));
}
