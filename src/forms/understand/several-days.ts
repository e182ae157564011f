import type { DateReading } from './date-reading.js';
import { fold } from './typed-text.js';
import { reason } from './understood.js';

type Read = (text: string) => DateReading | undefined;

const BETWEEN =
  / (?:den|toi|hoac|hay|va|-) (?:ngay )?| ?; ?|, |(?<=[0-9]{4}) ?- ?|(?<=^[0-9]{1,2})-(?=[0-9]{1,2}[/.][0-9])/;

/**
 * "từ 1/6/2027 đến 15/6/2027", "15-20/6/2027", "15/6 hoặc 20/6": which of the two is asked. `read` reads one of them; the first
 * may have its month and year from the second.
 */
export function severalDays(text: string, read: Read): DateReading | undefined {
  const parts = text.replace(/^(?:tu|giua) (?:ngay )?/, '').split(BETWEEN);
  if (parts.length !== 2) return undefined;
  const [from = '', to = ''] = parts;
  const ofMonth = /^[0-9]{1,2}$/.test(from) ? /^[0-9]{1,2}([/.-][0-9]{1,2}(?:[/.-][0-9]{2,4})?)$/.exec(to)?.[1] : '';
  const second = read(to);
  const ofYear =
    second?.found === 'day' && /^[0-9]{1,2}[/.-][0-9]{1,2}$/.test(from) ? `/${second.day.slice(0, 4)}` : '';
  const days = [read(`${from}${ofMonth ?? ''}${ofYear}`), second].map(daysOf);
  const because = reason('date-several');
  return days.includes(undefined) ? undefined : { found: 'several', days: days.flatMap((one) => one ?? []), because };
}

function daysOf(reading: DateReading | undefined): string[] | undefined {
  if (reading?.found === 'day') return [reading.day];
  if (reading?.found !== 'recurring') return undefined;
  return [reading.last, reading.next].filter((day) => day !== undefined);
}

const DATE = /(?<![0-9/.-])[0-9]{1,2}[/.-][0-9]{1,2}(?:[/.-](?:[0-9]{4}|[0-9]{2}))?(?![0-9/.-])/;

/** "phải đến 15/6/2027 mới xong": the only date and the only digits of a sentence are likely meant, unless it denies or bounds. */
export function withinSentence(text: string, read: Read): DateReading | undefined {
  const found = DATE.exec(text);
  if (!found) return undefined;
  const around = `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`;
  const reading = /[0-9]/.test(around) ? undefined : read(found[0]);
  const doubt = reason('words-left-out', { words: around.trim() });
  if (reading?.found !== 'day' && reading?.found !== 'recurring') return reading;
  if (!/(?:^| )(?:khong|ko|chua|truoc|sau|hon|qua)(?: |$)/.test(fold(around))) return { ...reading, doubt };
  return { found: 'several', days: daysOf(reading) ?? [], because: doubt };
}
