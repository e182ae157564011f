import { Decimal } from 'decimal.js';

/**
 * Numbers are canonical decimal strings: `-1234.5`. No exponent, no leading zeros, no `-0`, no trailing zeros in the
 * fraction, at most 18 digits before and after the point. One number has one spelling, so equal texts are equal numbers.
 */
export const CANONICAL_PATTERN = '^(0|-?[1-9][0-9]{0,17}|-?(0|[1-9][0-9]{0,17})\\.[0-9]{0,17}[1-9])$';

/** The longest canonical text: sign, 18 digits, point, 18 digits. */
export const CANONICAL_LENGTH = 38;

const DIGITS = 18;

/** Precise enough that sums and products of canonical numbers are exact, and quotients far beyond any rounding asked for. */
export const Exact = Decimal.clone({ precision: 80, rounding: Decimal.ROUND_HALF_UP, toExpNeg: -9e15, toExpPos: 9e15 });

/**
 * The canonical spelling of a number written as plain digits with `.` as decimal point (`+007.50` → `7.5`);
 * undefined for anything else: exponents, separators, more than 18 digits on either side.
 */
export function canonical(text: string): string | undefined {
  const parts = /^([+-]?)([0-9]{1,60})(?:\.([0-9]{1,60}))?$/.exec(text);
  if (!parts) return undefined;
  const whole = parts[2]!.replace(/^0+(?=[0-9])/, '');
  const fraction = (parts[3] ?? '').replace(/0+$/, '');
  if (whole.length > DIGITS || fraction.length > DIGITS) return undefined;
  const size = fraction === '' ? whole : `${whole}.${fraction}`;
  return parts[1] === '-' && size !== '0' ? `-${size}` : size;
}

