import fc from 'fast-check';
import { WorkingDays } from '../../src/modules/calendar/index.js';
import type { Audience, Ladder, OwedItem, Rung, StopCondition } from '../../src/modules/followups/ladder.js';
import type { PlanningDays } from '../../src/modules/followups/planning-days.js';
import { plainDate } from '../../src/modules/shared/index.js';

/** Units of a small tree: few enough that audiences often coincide. */
const UNITS = ['xa-1', 'xa-2', 'huyen-1', 'so-1', 'vp-1'] as const;
export const FIRST_DAY = '2027-05-01';
export const LAST_DAY = '2027-07-31';
const DAYS = plainDate.daysBetween(FIRST_DAY, LAST_DAY) + 1;

const audience: fc.Arbitrary<Audience> = fc.oneof(
  fc.record({ of: fc.constant('unit' as const), role: fc.constantFrom('official' as const, 'head' as const) }),
  fc.record({ of: fc.constant('superior' as const), role: fc.constantFrom('supervisor' as const, 'head' as const) }),
  fc.record({
    of: fc.constant('named' as const),
    unit: fc.constantFrom(...UNITS),
    role: fc.constantFrom('supervisor' as const, 'head' as const, 'official' as const),
  }),
);

const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);

const quarter = (hour: number, minute: number) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;

function rung(parts: Pick<Rung, 'sort' | 'from'>, offset: fc.Arbitrary<number>): fc.Arbitrary<Rung> {
  return fc.record({
    id: fc.constant(''),
    from: fc.constant(parts.from),
    offsetDays: offset,
    at: time,
    audience,
    sort: fc.constant(parts.sort),
    template: fc.constant(`notice.${parts.sort}`),
  });
}

const before = fc.oneof(
  rung({ sort: 'opening', from: 'opens' }, fc.integer({ min: 0, max: 3 })),
  rung({ sort: 'reminder', from: 'opens' }, fc.integer({ min: 1, max: 25 })),
  rung({ sort: 'reminder', from: 'last-day' }, fc.integer({ min: -12, max: 2 })),
  rung({ sort: 'last-day', from: 'last-day' }, fc.constant(0)),
);
const after = fc.oneof(
  rung({ sort: 'overdue', from: 'due' }, fc.integer({ min: 0, max: 6 })),
  rung({ sort: 'escalation', from: 'due' }, fc.integer({ min: 0, max: 12 })),
);

/** Any ladder whose overdue and escalation rungs hang on the due day; reminders may, wrongly, lie after it. */
export const arbitraryLadder: fc.Arbitrary<Ladder> = fc
  .record({
    before: fc.array(before, { maxLength: 6 }),
    after: fc.array(after, { maxLength: 6 }),
    from: fc.integer({ min: 0, max: 20 }),
    length: fc.integer({ min: 1, max: 3 }),
    quiet: fc.option(fc.integer({ min: 0, max: 30 }), { nil: undefined }),
    timeZone: fc.constantFrom('Asia/Ho_Chi_Minh', 'UTC', 'America/New_York'),
  })
  .map(({ before, after, from, length, quiet, timeZone }) => ({
    key: 'any',
    hours: { from: `${String(from).padStart(2, '0')}:00`, to: `${String(from + length).padStart(2, '0')}:00` },
    // A quarter of an hour in the first one of the hours.
    ...(quiet === undefined ? {} : { quiet: [{ from: quarter(from, quiet), to: quarter(from, quiet + 15) }] }),
    timeZone,
    rungs: [...before, ...after].map((one, at) => ({ ...one, id: `r${at}` })),
  }));

/** One obligation in May or June 2027, open, with or without a superior, settled one time in five. */
export function arbitraryItem(promises = false): fc.Arbitrary<OwedItem> {
  return fc
    .record({
      unit: fc.constantFrom(...UNITS),
      milestone: fc.constantFrom('m-a', 'm-b', 'm-c'),
      occasion: fc.constantFrom('', '', '2027-05/a@b'),
      superior: fc.option(fc.constantFrom(...UNITS), { nil: undefined }),
      opens: fc.integer({ min: 0, max: 15 }),
      length: fc.integer({ min: 1, max: 25 }),
      settled: fc.nat(4).map((n) => n === 0),
      promised: promises ? fc.option(fc.integer({ min: -3, max: 12 }), { nil: undefined }) : fc.constant(undefined),
    })
    .map(({ opens, length, promised, ...item }) => {
      const opensOn = plainDate.add(FIRST_DAY, opens);
      const dueOn = plainDate.add(opensOn, length);
      return {
        ...item,
        id: `${item.milestone} ${item.unit}${item.occasion && ` ${item.occasion}`}`,
        planYear: 2028,
        opensOn,
        dueOn,
        ...(promised === undefined ? {} : { promisedOn: plainDate.add(dueOn, promised) }),
      };
    });
}

