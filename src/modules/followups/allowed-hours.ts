import { plainDate } from '../shared/index.js';
import type { Ladder } from './ladder.js';

/** `now` where people may be written to then, else the next instant at which they may: within the hours, not in a quiet time. */
export function nextAllowed(
  now: Date,
  { hours, quiet = [], timeZone }: Pick<Ladder, 'hours' | 'quiet' | 'timeZone'>,
): Date {
  const day = plainDate.today(now, timeZone);
  const time = plainDate.timeOfDay(now, timeZone);
  if (time < hours.from) return plainDate.at(day, hours.from, timeZone);
  if (time >= hours.to) return plainDate.at(plainDate.add(day, 1), hours.from, timeZone);
  const silence = quiet.find(({ from, to }) => time >= from && time < to);
  return silence ? plainDate.at(day, silence.to, timeZone) : now;
}
