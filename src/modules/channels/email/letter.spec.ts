import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isAddress, subjectOf } from './letter.js';

describe('the subject of a letter', () => {
  it('is its first point, else its first line', () => {
    expect(subjectOf('Kính gửi đồng chí Mai.\n\n• Báo cáo quý\n• Khác')).toBe('Báo cáo quý');
    expect(subjectOf('\n Kính gửi  đồng chí Mai.\nb')).toBe('Kính gửi đồng chí Mai.');
    expect(subjectOf('')).toBe('');
  });

  it('is cut between words where it is long', () => {
    const subject = subjectOf(`• ${'từ '.repeat(60)}`);
    expect(subject.length).toBeLessThanOrEqual(111);
    expect(subject).toMatch(/từ…$/);
  });

  it('is one line in NFC without control characters, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const subject = subjectOf(text);
        expect(subject).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
        expect(subject.length).toBeLessThanOrEqual(111);
      }),
    );
  });
});

describe('an address', () => {
  it.each(['mai@example.vn', 'nguyen.mai+nhip@so-khdt.hanoi.gov.vn'])('is taken: %s', (address) =>
    expect(isAddress(address)).toBe(true),
  );
  it.each(['', 'mai', 'mai@', 'mai@vn', 'a b@c.vn', 'mai@c.vn\n', `${'a'.repeat(65)}@c.vn`])(
    'is refused: %j',
    (address) => expect(isAddress(address)).toBe(false),
  );
});
