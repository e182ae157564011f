import type { NamedRow } from './row-name.js';
import { type Segment, segmentsOf } from './row-segments.js';
import { partsOf } from './row-parts.js';

/** What a message gives to one row: a text for each column in their order, or one text of which the column is not said. */
export interface GivenToRow {
  row: string;
  texts: string[];
}

export interface SeveralRows {
  given: GivenToRow[];
  /** Parts of the message that name no row, or one row twice, as typed: told to the sender, never written. */
  unclear: string[];
}

/** Nobody types longer messages by hand; what is pasted of nine or of a hundred rows is shorter. */
const LONGEST = 8000;

/**
 * Reads a message that answers several rows at once: "3: 1,2 tỷ; 4: như kỳ trước; 5-7: 0", both columns of a row as
 * "3: 12,5 / 13" or "3: 12,5; 13", rows by number as shown or by name, one a line or with semicolons; and a pasted list of
 * exactly as many lines as the form has rows. Undefined for what is no such message: a plain answer to one question. What
 * each text means is not looked at. The same for NFC and NFD; never throws.
 */
export function readSeveralRows(input: string, rows: readonly NamedRow[]): SeveralRows | undefined {
  if (input.length > LONGEST || rows.length < 2) return undefined;
  const segments = segmentsOf(input.normalize('NFC'), rows);
  return segments.some((segment) => segment.rows) ? byName(segments, rows) : byPlace(segments, rows);
}

/** Rows that are named, each with what follows it. */
function byName(segments: readonly Segment[], rows: readonly NamedRow[]): SeveralRows {
  const given = new Map<string, GivenToRow>();
  const unclear: string[] = [];
  let open: GivenToRow[] = [];
  for (const segment of segments) {
    const named = segment.rows?.map((index) => rows[index]);
    if (!named) {
      // "3: 12,5; 13": what names no row is the next column of the row before it, where that has one left.
      if (!continues(open, segment.text, rows)) unclear.push(segment.typed);
      continue;
    }
    const known = named.filter((row) => row !== undefined);
    if (known.length < named.length || known.length === 0 || known.some((row) => given.has(row.key))) {
      unclear.push(segment.typed);
      open = [];
      continue;
    }
    open = known.map((row) => ({ row: row.key, texts: partsOf(segment.text, row.columns) }));
    for (const one of open) given.set(one.row, one);
  }
  // A row that was named and given nothing was not answered.
  const answered = [...given.values()].filter(({ texts }) => texts.some((text) => text !== ''));
  return { given: answered.map(({ row, texts }) => ({ row, texts: texts.filter(Boolean) })), unclear };
}

function continues(open: readonly GivenToRow[], text: string, rows: readonly NamedRow[]): boolean {
  const [only, ...others] = open;
  if (!only || others.length > 0 || text === '') return false;
  const columns = rows.find((row) => row.key === only.row)?.columns ?? 1;
  const texts = [...only.texts.filter(Boolean), ...partsOf(text, columns)];
  if (texts.length > columns) return false;
  only.texts = texts;
  return true;
}

/** A pasted list without any names: line by line, where there are exactly as many lines as rows. */
function byPlace(segments: readonly Segment[], rows: readonly NamedRow[]): SeveralRows | undefined {
  const lines = Map.groupBy(segments, (segment) => segment.line);
  if (lines.size < 2) return undefined;
  const texts = [...lines.values()].map((parts) => parts.map((part) => part.text));
  const looksLikeList = texts.filter((parts) => parts.some((part) => /\p{N}/u.test(part))).length >= 2;
  if (lines.size !== rows.length) {
    // Two short lines may be one answer in words; a list of figures of another length cannot be given to rows.
    return looksLikeList && lines.size > 2 ? { given: [], unclear: [...lines.values()].map(typedLine) } : undefined;
  }
  if (!looksLikeList) return undefined;
  const given: GivenToRow[] = [];
  const unclear: string[] = [];
  for (const [index, parts] of texts.entries()) {
    const row = rows[index]!;
    const split = parts.length > 1 ? parts : partsOf(parts[0] ?? '', row.columns);
    if (split.length > row.columns) unclear.push(typedLine([...lines.values()][index]!));
    else given.push({ row: row.key, texts: split });
  }
  return { given, unclear };
}

const typedLine = (segments: readonly Segment[]): string => segments.map((segment) => segment.typed).join('; ');