/** Whether `text` is the canonical spelling of a number. A scanner by hand: it runs for every cell of every validation. */
export function isCanonical(text: string): boolean {
  const length = text.length;
  let at = text.charCodeAt(0) === 45 ? 1 : 0;
  const start = at;
  if (length === start || length > CANONICAL_LENGTH) return false;
  while (at < length && isDigit(text.charCodeAt(at))) at++;
  const wholeDigits = at - start;
  if (wholeDigits === 0 || wholeDigits > DIGITS) return false;
  const startsWithZero = text.charCodeAt(start) === 48;
  if (startsWithZero && wholeDigits > 1) return false;
  if (at === length) return !(startsWithZero && start === 1);
  if (text.charCodeAt(at) !== 46) return false;
  const fractionDigits = length - at - 1;
  if (fractionDigits === 0 || fractionDigits > DIGITS || text.charCodeAt(length - 1) === 48) return false;
  for (at++; at < length; at++) if (!isDigit(text.charCodeAt(at))) return false;
  return true;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/**
 * A test for texts: canonical, and within inclusive canonical bounds with at most so many places after the point. Small
 * numbers are told by their whole part, an integer that a double holds exactly; near a bound and beyond 15 digits the digits
 * themselves are compared.
 */
export function decimalTest(limits: { decimals?: number; min?: string; max?: string }): (text: string) => boolean {
  const { min, max, decimals = DIGITS } = limits;
  const [surelyFrom, surelyTo] = [wholeInside(min, 1), wholeInside(max, -1)];
  return (text) => {
    const length = text.length;
    let [at, whole] = [0, 0];
    for (; at < length; at++) {
      const digit = text.charCodeAt(at) - 48;
      if (digit < 0 || digit > 9) break;
      whole = whole * 10 + digit;
    }
    // One spelling a number: no leading zero.
    if (at > 0 && at <= SAFE_DIGITS && (at === 1 || text.charCodeAt(0) !== 48) && whole >= surelyFrom) {
      if (at === length ? whole <= surelyTo : whole < surelyTo && isFraction(text, at, decimals)) return true;
    }
    return (
      isCanonical(text) &&
      places(text) <= decimals &&
      (min === undefined || compare(text, min) >= 0) &&
      (max === undefined || compare(text, max) <= 0)
    );
  };
}

/** Whether from the point at `at` on a text is a canonical fraction of at most `most` digits. */
function isFraction(text: string, at: number, most: number): boolean {
  const last = text.length - 1;
  if (text.charCodeAt(at) !== 46 || last === at || last - at > most || last - at > DIGITS) return false;
  if (text.charCodeAt(last) === 48) return false;
  for (let next = at + 1; next <= last; next++) if (!isDigit(text.charCodeAt(next))) return false;
  return true;
}

/** Digits of a whole number that a double holds exactly, whatever they are. */
const SAFE_DIGITS = 15;

/** The whole number nearest to a bound on its inner side (`towards` 1: above it, −1: below it); no bound holds nothing back. */
function wholeInside(bound: string | undefined, towards: 1 | -1): number {
  if (bound === undefined) return -towards * Infinity;
  const whole = bound.split('.', 1)[0]!;
  // Beyond what a double holds nothing is sure.
  if (whole.replace('-', '').length > SAFE_DIGITS) return towards * Infinity;
  const cut = Number(whole);
  if (!bound.includes('.') || (bound.startsWith('-') ? 1 : -1) === towards) return cut;
  return cut + towards;
}

/** −1, 0 or 1 as `a` is less than, equal to or greater than `b`; both canonical. Compares digits, so it is exact and quick. */
export function compare(a: string, b: string): -1 | 0 | 1 {
  if (a === b) return 0;
  const negative = a.charCodeAt(0) === 45;
  if (negative !== (b.charCodeAt(0) === 45)) return negative ? -1 : 1;
  const bigger = compareSizes(negative ? a.slice(1) : a, negative ? b.slice(1) : b);
  return bigger === negative ? -1 : 1;
}

/** Whether the size `a` is greater than the different size `b`; both without sign. */
function compareSizes(a: string, b: string): boolean {
  const wholeA = wholeLength(a);
  const wholeB = wholeLength(b);
  // Of equally many whole digits the texts order as the numbers do, because canonical fractions have no trailing zeros.
  return wholeA === wholeB ? a > b : wholeA > wholeB;
}

function wholeLength(size: string): number {
  const point = size.indexOf('.');
  return point === -1 ? size.length : point;
}

/** How many digits a canonical number has after the point. */
export function places(value: string): number {
  const point = value.indexOf('.');
  return point === -1 ? 0 : value.length - point - 1;
}

/** How many digits of a canonical number carry information: `1200` has 2, `0.050` cannot occur, `0.05` has 1. */
export function significantDigits(value: string): number {
  return value.replace(/[-.]/g, '').replace(/^0+|0+$/g, '').length;
}

/** The canonical number for an exact result, rounded half up to `decimals` places where given; undefined when it is too large. */
export function fromExact(value: Decimal, decimals?: number): string | undefined {
  if (!value.isFinite()) return undefined;
  return canonical((decimals === undefined ? value : value.toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP)).toFixed());
}

/** `-1234.5` as Vietnamese readers write it, `-1.234,5`; with `decimals` rounded half up and padded to that many places. */
export function formatVi(value: string, decimals?: number): string {
  return grouped(value, decimals, '.', ',');
}

/** `-1234.5` as English readers write it, `-1,234.5`. */
export function formatEn(value: string, decimals?: number): string {
  return grouped(value, decimals, ',', '.');
}

function grouped(value: string, decimals: number | undefined, thousands: string, point: string): string {
  const shown = decimals === undefined ? value : new Exact(value).toFixed(decimals);
  const [whole = '0', fraction] = shown.split('.');
  const withGroups = whole.replace(/\B(?=([0-9]{3})+$)/g, thousands);
  return fraction === undefined ? withGroups : `${withGroups}${point}${fraction}`;
}
