import type { Token } from './number-tokens.js';
import { fold, isCourtesy } from './typed-text.js';
import { reason, type Reason } from './understood.js';

/** What stands before the number, weighed. */
export interface Front {
  /** The tokens from the number on. */
  rest: Token[];
  /** `either`: "- 5" may be a list's dash, "giảm 5" may already be the size of the decrease. */
  sign: 'plus' | 'minus' | 'either';
  /** "không đến 20", "chưa được 20": the number is named, not given. */
  denied: boolean;
  /** "tăng 5", "giảm 5": by how much, not how much. */
  change: boolean;
  /** ",5": the zero before the decimal mark was left out. */
  fractionOnly: boolean;
  doubt?: Reason;
}

const APPROXIMATE = new Set(
  'khoang khoảng độ chừng chung tầm cỡ gan gần hon hơn tren trên duoi dưới xap xi xấp xỉ uoc ước ngót toi thieu tối thiểu da đa it nhat ít nhất nhieu qua quá tinh tính dat đạt'.split(
    ' ',
  ),
);
const APPROXIMATE_MARKS = '~≈<>≤≥±∼';
const HARMLESS_MARKS = '=:+•"\'$';
const DENIALS = new Set(['khong', 'ko', 'chua', 'chang', 'cha', 'k']);
/** By how much, or against what: "thêm 5", "hơn năm trước 5". */
const CHANGES = new Set([
  'tăng',
  'tang',
  'thêm',
  'them',
  'bớt',
  'bot',
  'gấp',
  'gap',
  'trước',
  'truoc',
  'ngoái',
  'ngoai',
]);
const VAGUE = new Set(['vài', 'vai', 'mấy', 'may', 'dăm', 'nhiều', 'ít']);
const AFTER_YEAR = new Set(['nay', 'ngoai', 'truoc', 'sau', 'toi']);

/** Whether a number is only hinted at: "vài chục", "mấy trăm". */
export function isVague(tokens: readonly Token[]): boolean {
  // "20 mấy" hints, "20 may" may be machines.
  const isAddition = tokens.some((token, at) => token.text === 'mấy' && tokens[at - 1]?.kind === 'literal');
  const isHint = tokens.some((token) => VAGUE.has(token.text)) && !tokens.some((token) => token.kind === 'literal');
  return isAddition || isHint;
}

/** Takes off what stands before the first number; undefined when there is no number. */
export function readFront(tokens: readonly Token[]): Front | undefined {
  const front: Front = { rest: [], sign: 'plus', denied: false, change: false, fractionOnly: false };
  const skipped: string[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    const next = tokens[at + 1];
    if (startsNumber(token, next)) {
      front.rest = tokens.slice(at);
      if (skipped.length > 0) front.doubt ??= reason('words-left-out', { words: skipped.join(' ') });
      return front;
    }
    if (token.kind === 'mark') readMark(front, token, next);
    else readIntroduction(front, token, skipped);
  }
  return undefined;
}

function startsNumber(token: Token, next: Token | undefined): boolean {
  if (token.kind === 'literal') return true;
  if (token.kind !== 'word' || !token.number) return false;
  const { part } = token.number;
  if (part === 'linh' || part === 'point') return false;
  // "tam 20" is "tầm 20".
  if (part === 'digit' && token.bare && next?.kind === 'literal') return false;
  if (part === 'half') return token.text === 'nửa';
  if (part !== 'digit') return true;
  // "không đến 20" denies; "không phẩy năm", "không trăm" count.
  if (token.number.digit === 0)
    return !next || (next.kind === 'word' && ['hundred', 'point'].includes(next.number?.part ?? ''));
  const isYear = next && (next.kind === 'literal' || AFTER_YEAR.has(fold(next.text)));
  return !(token.number.years && isYear);
}

function readMark(front: Front, token: Token, next: Token | undefined): void {
  const isNumberNext = next !== undefined && (next.kind === 'literal' || Boolean(next.kind === 'word' && next.number));
  if (token.text === '-' && isNumberNext) {
    front.sign = next.spaceBefore && token.spaceBefore ? 'either' : 'minus';
    if (front.sign === 'either') front.doubt = reason('minus-or-dash');
  } else if ((token.text === '.' || token.text === ',') && next?.kind === 'literal' && !next.spaceBefore) {
    front.fractionOnly = true;
    front.doubt ??= reason('zero-left-out');
  } else if (APPROXIMATE_MARKS.includes(token.text)) front.doubt ??= reason('approximate');
  else if (!HARMLESS_MARKS.includes(token.text)) front.doubt ??= reason('unfinished');
}

function readIntroduction(front: Front, token: Token, skipped: string[]): void {
  const folded = fold(token.text);
  if (isCourtesy(token.text)) return;
  if (folded === 'am' || folded === 'tru') {
    front.sign = 'minus';
    front.doubt ??= reason('number-words');
  } else if (folded === 'giam') {
    front.sign = 'either';
    front.change = true;
    front.doubt = reason('decrease');
  } else if (CHANGES.has(token.text)) {
    front.change = true;
    skipped.push(token.text);
  } else if (DENIALS.has(folded)) front.denied = true;
  else if (APPROXIMATE.has(token.text)) front.doubt ??= reason('approximate');
  else skipped.push(token.text);
}
