import { foldedWords, isCourtesy, nfcWithinLimit } from './typed-text.js';

// "như kỳ trước" in all its forms: like, equal to, or unchanged from the last period.
const LIKE = String.raw`(?:(?:van )?(?:y )?(?:nhu|giong|bang|theo|lay) (?:so(?: lieu)? )?(?:cu )?(?:cua )?)?`;
const BEFORE = String.raw`(?:ky|ki|nam|lan|quy|thang|bao cao|so lieu) (?:truoc|ngoai|roi|qua|cu)`;
const AS_BEFORE = new RegExp(
  `^(?:${LIKE}${BEFORE}|nhu (?:cu|truoc)|(?:same )?as (?:last|before)(?: (?:year|time|period))?)$`,
);

/**
 * Whether somebody says that a figure is the same as the last one known ("như kỳ trước", "bằng năm ngoái", "như cũ"). Any
 * other word makes it another answer: "bằng năm trước cộng 5" says a figure that nobody has worked out yet.
 */
export function saysAsBefore(input: string): boolean {
  const text = nfcWithinLimit(input);
  if (text === undefined) return false;
  const words = foldedWords(text).filter((word) => !isCourtesy(word));
  return AS_BEFORE.test(words.join(' '));
}
