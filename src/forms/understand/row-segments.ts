import { bareName, type NamedRow } from './row-name.js';

/** A piece of a message: which rows (by index) it names, and the text it gives them. */
export interface Segment {
  /** Number of the line it stands in. */
  line: number;
  /** Absent where it names none; an index outside the form stands for a number that no row has. */
  rows?: number[];
  text: string;
  /** As it was typed. */
  typed: string;
}

/** A range no longer than this is spelled out; no form that is asked in a chat has more rows. */
const MOST_ROWS = 300;

const RANGE = String.raw`\d{1,3}(?:\s*(?:-|–|—|đến|den|tới|toi)\s*\d{1,3})?`;
const NUMBERS = String.raw`(${RANGE}(?:\s*(?:,|&|và|va)\s*${RANGE})*)`;
const WORD = String.raw`(?:(?:câu|cau|chỉ\s+tiêu|chi\s+tieu|ct|mục|muc|dòng|dong|số|so)\s*)?`;
/** "3:", "câu 5-7 =", "2 và 4:". */
const NUMBERED = new RegExp(String.raw`^${WORD}${NUMBERS}\s*[:=]\s*(.*)$`, 'isu');
/** "3. 12,5", "3) 12,5": the numbering of a pasted list; before a tab only where a name follows, else it is a figure. */
const LISTED = /^(\d{1,3})(?:[.)]\s+|\s*\t\s*(?=.*\p{L}))(.*)$/su;
const BULLET = /^[\s•●▪*·]*(?:[-–—+]\s+)?/u;

/**
 * ", 5:" behind "4: 0,2": a comma with room behind it and one row's number with its colon begins the next piece. In "2, 4: 5"
 * nothing stands before the comma but a number: that names two rows. A comma without room is in a figure.
 * Without a comma the same holds behind a figure alone ("1: 7,5 2: 31"): behind a word the number may be part of a row's name.
 */
const NEXT_ROW = new RegExp(String.raw`(?:,\s+|(?<=[\d%‰])\s+)(?=${WORD}${RANGE}\s*[:=])`, 'giu');

function atCommas(piece: string): string[] {
  const pieces: string[] = [];
  let from = 0;
  for (const { 0: mark, index } of piece.matchAll(NEXT_ROW)) {
    const before = piece.slice(from, index);
    if (!/[:=]\s*\S/.test(before)) continue;
    pieces.push(before);
    from = index + mark.length;
  }
  return [...pieces, piece.slice(from)];
}

/** The message in pieces at line ends, semicolons and commas before a row, each with the rows that it names. */
export function segmentsOf(message: string, rows: readonly NamedRow[]): Segment[] {
  const pieces = message
    .split(/\r\n|[\n\r\u2028\u2029]/u)
    .map((line) =>
      line
        .split(';')
        .flatMap(atCommas)
        .map((piece) => piece.replace(BULLET, '').trim()),
    )
    .map((line) => line.filter(Boolean))
    .filter((line) => line.length > 0)
    .flatMap((line, number) => line.map((typed) => ({ line: number, typed })));
  const isList = isNumberedList(pieces.map((piece) => piece.typed));
  return pieces.map(({ line, typed }) => {
    const head = headOf(typed, rows, isList, pieces.length === 1);
    return head ? { line, typed, ...head } : { line, typed, text: typed };
  });
}

function headOf(
  typed: string,
  rows: readonly NamedRow[],
  isList: boolean,
  alone: boolean,
): Pick<Segment, 'rows' | 'text'> | undefined {
  const numbered = NUMBERED.exec(typed) ?? (isList ? LISTED.exec(typed) : null);
  if (numbered) {
    // "1:2" alone may be a ratio.
    if (alone && /^\d+:\d/.test(typed)) return undefined;
    const indexes = indexesOf(numbered[1]!);
    return withoutName(indexes, numbered[2]!.trim(), rows);
  }
  const named = splitAtName(typed);
  const index = named && rowCalled(named.name, rows);
  return index === undefined ? undefined : { rows: [index], text: named!.text };
}

/** "Tổng thu: 12,5": what stands before the first colon, sign of equality or tab, and what follows it. */
function splitAtName(typed: string): { name: string; text: string } | undefined {
  const at = typed.search(/[:=\t]/u);
  return at > 0 ? { name: typed.slice(0, at), text: typed.slice(at + 1).trim() } : undefined;
}

/** "2. Tổng thu ngân sách: 12,5": the name after the number goes, where it is that row's; another row's makes it unclear. */
function withoutName(indexes: number[], text: string, rows: readonly NamedRow[]): Pick<Segment, 'rows' | 'text'> {
  const named = splitAtName(text);
  const called = named && rowCalled(named.name, rows);
  if (called === undefined) return { rows: indexes, text };
  return indexes.length === 1 && indexes[0] === called ? { rows: indexes, text: named!.text } : { rows: [-1], text };
}

/** Whether the pieces are a list with the numbering in front: two or more, counting up. */
function isNumberedList(pieces: readonly string[]): boolean {
  const numbers = pieces.map((piece) => LISTED.exec(piece)?.[1]).filter((number) => number !== undefined);
  return numbers.length >= 2 && numbers.every((number, at) => at === 0 || Number(number) > Number(numbers[at - 1]));
}

/** Indexes of "3", "5-7", "2 và 4"; -1 where a range runs backwards or is too long. */
function indexesOf(numbers: string): number[] {
  return numbers.split(/\s*(?:,|&|và|va)\s*/iu).flatMap((part) => {
    const [from = 0, to = from] = [...part.matchAll(/\d+/g)].map((match) => Number(match[0]));
    if (from < 1 || to < from || to - from >= MOST_ROWS) return [-1];
    return Array.from({ length: to - from + 1 }, (_, step) => from + step - 1);
  });
}

/** The one row that goes by `name`, or whose name alone begins with it; short beginnings name nothing. */
function rowCalled(name: string, rows: readonly NamedRow[]): number | undefined {
  const wanted = bareName(name);
  if (wanted.length < 4) return undefined;
  const names = rows.map((row) => row.names.map(bareName));
  const exact = names.flatMap((own, index) => (own.includes(wanted) ? [index] : []));
  if (exact.length > 0) return exact.length === 1 ? exact[0] : undefined;
  const begins = names.flatMap((own, index) => (own.some((one) => one.startsWith(wanted)) ? [index] : []));
  return wanted.length >= 8 && begins.length === 1 ? begins[0] : undefined;
}
