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
  const { start, end } = commonEnds(before, after);
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

/** The lines with those of `columns` only, without lines that hold nothing in them: what a file shows of a list. */
export function shownLines(lines: readonly RecordRow[], columns: ReadonlySet<string>): RecordRow[] {
  return lines.map((line) => picked(line, columns, true)).filter((line) => Object.keys(line).length > 0);
}

/**
 * The lines of a file together with what the report holds in columns that the file does not show. Lines are known by what
 * the file shows of them at both ends of the list, and by their number where as many came back as went out.
 */
export function withUnshown(
  now: readonly RecordRow[],
  file: readonly RecordRow[],
  columns: ReadonlySet<string>,
): RecordRow[] {
  const isShown = (line: RecordRow) => Object.keys(line).some((column) => columns.has(column));
  const filled = now.filter((line) => isShown(line));
  const { start, end } = commonEnds(shownLines(now, columns), file);
  const shift = filled.length - file.length;
  const merged = file.map((line, at) => {
    const isKnown = shift === 0 || at < start || at >= file.length - end;
    const from = isKnown ? filled[at < start ? at : at + shift] : undefined;
    return { ...(from ? picked(from, columns, false) : {}), ...line };
  });
  return [...merged, ...now.filter((line) => !isShown(line))];
}

function picked(line: RecordRow, columns: ReadonlySet<string>, shown: boolean): RecordRow {
  return Object.fromEntries(Object.entries(line).filter(([column]) => columns.has(column) === shown));
}

/** How many lines at the beginning, and of the others at the end, are the same in both lists. */
function commonEnds(before: readonly RecordRow[], after: readonly RecordRow[]): { start: number; end: number } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && same(before[start], after[start])) start++;
  let end = 0;
  while (end < shorter - start && same(before.at(-1 - end), after.at(-1 - end))) end++;
  return { start, end };
}
