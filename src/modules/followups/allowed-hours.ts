import { withinHours } from '../calendar/index.js';
import type { Hours } from '../outbox/index.js';
import { plainDate } from '../shared/index.js';
import type { Ladder } from './ladder.js';

type LadderHours = Pick<Ladder, 'hours' | 'quiet' | 'timeZone'>;

/** `now` where people may be written to then, else the next instant at which they may: within the hours, not in a quiet time. */
export function nextAllowed(now: Date, ladder: LadderHours): Date {
  const { hours, quiet = [], timeZone } = ladder;
  const open = withinHours(now, hours, timeZone);
  const time = plainDate.timeOfDay(open, timeZone);
  const silence = quiet.find(({ from, to }) => time >= from && time < to);
  // A quiet time may lead to the next one, or to the evening.
  return silence ? nextAllowed(plainDate.at(plainDate.today(open, timeZone), silence.to, timeZone), ladder) : open;
}

/** The hours around `now`, at which people may be written to: since when, and until which evening or quiet time. */
export function allowedHours(now: Date, { hours, quiet = [], timeZone }: LadderHours): Hours {
  const time = plainDate.timeOfDay(now, timeZone);
  const begins = [hours.from, ...quiet.map(({ to }) => to)].filter((one) => one <= time);
  const ends = [hours.to, ...quiet.map(({ from }) => from)].filter((one) => one > time);
  const at = (times: string[]) => plainDate.at(plainDate.today(now, timeZone), times[0]!, timeZone);
  return { from: at(begins.sort().reverse()), until: at(ends.sort()) };
}
