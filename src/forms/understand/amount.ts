import type { Decimal } from 'decimal.js';
import { Exact } from '../answers/decimal.js';
import { readLiteral } from './notation.js';
import type { NumberPart } from './number-words.js';

/** One piece of an amount: digits, or a word of a number. */
export type AmountPart = NumberPart | { part: 'literal'; text: string };

/** One reading of an amount. */
export interface AmountReading {
  value: Decimal;
  /** As Vietnamese documents write numbers. */
  vietnamese: boolean;
  /** Digits in groups and nothing else: in a question for whole things the only way to read them. */
  grouped?: boolean;
}

/** More readings than this are no reading. */
const MOST_READINGS = 4;
/** Scales in the order in which they may follow each other. */
const SCALES = [1e9, 1e6, 1e4, 1e3];

/**
 * The readings of "1,2 triệu", "1 tỷ 2", "hai triệu rưỡi", "một trăm linh năm", the likelier first; none when the parts
 * make no number. What follows a scale without its own is that scale's next: "1 tỷ 2" is 1,2 tỷ.
 */
export function readAmount(parts: readonly AmountPart[]): AmountReading[] {
  const joined = joinPoint(parts);
  const readings = joined ? [...scaled(joined, 0, isSpeltInFull(joined)), ...neighbours(joined)] : [];
  const distinct = readings.filter((one, at) => readings.findIndex((other) => other.value.eq(one.value)) === at);
  return distinct.length > MOST_READINGS ? [] : distinct;
}

/** "hai ba hộ", "năm bảy triệu": also two to three, five to seven. */
function neighbours(parts: readonly AmountPart[]): AmountReading[] {
  const [first, second, ...rest] = parts;
  if (first?.part !== 'digit' || second?.part !== 'digit' || second.final || second.ordinal) return [];
  const isPair = second.digit === first.digit + 1 || (first.digit === 5 && second.digit === 7);
  if (first.digit === 0 || !isPair || !rest.every((one) => one.part === 'scale' || one.part === 'hundred')) return [];
  return [first, second].flatMap((one) => scaled([one, ...rest], 0, true));
}

/** Who says "không trăm" or "linh" leaves no "nghìn" out. */
function isSpeltInFull(parts: readonly AmountPart[]): boolean {
  return parts.some((one) => one.part === 'linh' || (one.part === 'digit' && one.digit === 0));
}

const exactly = (value: Decimal.Value, vietnamese = true): AmountReading => ({ value: new Exact(value), vietnamese });

function scaled(parts: readonly AmountPart[], from: number, inFull: boolean): AmountReading[] {
  for (let at = from; at < SCALES.length; at++) {
    const scale = SCALES[at]!;
    const place = parts.findLastIndex((one) => one.part === 'scale' && one.scale === scale);
    if (place === -1) continue;
    const left = parts.slice(0, place);
    const right = parts.slice(place + 1);
    // "3 nghìn tỷ" and "một nghìn hai trăm tỷ" multiply; "2 nghìn 3 triệu" goes the wrong way.
    const afterScale = left.slice(left.findLastIndex((one) => one.part === 'scale') + 1);
    if (afterScale.length < left.length && afterScale.length === 1) return [];
    // The largest scale may multiply itself.
    const many = left.length === 0 ? [exactly(1)] : scaled(left, at === 0 ? 0 : at + 1, inFull);
    const rest = right.length === 0 ? [exactly(0)] : restOf(right, scale, at, inFull);
    return combine(many, rest, scale, right.length > 0);
  }
  return belowThousand(parts);
}

function combine(many: AmountReading[], rest: AmountReading[], scale: number, hasRest: boolean): AmountReading[] {
  return many
    .filter(({ value }) => !hasRest || value.isInteger())
    .flatMap((one) =>
      rest.map((other) => ({
        value: one.value.times(scale).plus(other.value),
        vietnamese: one.vietnamese && other.vietnamese,
      })),
    );
}

