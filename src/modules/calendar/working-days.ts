import { plainDate, type PlainDate } from '../shared/index.js';

/** A day that differs from its weekday: off by law, off in exchange for a working day, or worked in exchange. */
export interface SpecialDay {
  date: PlainDate;
  kind: 'off' | 'swap-off' | 'work';
  /** `assumed` where no decision for that year was seen. */
  status: 'decreed' | 'assumed';
}

/** No run of days off is longer: what looks further has met a broken list. */
export const LONGEST_BREAK = 60;

/**
 * Which days are worked: Monday to Friday, but for the days that the rows name. A value, built once from the rows; a day
 * that no row names is judged by its weekday alone.
 */
export class WorkingDays {
  private readonly special: ReadonlyMap<PlainDate, SpecialDay>;

  constructor(rows: readonly SpecialDay[]) {
    this.special = new Map(rows.map((row) => [row.date, row]));
  }

  isWorkingDay(day: PlainDate): boolean {
    const row = this.special.get(day);
    return row ? row.kind === 'work' : plainDate.dayOfWeek(day) <= 5;
  }

  /** `day` itself where it is worked, else the first worked day after it. */
  onOrAfter(day: PlainDate): PlainDate {
    return this.seek(day, 1);
  }

  /** `day` itself where it is worked, else the last worked day before it. */
  onOrBefore(day: PlainDate): PlainDate {
    return this.seek(day, -1);
  }

  /** The first worked day after `day`. */
  next(day: PlainDate): PlainDate {
    return this.seek(plainDate.add(day, 1), 1);
  }

  /** The last worked day before `day`. */
  previous(day: PlainDate): PlainDate {
    return this.seek(plainDate.add(day, -1), -1);
  }

  /**
   * The `count`-th worked day after `day` (before it, when negative); the day itself is never counted. With 0 the day stays,
   * worked or not.
   */
  add(day: PlainDate, count: number): PlainDate {
    let at = day;
    for (let left = Math.abs(count); left > 0; left -= 1) at = count > 0 ? this.next(at) : this.previous(at);
    return at;
  }

  /** How many worked days lie after `from` up to and with `to`; negative when `to` is earlier. */
  between(from: PlainDate, to: PlainDate): number {
    if (to < from) return -this.between(to, from);
    let count = 0;
    for (let at = plainDate.add(from, 1); at <= to; at = plainDate.add(at, 1)) if (this.isWorkingDay(at)) count += 1;
    return count;
  }

  /** The first of `days` around which no worked day is in reach: with such a list nothing can be reckoned. */
  outOfReach(days: readonly PlainDate[]): PlainDate | undefined {
    return days.find((day) => this.sought(day, 1) === undefined || this.sought(day, -1) === undefined);
  }

  /** Whether the answer for `day` rests on a row that no decision stands behind yet. */
  isAssumed(day: PlainDate): boolean {
    return this.special.get(day)?.status === 'assumed';
  }

  private seek(day: PlainDate, step: 1 | -1): PlainDate {
    const found = this.sought(day, step);
    if (found === undefined) throw new Error(`no working day within ${LONGEST_BREAK} days of ${day}`);
    return found;
  }

  private sought(day: PlainDate, step: 1 | -1): PlainDate | undefined {
    let at = day;
    for (let tried = 0; !this.isWorkingDay(at); tried += 1) {
      if (tried === LONGEST_BREAK) return undefined;
      at = plainDate.add(at, step);
    }
    return at;
  }
}
