import fc from 'fast-check';
import type { Audience, Ladder, OwedItem, Rung } from '../../src/modules/followups/ladder.js';
import { plainDate } from '../../src/modules/shared/index.js';

/** Units of a small tree: few enough that audiences often coincide. */
const UNITS = ['xa-1', 'xa-2', 'huyen-1', 'so-1', 'vp-1'] as const;
export const FIRST_DAY = '2027-05-01';
export const LAST_DAY = '2027-07-09';

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
    timeZone: fc.constantFrom('Asia/Ho_Chi_Minh', 'UTC', 'America/New_York'),
  })
  .map(({ before, after, from, length, timeZone }) => ({
    key: 'any',
    hours: { from: `${String(from).padStart(2, '0')}:00`, to: `${String(from + length).padStart(2, '0')}:00` },
    timeZone,
    rungs: [...before, ...after].map((one, at) => ({ ...one, id: `r${at}` })),
  }));

/** One obligation in May or June 2027, open, with or without a superior, settled one time in five. */
export function arbitraryItem(promises = false): fc.Arbitrary<OwedItem> {
  return fc
    .record({
      unit: fc.constantFrom(...UNITS),
      milestone: fc.constantFrom('m-a', 'm-b', 'm-c'),
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
        id: `${item.milestone} ${item.unit}`,
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
  .array(fc.nat(3), { minLength: 70, maxLength: 70 })
  .map((draws) => {
    const days = draws.map((_draw, at) => plainDate.add(FIRST_DAY, at));
    return days.filter((day, at) => draws[at] === 0 || day === LAST_DAY);
  });
