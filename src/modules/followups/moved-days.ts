import type { PlainDate, Text } from '../shared/index.js';

/** A due day of one unit that was moved; days as they are due: the last day in time is the one before. */
export interface MovedDay {
  unit: string;
  milestone: string;
  planYear: number;
  /** The occasion, where the act is owed once for each. */
  about: Text | null;
  from: PlainDate;
  to: PlainDate;
}

/** The units whose day for one act moved alike. */
export interface MovedLine extends Omit<MovedDay, 'unit'> {
  units: string[];
}

/** What moved alike, in one line each, the earliest new day first. */
export function movedLines(moved: readonly MovedDay[]): MovedLine[] {
  const alike = Map.groupBy(moved, ({ unit: _, ...line }) => JSON.stringify(line));
  return [...alike.values()]
    .map((days) => {
      const { unit: _, ...line } = days[0]!;
      return { ...line, units: days.map(({ unit }) => unit).sort() };
    })
    .sort((a, b) => (a.to < b.to ? -1 : a.to > b.to ? 1 : a.milestone < b.milestone ? -1 : 1));
}
