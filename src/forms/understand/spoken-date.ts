import { addDays, aroundToday, firstOfMonth, isoDay, lastOfMonth, partsOf } from './calendar.js';
import type { DateReading } from './date-reading.js';
import { dayOf, monthOf, withoutYear, withYear } from './numeric-date.js';
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

/** "3 ngày nữa", "sau 3 ngày", "2 tuần trước", "cách đây 2 ngày". */
function counted(text: string, today: string): DateReading | undefined {
  const ahead = /^(?:(?:trong|sau) )?([0-9]{1,3}) (ngay|hom|tuan)(?: (?:nua|toi))?$/.exec(text);
  const back =
    /^(?:cach day )?([0-9]{1,3}) (ngay|hom|tuan) truoc$/.exec(text) ??
    /^cach day ([0-9]{1,3}) (ngay|hom|tuan)$/.exec(text);
  const found = back ?? ahead;
  if (!found) return undefined;
  const days = Number(found[1]) * (found[2] === 'tuan' ? 7 : 1);
  return { found: 'day', day: addDays(today, back ? -days : days), doubt: reason('date-relative') };
}

/** "thứ 6", "T6", "CN", with "tuần này", "tuần sau", "tuần trước", "tới", "vừa rồi". Weeks begin on Monday. */
function weekday(text: string, today: string): DateReading | undefined {
  const parts =
    /^(?:ngay )?(?:(?:sang|chieu|toi) )?(?:(?:thu |t|th )([2-9]|hai|ba|tu|nam|sau|bay)|(chu nhat|cn|chu nhut)|([a-z]{3,6}day))(?: (tuan nay|tuan sau|tuan toi|tuan truoc|tuan qua|nay|sau|toi|truoc|qua|vua roi|vua qua))?$/.exec(
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
const MONTH_ALONE = new RegExp(
  `^(?:trong )?${MONTH_WORD} ?([0-9]{1,2})(?:[ ,/-]+(?:nam )?([0-9]{4}|nay|sau|toi|truoc|ngoai))?$`,
);
const NUMERIC_OF_YEAR = /^(?:ngay )?([0-9]{1,2}) ?[/.-] ?([0-9]{1,2}) (?:nam )?(nay|sau|toi|truoc|ngoai|[0-9]{4})$/;

function dayOfMonth(text: string, today: string): DateReading | undefined {
  const { year, month } = partsOf(today);
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
  const alone = DAY_ALONE.exec(text);
  if (alone) return dayAlone(Number(alone[1]), today);
  const onlyMonth = MONTH_ALONE.exec(text);
  if (!onlyMonth) return undefined;
  const relative = relativeOffset(onlyMonth[2] ?? '');
  const ofYear = relative !== undefined || !onlyMonth[2] ? year + (relative ?? 0) : Number(onlyMonth[2]);
  return monthOf(Number(onlyMonth[1]), ofYear);
}

function relativeOffset(word: string): number | undefined {
  if (word === 'nay') return 0;
  if (word === 'sau' || word === 'toi') return 1;
  return word === 'truoc' || word === 'ngoai' || word === 'qua' ? -1 : undefined;
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

/** Edges of months, quarters, years and weeks: likely one day, always shown back. */
function edgeOf(text: string, today: string): DateReading | undefined {
  const { year, month, weekday: day } = partsOf(today);
  const doubt = reason('date-edge');
  const found = (iso: string): DateReading => ({ found: 'day', day: iso, doubt });
  const parts =
    /^(?:vao )?(dau|giua|cuoi|het) (thang|quy|nam|tuan)(?: ([0-9]{1,4}|i|ii|iii|iv|nay|sau|toi|truoc|qua|ngoai))?$/.exec(
      text,
    );
  if (!parts)
    return /^(?:tuan|thang|quy|nam) (?:nay|sau|toi|truoc)$/.test(text)
      ? { found: 'wrong', because: reason('date-day-missing') }
      : undefined;
  const [, edge, span, which = 'nay'] = parts;
  const offset = relativeOffset(which);
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
    const quarter =
      offset === undefined ? ({ i: 1, ii: 2, iii: 3, iv: 4 }[which] ?? Number(which)) : Math.ceil(month / 3) + offset;
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
