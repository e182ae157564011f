/**
 * What a stored text may look like: no white space at either end, no control characters but line feed and tab, no lone
 * surrogates. Those cannot be kept by every store a text travels through (XML of workbooks, jsonb), so they are refused.
 */
const FORBIDDEN = '\\u0000-\\u0008\\u000B-\\u001F\\u007F-\\u009F\\uD800-\\uDFFF\\uFFFE\\uFFFF';

/** ECMA-262 pattern with the `u` flag, as JSON Schema reads patterns. */
export const TEXT_PATTERN = `^[^\\s${FORBIDDEN}]([^${FORBIDDEN}]*[^\\s${FORBIDDEN}])?$`;

const FORBIDDEN_CHARACTERS = new RegExp(`[${FORBIDDEN}]`, 'gu');

/** The stored spelling of a text: NFC, line feeds alone as line ends, no control characters, no white space around it. */
export function cleanText(text: string): string {
  if (isPlain(text)) return text;
  return text.replace(/\r\n?/g, '\n').replace(FORBIDDEN_CHARACTERS, '').normalize('NFC').trim();
}

/** Whether a text is in Unicode normalisation form C. */
export function isNfc(text: string): boolean {
  return text.normalize('NFC') === text;
}

/** A test for texts as they are stored: clean, NFC, at most `most` characters (code points) long. */
export function cleanTextTest(most: number): (text: string) => boolean {
  const pattern = new RegExp(TEXT_PATTERN, 'u');
  return (text) => {
    if (text.length <= most && isPlain(text)) return true;
    return isAtMost(text, most) && pattern.test(text) && isNfc(text);
  };
}

/** Whether a text surely is clean and NFC: of letters, digits and signs that stand for themselves, as most texts are. */
function isPlain(text: string): boolean {
  const last = text.length - 1;
  if (last < 0 || isBlank(text.charCodeAt(0)) || isBlank(text.charCodeAt(last))) return false;
  for (let at = 0; at <= last; at++) {
    const code = text.charCodeAt(at);
    // Latin with all its composed letters (Vietnamese has the block from 1E00), line feeds and dashes.
    const isOne =
      code < 0x7f
        ? code >= 0x20 || code === 0x0a || code === 0x09
        : (code >= 0xa0 && code < 0x300) || (code >= 0x1e00 && code < 0x1f00) || (code >= 0x2010 && code < 0x2016);
    if (!isOne) return false;
  }
  return true;
}

const isBlank = (code: number) => code <= 0x20 || code === 0xa0;

function isAtMost(text: string, most: number): boolean {
  if (text.length <= most) return true;
  if (text.length > 2 * most) return false;
  return Array.from(text).length <= most;
}
