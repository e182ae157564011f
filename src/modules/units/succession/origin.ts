import { decimal } from '../../../forms/index.js';
import type { PlainDate } from '../../shared/index.js';
import type { Succession } from './succession.js';

const { Exact } = decimal;

/** A unit of before, and how much of it (decimal string, 1 = whole) came over; absent where nobody knows. */
export interface OriginPart {
  unit: string;
  share?: string;
}

/** What a unit's figure of a past year is made of. */
export interface Origin {
  parts: OriginPart[];
  /** The first day of the newest order on the way, and the decisions behind all of them. */
  from: PlainDate;
  decisions: string[];
}

/**
 * Of whom the figure of `year` for `unit` is made, as units stood then; undefined where the unit stood already. An outcome
 * belongs to the units of the year's last day, a plan to those of its first: it was made before the year began.
 */
export function originOf(
  unit: string,
  year: number,
  sort: 'plan' | 'outcome',
  successions: readonly Succession[],
): Origin | undefined {
  const edge = sort === 'plan' ? `${year}-01-01` : `${year}-12-31`;
  const later = successions.filter((one) => one.from > edge);
  const newest = newestOf(unit, later);
  if (newest.length === 0) return undefined;
  const decisions = new Set<string>();
  const parts = expand(unit, undefined, later, decisions);
  return { parts: joined(parts), from: newest[0]!.from, decisions: [...decisions] };
}

/** Walks back from order to order; each step is earlier than the one before, so it ends. */
function expand(
  unit: string,
  before: PlainDate | undefined,
  successions: readonly Succession[],
  decisions: Set<string>,
): OriginPart[] {
  const rows = newestOf(unit, before === undefined ? successions : successions.filter((one) => one.from < before));
  if (rows.length === 0) return [{ unit, share: '1' }];
  return rows.flatMap((row) => {
    decisions.add(row.decision);
    return expand(row.predecessor, row.from, successions, decisions).map((part) => ({
      unit: part.unit,
      ...(part.share !== undefined && row.share !== undefined ? { share: times(part.share, row.share) } : {}),
    }));
  });
}

/** The rows of the newest order that made `unit`. */
function newestOf(unit: string, successions: readonly Succession[]): Succession[] {
  const rows = successions.filter((one) => one.successor === unit);
  const from = rows.reduce((newest, one) => (one.from > newest ? one.from : newest), '');
  return rows.filter((one) => one.from === from);
}

/** A unit that came over by two ways stands once, with both shares; an unknown share makes the sum unknown. */
function joined(parts: readonly OriginPart[]): OriginPart[] {
  const known = new Map<string, string | undefined>();
  for (const { unit, share } of parts) {
    const earlier = known.has(unit) ? known.get(unit) : '0';
    known.set(unit, earlier === undefined || share === undefined ? undefined : plus(earlier, share));
  }
  return [...known].map(([unit, share]) => ({ unit, ...(share === undefined ? {} : { share }) }));
}

// A chain of splits may have more digits than a figure may; shares are numbers of their own and stay exact.
const times = (a: string, b: string): string => new Exact(a).times(b).toFixed();
const plus = (a: string, b: string): string => new Exact(a).plus(b).toFixed();
