import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { faultOf, normaliseLogin, normalisePassword } from './password-rules.js';

const mai = { name: 'Nguyễn Thị Mai', login: 'mai.nt@nguhiep.gov.vn' };

describe('a new password', () => {
  it('has twelve signs at least, counted as a reader counts them', () => {
    expect(faultOf('mưa rào thg6', mai)).toBeUndefined();
    expect(faultOf('mưa rào thg', mai)).toBe('too-short');
    // The same eleven signs, each mark typed by itself.
    expect(faultOf('mưa rào thg'.normalize('NFD'), mai)).toBe('too-short');
  });

  it('is not the own name or login, with or without marks, spaces and some digits', () => {
    expect(faultOf('Nguyễn Thị Mai', mai)).toBe('is-a-name');
    expect(faultOf('nguyenthimai12345', mai)).toBe('is-a-name');
    expect(faultOf('mai.nt@nguhiep.gov.vn', mai)).toBe('is-a-name');
    expect(faultOf('Nguyễn Thị Mai thích hoa sữa', mai)).toBeUndefined();
  });

  it('is not one sign again and again', () => {
    expect(faultOf('111111111111', mai)).toBe('one-letter');
    expect(faultOf('121212121212', mai)).toBe('one-letter');
  });

  it('is the same however its marks were typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        expect(normalisePassword(text.normalize('NFD'))).toBe(normalisePassword(text.normalize('NFC')));
        expect(faultOf(text.normalize('NFD'), mai)).toBe(faultOf(text.normalize('NFC'), mai));
      }),
    );
  });
});

describe('a login', () => {
  it('is compared without regard to capitals and spaces around it', () => {
    expect(normaliseLogin(' Mai.NT@NguHiep.gov.vn ')).toBe('mai.nt@nguhiep.gov.vn');
  });

  it('has no spaces or marks within', () => {
    for (const typed of ['mai nt', 'mãi', 'ab', '', '.mai', 'a'.repeat(65)]) {
      expect(normaliseLogin(typed)).toBeUndefined();
    }
  });

  it('stays as it is once it was taken', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const login = normaliseLogin(typed);
        if (login !== undefined) expect(normaliseLogin(login)).toBe(login);
      }),
    );
  });
});
