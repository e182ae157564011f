import type { Field } from './field.js';
import { readAmount } from './amount.js';
import type { Token } from './number-tokens.js';
import { fold, isCourtesy } from './typed-text.js';
import { baseOfWords, type UnitOfMeasure } from './unit-of-measure.js';
import { reason, type Reason } from './understood.js';

/** What stands after the number, weighed. */
export interface Tail {
  /** A sign of parts per hundred or thousand. */
  sign?: '%' | '‰';
  /** The form's own unit was typed. */
  ownUnit: boolean;
  /** A measure follows, so what stands before it is a number and no other word. */
  measured: boolean;
  /** A measure that cannot be the form's: "5 USD" to a question in đồng. */
  otherUnit?: string;
  /** The number once more in words in brackets, "5 (năm)": as text for a comparison. */
  repeated?: string;
  /** Further digits follow. */
  hasMoreNumbers: boolean;
  doubt?: Reason;
}

const APPROXIMATE = new Set(['hon', 'le', 'may', 'gi do', 'tro len', 'tro xuong', '+', 'nguoi tro len', 'mot chut']);

/** Weighs the tokens after the number against the field's unit. */
export function readTail(tokens: readonly Token[], field: Field, unit: UnitOfMeasure): Tail {
  const tail: Tail = { ownUnit: false, measured: false, hasMoreNumbers: false };
  const left = withoutRepetition(withoutEnd([...tokens], tail), tail);
  tail.hasMoreNumbers = left.some(
    (token, at) => token.kind === 'literal' || (token.kind === 'word' && token.number && isLink(left[at - 1])),
  );
  if (tail.hasMoreNumbers || left.length === 0) return tail;
  const words = left.map((token) => (token.text === '/' ? '/' : fold(token.text))).join(' ');
  const measured = words.split(' / ')[0]!.replace(/^diem /, '');
  const base = baseOfWords(measured);
  tail.measured = base !== undefined || unit.words.includes(measured) || measured === 'don vi';
  if (base === 'percent' || base === 'permille') tail.sign = base === 'percent' ? '%' : '‰';
  else if (unit.words.includes(measured)) tail.ownUnit = true;
  else if (base !== undefined && (unit.base !== undefined || field.type === 'percent')) tail.otherUnit = written(left);
  else if (APPROXIMATE.has(words)) tail.doubt = reason('approximate');
  else tail.doubt ??= reason('words-left-out', { words: written(left) });
  return tail;
}

const LINKS = new Set(['-', '~', 'đến', 'den', 'tới', 'toi', 'hoặc', 'hoac', 'hay', 'và', 'va']);

/** Whether a word or mark joins two amounts: "năm đến mười", "hai hoặc ba". */
export function isLink(token: Token | undefined): boolean {
  return token !== undefined && LINKS.has(token.text);
}

/** Takes courtesy and the end of the sentence off; a question mark is a doubt. */
function withoutEnd(tokens: Token[], tail: Tail): Token[] {
  for (;;) {
    const last = tokens.at(-1);
    if (!last) return tokens;
    if (last.kind === 'mark' && '?,'.includes(last.text)) tail.doubt ??= reason('unfinished');
    else if (!(last.kind === 'mark' && '.!;'.includes(last.text)) && !(last.kind === 'word' && isCourtesy(last.text)))
      return tokens;
    tokens.pop();
  }
}

/** "5 (năm) hồ sơ": documents repeat numbers in words. */
function withoutRepetition(tokens: Token[], tail: Tail): Token[] {
  const close = tokens.findIndex((token) => token.text === ')');
  if (tokens[0]?.text !== '(' || close < 2) return tokens;
  const parts = tokens
    .slice(1, close)
    .map((token) => (token.kind === 'word' ? token.number : undefined))
    .filter((part) => part !== undefined);
  if (parts.length !== close - 1) return tokens;
  const [only, ...others] = readAmount(parts);
  if (!only || others.length > 0) return tokens;
  tail.repeated = only.value.toFixed();
  return tokens.slice(close + 1);
}

function written(tokens: readonly Token[]): string {
  return tokens
    .map((token, at) => (token.spaceBefore && at > 0 ? ` ${token.text}` : token.text))
    .join('')
    .trim();
}
