import type { LocalText, Row } from './definition.js';

/**
 * One of the rows into which `own` is split: like it in everything, but optional, asked for itself, and not assigned down. Parts
 * of a sum add up as the whole does; a part's weight or base would be its own, which nobody has said: it is not rolled up.
 */
export function partRow(own: Row, part: string, label: LocalText): Row {
  const { computed: _computed, jump: _jump, ask: _ask, ...like } = own;
  const en = (own.label.en ?? label.en) && `${own.label.en ?? own.label.vi}: ${label.en ?? label.vi}`;
  return {
    ...like,
    key: `${own.code}/${part}`,
    part,
    label: { vi: `${own.label.vi}: ${label.vi}`, ...(en === undefined ? {} : { en }) },
    required: false,
    aggregation: own.aggregation.rule === 'sum' ? own.aggregation : { rule: 'none' },
    assignedDown: false,
  };
}

/** The indicator's own row of which `key` (`code/part`) would be a part; undefined where it is no part of any. */
export function wholeOf(key: string, rows: readonly Row[]): { own: Row; part: string } | undefined {
  const at = key.lastIndexOf('/');
  const own = rows.find((row) => row.part === undefined && row.code === key.slice(0, at));
  return at > 0 && own ? { own, part: key.slice(at + 1) } : undefined;
}
