/** Zero-width characters, direction marks, soft hyphens, variation selectors and the keycap: nobody typed them on purpose. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFE00-\uFE0F\uFEFF\u20E3]/gu;

/** Hyphens, dashes and minus signs: on a phone they are one key. */
const DASHES = /[\u2010-\u2015\u2212\uFE58\uFE63]/gu;

/** Apostrophes that group digits. */
const APOSTROPHES = /[\u2018\u2019\u02BC\u00B4`]/gu;

/** The most characters (code points in NFC) of an answer. */
export const LONGEST = 500;

/** Raw input beyond this is not even normalised; no text of `LONGEST` characters in NFC is this long decomposed. */
const LONGEST_RAW = 16 * LONGEST;

/** The input in NFC, or undefined when it is longer than `LONGEST` characters. */
export function nfcWithinLimit(input: string): string | undefined {
  if (input.length > LONGEST_RAW) return undefined;
  const text = input.normalize('NFC');
  return text.length > LONGEST && Array.from(text).length > LONGEST ? undefined : text;
}

/**
 * A typed answer with everything levelled that says nothing: lower case, single plain spaces, plain digits, one kind of
 * dash and apostrophe. Full-width and mathematical characters become plain, but `²` stays: "5²" must not turn into 52.
 */
export function level(nfc: string): string {
  return nfc
    .replace(/[\uFF01-\uFF5E\u{1D400}-\u{1D7FF}]/gu, (wide) => wide.normalize('NFKC'))
    .replace(INVISIBLE, '')
    .replace(DASHES, '-')
    .replace(APOSTROPHES, "'")
    .toLowerCase()
    .normalize('NFC')
    .replace(/[\s\u3000\u2800]+/gu, ' ')
    .trim();
}

/** Levelled text without Vietnamese diacritics. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
}

/** The folded words of a text; punctuation only separates, digits and `%` stay. */
export function foldedWords(text: string): string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}%]+/u)
    .filter(Boolean);
}

/** Whether `phrase` (folded words with single spaces) stands in `words` as whole words; the index of its first word. */
export function findPhrase(words: readonly string[], phrase: string): number {
  const wanted = phrase.split(' ');
  return words.findIndex((_, at) => wanted.every((word, offset) => words[at + offset] === word));
}

/** Whether a text holds a picture and no letter or digit. */
export function isOnlyEmoji(text: string): boolean {
  return /\p{Extended_Pictographic}/u.test(text) && !/[\p{L}\p{N}]/u.test(text);
}

export function withoutEmoji(text: string): string {
  return text
    .replace(/[\p{Extended_Pictographic}\u{1F3FB}-\u{1F3FF}]/gu, ' ')
    .replace(/ +/g, ' ')
    .trim();
}

const PARTICLES = new Set(['da', 'a', 'vang', 'thua', 'nhe', 'nha']);

/** Whether a word (levelled, with diacritics) is mere courtesy: "dạ", "ạ", "vâng", "thưa", "nhé". */
export function isCourtesy(word: string): boolean {
  return !word.startsWith('đ') && PARTICLES.has(fold(word));
}
