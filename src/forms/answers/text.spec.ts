import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cleanTextTest, isNfc, TEXT_PATTERN } from './text.js';

const pattern = new RegExp(TEXT_PATTERN, 'u');
const isStored = (text: string, most: number) => pattern.test(text) && isNfc(text) && Array.from(text).length <= most;

describe('a test for stored texts', () => {
  const isClean = cleanTextTest(4);

  it('says of every character, alone and between others, what the pattern and the normal form say', () => {
    const wrong: string[] = [];
    for (let code = 0; code <= 0xffff; code += 1) {
      const sign = String.fromCharCode(code);
      for (const text of [sign, `a${sign}`, `${sign}a`, `a${sign}a`]) {
        if (isClean(text) !== isStored(text, 4)) wrong.push(`${code.toString(16)} in ${JSON.stringify(text)}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('agrees with them on any text', () => {
    const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.string());
    fc.assert(
      fc.property(texts, fc.nat({ max: 8 }), (text, most) => cleanTextTest(most)(text) === isStored(text, most)),
      {
        numRuns: 2_000,
      },
    );
  });

  it('counts characters, not halves of them', () => {
    expect(isClean('😀😀😀😀')).toBe(true);
    expect(isClean('😀😀😀😀😀')).toBe(false);
  });

  it('refuses a letter whose accent stands apart', () => {
    expect(isClean('ế')).toBe(true);
    expect(isClean('ế'.normalize('NFD'))).toBe(false);
  });
});
