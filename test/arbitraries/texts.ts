import fc from 'fast-check';
import { cleanText } from '../../src/forms/index.js';

/** Words that officials write, and texts that stores like to spoil. */
const NASTY = [
  'Ước thực hiện cả năm',
  '=1+1',
  "=cmd|'/C calc'!A0",
  '+84 912',
  '-',
  '@SUM(A1)',
  '0012',
  '1e5',
  '1.234',
  'true',
  '_x0041_',
  '_x000D_ và _x005F_',
  'dòng một\ndòng hai\n\ndòng bốn',
  'cột\tthụt',
  '<b>&amp;</b> "ngoặc" \'đơn\'',
  '…',
  'x',
  '𠀀 chữ Nôm 😀',
  '__proto__',
  '29/06/2027',
  'null',
];

/** A stored text: never empty, clean, at most `most` characters. */
export function arbitraryText(most = 60): fc.Arbitrary<string> {
  const any = fc.string({ unit: 'binary', maxLength: most });
  const letters = fc.string({ unit: 'grapheme', minLength: 1, maxLength: Math.floor(most / 4) });
  return fc
    .oneof({ weight: 2, arbitrary: fc.constantFrom(...NASTY) }, letters, any)
    .map(cleanText)
    .filter((text) => text !== '' && Array.from(text).length <= most);
}

/** A label as a definition holds it. */
export function arbitraryLabel(): fc.Arbitrary<{ vi: string; en?: string }> {
  return fc.record({ vi: arbitraryText(40), en: arbitraryText(40) }, { requiredKeys: ['vi'] });
}

/** A key of rows, measures, columns, choices: hyphens stand between letters and digits. */
export function arbitraryKey(): fc.Arbitrary<string> {
  const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789-');
  return fc.string({ unit: letter, minLength: 1, maxLength: 12 }).map((text) => `k${text}`.replace(/-+(?=-|$)/g, ''));
}

/** A real day, also before the first day a spreadsheet can count. */
export function arbitraryDay(): fc.Arbitrary<string> {
  return fc
    .date({ min: new Date('1800-01-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
}
