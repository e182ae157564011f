import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { groupNotices, type Recipient } from '../../src/modules/followups/group-notices.js';
import type { Ladder, OwedItem, PlannedNotice, Rung, Trace } from '../../src/modules/followups/ladder.js';
import { type Plan, planNotices, planRange } from '../../src/modules/followups/plan-notices.js';
import { ANY_DAY, type PlanningDays } from '../../src/modules/followups/planning-days.js';
import { plainDate } from '../../src/modules/shared/index.js';
import {
  arbitraryDays,
  arbitraryItems,
  arbitraryLadder,
  arbitraryUptime,
  FIRST_DAY,
  LAST_DAY,
  richItems,
  richLadder,
} from '../arbitraries/followups.js';

const ALL_DAYS = Array.from({ length: plainDate.daysBetween(FIRST_DAY, LAST_DAY) + 1 }, (_none, at) =>
  plainDate.add(FIRST_DAY, at),
);
const RUNS = { numRuns: 60 };

const world = fc.record({
  ladder: arbitraryLadder,
  items: fc.oneof(arbitraryItems(), arbitraryItems(true)),
  uptime: fc.oneof(fc.constant(ALL_DAYS), arbitraryUptime),
});

/** A world in which the ladder and what is known use everything there is. */
const richWorld = fc.record({
  ladder: richLadder,
  items: richItems,
  uptime: fc.oneof(fc.constant(ALL_DAYS), arbitraryUptime),
  days: arbitraryDays,
});
const anyWorld = fc.oneof(
  world.map((one) => ({ ...one, days: ANY_DAY })),
  richWorld,
);

function record(kept: Map<string, Trace>, plan: Plan): void {
  for (const { key, on } of plan.notices) kept.set(key, { on, told: true });
  for (const { key, on } of plan.superseded) kept.set(key, { on, told: false });
}

function planUptime(ladder: Ladder, items: readonly OwedItem[], uptime: readonly string[], days?: PlanningDays): Plan {
  const kept = new Map<string, Trace>();
  const plan: Plan = { notices: [], superseded: [] };
  for (const day of uptime) {
    const today = planNotices(ladder, items, day, kept, days);
    record(kept, today);
    plan.notices.push(...today.notices);
    plan.superseded.push(...today.superseded);
  }
  return plan;
}

const all = (plan: Plan) => [...plan.notices, ...plan.superseded];
const told = (notice: PlannedNotice) => `${notice.obligation} to ${notice.audience.unit} ${notice.audience.role}`;
/** That a unit could not be reached is said instead of an escalation. */
const tellsOfLateness = (notice: PlannedNotice) => isLate(notice) || notice.sort === 'no-contact';
const isLate = (notice: { sort: PlannedNotice['sort'] }) => notice.sort === 'overdue' || notice.sort === 'escalation';

/** Unit and role of a rung for an item, said independently of the planner; undefined where nobody can be told. */
function audienceOf(rung: Rung, item: OwedItem): string | undefined {
  const { audience } = rung;
  if (audience.of === 'unit') return `${item.id} to ${item.unit} ${audience.role}`;
  const unit = audience.of === 'superior' ? item.superior : audience.unit;
  return unit === undefined || unit === item.unit ? undefined : `${item.id} to ${unit} ${audience.role}`;
}

