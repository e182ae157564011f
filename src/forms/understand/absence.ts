import { findPhrase, fold, foldedWords, isCourtesy } from './typed-text.js';
import type { Absence } from './understood.js';

/** What an answer without a figure may mean. */
export type AbsenceReading =
  /** Said plainly; `rest` is what follows (a reason, a day). */
  | { means: Absence; rest: string }
  /** Nothing arose: zero in words. */
  | { means: 'zero' }
  /** "không", "chưa có", a dash: zero or no figure. */
  | { means: 'zero-or-no-data' }
  /** "n/a": not available or not applicable. */
  | { means: 'no-data-or-not-applicable' }
  /** "không biết": probably no figure, but nobody said so. */
  | { means: 'unknown' };

// prettier-ignore
const NO_DATA = [
  'chua co so lieu chinh thuc', 'chua co so chinh thuc', 'khong co so lieu chinh thuc', 'chua co duoc so lieu',
  'chua co so lieu', 'chua co du lieu', 'chua co thong tin', 'chua co so', 'chua co bao cao', 'chua co ket qua',
  'khong co so lieu', 'khong co du lieu', 'khong co thong tin',
  'chua thong ke duoc', 'chua thong ke', 'khong thong ke duoc', 'khong thong ke', 'chua tong hop duoc',
  'chua tong hop xong', 'chua tong hop', 'chua thu thap duoc', 'chua thu thap', 'chua cap nhat duoc',
  'chua cap nhat', 'chua tinh duoc', 'chua xac dinh duoc', 'chua xac dinh', 'chua quyet toan xong',
  'chua quyet toan', 'thieu so lieu', 'cho so lieu', 'dang cho so lieu', 'dang tong hop', 'no data yet',
  'khong co so', 'dang thu thap', 'dang ra soat', 'dang cap nhat', 'dang thong ke', 'cho thong ke', 'cho bao cao',
  'cho tong hop', 'chua nhan duoc', 'no data', 'not available yet', 'not available', 'not yet available',
];
// prettier-ignore
const NOT_APPLICABLE = [
  'khong ap dung', 'khong thuoc dien', 'khong thuoc doi tuong', 'khong thuoc pham vi',
  'khong lien quan', 'khong co chi tieu nay', 'not applicable', 'does not apply',
];
// prettier-ignore
const ZERO = [
  'khong phat sinh', 'khong co phat sinh', 'chua phat sinh',
  'chua co phat sinh', 'bang khong', 'so khong', 'la khong', 'zero', 'khong co truong hop nao',
  'khong co ai', 'khong ai', 'khong co cai nao', 'kps', 'khong ps', 'khong co ps',
];
// prettier-ignore
const ZERO_OR_NO_DATA = new Set([
  'khong', 'ko', 'k', 'kh', 'khg', 'hong', 'hok', 'hem', 'khong co', 'ko co', 'k co', 'kh co', 'hong co',
  'khong co gi', 'ko co gi', 'chua', 'chua co', 'chua co gi', 'hien chua co', 'hien khong co', 'trong',
  'bo trong', 'de trong', 'rong', 'nil', 'none', 'null', 'nothing', 'no',
]);
const UNKNOWN = new Set(['khong biet', 'khong bik', 'khong bit', 'chua biet', 'khong ro', 'chua ro', 'unknown']);
const UNAVAILABLE = new Set(['n/a', 'na', 'n.a', 'n.a.', 'kad', 'k/a']);

/** How many words of introduction ("hiện nay xã em …") may stand before a plain statement. */
const MOST_BEFORE = 5;

/** Reads an answer that gives no figure; undefined when it may well give one. `text` is levelled, `original` is NFC. */
export function readAbsence(text: string, original: string): AbsenceReading | undefined {
  if (/^[-_./…*\s]*$/u.test(text)) return { means: 'zero-or-no-data' };
  const words = foldedWords(text.replace(/(?<!\p{L})sl(?!\p{L})/gu, 'so lieu'));
  const core = words.filter((word, at) => !isCourtesy(word) || (at > 0 && at < words.length - 1)).join(' ');
  if (UNAVAILABLE.has(fold(text))) return { means: 'no-data-or-not-applicable' };
  if (ZERO_OR_NO_DATA.has(core)) return { means: 'zero-or-no-data' };
  // "không có hộ nào", "chưa hộ nào".
  const none = /^(?:hien )?(khong|ko|k|chua)(?: [a-z]+){1,5} nao$/.exec(core);
  if (/^khong (?:%|phan tram|dong|d|vnd)$/.test(inFull(core.split(' ')).join(' '))) return { means: 'zero' };
  if (none) return { means: none[1] === 'chua' ? 'zero-or-no-data' : 'zero' };
  if (UNKNOWN.has(inFull(core.split(' ')).join(' '))) return { means: 'unknown' };
  if (ZERO.some((phrase) => startsWith(inFull(words), phrase))) return { means: 'zero' };
  return stated(original, NO_DATA, 'no_data') ?? stated(original, NOT_APPLICABLE, 'not_applicable');
}

const NOT = new Set(['ko', 'k', 'kh', 'khg', 'kg', 'hong', 'hok', 'hem']);

/** Folded words with the short forms of "không" in full; as many as before. */
function inFull(words: readonly string[]): string[] {
  return words.map((word) => (NOT.has(word) ? 'khong' : word));
}

function startsWith(words: readonly string[], phrase: string): boolean {
  const at = findPhrase(words, phrase);
  return at !== -1 && at <= MOST_BEFORE && !words.some((word) => /[0-9]/.test(word));
}

/** Finds a plain statement; a figure before or after it (but for days and periods) makes it none. */
function stated(typed: string, phrases: string[], means: Absence): AbsenceReading | undefined {
  const original = typed.replace(/(?<!\p{L})sl(?!\p{L})/giu, 'số liệu');
  const spans = [...original.matchAll(/[\p{L}\p{M}\p{N}]+/gu)];
  const words = inFull(spans.map((span) => fold(span[0])));
  for (const phrase of phrases) {
    const at = findPhrase(words, phrase);
    if (at === -1 || at > MOST_BEFORE || words.slice(0, at).some((word) => /[0-9]/.test(word))) continue;
    const last = spans[at + phrase.split(' ').length - 1]!;
    const rest = original.slice(last.index + last[0].length);
    if (/[0-9]/.test(withoutDays(fold(rest)))) return undefined;
    return { means, rest: withoutEdges(rest) };
  }
  return undefined;
}

/** What is left without days, months, quarters, years and documents' numbers: "05/7", "quý 3", "năm 2027", "15 ngày". */
function withoutDays(folded: string): string {
  return folded
    .replace(/[0-9]{1,2}[/.-][0-9]{1,4}(?:[/.-][0-9]{1,4})?/g, ' ')
    .replace(/(?:ngay|thang|quy|nam|tuan|thu|mung|dot|ky|vong|so|lan) [0-9]{1,4}(?![0-9.,])/g, ' ')
    .replace(/[0-9]{1,3} ?(?:ngay|thang|quy|nam|tuan|hom)(?!\p{L})/gu, ' ')
    .replace(/[0-9]{1,2} ?[h:g][0-9]{0,2}(?![\p{L}0-9])/gu, ' ');
}

function withoutEdges(rest: string): string {
  const words = rest.replace(/^[\s,;:.–—-]+/u, '').trimEnd();
  return words.replace(/(?:^|\s)(?:ạ|nhé|nha)[.!]?$/u, '').trim();
}
