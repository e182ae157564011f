import { placeholdersOf } from '../shared/index.js';

/** What a line of a notice may have filled in, whichever rung says it. */
export const NOTICE_PLACEHOLDERS: readonly string[] = ['title', 'unit', 'lastDay', 'daysLeft', 'daysLate', 'progress'];

/** Keys under which admins may add texts that no catalog has: lines of notices and names of rungs. */
const ADDABLE = /^(notice|rung)\.[a-z0-9-]{1,60}$/;

export const mayBeAdded = (key: string): boolean => ADDABLE.test(key);

/** The names that a text under `key` may have filled in; `catalog` is the catalog's own text, where it has one. */
export function allowedPlaceholders(key: string, catalog: string | undefined): string[] {
  const own = catalog === undefined ? [] : placeholdersOf(catalog);
  const line = key.startsWith('notice.') && (catalog === undefined || own.includes('title')) ? NOTICE_PLACEHOLDERS : [];
  return [...new Set([...own, ...line])];
}

/** Names that nobody fills in, and names of the catalog's text that the new one leaves out. */
export function placeholderFaults(
  key: string,
  text: string,
  catalog: string | undefined,
): { unknown: string[]; missing: string[] } {
  const allowed = allowedPlaceholders(key, catalog);
  const used = placeholdersOf(text);
  return {
    unknown: used.filter((name) => !allowed.includes(name)),
    missing: catalog === undefined ? [] : placeholdersOf(catalog).filter((name) => !used.includes(name)),
  };
}
