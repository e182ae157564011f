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
  return text.replace(/\r\n?/g, '\n').replace(FORBIDDEN_CHARACTERS, '').normalize('NFC').trim();
}

/** Whether a text is in Unicode normalisation form C. */
export function isNfc(text: string): boolean {
  return text.normalize('NFC') === text;
}
