import { type CellFormat, STATE_MARKS } from '../../../forms/index.js';

/** What the table calls the cells of its hidden keys, so that a reader finds them wherever rows and columns were inserted. */
export const MARKERS = {
  keys: 'nhip-keys',
  header: 'nhip-header',
  states: 'nhip-states',
  total: 'nhip-total',
} as const;

export interface StateMark {
  state: 'not-applicable' | 'not-available';
  /** The words typed behind the mark. */
  reason?: string;
}

/**
 * The answer state that a typed cell stands for: `x` is not applicable, `…` not available yet, both with the reason behind
 * them where one was typed (`… chờ quyết toán`). In a text cell only the bare mark counts, since a text may begin like one.
 */
export function markIn(text: string, format: CellFormat): StateMark | undefined {
  const typed = text.trim();
  if (/^x$/i.test(typed)) return { state: 'not-applicable' };
  if (typed === STATE_MARKS['not-available'] || typed === '...') return { state: 'not-available' };
  if (format.kind === 'text') return undefined;
  const notAvailable = /^(?:…|\.\.\.)\s*(\S[\s\S]*)$/.exec(typed);
  if (notAvailable) return { state: 'not-available', reason: notAvailable[1] };
  const notApplicable = /^x[\s:,;-]+(\S[\s\S]*)$/i.exec(typed);
  return notApplicable ? { state: 'not-applicable', reason: notApplicable[1] } : undefined;
}
