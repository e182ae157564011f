import { addDays, addMonths, isoDay, partsOf } from './calendar.js';
import { edgeOf, quarterNumber } from './date-edge.js';
import type { DateReading } from './date-reading.js';
import { dayOf, monthOf, quarterOf, withoutYear, withYear } from './numeric-date.js';
import { relativeOffset } from './relative-word.js';
import { reason } from './understood.js';

/** Days counted from today. Where regions count differently ("ngày kia", "mốt") the day is shown back. */
const RELATIVE: Record<string, { days: number; doubt?: boolean }> = {
  'hom nay': { days: 0 }, 'ngay hom nay': { days: 0 }, nay: { days: 0 }, 'bua nay': { days: 0 }, today: { days: 0 }, hnay: { days: 0 },
  'sang nay': { days: 0 }, 'trua nay': { days: 0 }, 'chieu nay': { days: 0 }, 'toi nay': { days: 0 }, 'bay gio': { days: 0 }, 'trong ngay': { days: 0 },
  'hom qua': { days: -1 }, 'ngay hom qua': { days: -1 }, 'bua qua': { days: -1 }, yesterday: { days: -1 }, 'chieu qua': { days: -1 },
  'sang qua': { days: -1 }, 'toi qua': { days: -1 },
  'ngay mai': { days: 1 }, mai: { days: 1 }, 'bua mai': { days: 1 }, tomorrow: { days: 1 }, 'sang mai': { days: 1 }, 'chieu mai': { days: 1 },
  'trua mai': { days: 1 }, 'toi mai': { days: 1 }, 'hom sau': { days: 1, doubt: true },
  'ngay kia': { days: 2, doubt: true }, 'ngay mot': { days: 2, doubt: true }, mot: { days: 2, doubt: true }, kia: { days: 2, doubt: true },
  'hom kia': { days: -2, doubt: true }, 'bua kia': { days: -2, doubt: true },
}; // prettier-ignore

const WEEKDAYS: Record<string, number> = {
  2: 1,
  hai: 1,
  3: 2,
  ba: 2,
  4: 3,
  tu: 3,
  5: 4,
  nam: 4,
  6: 5,
  sau: 5,
  7: 6,
  bay: 6,
};
for (const [at, name] of ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].entries()) {
  WEEKDAYS[name] = at + 1;
}

/** A day in (folded) words: relative, by weekday, "ngày 15 tháng 6", "cuối tháng". */
export function readSpokenDate(text: string, today: string): DateReading | undefined {
  const relative = Object.hasOwn(RELATIVE, text) ? RELATIVE[text] : undefined;
  if (relative) {
    const doubt = relative.doubt ? reason('date-relative') : undefined;
    return { found: 'day', day: addDays(today, relative.days), doubt };
  }
  return counted(text, today) ?? weekday(text, today) ?? dayOfMonth(text, today) ?? edgeOf(text, today);
}

/** "3 ngày nữa", "sau 3 ngày", "2 tuần trước", "1 tháng nữa", "cách đây 2 ngày". */
function counted(text: string, today: string): DateReading | undefined {
  const ahead = /^(?:(?:trong|sau) )?([0-9]{1,3}) (ngay|hom|tuan|thang)(?: (?:nua|toi|sau))?$/.exec(text);
  const back =
    /^(?:cach day )?([0-9]{1,3}) (ngay|hom|tuan|thang) truoc$/.exec(text) ??
    /^cach day ([0-9]{1,3}) (ngay|hom|tuan|thang)$/.exec(text);
  const found = back ?? ahead;
  if (!found) return undefined;
  const many = Number(found[1]) * (back ? -1 : 1);
  const day = found[2] === 'thang' ? addMonths(today, many) : addDays(today, many * (found[2] === 'tuan' ? 7 : 1));
  return { found: 'day', day, doubt: reason('date-relative') };
}

/** "thứ 6", "T6", "CN", with "tuần này", "tuần sau", "tuần sau nữa", "tuần trước", "tới", "vừa rồi". Weeks begin on Monday. */
function weekday(text: string, today: string): DateReading | undefined {
  const parts =
    /^(?:ngay )?(?:(?:sang|chieu|toi) )?(?:(?:thu |t|th )([2-9]|hai|ba|tu|nam|sau|bay)|(chu nhat|cn|chu nhut)|([a-z]{3,6}day))(?: (tuan nay|tuan sau nua|tuan toi nua|tuan sau|tuan toi|tuan truoc|tuan qua|nay|sau|toi|truoc|qua|vua roi|vua qua))?$/.exec(
      text,
    );
  if (!parts) return undefined;
  const wanted = parts[2] ? 7 : WEEKDAYS[parts[1] ?? parts[3] ?? ''];
  if (wanted === undefined) return { found: 'wrong', because: reason('no-such-weekday') };
  const ahead = (wanted - partsOf(today).weekday + 7) % 7;
  const monday = addDays(today, 1 - partsOf(today).weekday);
  const ofWeek = (weeks: number): DateReading => ({
    found: 'day',
    day: addDays(monday, wanted - 1 + 7 * weeks),
    doubt: reason('date-relative'),
  });
  switch (parts[4]) {
    case 'tuan nay':
    case 'nay':
      return ofWeek(0);
    case 'tuan sau':
    case 'tuan toi':
      return ofWeek(1);
    case 'tuan sau nua':
    case 'tuan toi nua':
      return ofWeek(2);
    case 'tuan truoc':
    case 'tuan qua':
      return ofWeek(-1);
    case 'sau':
    case 'toi':
      return { found: 'day', day: addDays(today, ahead || 7), doubt: reason('date-relative') };
    case 'truoc':
    case 'qua':
    case 'vua roi':
    case 'vua qua':
      return { found: 'day', day: addDays(today, ahead - 7), doubt: reason('date-relative') };
    default:
      return {
        found: 'recurring',
        last: addDays(today, ahead === 0 ? 0 : ahead - 7),
        next: addDays(today, ahead || 7),
      };
  }
}

