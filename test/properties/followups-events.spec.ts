import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { OwedItem, PlannedNotice, Trace } from '../../src/modules/followups/ladder.js';
import { type Plan, planNotices, planRange } from '../../src/modules/followups/plan-notices.js';
import { ANY_DAY } from '../../src/modules/followups/planning-days.js';
import { plainDate } from '../../src/modules/shared/index.js';
import {
  arbitraryDays,
  arbitraryItems,
  arbitraryLadder,
  FIRST_DAY,
  LAST_DAY,
  richItems,
  richLadder,
} from '../arbitraries/followups.js';

const DAYS = Array.from({ length: plainDate.daysBetween(FIRST_DAY, LAST_DAY) + 1 }, (_none, at) =>
  plainDate.add(FIRST_DAY, at),
);
const RUNS = { numRuns: 80 };

/** What happens to obligations in the course of a round, at night before the day `on`. */
type Happening = { on: string } & (
  | { kind: 'moved'; item: number; days: number }
  | { kind: 'waived'; item: number }
  /** So many days before `on` the product stood still; whatever was not due yet got as many days more. */
  | { kind: 'outage'; days: number }
);

const on = fc.nat(DAYS.length - 1).map((at) => DAYS[at]!);
const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({
    on,
    kind: fc.constant('moved' as const),
    item: fc.nat(4),
    days: fc.integer({ min: -4, max: 15 }),
  }),
  fc.record({ on, kind: fc.constant('waived' as const), item: fc.nat(4) }),
  fc.record({ on, kind: fc.constant('outage' as const), days: fc.integer({ min: 1, max: 4 }) }),
);
const happenings = fc
  .array(happening, { minLength: 1, maxLength: 4 })
  .map((all) => [...all].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)));

const days = fc.oneof(fc.constant(ANY_DAY), arbitraryDays);
const world = fc.record({
  ladder: fc.oneof(arbitraryLadder, richLadder),
  items: fc.oneof(arbitraryItems(true), richItems),
  days,
  happenings,
});
type World = typeof world extends fc.Arbitrary<infer W> ? W : never;

/** The obligations as they stand on a day, after what has happened until then. */
function known(items: readonly OwedItem[], all: readonly Happening[], day: string): OwedItem[] {
  const happened = all.filter((one) => one.on <= day);
  return items.map((item, at) =>
    happened.reduce<OwedItem>((now, one) => {
      if (one.kind === 'outage') {
        const open = now.dueOn > plainDate.add(one.on, -one.days);
        return open ? { ...now, dueOn: plainDate.add(now.dueOn, one.days) } : now;
      }
      if (one.item % items.length !== at) return now;
      if (one.kind === 'waived') return { ...now, settled: true };
      const dueOn = plainDate.add(now.dueOn, one.days);
      return { ...now, dueOn: dueOn > now.opensOn ? dueOn : plainDate.add(now.opensOn, 1) };
    }, item),
  );
}

/** By then what waits for its turn has been said. */
const CAUGHT_UP_DAYS = 42;
const WEEKS_AFTER = Array.from({ length: CAUGHT_UP_DAYS }, (_, at) => plainDate.add(LAST_DAY, at + 1));

/** The days on which the product ran: no outage, and not the one that was lost besides. */
const uptimeOf = (all: readonly Happening[], lost?: string) =>
  DAYS.filter(
    (day) =>
      day !== lost &&
      !all.some((one) => one.kind === 'outage' && day < one.on && day >= plainDate.add(one.on, -one.days)),
  );

function record(kept: Map<string, Trace>, plan: Plan): void {
  for (const { key, on: day } of plan.notices) kept.set(key, { on: day, told: true });
  for (const { key, on: day } of plan.superseded) kept.set(key, { on: day, told: false });
}

function live({ ladder, items, days: calendar, happenings: all }: World, uptime: readonly string[]) {
  const kept = new Map<string, Trace>();
  return uptime.map((day) => {
    const standing = known(items, all, day);
    const plan = planNotices(ladder, standing, day, kept, calendar);
    record(kept, plan);
    return { day, standing: new Map(standing.map((item) => [item.id, item])), plan, kept: new Map(kept) };
  });
}

const decided = (plan: Plan) => [...plan.notices, ...plan.superseded];
const tellsOfLateness = ({ sort }: PlannedNotice) =>
  sort === 'overdue' || sort === 'escalation' || sort === 'no-contact';

