import { addDays, aroundToday, firstOfMonth, lastOfMonth, partsOf } from './calendar.js';
import type { DateReading } from './date-reading.js';
import { relativeOffset } from './relative-word.js';
import { reason } from './understood.js';

/** Edges of months, quarters, years and weeks: likely one day, always shown back. */
export function edgeOf(text: string, today: string): DateReading | undefined {
  const { year, month, weekday: day } = partsOf(today);
  const doubt = reason('date-edge');
  const found = (iso: string): DateReading => ({ found: 'day', day: iso, doubt });
  const parts =
    /^(?:vao )?(dau|giua|cuoi|het) (thang|quy|nam|tuan)(?: ([0-9]{1,4}|i|ii|iii|iv|nay|sau|toi|truoc|qua|ngoai))?(?:[ ,/-]+(?:nam )?([0-9]{4}|nay|sau|toi|truoc|ngoai))?$/.exec(
      text,
    );
  if (!parts)
    return /^(?:tuan|thang|quy|nam) (?:nay|sau|toi|truoc)$/.test(text)
      ? { found: 'wrong', because: reason('date-day-missing') }
      : undefined;
  const [, edge, span, which = 'nay', typedYear] = parts;
  const offset = relativeOffset(which);
  if (typedYear !== undefined) return edgeInYear(edge!, span!, which, yearOf(typedYear, year));
  const isEnd = edge === 'cuoi' || edge === 'het';
  if (span === 'tuan') {
    if (offset === undefined || !isEnd) return { found: 'wrong', because: reason('date-day-missing') };
    const saturday = addDays(today, 6 - day + 7 * offset);
    return { found: 'several', days: [saturday, addDays(saturday, 1)], because: reason('date-day-missing') };
  }
  if (span === 'nam') {
    const ofYear = offset === undefined ? Number(which) : year + offset;
    if (!(ofYear >= 1900 && ofYear < 2200) || edge === 'giua')
      return { found: 'wrong', because: reason('date-day-missing') };
    return found(isEnd ? lastOfMonth(ofYear, 12) : firstOfMonth(ofYear, 1));
  }
  if (span === 'quy') {
    const quarter = offset === undefined ? quarterNumber(which) : Math.ceil(month / 3) + offset;
    if (!(quarter >= 0 && quarter <= 5) || (offset === undefined && (quarter < 1 || quarter > 4)) || edge === 'giua')
      return { found: 'wrong', because: reason('date-day-missing') };
    return ofMonths(isEnd ? quarter * 3 : quarter * 3 - 2, isEnd, offset === undefined, today);
  }
  if (offset === undefined && !(Number(which) >= 1 && Number(which) <= 12))
    return { found: 'wrong', because: reason('no-such-day', { typed: which }) };
  const ofMonth = offset === undefined ? Number(which) : month + offset;
  if (edge === 'giua') {
    if (offset === undefined) return { ...aroundToday(15, ofMonth, today), found: 'recurring', doubt };
    return found(addDays(firstOfMonth(year, ofMonth), 14));
  }
  return ofMonths(ofMonth, isEnd, offset === undefined, today);
}

/** First or last day of a month counted within this year; a month named without a year recurs. */
function ofMonths(month: number, isEnd: boolean, recurs: boolean, today: string): DateReading {
  const { year } = partsOf(today);
  const doubt = reason('date-edge');
  const edge = (ofYear: number) => (isEnd ? lastOfMonth(ofYear, month) : firstOfMonth(ofYear, month));
  if (!recurs) return { found: 'day', day: edge(year), doubt };
  const days = [year - 1, year, year + 1].map(edge);
  return {
    found: 'recurring',
    last: days.filter((one) => one <= today).at(-1),
    next: days.find((one) => one >= today),
    doubt,
  };
}

/** "cuối tháng 6/2027", "hết quý II năm 2027": the year is said. */
function edgeInYear(edge: string, span: string, which: string, year: number): DateReading {
  const isEnd = edge === 'cuoi' || edge === 'het';
  const month = span === 'quy' ? quarterNumber(which) * 3 - (isEnd ? 0 : 2) : span === 'thang' ? Number(which) : NaN;
  if (!(month >= 1 && month <= 12 && year >= 1900 && year < 2200) || (edge === 'giua' && span === 'quy'))
    return { found: 'wrong', because: reason('date-day-missing') };
  const first = firstOfMonth(year, month);
  const day = isEnd ? lastOfMonth(year, month) : edge === 'giua' ? addDays(first, 14) : first;
  return { found: 'day', day, doubt: reason('date-edge') };
}

function yearOf(typed: string, thisYear: number): number {
  const offset = relativeOffset(typed);
  return offset === undefined ? Number(typed) : thisYear + offset;
}

/** The quarter in Roman or other digits; NaN for other words. */
export function quarterNumber(text: string): number {
  return { i: 1, ii: 2, iii: 3, iv: 4 }[text] ?? Number(text);
}
