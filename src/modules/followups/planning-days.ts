import { WorkingDays } from '../calendar/index.js';
import { plainDate, type PlainDate } from '../shared/index.js';
import type { CountedIn } from './ladder.js';

/** Which days the planner may use: worked days, and whether notices are held to them where a rung says nothing. */
export interface PlanningDays {
  workingDays: WorkingDays;
  onWorkingDaysOnly: boolean;
  /** Days on which the product could not be reached, each span inclusive, in order: nobody could answer a lateness then. */
  lost?: readonly LostDays[];
}

export interface LostDays {
  from: PlainDate;
  to: PlainDate;
}

/** Weekends are off, nothing is held to working days. */
export const ANY_DAY: PlanningDays = { workingDays: new WorkingDays([]), onWorkingDaysOnly: false };

/** Day arithmetic that remembers: a ladder asks for the same few sums thousands of times. */
export class DaySums {
  private static readonly known = new WeakMap<PlanningDays, DaySums>();
  private readonly sums = new Map<string, PlainDate>();

  private constructor(readonly days: PlanningDays) {}

  /** One for the same days, so that what is known stays known from one morning to the next. */
  static of(days: PlanningDays): DaySums {
    let sums = DaySums.known.get(days);
    if (!sums) DaySums.known.set(days, (sums = new DaySums(days)));
    return sums;
  }

  add(date: PlainDate, count: number, countedIn: CountedIn = 'days'): PlainDate {
    if (count === 0) return date;
    const working = countedIn === 'working-days';
    return this.remember(`${date}${working ? 'w' : 'd'}${count}`, () =>
      working ? this.days.workingDays.add(date, count) : plainDate.add(date, count),
    );
  }

  /** `date`, later by the days that were lost from `since` on until then. */
  afterLost(since: PlainDate, date: PlainDate): PlainDate {
    let [day, counted] = [date, plainDate.add(since, -1)];
    for (const { from, to } of this.days.lost ?? []) {
      if (from > day) break;
      const begins = from > counted ? from : plainDate.add(counted, 1);
      if (to < begins) continue;
      day = plainDate.add(day, plainDate.daysBetween(begins, to) + 1);
      counted = to;
    }
    return day;
  }

  /** `date` where it is worked, else the next worked day. */
  onOrAfter(date: PlainDate): PlainDate {
    return this.remember(`${date}>`, () => this.days.workingDays.onOrAfter(date));
  }

  /** `date` where it is worked, else the last worked day before it. */
  onOrBefore(date: PlainDate): PlainDate {
    return this.remember(`${date}<`, () => this.days.workingDays.onOrBefore(date));
  }

  private remember(key: string, work: () => PlainDate): PlainDate {
    let day = this.sums.get(key);
    if (day === undefined) this.sums.set(key, (day = work()));
    return day;
  }
}
