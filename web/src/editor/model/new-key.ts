import { plainWords } from '../../page/search-words';

const LONGEST = 60;

/** A key made of a name: `Tổng thu (xã)` → `tong-thu-xa`; `otherwise` where the name has no letter or digit. */
export function keyFrom(name: string, otherwise: string): string {
  const key = plainWords(name)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '');
  return key === '' ? otherwise : key;
}

/** `key`, with a number behind it where it is taken. */
export function freeKey(key: string, taken: { has: (key: string) => boolean }): string {
  if (!taken.has(key)) return key;
  let number = 2;
  while (taken.has(`${key}-${number}`)) number += 1;
  return `${key}-${number}`;
}

/** Whether the server takes it as a key. */
export const isKey = (text: string): boolean => text.length <= 100 && /^[a-zA-Z0-9]+([-_/.][a-zA-Z0-9]+)*$/.test(text);
