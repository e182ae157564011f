/** Plain days `YYYY-MM-DD`; arithmetic in UTC, where every day has 24 hours. */

const DAY = 86_400_000;

/** `2027-06-29` → `29/06/2027`; what is not a day is shown as it is. */
export function showDay(day: string): string {
  const [year, month, date] = day.split('-');
  return year && month && date ? `${date}/${month}/${year}` : day;
}

/** The day `days` after `day`. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));

const zone = 'Asia/Ho_Chi_Minh';
const dayThere = new Intl.DateTimeFormat('en-CA', {
  timeZone: zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});
const timeThere = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' });

/** The day on which an instant falls in Vietnam, wherever the reader's phone thinks it is. */
export const dayOf = (instant: string): string => dayThere.format(new Date(instant));

/** `07:30`, in Vietnam. */
export const timeOf = (instant: string): string => timeThere.format(new Date(instant));

/** `07:30 01/07/2027`. */
export const showInstant = (instant: string): string => `${timeOf(instant)} ${showDay(dayOf(instant))}`;
