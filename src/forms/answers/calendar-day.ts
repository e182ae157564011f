const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether `text` is a real day written `YYYY-MM-DD`, in the calendar that is extended backwards. */
export function isCalendarDay(text: string): boolean {
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text)) return false;
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))];
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const length = month === 2 && isLeap ? 29 : LENGTHS[month - 1];
  return length !== undefined && day >= 1 && day <= length;
}

/** A kept day as people write it, `01/07/2027`; what is no day stays as it is. */
export const dayText = (day: string): string => (isCalendarDay(day) ? day.split('-').reverse().join('/') : day);

/** `1/7/2027` (also with points or hyphens) or `2027-07-01` as a kept day; undefined for no day that there is. */
export function dayOfText(text: string): string | undefined {
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim()) ?? [];
  const iso = year ? `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}` : text.trim();
  return isCalendarDay(iso) ? iso : undefined;
}
