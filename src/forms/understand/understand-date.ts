import { readAbsence } from './absence.js';
import { readAmount } from './amount.js';
import { dayText } from '../answers/calendar-day.js';
import { addDays, partsOf } from './calendar.js';
import type { DateReading } from './date-reading.js';
import type { Field } from './field.js';
import { readKeystrokes } from './keystrokes.js';
import { readNumericDate } from './numeric-date.js';
import { numberWord, type NumberPart } from './number-words.js';
import { severalDays, withinSentence } from './several-days.js';
import { readSpokenDate } from './spoken-date.js';
import { fold, isCourtesy, isOnlyEmoji, withoutEmoji } from './typed-text.js';
import { ask, atMostConfirm, confirm, invalid, ok, reason, type Reason, type Understood } from './understood.js';

/** Understands an answer to a question for a day. `text` is levelled, `original` the same answer in NFC. */
export function understandDate(field: Field, text: string, original: string, today: string): Understood {
  if (text === '') return invalid('empty');
  if (isOnlyEmoji(text)) return ask([], reason('emoji'));
  const read = readTyped(field, text, original, today);
  if (read) return read;
  const meant = readKeystrokes(text);
  const raw = meant === undefined ? undefined : readTyped(field, meant, meant, today);
  return raw ? atMostConfirm(raw, reason('raw-keystrokes', { meant: meant! })) : invalid('not-a-date');
}

function readTyped(field: Field, text: string, original: string, today: string): Understood | undefined {
  const absence = readAbsence(text, original);
  if (absence?.means === 'no_data' || absence?.means === 'not_applicable') {
    return absence.rest
      ? { outcome: 'state', state: absence.means, rest: absence.rest }
      : { outcome: 'state', state: absence.means };
  }
  if (absence) return ask(['no_data', 'not_applicable'], reason('no-day'));
  const { core, doubt, edge } = withoutSurroundings(withoutEmoji(text));
  if (isLunar(core)) return invalid('lunar-date');
  const spoken = spellCount(inVietnamese(core).replace(/(?<=[0-9])[/.-]$/, ''));
  const read = (one: string) => withWeekday(one, today);
  const reading = read(spoken) ?? severalDays(spoken, read) ?? withinSentence(spoken, read);
  if (!reading) return undefined;
  return edge ? beforeOrAfter(field, reading, edge, today) : settle(field, doubted(reading, doubt), today);
}

const INTRODUCTIONS =
  /^(?:(?:den|toi|han|han cuoi|vao|khoang|tam|du kien|chac|cham nhat|muon nhat|ngay hoan thanh|la|se|em|nop|xong|hoan thanh|lam|:)(?: |$)|~ ?)/;
const TIMES = [
  /^(?:luc )?[0-9]{1,2}(?:h|g|:| gio )(?:[0-9]{2})?(?: ?phut)?[ ,]+(?:sang |chieu |toi )?/,
  /t[0-9]{2}:[0-9]{2}(?::[0-9.]+)?(?:z|[+-][0-9:]+)?$/,
  /[ ,]+(?:luc )?[0-9]{1,2}(?:h|g|:)(?:[0-9]{2})?(?::[0-9]{2})?$/,
];

/** Courtesy, clock times and introductions taken off; what carried meaning leaves a doubt. "trước", "sau" are told apart. */
function withoutSurroundings(text: string): { core: string; doubt?: Reason; edge?: 'before' | 'after' } {
  const words = text.replace(/[.!;,]+$/, '').split(' ');
  while (words.length > 1 && isCourtesy(words[0]!)) words.shift();
  while (words.length > 1 && isCourtesy(words.at(-1)!)) words.pop();
  let core = fold(spellDigits(words).join(' '))
    .replace(/[.!;,]+$/, '')
    .replace(/[()]/g, '')
    .trim();
  let doubt: Reason | undefined;
  if (core.endsWith('?')) {
    core = core.replace(/[? ]+$/, '');
    doubt = reason('unfinished');
  }
  for (const time of TIMES) {
    const without = core.replace(time, '');
    if (without !== core && without !== '')
      [core, doubt] = [without, doubt ?? reason('words-left-out', { words: core })];
  }
  for (let most = 4; most > 0 && INTRODUCTIONS.test(core); most--) {
    const without = core.replace(INTRODUCTIONS, '').trim();
    if (without === '') break;
    [core, doubt] = [
      without,
      doubt ?? reason('words-left-out', { words: core.slice(0, core.length - without.length).trim() }),
    ];
  }
  const edge = /^(truoc|sau) (?=(?:ngay )?[0-9]{1,2}(?:[/.-]| thang)|(?:ngay )[0-9]|thu |cn|chu nhat)/.exec(core);
  if (!edge) return { core, doubt };
  return { core: core.slice(edge[0].length), doubt, edge: edge[1] === 'truoc' ? 'before' : 'after' };
}

