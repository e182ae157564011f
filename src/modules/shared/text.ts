/** A text in the languages of the product; Vietnamese always stands, English may be missing. */
export interface Text {
  vi: string;
  en?: string;
}

export type Locale = 'vi' | 'en';

/** The text in `locale`, else in Vietnamese. */
export function inLocale(text: Text, locale: Locale): string {
  return (locale === 'en' && text.en) || text.vi;
}

/** `text` in Unicode NFC: the one form in which the product stores and compares. */
export function nfc(text: string): string {
  return text.normalize('NFC');
}

/** `text` without Vietnamese diacritics, lower case, single spaces: for finding, never for showing. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase().replace(/\s+/g, ' ').trim();
}

/**
 * The same, as long as `text` and with every character in its place, so that what is found in it can be cut out of `text`
 * (which must be in NFC). Nothing is collapsed or trimmed.
 */
export function foldInPlace(text: string): string {
  return [...text]
    .map((char) => {
      const bare = char.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
      return bare.length === char.length ? bare : char;
    })
    .join('');
}