describe('whatever is moved, waived or stands still in the course of a round', () => {
  it('no two notices share a key, and none goes to whom nothing is owed any more', () => {
    fc.assert(
      fc.property(world, (given) => {
        const mornings = live(given, uptimeOf(given.happenings));
        const keys = mornings.flatMap(({ plan }) => decided(plan).map((one) => one.key));
        expect(new Set(keys).size).toBe(keys.length);
        for (const { plan, standing } of mornings) {
          expect(decided(plan).filter((one) => standing.get(one.obligation)!.settled)).toEqual([]);
        }
      }),
      RUNS,
    );
  });

  it('nobody hears of a lateness before the day that is due now, nor is reminded after it', () => {
    fc.assert(
      fc.property(world, (given) => {
        for (const { day, plan, standing } of live(given, uptimeOf(given.happenings))) {
          for (const notice of plan.notices.filter((one) => one.silenceOf === undefined)) {
            expect([notice.key, tellsOfLateness(notice)]).toEqual([
              notice.key,
              day >= standing.get(notice.obligation)!.dueOn,
            ]);
          }
        }
      }),
      RUNS,
    );
  });

  it('everything leaves on its day, within the hours and outside the quiet times', () => {
    fc.assert(
      fc.property(world, (given) => {
        const { hours, quiet = [], timeZone } = given.ladder;
        for (const { day, plan } of live(given, uptimeOf(given.happenings))) {
          for (const { at } of plan.notices) {
            const time = plainDate.timeOfDay(new Date(at), timeZone);
            expect([plainDate.today(new Date(at), timeZone), time >= hours.from && time < hours.to]).toEqual([
              day,
              true,
            ]);
            expect(quiet.filter(({ from, to }) => time >= from && time < to)).toEqual([]);
          }
        }
      }),
      RUNS,
    );
  });

  it('a morning planned again with its own result gives nothing', () => {
    fc.assert(
      fc.property(world, (given) => {
        const { ladder, items, days: calendar, happenings: all } = given;
        for (const { day, kept } of live(given, uptimeOf(all))) {
          expect(decided(planNotices(ladder, known(items, all, day), day, kept, calendar))).toEqual([]);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('from one event to the next the days planned at once are the days planned one by one', () => {
    fc.assert(
      fc.property(world, (given) => {
        const { ladder, items, days: calendar, happenings: all } = given;
        const mornings = live({ ...given, happenings: all }, DAYS);
        const begins = [...new Set([FIRST_DAY, ...all.map((one) => one.on)])].sort();
        for (const [at, from] of begins.entries()) {
          const to = begins[at + 1] === undefined ? LAST_DAY : plainDate.add(begins[at + 1]!, -1);
          const before = mornings.findLast(({ day }) => day < from)?.kept ?? new Map<string, Trace>();
          const atOnce = planRange(ladder, known(items, all, from), from, to, before, calendar);
          const oneByOne = mornings.filter(({ day }) => day >= from && day <= to).flatMap(({ plan }) => decided(plan));
          const sorted = (notices: PlannedNotice[]) => notices.map((notice) => JSON.stringify(notice)).sort();
          expect(sorted(decided(atOnce))).toEqual(sorted(oneByOne));
        }
      }),
      RUNS,
    );
  });

  it('a lost day of uptime loses no rung of what is still owed by the same day when it has been caught up', () => {
    // What a promise, a superior or an unreached unit holds back has laws of its own.
    const plainWorld = fc.record({ ladder: arbitraryLadder, items: arbitraryItems(), days, happenings });
    fc.assert(
      fc.property(plainWorld, fc.nat(DAYS.length - 2), (given, at) => {
        const { items, happenings: all } = given;
        const lost = DAYS[at]!;
        // What waits climbs one rung a day: what the last days leave is said in the weeks after them.
        const [full, less] = [live(given, uptimeOf(all)), live(given, [...uptimeOf(all, lost), ...WEEKS_AFTER])];
        // Late, the unit hears first and what is above it a rung a day: what is let go or moved before its turn was not lost.
        const stillDue = ({ obligation }: PlannedNotice, day: string) => {
          const [now, soon] = [day, plainDate.add(day, CAUGHT_UP_DAYS)].map((on) =>
            known(items, all, on).find(({ id }) => id === obligation)!,
          );
          return !soon!.settled && soon!.dueOn === now!.dueOn;
        };
        const due = full.flatMap(({ day, plan }) => decided(plan).filter((one) => stillDue(one, day)));
        const kept = new Set(less.flatMap(({ plan }) => decided(plan).map((one) => one.key)));
        expect(due.filter((one) => !kept.has(one.key)).map((one) => one.key)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});