/** What may follow a scale: "rưỡi", "linh năm", "2" (of ten), "500" (of a thousand), or a smaller amount. */
function restOf(parts: readonly AmountPart[], scale: number, at: number, inFull: boolean): AmountReading[] {
  const first = parts[0]!;
  if (parts.length === 1 && first.part === 'half') return [exactly(scale / 2)];
  const below = (readings: AmountReading[]) =>
    readings.filter(({ value }) => value.lt(scale) && value.isInteger() && value.gt(0));
  if (first.part === 'linh') return below(scaled(parts.slice(1), at + 1, inFull));
  if (parts.length === 1) return singleRest(first, scale);
  if (parts.some((one) => one.part === 'scale')) return below(scaled(parts, at + 1, inFull));
  const readings = below(belowThousand(parts));
  // "hai triệu ba trăm" leaves out "nghìn", or is spelt to the letter; "hai triệu ba trăm lẻ sáu" is.
  const isExact = (value: Decimal) => scale < 1e6 || inFull || !value.mod(10).isZero();
  return readings.flatMap(({ value }) =>
    isExact(value) ? [exactly(value)] : [exactly(value.times(scale / 1000)), exactly(value)],
  );
}

function singleRest(only: AmountPart, scale: number): AmountReading[] {
  if (only.part === 'digit' && only.digit > 0) {
    const tenth = exactly((only.digit * scale) / 10);
    // "một nghìn năm": 1500, or a thousand years.
    return only.years ? [tenth, exactly(0)] : [tenth];
  }
  if (only.part === 'ten') return scale >= 1e6 ? [exactly((10 * scale) / 1000), exactly(10)] : [exactly(10)];
  if (only.part === 'hundred') return scale >= 1e6 ? [exactly((100 * scale) / 1000), exactly(100)] : [exactly(100)];
  if (only.part !== 'literal') return [];
  if (/^[1-9]$/.test(only.text)) return [exactly((Number(only.text) * scale) / 10)];
  if (/^[0-9]{3}$/.test(only.text)) return [exactly(new Exact(only.text).times(scale / 1000))];
  if (/^[0-9]{2}$/.test(only.text)) {
    const exact = new Exact(only.text).times(scale >= 1e6 ? scale / 1000 : 1);
    return scale >= 1e6 ? [exactly(new Exact(only.text).times(scale / 100)), exactly(exact)] : [exactly(exact)];
  }
  return literal(only.text).filter(({ value }) => value.isInteger() && value.lt(scale) && value.gt(0));
}

/** Amounts without nghìn, triệu, tỷ. */
function belowThousand(parts: readonly AmountPart[]): AmountReading[] {
  const place = parts.findIndex((one) => one.part === 'hundred');
  if (place === -1) return belowHundred(parts);
  const left = parts.slice(0, place);
  const right = parts.slice(place + 1);
  const hundreds = left.length === 0 ? [exactly(1)] : belowHundred(left);
  return combine(hundreds, afterHundred(right), 100, right.length > 0);
}

function afterHundred(parts: readonly AmountPart[]): AmountReading[] {
  const [first, second] = parts;
  if (!first) return [exactly(0)];
  if (first.part === 'linh') return parts.length === 2 && second ? unit(second) : [];
  if (parts.length > 1) return belowHundred(parts).filter(({ value }) => value.isInteger());
  if (first.part === 'half') return [exactly(50)];
  if (first.part === 'digit' && first.digit > 0) {
    // "một trăm năm": 150, or a hundred years.
    return first.years ? [exactly(50), exactly(0)] : [exactly(first.digit * 10)];
  }
  if (first.part === 'ten') return [exactly(10)];
  if (first.part !== 'literal') return [];
  if (/^[1-9]$/.test(first.text)) return [exactly(Number(first.text) * 10)];
  return /^[1-9][0-9]$/.test(first.text) ? [exactly(first.text)] : [];
}

function belowHundred(parts: readonly AmountPart[]): AmountReading[] {
  const [first, second, third] = parts;
  if (!first || parts.length > 3) return [];
  if (parts.length === 1) {
    if (first.part === 'literal') return literal(first.text);
    if (first.part === 'ten') return [exactly(10)];
    if (first.part === 'half') return [exactly('0.5')];
    return first.part === 'digit' && !first.final ? [exactly(first.digit)] : [];
  }
  if (first.part === 'ten') return parts.length === 2 && second ? plusUnit(10, second) : [];
  if (second?.part === 'ten') {
    const tens = first.part === 'literal' ? Number(/^[1-9][0-9]?$/.exec(first.text)?.[0]) * 10 : digitOf(first) * 10;
    if (!(tens > 0)) return [];
    return third ? plusUnit(tens, third) : [exactly(tens)];
  }
  return parts.length === 2 && second ? spokenShort(first, second) : [];
}