describe('whatever the ladder, the obligations and the days of uptime', () => {
  it('no two notices share a key, and none goes to a settled obligation', () => {
    fc.assert(
      fc.property(anyWorld, ({ ladder, items, uptime, days }) => {
        const plan = planUptime(ladder, items, uptime, days);
        const keys = all(plan).map((notice) => notice.key);
        expect(new Set(keys).size).toBe(keys.length);
        const settled = new Set(items.filter((item) => item.settled).map((item) => item.id));
        expect(all(plan).filter((notice) => settled.has(notice.obligation))).toEqual([]);
      }),
      RUNS,
    );
  });

  it('nothing goes out before the opening, on another day, or outside the hours of the zone', () => {
    fc.assert(
      fc.property(anyWorld, ({ ladder, items, uptime, days }) => {
        const byId = new Map(items.map((item) => [item.id, item]));
        for (const notice of planUptime(ladder, items, uptime, days).notices) {
          const now = new Date(notice.at);
          const time = plainDate.timeOfDay(now, ladder.timeZone);
          expect(time >= ladder.hours.from && time < ladder.hours.to).toBe(true);
          expect((ladder.quiet ?? []).filter((one) => time >= one.from && time < one.to)).toEqual([]);
          expect(plainDate.today(now, ladder.timeZone)).toBe(notice.on);
          expect(notice.on >= byId.get(notice.obligation)!.opensOn).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it('planning a day again with its own result gives nothing', () => {
    fc.assert(
      fc.property(anyWorld, ({ ladder, items, uptime, days }) => {
        const kept = new Map<string, Trace>();
        for (const day of uptime) {
          record(kept, planNotices(ladder, items, day, kept, days));
          expect(all(planNotices(ladder, items, day, kept, days))).toEqual([]);
        }
      }),
      RUNS,
    );
  });

  it('a range planned at once equals its days planned one by one', () => {
    fc.assert(
      fc.property(anyWorld, ({ ladder, items, days }) => {
        const sorted = (plan: Plan) => ({
          notices: plan.notices.map((notice) => JSON.stringify(notice)).sort(),
          superseded: plan.superseded.map((notice) => JSON.stringify(notice)).sort(),
        });
        expect(sorted(planRange(ladder, items, FIRST_DAY, LAST_DAY, new Map(), days))).toEqual(
          sorted(planUptime(ladder, items, ALL_DAYS, days)),
        );
      }),
      RUNS,
    );
  });

  it('no reminder goes out from the due day on', () => {
    fc.assert(
      fc.property(anyWorld, ({ ladder, items, uptime, days }) => {
        const byId = new Map(items.map((item) => [item.id, item]));
        const late = planUptime(ladder, items, uptime, days).notices.filter(
          (notice) => !tellsOfLateness(notice) && notice.on >= byId.get(notice.obligation)!.dueOn,
        );
        expect(late).toEqual([]);
      }),
      RUNS,
    );
  });

  it('nobody gets two notices of one obligation on one day, whatever the ladder asks', () => {
    fc.assert(
      fc.property(richWorld, ({ ladder, items, uptime, days }) => {
        const { notices } = planUptime(ladder, items, uptime, days);
        const onDay = notices
          .filter((notice) => notice.silenceOf === undefined)
          .map((notice) => `${told(notice)} on ${notice.on}`);
        expect(new Set(onDay).size).toBe(onDay.length);
      }),
      RUNS,
    );
  });

  it('a day without the product loses nothing that is still due', () => {
    fc.assert(
      fc.property(richWorld, fc.nat(ALL_DAYS.length - 2), ({ ladder, items: known, days }, lost) => {
        // While a unit waits for its superior nothing is due; what that holds back has a law of its own.
        const items = known.filter((item) => item.waitsOn === undefined);
        const full = planUptime(ladder, items, ALL_DAYS, days);
        const less = planUptime(
          ladder,
          items,
          ALL_DAYS.filter((_day, at) => at !== lost),
          days,
        );
        // What was said in one of several ways is a matter of days; that it was decided, and who heard of a lateness, is not.
        const decided = new Set(all(less).map((one) => one.key));
        // Whether a promise still ran is a matter of the day as well.
        const stopped = new Set(ladder.rungs.filter((rung) => rung.until?.includes('promised')).map((rung) => rung.id));
        const rungs = all(full).filter((one) => !one.key.endsWith('/silence') && !stopped.has(one.rung));
        expect(rungs.filter((one) => !decided.has(one.key))).toEqual([]);
        const heard = (plan: Plan) =>
          new Set(plan.notices.filter((one) => tellsOfLateness(one) && one.silenceOf === undefined).map(told));
        expect([...heard(full)].filter((one) => !heard(less).has(one))).toEqual([]);
        // A rung that a running promise stops may meet a broken one a day later: only then do more people hear.
        if (stopped.size === 0) expect(heard(less)).toEqual(heard(full));
      }),
      RUNS,
    );
  });

  it('what is held to working days leaves on one, and never later than the last day', () => {
    fc.assert(
      fc.property(richLadder, arbitraryItems(), arbitraryDays, (ladder, items, days) => {
        const byId = new Map(items.map((item) => [item.id, item]));
        const held = new Set(
          ladder.rungs.filter((rung) => rung.onWorkingDaysOnly ?? days.onWorkingDaysOnly).map((rung) => rung.id),
        );
        for (const notice of planUptime(ladder, items, ALL_DAYS, days).notices) {
          const item = byId.get(notice.obligation)!;
          if (!held.has(notice.rung) || days.workingDays.isWorkingDay(notice.on)) continue;
          // Only what was planned for before a late opening, or has no working day between opening and last day, is not.
          const open = ALL_DAYS.filter((day) => day >= item.opensOn && day < item.dueOn);
          expect(notice.on === item.opensOn || !open.some((day) => days.workingDays.isWorkingDay(day))).toBe(true);
          expect(notice.on < item.dueOn).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it('a unit that nobody reached, or that waits for its superior, is not escalated', () => {
    fc.assert(
      fc.property(richWorld, ({ ladder, items, uptime, days }) => {
        const byId = new Map(items.map((item) => [item.id, item]));
        for (const notice of planUptime(ladder, items, uptime, days).notices) {
          const item = byId.get(notice.obligation)!;
          const climbs = notice.sort === 'escalation' && notice.on >= item.dueOn;
          if (climbs) expect(item.contact === undefined || item.contact.deliveredOn !== undefined).toBe(true);
          if (climbs && item.contact?.deliveredOn) expect(notice.on > item.contact.deliveredOn).toBe(true);
          if (item.waitsOn && notice.on >= item.waitsOn.dueOn) expect(notice.sort).toBe('opening');
        }
      }),
      RUNS,
    );
  });

  it('nobody is told twice of one lateness, nor gets two notices of one obligation on one day', () => {
    fc.assert(
      fc.property(world, ({ ladder, items, uptime }) => {
        const { notices } = planUptime(ladder, items, uptime);
        const lateness = notices.filter(isLate).map(told);
        expect(new Set(lateness).size).toBe(lateness.length);
        const onDay = notices.map((notice) => `${told(notice)} on ${notice.on}`);
        expect(new Set(onDay).size).toBe(onDay.length);
      }),
      RUNS,
    );
  });

  it('everybody who is to hear of a lateness hears of it, whichever days are lost', () => {
    fc.assert(
      fc.property(arbitraryLadder, arbitraryItems(), arbitraryUptime, (ladder, items, uptime) => {
        const expected = items
          .filter((item) => !item.settled)
          .flatMap((item) => ladder.rungs.filter(isLate).map((rung) => audienceOf(rung, item)))
          .filter((audience) => audience !== undefined);
        const heard = planUptime(ladder, items, uptime).notices.filter(isLate).map(told);
        expect(new Set(heard)).toEqual(new Set(expected));
      }),
      RUNS,
    );
  });

  it('each rung whose day has come is sent or recorded as skipped', () => {
    fc.assert(
      fc.property(arbitraryLadder, arbitraryItems(), arbitraryUptime, (ladder, items, uptime) => {
        const planned = new Set(all(planUptime(ladder, items, uptime)).map((one) => `${one.obligation} ${one.rung}`));
        const expected = items
          .filter((item) => !item.settled)
          .flatMap((item) =>
            ladder.rungs
              .filter((rung) => {
                const last = plainDate.add(item.dueOn, -1);
                const base = rung.from === 'opens' ? item.opensOn : rung.from === 'due' ? item.dueOn : last;
                return plainDate.add(base, rung.offsetDays) <= LAST_DAY;
              })
              .map((rung) => `${item.id} ${rung.id}`),
          );
        expect(planned).toEqual(new Set(expected));
      }),
      RUNS,
    );
  });

  it('while a promise runs nothing climbs, and after it at most one rung a day until all have', () => {
    fc.assert(
      fc.property(arbitraryLadder, arbitraryItems(true), (ladder, items) => {
        const { notices } = planUptime(ladder, items, ALL_DAYS);
        for (const item of items.filter((one) => one.promisedOn !== undefined && !one.settled)) {
          const climbed = notices.filter((one) => one.obligation === item.id && one.sort === 'escalation');
          expect(climbed.every((notice) => notice.on > item.promisedOn!)).toBe(true);
          expect(new Set(climbed.map((notice) => notice.on)).size).toBe(climbed.length);
          const escalations = ladder.rungs.filter((rung) => rung.sort === 'escalation');
          const expected = escalations.map((rung) => audienceOf(rung, item)).filter((one) => one !== undefined);
          const heard = notices.filter((one) => one.obligation === item.id && isLate(one)).map(told);
          expect([...new Set(heard)]).toEqual(expect.arrayContaining([...new Set(expected)]));
        }
      }),
      RUNS,
    );
  });
});

describe('the messages of a morning', () => {
  const PEOPLE: Record<string, string[]> = {
    'xa-1 official': ['an', 'binh'],
    'xa-1 head': ['an'],
    'huyen-1 supervisor': ['chi'],
    'so-1 supervisor': ['chi', 'dung'],
    'vp-1 head': ['dung'],
  };
  const recipientsOf = ({ audience: { unit, role } }: PlannedNotice): Recipient[] =>
    (PEOPLE[`${unit} ${role}`] ?? []).map((person) => ({ person, unit, role }));

  it('are one a person and day, lose no notice, and come in the order of urgency', () => {
    const order = ['escalation', 'last-day', 'overdue', 'reminder', 'opening'];
    fc.assert(
      fc.property(world, ({ ladder, items }) => {
        const { notices } = planRange(ladder, items, FIRST_DAY, LAST_DAY);
        const { digests, unreachable } = groupNotices(notices, recipientsOf);
        expect(new Set(digests.map((digest) => digest.key)).size).toBe(digests.length);
        for (const digest of digests) {
          expect(digest.key).toBe(`digest/${digest.person}/${digest.on}`);
          expect(digest.notices.every((notice) => notice.on === digest.on)).toBe(true);
          expect(digest.notices.some((notice) => notice.at === digest.at)).toBe(true);
          expect(digest.notices.every((notice) => Date.parse(notice.at) >= Date.parse(digest.at))).toBe(true);
          const ranks = digest.notices.map((notice) => order.indexOf(notice.sort));
          expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
        }
        const told = digests.flatMap((digest) => digest.notices.map((notice) => `${digest.person} ${notice.key}`));
        const expected = notices.flatMap((one) => recipientsOf(one).map((to) => `${to.person} ${one.key}`));
        expect(told.sort()).toEqual(expected.sort());
        expect(unreachable).toEqual(notices.filter((one) => recipientsOf(one).length === 0));
      }),
      RUNS,
    );
  });
});
