import { aroundToday, firstOfMonth, isoDay, lastOfMonth, partsOf } from './calendar.js';
import type { DateReading } from './date-reading.js';
import { reason, type Reason } from './understood.js';

const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;
/** A two-digit year more than this many years ahead belongs to the last century. */
const YEARS_AHEAD = 30;

/** A date in digits: `15/6`, `15-6-27`, `15.06.2027`, `2027-06-15`, `15062027`, `6/2027`. Day first, as written here. */
export function readNumericDate(text: string, today: string): DateReading | undefined {
  const iso = /^([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})$/.exec(text);
  if (iso) return dayOf(Number(iso[3]), Number(iso[2]), Number(iso[1]));
  if (/^[0-9]{6}$|^[0-9]{8}$/.test(text)) return packed(text, today);
  const monthOnly = /^([0-9]{1,2}) ?[-/.] ?([0-9]{4})$/.exec(text);
  if (monthOnly) return monthOf(Number(monthOnly[1]), Number(monthOnly[2]));
  const full = /^([0-9]{1,2}) ?([-/., ]) ?([0-9]{1,2})(?: ?[-/., ] ?([0-9]{1,4}))?$/.exec(text);
  if (!full) return undefined;
  const [day, month] = [Number(full[1]), Number(full[3])];
  if (full[4] === undefined) return full[2] === ' ' || full[2] === ',' ? undefined : withoutYear(day, month, today);
  return withYear(day, month, full[4], today);
}

/** `15062027`, `150627`, or with the year first `20270615`. */
function packed(text: string, today: string): DateReading {
  const [first, second] = [Number(text.slice(0, 2)), Number(text.slice(2, 4))];
  const doubt = reason('date-packed');
  if (text.length === 6) {
    const short = withYear(first, second, text.slice(4), today);
    return short.found === 'day' ? { ...short, doubt } : short;
  }
  const dayFirst = dayOf(first, second, Number(text.slice(4)), doubt);
  if (dayFirst.found === 'day') return dayFirst;
  const yearFirst = dayOf(Number(text.slice(6)), Number(text.slice(4, 6)), Number(text.slice(0, 4)), doubt);
  return yearFirst.found === 'day' ? yearFirst : dayFirst;
}

/** A day and a month of a year as typed: four digits, or two. */
export function withYear(day: number, month: number, typedYear: string, today: string): DateReading {
  if (typedYear.length === 4) return dayOf(day, month, Number(typedYear));
  if (typedYear.length !== 2) return { found: 'wrong', because: reason('date-year', { year: typedYear }) };
  const year = 2000 + Number(typedYear);
  const nearest = year > partsOf(today).year + YEARS_AHEAD ? year - 100 : year;
  return dayOf(day, month, nearest, reason('date-short-year', { year: String(nearest) }));
}

/** A day of a month in a year not said. */
export function withoutYear(day: number, month: number, today: string, doubt?: Reason): DateReading {
  if (month > 12 && month <= 31 && day >= 1 && day <= 12) {
    return withoutYear(month, day, today, reason('date-month-first'));
  }
  const { last, next } = aroundToday(day, month, today);
  return last || next ? { found: 'recurring', last, next, doubt } : noSuchDay(day, month);
}

/** A whole date. `6/15/2027` can only be month first: likely, but not how dates are written here. */
export function dayOf(day: number, month: number, year: number, doubt?: Reason): DateReading {
  if (year < FIRST_YEAR || year > LAST_YEAR)
    return { found: 'wrong', because: reason('date-year', { year: String(year) }) };
  if (month > 12 && month <= 31 && day >= 1 && day <= 12) return dayOf(month, day, year, reason('date-month-first'));
  const iso = isoDay({ day, month, year });
  return iso ? { found: 'day', day: iso, doubt } : noSuchDay(day, month, year);
}

/** A month alone: its first or its last day. */
export function monthOf(month: number, year: number): DateReading {
  if (month < 1 || month > 12 || year < FIRST_YEAR || year > LAST_YEAR) return noSuchDay(undefined, month, year);
  return {
    found: 'several',
    days: [firstOfMonth(year, month), lastOfMonth(year, month)],
    because: reason('date-day-missing'),
  };
}

/** A quarter alone: its first or its last day. */
export function quarterOf(quarter: number, year: number): DateReading {
  if (year < FIRST_YEAR || year > LAST_YEAR)
    return { found: 'wrong', because: reason('date-year', { year: String(year) }) };
  const days = [firstOfMonth(year, quarter * 3 - 2), lastOfMonth(year, quarter * 3)];
  return { found: 'several', days, because: reason('date-day-missing') };
}

function noSuchDay(day: number | undefined, month: number, year?: number): DateReading {
  const typed = [day, month, year].filter((one) => one !== undefined).join('/');
  return { found: 'wrong', because: reason('no-such-day', { typed }) };
}