/** "hai mốt", "ba lăm", "năm tư", "hai bốn", "2 rưỡi", "một rưỡi". */
function spokenShort(first: AmountPart, second: AmountPart): AmountReading[] {
  if (second.part === 'half' && second.alone) {
    const isOne = digitOf(first) === 1 || (first.part === 'literal' && first.text === '1');
    return isOne ? [exactly('0.5')] : [];
  }
  if (second.part === 'half') {
    if (first.part === 'literal') return literal(first.text).filter(isWhole).map(addHalf);
    return digitOf(first) > 0 ? [addHalf(exactly(digitOf(first)))] : [];
  }
  const tens = digitOf(first);
  if (!(tens > 0) || second.part !== 'digit' || second.digit === 0) return [];
  const number = exactly(tens * 10 + second.digit);
  return second.years ? [number, exactly(tens)] : [number];
}

const isWhole = ({ value }: AmountReading) => value.isInteger();
const addHalf = (one: AmountReading): AmountReading => ({ ...one, value: one.value.plus('0.5') });

function plusUnit(tens: number, last: AmountPart): AmountReading[] {
  if (last.part === 'half') return [exactly(tens + 5)];
  // "hai mươi năm" is 20 years, or a badly spelt 25.
  if (last.part === 'digit' && last.years) return [exactly(tens + 5), exactly(tens)];
  const units = unit(last).filter(({ value }) => value.gt(0));
  return units.map(({ value }) => exactly(value.plus(tens)));
}

function unit(part: AmountPart): AmountReading[] {
  if (part.part === 'digit') return [exactly(part.digit)];
  return part.part === 'literal' && /^[0-9]$/.test(part.text) ? [exactly(part.text)] : [];
}

function digitOf(part: AmountPart): number {
  return part.part === 'digit' && !part.final ? part.digit : NaN;
}

function literal(text: string): AmountReading[] {
  return readLiteral(text).map(({ plain, vietnamese }) => ({
    ...exactly(plain, vietnamese),
    grouped: plain !== text && !plain.includes('.'),
  }));
}

/** "mười hai phẩy năm" as the digits `12,5`; undefined when a point has no digits around it. */
function joinPoint(parts: readonly AmountPart[]): AmountPart[] | undefined {
  const place = parts.findIndex((one) => one.part === 'point');
  const point = parts[place];
  if (point?.part !== 'point') return [...parts];
  const whole = scaled(parts.slice(0, place), 0, true);
  const after = parts.slice(place + 1);
  const end = after.findIndex((one) => one.part === 'scale');
  const digits = fractionDigits(end === -1 ? after : after.slice(0, end));
  if (whole.length !== 1 || digits === undefined) return undefined;
  const text = `${whole[0]!.value.toFixed()}.${digits}`;
  // Zeros more, so that three digits after the point are not taken for a group; after "chấm" they may be one.
  return [{ part: 'literal', text: point.dot ? text : `${text}0000` }, ...(end === -1 ? [] : after.slice(end))];
}

/** What is said after the point: digit by digit ("hai lăm", "không năm"), or as a number ("mười bốn"). */
function fractionDigits(parts: readonly AmountPart[]): string | undefined {
  const digits = parts.map((part) => {
    if (part.part === 'digit') return String(part.digit);
    return part.part === 'literal' && /^[0-9]+$/.test(part.text) ? part.text : undefined;
  });
  if (digits.length > 0 && !digits.includes(undefined)) return digits.join('');
  // "không không một trăm" keeps its zeros.
  const zeros = parts.findIndex((one) => !(one.part === 'digit' && one.digit === 0));
  const isHundred = parts[zeros]?.part === 'hundred';
  const from = isHundred ? zeros - 1 : zeros;
  const [only, ...others] = from < 0 ? [] : belowThousand(parts.slice(from));
  if (!only || others.length > 0 || !only.value.isInteger()) return undefined;
  return '0'.repeat(from) + only.value.toFixed().padStart(isHundred ? 3 : 0, '0');
}
