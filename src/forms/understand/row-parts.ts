/** Marks between columns that are in no number: a tab, a bar, a slash with room around it. */
const BETWEEN = /\s*(?:\t|\|)\s*|\s+\/\s+/u;

/**
 * The texts of a row's columns in what was typed for it: "12,5 / 13", "12,5 | 13" and "12,5 và 13" are two; "5/10" stays one, because it
 * may be a fraction or a day. More parts than the row has columns are left as one text, which then is asked about.
 */
export function partsOf(text: string, columns: number): string[] {
  const whole = text.trim();
  if (columns < 2) return [whole];
  const parts = whole.split(BETWEEN).map((part) => part.trim());
  if (parts.length > 1) return parts.length <= columns && parts.every(Boolean) ? parts : [whole];
  const joined = whole.split(/\s+(?:và|va)\s+/iu);
  if (joined.length > 1 && joined.length <= columns && joined.every(isPlainNumber)) return joined;
  const tight = whole.split('/').map((part) => part.trim());
  return tight.length === 2 && tight.every(isPlainNumber) && tight.some(isNoDayOrShare) ? tight : [whole];
}

const isPlainNumber = (text: string): boolean => /^[-−+]?\d[\d.,]*\s*(?:%|‰)?$/u.test(text);

/** "12,5" or "120" next to a slash is neither a day nor a month; "12" might be. */
const isNoDayOrShare = (text: string): boolean => /[,.%‰]/u.test(text);
