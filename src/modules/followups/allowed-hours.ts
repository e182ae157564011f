import { plainDate } from '../shared/index.js';
import type { Ladder } from './ladder.js';

/** `now` where it lies within the hours in which people are written to, else the next instant at which those begin. */
export function nextAllowed(now: Date, { hours, timeZone }: Pick<Ladder, 'hours' | 'timeZone'>): Date {
  const day = plainDate.today(now, timeZone);
  const time = plainDate.timeOfDay(now, timeZone);
  if (time < hours.from) return plainDate.at(day, hours.from, timeZone);
  return time < hours.to ? now : plainDate.at(plainDate.add(day, 1), hours.from, timeZone);
}
