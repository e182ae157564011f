import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonical, formatVi, places } from '../answers/decimal.js';
import { understand, type Field } from './index.js';

const context = { today: '2026-11-22' };
const types = ['int', 'decimal', 'percent', 'money', 'date', 'status', 'bool', 'text'] as const;
const fields = fc.record(
  {
    type: fc.constantFrom(...types),
    unit: fc.constantFrom('dong', 'million_VND', 'thousand_person', '%', 'case'),
    last: fc.constantFrom('0', '0.5', '1200', '-3'),
    past: fc.boolean(),
    required: fc.boolean(),
  },
  { requiredKeys: ['type'] },
) as fc.Arbitrary<Field>;

const PIECES = 'khoảng năm mươi mốt trăm nghìn triệu tỷ rưỡi linh không chưa có số liệu xong đang vướng ngày tháng thứ cuối 5 6/15 1.234 1,2 % - ( ) ~ . , / k tr d9a4 ddang hồ sơ ạ dạ 👍 2027 31/2 đồng'; // prettier-ignore
const sentences = fc
  .array(fc.constantFrom(...PIECES.split(' ')), { maxLength: 12 })
  .chain((words) => fc.constantFrom(words.join(' '), words.join('')));
const inputs = fc.oneof(fc.string({ unit: 'binary', maxLength: 80 }), fc.string({ unit: 'grapheme' }), sentences);

describe('whatever is typed', () => {
  it('never throws, and gives canonical values', () => {
    fc.assert(
      fc.property(fields, inputs, (field, input) => {
        const understood = understand(field, input, context);
        const values =
          understood.outcome === 'ask' ? understood.options : 'value' in understood ? [understood.value] : [];
        for (const value of values) {
          if (value === 'no_data' || value === 'not_applicable') continue;
          if (field.type === 'bool') expect(typeof value).toBe('boolean');
          else if (field.type === 'date') expect(value).toMatch(/^\d{4}-\d{2}-\d{2}$/);
          else if (field.type === 'status') expect(value).toMatch(/^(done|in_progress|not_started|blocked)$/);
          else if (field.type !== 'text') expect(canonical(String(value))).toBe(value);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('composed or decomposed, it means the same', () => {
    fc.assert(
      fc.property(fields, inputs, (field, input) => {
        const composed = understand(field, input.normalize('NFC'), context);
        expect(understand(field, input.normalize('NFD'), context)).toEqual(composed);
      }),
      { numRuns: 2000 },
    );
  });

  it('takes no longer the more often it repeats itself, up to refusing it', () => {
    for (const piece of [
      '1.',
      '1 ',
      'năm ',
      'trăm ',
      '9,9',
      '(',
      ' -',
      'chưa ',
      'tỷ1',
      'a1',
      '15/6 ',
      '\u0301',
      '5%',
    ]) {
      for (const type of types) {
        const started = performance.now();
        for (const length of [499, 100_000]) understand({ type }, piece.repeat(length).slice(0, length), context);
        expect(performance.now() - started).toBeLessThan(10_000);
      }
    }
  });
});

const decimals = fc
  .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.integer({ min: 0, max: 999_999 }), fc.nat(6))
  .map(([negative, whole, fraction, digits]) => {
    const tail = digits === 0 ? '' : `.${String(fraction).padStart(6, '0').slice(0, digits)}`;
    return canonical(`${negative ? '-' : ''}${whole}${tail}`)!;
  });

describe('a decimal in Vietnamese notation', () => {
  it('is read back as the same value, or among those asked about when it has two readings', () => {
    fc.assert(
      fc.property(decimals, (value) => {
        const understood = understand({ type: 'decimal' }, formatVi(value), context);
        const size = value.replace('-', '').split('.');
        const oneGroup = size.length === 1 && size[0]!.length > 3 && size[0]!.length <= 6;
        const oneComma = places(value) === 3 && size[0]!.length <= 3 && size[0] !== '0';
        if (oneGroup || oneComma) {
          expect(understood).toMatchObject({ outcome: 'ask', options: expect.arrayContaining([value]) });
        } else expect(understood).toEqual({ outcome: 'ok', value });
      }),
    );
  });

  it('is read back as a count without a doubt', () => {
    fc.assert(
      fc.property(fc.nat(), (value) => {
        const understood = understand({ type: 'int' }, formatVi(String(value)), context);
        expect(understood).toMatchObject({ outcome: 'ok', value: String(value) });
      }),
    );
  });
});

const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];
const GROUPS = ['', ' nghìn', ' triệu'];

/** An independent speller: every group but the first in full, as amounts are written out in documents. */
function spell(value: number): string {
  const groups = value
    .toString()
    .padStart(9, '0')
    .match(/.{3}/g)!
    .map(Number)
    .map((group, at) => ({ group, name: GROUPS[2 - at]! }));
  const first = groups.findIndex(({ group }) => group > 0);
  if (first === -1) return DIGITS[0]!;
  const spelt = groups.slice(first).map(({ group, name }, at) => {
    const text = group === 0 ? '' : spellGroup(group, at > 0);
    return text && text + name;
  });
  return spelt.filter(Boolean).join(' ');
}

function spellGroup(group: number, full: boolean): string {
  const [hundreds, tens, ones] = [Math.floor(group / 100), Math.floor(group / 10) % 10, group % 10];
  const words: string[] = [];
  if (hundreds > 0 || full) words.push(DIGITS[hundreds]!, 'trăm');
  if (tens === 0 && ones > 0 && words.length > 0) words.push('linh');
  if (tens === 1) words.push('mười');
  if (tens > 1) words.push(DIGITS[tens]!, 'mươi');
  if (ones > 0) words.push(ones === 5 && tens > 0 ? 'lăm' : ones === 1 && tens > 1 ? 'mốt' : DIGITS[ones]!);
  return words.join(' ');
}

const bare = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');
const samples = fc.oneof(fc.nat(999), fc.nat(999_999), fc.nat(999_999_999));

describe('a number written out in words', () => {
  it('is read back and shown, or asked about where "nghìn" may have been left out', () => {
    fc.assert(
      fc.property(samples, (value) => {
        const understood = understand({ type: 'int' }, spell(value), context);
        const isShort = value >= 1e6 && value % 1e6 > 0 && value % 1e6 < 1000;
        if (value === 0) expect(understood).toMatchObject({ outcome: 'ask', options: ['0', 'no_data'] });
        else if (isShort) {
          const values =
            understood.outcome === 'ask' ? understood.options : 'value' in understood ? [understood.value] : [];
          expect(values).toContain(String(value));
        } else expect(understood).toMatchObject({ outcome: 'confirm', value: String(value) });
      }),
      { numRuns: 1000 },
    );
  });

  it('without diacritics is never read as another number without a question', () => {
    fc.assert(
      fc.property(samples, (value) => {
        const understood = understand({ type: 'int' }, bare(spell(value)), context);
        expect(understood.outcome).not.toBe('ok');
        if (understood.outcome === 'confirm') expect(understood.value).toBe(String(value));
      }),
      { numRuns: 1000 },
    );
  });
});
