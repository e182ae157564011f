import { addDays, isDay } from '../../texts/days';
import type { Period } from './queries';

/** A period as it is typed: days of one plan year, the last one inclusive. */
export interface TypedPeriod {
  key: string;
  name: string;
  opens: string;
  lastDay: string;
}

/** A year in which every February has 28 days, for days that come every year. */
const PLAIN = '2027';

/** The days of a period as they fall for plan year `planYear`. */
export function typedPeriod({ key, title, opens, due }: Period, planYear: number, locale: 'vi' | 'en'): TypedPeriod {
  const dayOf = ({ monthDay, yearOf }: Period['opens'], before = 0) => {
    const year = yearOf === 'plan-year' ? planYear : planYear - 1;
    return addDays(`${year}-${monthDay}`, -before);
  };
  return { key, name: (locale === 'en' && title.en) || title.vi, opens: dayOf(opens), lastDay: dayOf(due, 1) };
}

/** What is wrong with the days of a period: missing, backwards, or outside the two years of the plan. */
export function periodFault(
  { opens, lastDay }: TypedPeriod,
  planYear: number,
): 'day' | 'backwards' | 'years' | undefined {
  if (!isDay(opens) || !isDay(lastDay)) return 'day';
  if (lastDay < opens) return 'backwards';
  // The first day too late must lie in them as well.
  return opens >= `${planYear - 1}-01-01` && lastDay < `${planYear}-12-31` ? undefined : 'years';
}

/** The period as a rule keeps it: days of every year, the due day exclusive. */
export function periodOf({ key, name, opens, lastDay }: TypedPeriod, planYear: number, was?: Period): Period {
  const yearly = (day: string) => ({
    monthDay: day.slice(5) === '02-29' ? '02-28' : day.slice(5),
    yearOf: Number(day.slice(0, 4)) === planYear ? ('plan-year' as const) : ('report-year' as const),
  });
  const { monthDay } = yearly(lastDay);
  const next = addDays(`${PLAIN}-${monthDay}`, 1);
  const due = yearly(`${Number(lastDay.slice(0, 4)) + (next > `${PLAIN}-12-31` ? 1 : 0)}-${next.slice(5)}`);
  // An English name that somebody gave stays beside its Vietnamese one.
  const title = was && (was.title.vi === name || was.title.en === name) ? was.title : { vi: name };
  return { key, title, opens: yearly(opens), due };
}

/** The same day of another year. */
export const inOtherYear = (day: string, by: number): string =>
  isDay(day) ? `${Number(day.slice(0, 4)) + by}${day.slice(4)}`.replace('-02-29', '-02-28') : day;
