import { fold, nfc } from '../shared/index.js';

/** What is kept of a person beside roles; phone and email are personal data. */
export interface Particulars {
  name: string;
  title: string;
  /** The administration's own number of the person. */
  code?: string;
  /** `+84…`: digits with a leading plus. */
  phone?: string;
  /** Small letters. */
  email?: string;
}

/** What is wrong with one of them; also the end of a key under `people.fault-`. */
export type ParticularFault = 'name' | 'title' | 'code' | 'phone' | 'email';

const EMAIL = /^[a-z0-9]([a-z0-9._%+-]{0,62}[a-z0-9])?@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}$/;

const clean = (text: string): string => nfc(text).replace(/\s+/g, ' ').trim();

/** A telephone number however it was written: `0912 345 678`, `(+84) 912.345.678`, `84912345678`; undefined where it is none. */
export function readPhone(typed: string): string | undefined {
  const digits = typed.normalize('NFKC').replace(/[\s().–-]/g, '');
  if (!/^\+?\d{9,15}$/.test(digits)) return undefined;
  if (digits.startsWith('+')) return digits;
  if (digits.startsWith('84') && digits.length >= 11) return `+${digits}`;
  // A spreadsheet that took the number for a figure has dropped its first zero.
  if (digits.startsWith('0') && digits.length >= 10) return `+84${digits.slice(1)}`;
  return digits.length === 9 ? `+84${digits}` : undefined;
}

/** An address as it is kept and compared; undefined where it is none. */
export function readEmail(typed: string): string | undefined {
  const email = typed.normalize('NFKC').trim().toLowerCase();
  return email.length <= 200 && EMAIL.test(email) ? email : undefined;
}

/** Reads what was typed; empty texts are nothing. All faults at once. */
export function readParticulars(typed: Record<keyof Particulars, string>): {
  particulars: Particulars;
  faults: ParticularFault[];
} {
  const faults: ParticularFault[] = [];
  const optional = (field: 'phone' | 'email', read: (text: string) => string | undefined) => {
    if (typed[field].trim() === '') return undefined;
    const found = read(typed[field]);
    if (found === undefined) faults.push(field);
    return found;
  };
  const [name, title, code] = [clean(typed.name), clean(typed.title), clean(typed.code)];
  if (name.length < 2 || name.length > 120 || !/\p{L}/u.test(name) || /[<>{}\p{C}]/u.test(name)) faults.push('name');
  if (title.length > 200 || /[<>{}\p{C}]/u.test(title)) faults.push('title');
  if (code !== '' && !/^[\p{L}\p{N}][\p{L}\p{N}._/-]{0,49}$/u.test(code)) faults.push('code');
  const phone = optional('phone', readPhone);
  const email = optional('email', readEmail);
  return { particulars: { name, title, code: code || undefined, phone, email }, faults };
}

/** Whether every word of `wish` begins a word of the person or is part of phone, email or code; accents do not matter. */
export function isFoundBy(wish: string, person: Particulars): boolean {
  const words = fold(`${person.name} ${person.title}`).split(/[^\p{L}\p{N}]+/u);
  const marks = [person.code, person.email, person.phone, person.phone?.replace(/^\+84/, '0')].map((one) =>
    fold(one ?? ''),
  );
  return fold(wish)
    .split(/\s+/)
    .filter((part) => part !== '')
    .every((part) => words.some((word) => word.startsWith(part)) || marks.some((mark) => mark.includes(part)));
}
