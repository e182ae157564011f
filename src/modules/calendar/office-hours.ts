import { plainDate } from '../shared/index.js';

/** Between which times of day messages may leave; `to` is the first that is too late. */
export interface OfficeHours {
  from: string;
  to: string;
}

/** `now` where it lies within the hours, else the next moment that does. */
export function withinHours(now: Date, { from, to }: OfficeHours, zone: string): Date {
  const time = plainDate.timeOfDay(now, zone);
  if (time >= from && time < to) return now;
  const today = plainDate.today(now, zone);
  return plainDate.at(time < from ? today : plainDate.add(today, 1), from, zone);
}
