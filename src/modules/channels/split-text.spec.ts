import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { splitText } from './split-text.js';

const squeezed = (text: string) => text.replace(/\s+/g, '');

describe('splitting a long text', () => {
  it('leaves a text that fits as it is', () => {
    expect(splitText('  Kính gửi đồng chí\n', 4096)).toEqual(['  Kính gửi đồng chí\n']);
  });

  it('makes no message of a blank text', () => {
    expect(splitText('', 10)).toEqual([]);
    expect(splitText(' \n ', 10)).toEqual([]);
    expect(splitText(' '.repeat(30), 10)).toEqual([]);
  });

  it('cuts between paragraphs first, then lines, then words', () => {
    expect(splitText('một hai\n\nba bốn\nnăm', 14)).toEqual(['một hai', 'ba bốn\nnăm']);
    expect(splitText('một hai\nba bốn', 10)).toEqual(['một hai', 'ba bốn']);
    expect(splitText('một hai ba', 8)).toEqual(['một hai', 'ba']);
  });

  it('cuts after a sentence rather than inside one, but not at a point within a number or a date', () => {
    expect(splitText('Đạt 1.234 tỷ đồng. Hạn cuối ngày 29.6.2027 nhé', 30)).toEqual([
      'Đạt 1.234 tỷ đồng.',
      'Hạn cuối ngày 29.6.2027 nhé',
    ]);
    expect(splitText('Có «đúng không?» Vâng ạ', 17)).toEqual(['Có «đúng không?»', 'Vâng ạ']);
    expect(splitText('A. một hai ba bốn năm', 16)).toEqual(['A. một hai ba', 'bốn năm']);
  });

  it('does not waste a message on a short first paragraph', () => {
    expect(splitText('a\n\n' + 'b '.repeat(20), 20)[0]!.length).toBeGreaterThan(10);
  });

  it('cuts a word that is longer than a message, but no character', () => {
    expect(splitText('😀😀😀', 3)).toEqual(['😀', '😀', '😀']);
    expect(splitText('e\u0301e\u0301e\u0301', 3)).toEqual(['e\u0301', 'e\u0301', 'e\u0301']);
  });

  it('refuses a length that holds no character', () => {
    expect(() => splitText('a', 1)).toThrow(RangeError);
    expect(() => splitText('a', Number.NaN)).toThrow(RangeError);
  });

  it('loses nothing, exceeds nothing and tears no surrogate pair', () => {
    const text = fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom(' ', '\n', '\n\n', '👨‍👩‍👧', 'ộ')));
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 40 }), (pieces, max) => {
        const whole = pieces.join('');
        const parts = splitText(whole, max);
        expect(squeezed(parts.join(''))).toBe(squeezed(whole));
        for (const part of parts) {
          expect(part.length).toBeLessThanOrEqual(max);
          expect(part.trim()).not.toBe('');
          expect(part.isWellFormed()).toBe(true);
        }
      }),
    );
  });
});
