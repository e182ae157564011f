import { createHash, randomBytes, randomInt, randomUUID, timingSafeEqual } from 'node:crypto';

export const newId = (): string => randomUUID();

/** 128 random bits as URL-safe text: for links. */
export const newSecret = (): string => randomBytes(16).toString('base64url');

// Without 0/O, 1/I/L, U/V and other pairs that are misread on paper.
const CODE_LETTERS = '23456789ABCDEFGHJKMNPQRSTWXYZ';

/** A code people type by hand, in two groups of five: `7KQ4M-XR2HD` (about 48 bits). */
export function newTypedCode(): string {
  const letters = Array.from({ length: 10 }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]).join('');
  return `${letters.slice(0, 5)}-${letters.slice(5)}`;
}

/** Only this digest of a secret is ever stored. */
export const digest = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

/** Equality without telling by its time where two secrets differ. */
export function sameSecret(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(digest(a)), Buffer.from(digest(b)));
}