/** At most one obligation for each unit and milestone, as in a cycle. */
export function arbitraryItems(promises = false): fc.Arbitrary<OwedItem[]> {
  return fc.uniqueArray(arbitraryItem(promises), { selector: (item) => item.id, minLength: 1, maxLength: 5 });
}

/** The days of uptime between `FIRST_DAY` and `LAST_DAY`; the last day is always one of them. */
export const arbitraryUptime: fc.Arbitrary<string[]> = fc
  .array(fc.nat(3), { minLength: DAYS, maxLength: DAYS })
  .map((draws) => {
    const days = draws.map((_draw, at) => plainDate.add(FIRST_DAY, at));
    return days.filter((day, at) => draws[at] === 0 || day === LAST_DAY);
  });

const countedIn = fc.constantFrom('days' as const, 'working-days' as const);
const STOPS: readonly StopCondition[] = ['status-reported', 'promised', 'acknowledged'];

/** A ladder that uses everything the language has. */
export const richLadder: fc.Arbitrary<Ladder> = arbitraryLadder.chain((ladder) =>
  fc
    .tuple(
      ...ladder.rungs.map((one) =>
        fc
          .record(
            {
              countedIn,
              onWorkingDaysOnly: fc.boolean(),
              grouping: fc.constantFrom('digest' as const, 'single' as const),
              repeat: fc.record({
                every: fc.integer({ min: 1, max: 3 }),
                countedIn,
                atMost: fc.integer({ min: 2, max: 4 }),
              }),
              until: fc.subarray([...STOPS], { minLength: 1 }),
              acknowledgeWithinHours: fc.integer({ min: 1, max: 60 }),
              slackAtMost: fc.integer({ min: -2, max: 5 }),
            },
            { requiredKeys: [] },
          )
          .map((more): Rung => ({ ...one, ...more })),
      ),
    )
    .map((rungs) => ({ ...ladder, rungs })),
);

/** Obligations with everything that may be known of them. */
export const richItems: fc.Arbitrary<OwedItem[]> = arbitraryItems(true).chain((items) =>
  fc.tuple(
    ...items.map((item) =>
      fc
        .record(
          {
            statusReportedOn: fc.constant(item.opensOn),
            acknowledgedOn: fc.integer({ min: 0, max: 9 }).map((days) => plainDate.add(item.dueOn, days)),
            answeredOn: fc.integer({ min: 0, max: 9 }).map((days) => plainDate.add(item.dueOn, days)),
            contact: fc.option(fc.integer({ min: -3, max: 6 }), { nil: undefined }).map((days) => ({
              ...(days === undefined ? {} : { deliveredOn: plainDate.add(item.dueOn, days) }),
            })),
            waitsOn: fc
              .integer({ min: -5, max: 3 })
              .map((days) => ({ milestone: 'm-up', dueOn: plainDate.add(item.dueOn, days) })),
            releasedOn: fc.integer({ min: -3, max: 6 }).map((days) => plainDate.add(item.dueOn, days)),
            slackDays: fc.integer({ min: -3, max: 6 }),
          },
          { requiredKeys: [] },
        )
        .map((more): OwedItem => ({ ...item, ...more })),
    ),
  ),
);

/** Weekends, a week of holidays in May, a worked Saturday; held to working days or not. */
export const arbitraryDays: fc.Arbitrary<PlanningDays> = fc.boolean().map((onWorkingDaysOnly) => ({
  onWorkingDaysOnly,
  workingDays: new WorkingDays([
    ...[10, 11, 12, 13, 14].map((day) => ({
      date: `2027-05-${day}`,
      kind: 'off' as const,
      status: 'assumed' as const,
    })),
    { date: '2027-05-22', kind: 'work', status: 'decreed' },
  ]),
}));
