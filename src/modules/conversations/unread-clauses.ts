import { fold } from '../shared/index.js';

/** Where something stands in a line, in letters. */
export interface Span {
  from: number;
  to: number;
}

/** What says how the work stands or says nothing. A negation is none of these: what it negates is kept with it. */
// prettier-ignore
const SAYING_NOTHING_MORE = [
  'khong lam duoc', 'chua lam', 'chua bat dau', 'chua trien khai', 'chua xong', 'gan xong', 'sap xong', 'dang lam',
  'dang thuc hien', 'dang trien khai', 'lam do', 'da nop', 'da xong', 'hoan thanh', 'vuong mac', 'vuong', 'tac', 'ket',
  'bao cao', 'tien do', 'hien tai', 'hien nay', 'den nay', 'khoang', 'cong viec', 'viec', 'dat', 'duoc', 'dc', 'moi', 'dang',
  'lam', 'cham', 'xong', 'nop', 'se', 'da', 'roi', 'a', 'nhe', 'nha', 'r', 'la', 'thi', 'va', 'nhung', 'nen', 'vi', 'do', 'because', 'em', 'toi', 'anh', 'chi', 'dong chi', 'thua', 'cua',
  'not started', 'not done', 'not yet done', 'not finished', 'almost done', 'nearly done', 'in progress', 'blocked',
  'late', 'delayed', 'done', 'finished', 'submitted', 'status', 'report', 'progress', 'round', 'about', 'now', 'is',
  'it', 'and', 'but', 'the', 'so', 'far', 'will', 'be', 'due', 'expected', 'du kien', 'vao', 'ngay',
].sort((a, b) => b.length - a.length);
const NOTHING_MORE = new RegExp(`^(?:${SAYING_NOTHING_MORE.join('|')})(?![\\p{L}\\p{N}])`, 'u');

/**
 * The clauses of a line that nobody has read: `rest` is the line without diacritics, with marks where something was taken
 * out; the name of the act (words of `title` at the beginning) and words about its state are no such clause.
 */
export function clausesLeft(rest: string, title: string): Span[] {
  const named = new Set(fold(title).match(/\p{L}+|\p{N}+/gu) ?? []);
  return [...rest.matchAll(/[^,;]+/g)].flatMap((clause) => {
    const words = clause[0];
    const begin = titleAtBeginning(words, named);
    // A number alone is part of what stands before it: "vòng 2" of another act.
    const from = /\p{L}/u.test(words.slice(begin)) ? begin : 0;
    if (saysNothingMore(words.slice(begin))) return [];
    const span = { from: clause.index + from, to: clause.index + words.length };
    return [trimmed(rest, span)];
  });
}

/** The spans in the order of the line, as it was typed; what stands side by side is one. */
export function joinSpans(text: string, spans: readonly Span[]): string {
  const joined: Span[] = [];
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && text.slice(last.to, from).trim() === '') last.to = to;
    else joined.push({ from, to });
  }
  return joined.map(({ from, to }) => text.slice(from, to).trim()).join('; ');
}

function titleAtBeginning(words: string, named: ReadonlySet<string>): number {
  let end = 0;
  for (const word of words.matchAll(/\p{L}+|\p{N}+/gu)) {
    if (!named.has(word[0]) && word[0] !== 'round') break;
    end = word.index + word[0].length;
  }
  return end;
}

function saysNothingMore(words: string): boolean {
  let left = words;
  for (;;) {
    left = left.replace(/^[^\p{L}\p{N}]+/u, '');
    const next = left.replace(NOTHING_MORE, '');
    if (next === left) return left === '';
    left = next;
  }
}

function trimmed(text: string, { from, to }: Span): Span {
  const words = text.slice(from, to);
  const before = /^[\s.:()«»"!-]*/u.exec(words)![0].length;
  const after = /[\s.:(«"-]*$/u.exec(words.slice(before))![0].length;
  return { from: from + before, to: to - after };
}