/** Days of the old calendar, said so or named after its feasts and months. */
function isLunar(core: string): boolean {
  if (/tet duong lich/.test(core)) return false;
  return /(?:^| )(?:am lich|am|al|tet|ram|giao thua|thang (?:gieng|chap)|(?:mung|mong) [0-9]+ thang (?:gieng|chap))(?: |$)/.test(
    core,
  );
}

/** "15-Jun-2027", "June 15, 2027" as a Vietnamese would write it. */
function inVietnamese(core: string): string {
  const month = (name: string) => MONTHS.indexOf(name.slice(0, 3)) + 1;
  return core
    .replace(ENGLISH, (_, day: string, name: string, year = '') => `${day} thang ${month(name)} ${year}`.trim())
    .replace(ENGLISH_FIRST, (_, name: string, day: string, year = '') => `${day} thang ${month(name)} ${year}`.trim());
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const NAMES = `(${MONTHS.join('|')})[a-z]{0,6}`;
const ENGLISH = new RegExp(`^([0-9]{1,2})(?:st|nd|rd|th)?[ -]${NAMES}(?:[ ,-]+([0-9]{4}|[0-9]{2}))?$`);
const ENGLISH_FIRST = new RegExp(`^${NAMES} ([0-9]{1,2})(?:st|nd|rd|th)?(?:[ ,]+([0-9]{4}))?$`);

/** "ba ngày nữa" with the number in digits. */
function spellCount(core: string): string {
  const words = core.split(' ');
  const end = words.findIndex((word) => ['ngay', 'hom', 'tuan', 'thang'].includes(word));
  const from = words[0] === 'trong' || words[0] === 'sau' ? 1 : words[0] === 'cach' && words[1] === 'day' ? 2 : 0;
  const parts = end > from ? words.slice(from, end).map((word) => numberWord(word, false)?.meaning) : [];
  const [only, ...others] = parts.includes(undefined) ? [] : readAmount(parts.filter((part) => part !== undefined));
  if (!only || others.length > 0 || end === words.length - 1) return core;
  return [...words.slice(0, from), only.value.toFixed(), ...words.slice(end)].join(' ');
}

/** "ngày mười lăm tháng sáu": day and month as digits. Only after "ngày", "mùng", "tháng", where a number must follow. */
function spellDigits(words: string[]): string[] {
  const spelt: string[] = [];
  for (let at = 0; at < words.length; at++) {
    spelt.push(words[at]!);
    if (!['ngày', 'ngay', 'tháng', 'thang', 'mùng', 'mồng', 'mung', 'mong'].includes(words[at]!)) continue;
    const parts: NumberPart[] = [];
    for (const word of words.slice(at + 1, at + 5)) {
      const found = numberWord(word, false);
      if (!found || found.meaning.part === 'scale' || word === 'sau') break;
      parts.push(found.meaning);
    }
    // "tháng sáu năm 2027": the last "năm" is the year's.
    const readings = readAmount(parts);
    const isYear =
      parts.length > 1 && words[at + parts.length] === 'năm' && /^[0-9]/.test(words[at + parts.length + 1] ?? '');
    const used = isYear ? parts.slice(0, -1) : parts;
    const [only] = isYear ? readAmount(used) : readings;
    if (!only) continue;
    spelt.push(only.value.toFixed());
    at += used.length;
  }
  return spelt;
}

/** "thứ 6, 27/11": the weekday settles the year, or contradicts it. */
function withWeekday(core: string, today: string): DateReading | undefined {
  const plain =
    readNumericDate(core.replace(/^(?:(?:ngay|mung|mong) )+(?=[0-9]+ ?[/.-])/, ''), today) ??
    readSpokenDate(core, today);
  if (plain) return plain;
  const parts = /^((?:thu |t)(?:[2-7]|hai|ba|tu|nam|sau|bay)|cn|chu nhat)[ ,]+(?:ngay )?(.+)$/.exec(core);
  if (!parts) return undefined;
  const weekday = readSpokenDate(parts[1]!, today);
  const day = readNumericDate(parts[2]!, today) ?? readSpokenDate(parts[2]!, today);
  if (weekday?.found !== 'recurring' || !day || day.found === 'wrong' || day.found === 'several') return day;
  const wanted = partsOf(weekday.next!).weekday;
  const days = day.found === 'day' ? [day.day] : [day.last, day.next].filter((one) => one !== undefined);
  const fitting = [...new Set(days)].filter((one) => partsOf(one).weekday === wanted);
  if (fitting.length === 1) return { found: 'day', day: fitting[0]!, doubt: day.doubt };
  return {
    found: 'several',
    days: fitting.length > 0 ? fitting : [...new Set(days)],
    because: reason('weekday-differs'),
  };
}

function doubted(reading: DateReading, doubt: Reason | undefined): DateReading {
  return doubt && (reading.found === 'day' || reading.found === 'recurring')
    ? { ...reading, doubt: reading.doubt ?? doubt }
    : reading;
}

/** Whether the field can take the day, and as how sure. */
function settle(field: Field, reading: DateReading, today: string): Understood {
  if (reading.found === 'wrong') return { outcome: 'invalid', because: reading.because };
  if (reading.found === 'several') return offer(field, reading.days, reading.because, today);
  if (reading.found === 'day') return single(field, reading.day, reading.doubt, today);
  const { last, next } = reading;
  if (field.past) return last ? single(field, last, reading.doubt, today) : invalid('not-a-date');
  if (field.future) return next ? single(field, next, reading.doubt, today) : invalid('not-a-date');
  const days = [...new Set([last, next].filter((day) => day !== undefined))];
  const fitting = days.filter((day) => !faultOf(field, day, today));
  // One is left: it is today, or the other lies out of bounds.
  if (fitting.length === 1)
    return confirm(fitting[0]!, reading.doubt ?? reason('date-year-assumed', { day: dayText(fitting[0]!) }));
  return offer(field, days, reason('date-which'), today);
}

function single(field: Field, day: string, doubt: Reason | undefined, today: string): Understood {
  const fault = faultOf(field, day, today);
  if (fault) return { outcome: 'invalid', because: fault };
  return doubt ? confirm(day, doubt) : ok(day);
}

function offer(field: Field, days: string[], because: Reason, today: string): Understood {
  const fitting = days.filter((day) => !faultOf(field, day, today));
  if (fitting.length > 0) return ask(fitting, because);
  return { outcome: 'invalid', because: faultOf(field, days[0] ?? today, today) ?? because };
}

function faultOf(field: Field, day: string, today: string): Reason | undefined {
  if (field.past && day > today) return reason('date-in-future', { day: dayText(day) });
  if (field.future && day < today) return reason('date-in-past', { day: dayText(day) });
  if (field.min !== undefined && day < field.min)
    return reason('date-too-early', { day: dayText(day), min: dayText(field.min) });
  if (field.max !== undefined && day > field.max)
    return reason('date-too-late', { day: dayText(day), max: dayText(field.max) });
  return undefined;
}

/** "trước ngày 15/6" means at the latest the day before; people also mean the day itself. So it is asked. */
function beforeOrAfter(field: Field, reading: DateReading, edge: 'before' | 'after', today: string): Understood {
  if (reading.found === 'wrong') return { outcome: 'invalid', because: reading.because };
  const days = reading.found === 'day' ? [reading.day] : reading.found === 'several' ? reading.days : [];
  const { last, next } = reading.found === 'recurring' ? reading : {};
  const named = [...days, field.past ? last : (next ?? last)].filter((day) => day !== undefined);
  const both = named.flatMap((day) => [addDays(day, edge === 'before' ? -1 : 1), day]);
  return offer(field, both, reason(edge === 'before' ? 'date-before' : 'date-after'), today);
}
