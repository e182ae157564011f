import { describe, expect, it } from '@jest/globals';
import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import {
  CANONICAL_PATTERN,
  canonical,
  compare,
  decimalTest,
  formatEn,
  formatVi,
  fromExact,
  isCanonical,
  places,
  significantDigits,
} from './decimal.js';

const digits = (most: number) => fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: most });
const number = fc
  .tuple(fc.boolean(), digits(18), digits(18))
  .map(([negative, whole, fraction]) => canonical(`${negative ? '-' : ''}${whole}.${fraction}`)!);

describe('a canonical decimal', () => {
  it.each([
    ['007.50', '7.5'],
    ['-0.0', '0'],
    ['+3', '3'],
    ['0.10', '0.1'],
    ['-12', '-12'],
    ['999999999999999999', '999999999999999999'],
  ])('spells %s as %s', (given, spelt) => {
    expect(canonical(given)).toBe(spelt);
  });

  it.each(['', '1e5', '1,5', '.5', '5.', '--1', ' 1', 'NaN', 'Infinity', '1234567890123456789', '٣'])(
    'is not read from "%s"',
    (given) => {
      expect(canonical(given)).toBeUndefined();
    },
  );

  it('is recognised alike by the scanner and by the pattern that other validators get', () => {
    const pattern = new RegExp(CANONICAL_PATTERN, 'u');
    const near = fc.oneof(
      number,
      fc.string({ unit: fc.constantFrom(...'-.019'), maxLength: 6 }),
      fc.string(),
      digits(40),
    );
    fc.assert(
      fc.property(near, (text) => {
        expect(isCanonical(text)).toBe(pattern.test(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('orders as the numbers do', () => {
    fc.assert(
      fc.property(number, number, (a, b) => {
        expect(compare(a, b)).toBe(new Decimal(a).comparedTo(b));
      }),
      { numRuns: 1000 },
    );
    expect(compare('9', '10')).toBe(-1);
    expect(compare('-9', '-10')).toBe(1);
    expect(compare('0.5', '0.49')).toBe(1);
  });

  it('tells its places and its significant digits', () => {
    expect([places('12'), places('12.05')]).toEqual([0, 2]);
    expect([significantDigits('1200'), significantDigits('-0.05'), significantDigits('0')]).toEqual([2, 1, 0]);
  });

  it('is rounded half up, away from zero', () => {
    expect(fromExact(new Decimal('2.25'), 1)).toBe('2.3');
    expect(fromExact(new Decimal('-2.25'), 1)).toBe('-2.3');
    expect(fromExact(new Decimal('-0.04'), 1)).toBe('0');
  });

  it('reads as Vietnamese and as English', () => {
    expect(formatVi('1234.5')).toBe('1.234,5');
    expect(formatVi('-1234567')).toBe('-1.234.567');
    expect(formatVi('12', 2)).toBe('12,00');
    expect(formatVi('0.005', 2)).toBe('0,01');
    expect(formatEn('1234.5')).toBe('1,234.5');
    expect(formatVi('123456789012345678.123456789012345678')).toBe('123.456.789.012.345.678,123456789012345678');
  });
});

describe('a test of bounds and places', () => {
  const near = fc.integer({ min: -30, max: 30 }).map((tenths) => canonical((tenths / 10).toFixed(1))!);
  const texts = fc.oneof(number, near, fc.string({ unit: fc.constantFrom(...'-.0123456789') }), fc.string());
  const bound = fc.option(fc.oneof(number, near, fc.integer().map(String)), { nil: undefined });

  it('takes exactly what the digits say lies within them', () => {
    const decimals = fc.option(fc.nat({ max: 18 }), { nil: undefined });
    fc.assert(
      fc.property(texts, bound, bound, decimals, (text, min, max, decimals) => {
        const isWithin =
          isCanonical(text) &&
          places(text) <= (decimals ?? 18) &&
          (min === undefined || compare(text, min) >= 0) &&
          (max === undefined || compare(text, max) <= 0);
        expect(decimalTest({ min, max, decimals })(text)).toBe(isWithin);
      }),
      { numRuns: 3_000 },
    );
  });

  it.each([
    ['100', '0', '100', true],
    ['100.1', '0', '100', false],
    ['99.9', '0', '99.95', true],
    ['99.96', '0', '99.95', false],
    ['0.5', '0.5', '1', true],
    ['0.4', '0.5', '1', false],
    ['-0.5', '-0.5', '1', true],
    ['9007199254740993', '0', '9007199254740992', false],
    ['9007199254740993', '9007199254740992', undefined, true],
    ['999999999999999.1', undefined, '999999999999999', false],
  ])('of %s between %s and %s says %s', (text, min, max, isWithin) => {
    expect(decimalTest({ min, max })(text)).toBe(isWithin);
  });
});
