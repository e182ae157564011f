import { type RecordRow, same } from '../../../forms/index.js';

export interface LineChange {
  /** From 1, in the list as it will be; behind its end for lines that go. */
  line: number;
  column: string;
  before?: string;
  after?: string;
}

/** What differs between two lists, cell by cell; lines that are the same at both ends are not compared with others. */
export function changedLines(before: readonly RecordRow[], after: readonly RecordRow[]): LineChange[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && same(before[start], after[start])) start++;
  let end = 0;
  while (end < shorter - start && same(before.at(-1 - end), after.at(-1 - end))) end++;
  const changes: LineChange[] = [];
  for (let at = start; at < Math.max(before.length, after.length) - end; at++) {
    const was = at < before.length - end ? (before[at] ?? {}) : {};
    const is = at < after.length - end ? (after[at] ?? {}) : {};
    for (const column of new Set([...Object.keys(was), ...Object.keys(is)])) {
      if (was[column] === is[column]) continue;
      changes.push({ line: at + 1, column, before: was[column], after: is[column] });
    }
  }
  return changes;
}