const MONTH_WORD = '(?:thang|thg|th|t)';
const DAY_AND_MONTH = new RegExp(
  `^(?:(?:ngay|mung|mong) )*([0-9]{1,2})(?: ?[,/-]? ?)${MONTH_WORD} ?([0-9]{1,2})(?:[ ,/-]+(?:nam )?([0-9]{4}|[0-9]{2}|nay|sau|toi|truoc|ngoai))?$`,
);
const DAY_OF_THIS = /^(?:(?:ngay|mung|mong) )*([0-9]{1,2}) thang (nay|sau|toi|truoc|qua)$/;
const DAY_ALONE = /^(?:(?:ngay|mung|mong) )+([0-9]{1,2})$/;
const QUARTER_ALONE = /^(?:trong )?quy ([1-4]|i|ii|iii|iv)[ ,/-]+(?:nam )?([0-9]{4})$/;
const MONTH_ALONE = new RegExp(
  `^(?:trong )?${MONTH_WORD} ?([0-9]{1,2})(?:[ ,/-]+(?:nam )?([0-9]{4}|nay|sau|toi|truoc|ngoai))?$`,
);
const NEAREST = /^(?:ngay )?([0-9]{1,2}) ?[/.-] ?([0-9]{1,2}) (nay|sau|toi|truoc|qua|vua roi|vua qua)$/;
const NUMERIC_OF_YEAR = /^(?:ngay )?([0-9]{1,2}) ?[/.-] ?([0-9]{1,2}) (?:nam )?(nay|sau|toi|truoc|ngoai|[0-9]{4})$/;

function dayOfMonth(text: string, today: string): DateReading | undefined {
  const { year, month } = partsOf(today);
  const nearest = NEAREST.exec(text);
  if (nearest) return nearestSuch(Number(nearest[1]), Number(nearest[2]), nearest[3]!, today);
  const full = DAY_AND_MONTH.exec(text) ?? NUMERIC_OF_YEAR.exec(text);
  if (full) {
    const [day, ofMonth, typedYear] = [Number(full[1]), Number(full[2]), full[3]];
    if (typedYear === undefined) return withoutYear(day, ofMonth, today);
    const relative = relativeOffset(typedYear);
    return relative === undefined ? withYear(day, ofMonth, typedYear, today) : dayOf(day, ofMonth, year + relative);
  }
  const near = DAY_OF_THIS.exec(text);
  if (near) {
    const months = year * 12 + (month - 1) + (relativeOffset(near[2]!) ?? 0);
    return dayOf(Number(near[1]), (months % 12) + 1, Math.floor(months / 12));
  }
  const alone = DAY_ALONE.exec(text) ?? /^([0-9]{1,2})$/.exec(text);
  if (alone) return dayAlone(Number(alone[1]), today);
  const quarter = QUARTER_ALONE.exec(text);
  if (quarter) return quarterOf(quarterNumber(quarter[1]!), Number(quarter[2]));
  const onlyMonth = MONTH_ALONE.exec(text);
  if (!onlyMonth) return undefined;
  const relative = relativeOffset(onlyMonth[2] ?? '');
  const ofYear = relative !== undefined || !onlyMonth[2] ? year + (relative ?? 0) : Number(onlyMonth[2]);
  return monthOf(Number(onlyMonth[1]), ofYear);
}

/** "30/6 này": the one to come this year, else the last or the next; "tới", "vừa rồi" say which. */
function nearestSuch(day: number, month: number, which: string, today: string): DateReading {
  const doubt = reason('date-relative');
  const such = withoutYear(day, month, today, doubt);
  if (such.found !== 'recurring') return such;
  const { last, next } = such;
  const wanted =
    which === 'nay'
      ? next !== undefined && partsOf(next).year === partsOf(today).year
        ? next
        : undefined
      : which === 'sau' || which === 'toi'
        ? next
        : last;
  return wanted === undefined ? { ...such, doubt: undefined } : { found: 'day', day: wanted, doubt };
}

/** "ngày 15": the last or the next fifteenth. */
function dayAlone(day: number, today: string): DateReading {
  const { year, month } = partsOf(today);
  const days = [-2, -1, 0, 1, 2].map((offset) => {
    const months = year * 12 + (month - 1) + offset;
    return isoDay({ day, month: (months % 12) + 1, year: Math.floor(months / 12) });
  });
  const real = days.filter((one) => one !== undefined);
  if (real.length === 0) return { found: 'wrong', because: reason('no-such-day', { typed: String(day) }) };
  return {
    found: 'recurring',
    last: real.filter((one) => one <= today).at(-1),
    next: real.find((one) => one >= today),
  };
}
