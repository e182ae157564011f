import { Exact, formatVi, fromExact } from '../answers/decimal.js';
import { faultOf } from './admissible.js';
import type { AmountReading } from './amount.js';
import type { Field } from './field.js';
import type { Token } from './number-tokens.js';
import { fold } from './typed-text.js';
import { ask, invalid, reason, type Understood } from './understood.js';

/** More options than this are no help. */
const MOST_OPTIONS = 3;

/**
 * An answer with several numbers: "5/10", "10 - 15", "10, trong đó nữ 4", "3 triệu hoặc 5 triệu". Asks which, offering
 * those that fit; `amounts` are the readings of each in the field's unit, none where one of them could not be read.
 */
export function askWhichNumber(field: Field, tokens: readonly Token[], amounts: readonly AmountReading[]): Understood {
  const shape = tokens.map((token) => (token.kind === 'literal' ? '0' : token.text)).join('');
  if (/^0([/.-])0\1(?:0)$/.test(shape)) return invalid('looks-like-date');
  const fitting = amounts
    .map(({ value }) => fromExact(value))
    .filter((value) => value !== undefined)
    .filter((value) => !faultOf(field, value));
  const numbers = [...new Set(fitting)];
  const literals = tokens.filter((token) => token.kind === 'literal').map((token) => token.text);
  if (shape === '0/0') {
    return ask([...numbers, ...quotient(field, literals)], reason('fraction-or-date', { typed: literals.join('/') }));
  }
  const options = numbers.length > MOST_OPTIONS ? [] : numbers;
  return ask(options, reason('several-numbers', { numbers: options.map((value) => formatVi(value)).join('; ') }));
}

/** "5/10" as a share, where the field takes shares. */
function quotient(field: Field, [part = '', whole = '']: string[]): string[] {
  if (field.type === 'int' || field.type === 'money' || !/^[0-9]{1,15}$/.test(part) || !/^[0-9]{1,15}$/.test(whole))
    return [];
  if (/^0+$/.test(whole)) return [];
  const share = new Exact(part).div(whole).times(field.type === 'percent' ? 100 : 1);
  const value = share.decimalPlaces() <= 6 ? fromExact(share) : undefined;
  return value === undefined || faultOf(field, value) ? [] : [value];
}

/** "ba phần tư", "1 phần 3": a share in words; "phần trăm" and "phần nghìn" are signs. Asked about, never taken. */
export function spokenShare(field: Field, tokens: readonly Token[]): Understood | undefined {
  const place = tokens.findIndex((token) => fold(token.text) === 'phan');
  const next = tokens[place + 1];
  if (place < 1 || !next || (next.kind === 'word' && ['hundred', 'scale'].includes(next.number?.part ?? '')))
    return undefined;
  const [part, whole] = [tokens[place - 1]!, next].map((token) =>
    token.kind === 'literal'
      ? token.text
      : token.kind === 'word' && token.number?.part === 'digit'
        ? String(token.number.digit)
        : undefined,
  );
  if (part === undefined || whole === undefined) return undefined;
  return ask(quotient(field, [part, whole]), reason('spoken-share', { typed: `${part}/${whole}` }));
}
