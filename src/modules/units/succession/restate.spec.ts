import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decimal, parseAggregation } from '../../../forms/index.js';
import { originOf } from './origin.js';
import { restateAll } from './past-figures.service.js';
import type { RestatableRow } from './restate.js';
import type { Succession } from './succession.js';

const { Exact } = decimal;

const row = (code: string, rule: string, more: Partial<RestatableRow> = {}): RestatableRow => ({
  code,
  aggregation: parseAggregation(rule)!,
  type: 'number',
  decimals: 2,
  unitCode: 'person',
  ...more,
});
const REVENUE = row('revenue', 'sum', { unitCode: 'billion_VND' });
const POOR = row('poor', 'sum');
const HOUSEHOLDS = row('households', 'sum');
const POOR_RATE = row('poor-rate', 'ratio:poor/households', { unitCode: '%', type: 'percent' });
const GROWTH = row('growth', 'ratio:revenue/revenue@prev', { unitCode: '%', type: 'percent' });
const INCOME = row('income', 'weighted:households');
const ROWS = [REVENUE, POOR, HOUSEHOLDS, POOR_RATE, GROWTH, INCOME];

const DECISION = 'Nghị quyết 1';
const came = (predecessor: string, successor: string, from: string, share?: string): Succession => ({
  predecessor,
  successor,
  from,
  ...(share === undefined ? {} : { share }),
  decision: DECISION,
});
const figure = (unit: string, code: string, value: string, year = 2024, sort: 'plan' | 'outcome' = 'outcome') => ({
  unit,
  code,
  value,
  year,
  sort,
  source: 'test',
});
const restated = (unit: string, successions: Succession[], known: ReturnType<typeof figure>[], year = 2024) => {
  const { figures, gaps } = restateAll({ units: [unit], from: year, to: year, rows: ROWS, known, successions });
  return {
    of: (code: string, sort: 'plan' | 'outcome' = 'outcome') =>
      figures.find((one) => one.code === code && one.sort === sort),
    gap: (code: string) => gaps.find((one) => one.code === code && one.sort === 'outcome'),
  };
};

/** Hạ and Trung become Mới; of Thượng four tenths go there, the rest goes on. */
const MERGED = [
  came('ha', 'moi', '2025-07-01', '1'),
  came('trung', 'moi', '2025-07-01', '1'),
  came('thuong', 'moi', '2025-07-01', '0.4'),
  came('thuong', 'thuong', '2025-07-01', '0.6'),
];

describe('a figure of last year for a unit made of others', () => {
  const known = [
    figure('ha', 'revenue', '12.5'),
    figure('trung', 'revenue', '7.25'),
    figure('thuong', 'revenue', '10'),
    figure('ha', 'poor', '30'),
    figure('trung', 'poor', '10'),
    figure('thuong', 'poor', '50'),
    figure('ha', 'households', '1000'),
    figure('trung', 'households', '500'),
    figure('thuong', 'households', '2500'),
    figure('ha', 'income', '50'),
    figure('trung', 'income', '60'),
    figure('thuong', 'income', '70'),
  ];

  it('is the sum of what came over, with its trace', () => {
    expect(restated('moi', MERGED, known).of('revenue')).toMatchObject({
      value: '23.75',
      restated: {
        parts: [
          { unit: 'ha', value: '12.5' },
          { unit: 'trung', value: '7.25' },
          { unit: 'thuong', share: '0.4', value: '10' },
        ],
        from: '2025-07-01',
        decisions: [DECISION],
      },
    });
  });

  it('is what stayed, for the unit that goes on, never what it was before a part left', () => {
    expect(restated('thuong', MERGED, known).of('revenue')).toMatchObject({ value: '6' });
  });

  it('is a ratio of the restated parts, rounded once', () => {
    // 30 + 10 + 0,4 × 50 over 1000 + 500 + 0,4 × 2500.
    expect(restated('moi', MERGED, known).of('poor-rate')).toMatchObject({ value: '2.4' });
  });

  it('is a growth against the restated year before', () => {
    const both = [
      ...known,
      figure('ha', 'revenue', '10', 2023),
      figure('trung', 'revenue', '5', 2023),
      figure('thuong', 'revenue', '10', 2023),
    ];
    expect(restated('moi', MERGED, both).of('growth')).toMatchObject({ value: '25' });
  });

  it('is none where the indicator does not add up, and the gap says so', () => {
    const { of, gap } = restated('moi', MERGED, known);
    expect([of('income'), gap('income')?.why]).toEqual([undefined, 'not-additive']);
  });

  it('is none where a share is unknown or a figure missing, and the gap names of whom', () => {
    const unknown = restated('moi', [...MERGED.slice(0, 2), came('thuong', 'moi', '2025-07-01')], known);
    expect(unknown.gap('revenue')).toMatchObject({ why: 'share-unknown', units: ['thuong'] });
    const missing = restated(
      'moi',
      MERGED,
      known.filter((one) => one.unit !== 'trung'),
    );
    expect(missing.gap('revenue')).toMatchObject({ why: 'figure-missing', units: ['trung'] });
    expect(missing.gap('poor-rate')).toMatchObject({ why: 'figure-missing', units: ['trung'] });
  });

  it('stands as it was recorded where somebody recorded it for the new unit', () => {
    const { of } = restated('moi', MERGED, [...known, figure('moi', 'revenue', '24')]);
    expect(of('revenue')).toMatchObject({ value: '24', source: 'test' });
  });

  it('is not restated once the unit stood at the end of the year, a plan once it stood at its beginning', () => {
    expect(originOf('moi', 2025, 'outcome', MERGED)).toBeUndefined();
    expect(originOf('moi', 2025, 'plan', MERGED)?.parts).toHaveLength(3);
    expect(originOf('moi', 2026, 'plan', MERGED)).toBeUndefined();
  });

  it('goes back through orders after one another', () => {
    const later = [...MERGED, came('moi', 'dong', '2027-01-01', '0.5'), came('moi', 'tay', '2027-01-01', '0.5')];
    expect(originOf('dong', 2024, 'outcome', later)).toMatchObject({
      parts: [
        { unit: 'ha', share: '0.5' },
        { unit: 'trung', share: '0.5' },
        { unit: 'thuong', share: '0.2' },
      ],
      from: '2027-01-01',
    });
    expect(originOf('dong', 2026, 'outcome', later)?.parts).toEqual([{ unit: 'moi', share: '0.5' }]);
  });
});

/** Each of `from` goes over to some of `to`, in hundredths that are all of it. */
const order = (from: readonly string[], to: readonly string[], day: string) =>
  fc
    .tuple(...from.map(() => fc.array(fc.integer({ min: 0, max: 20 }), { minLength: to.length, maxLength: to.length })))
    .map((weights) =>
      weights.flatMap((own, at) => {
        const shares = own.map((weight) => weight);
        const rest = 100 - shares.slice(1).reduce((sum, weight) => sum + weight, 0);
        return [rest, ...shares.slice(1)].flatMap((hundredths, place) =>
          hundredths > 0 ? [came(from[at]!, to[place]!, day, new Exact(hundredths).div(100).toFixed())] : [],
        );
      }),
    );

describe('what a reorganisation restates', () => {
  const OLD = ['a', 'b', 'c', 'd'];
  const MIDDLE = ['e', 'f', 'g'];
  const NEW = ['x', 'y', 'z'];
  const numbers = fc.tuple(
    ...OLD.map(() => fc.tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 4 }))),
  );

  it('adds up to exactly what there was, through two orders', () => {
    fc.assert(
      fc.property(
        order(OLD, MIDDLE, '2025-07-01'),
        order(MIDDLE, NEW, '2027-03-01'),
        numbers,
        (first, second, given) => {
          const known = OLD.map((unit, at) => {
            const [digits, places] = given[at]!;
            return figure(unit, 'revenue', decimal.fromExact(new Exact(digits).div(10 ** places))!);
          });
          const { figures, gaps } = restateAll({
            units: NEW,
            from: 2024,
            to: 2024,
            rows: [REVENUE],
            known,
            successions: [...first, ...second],
          });
          expect(gaps.filter((gap) => gap.sort === 'outcome')).toEqual([]);
          const sum = (values: readonly { value: string }[]) =>
            values.reduce((total, one) => total.plus(one.value), new Exact(0)).toFixed();
          expect(sum(figures)).toBe(sum(known));
        },
      ),
    );
  });

  it('never gives a value with a part of it unknown', () => {
    fc.assert(
      fc.property(order(OLD, NEW, '2025-07-01'), fc.nat(), (rows, at) => {
        const forgotten = rows[at % rows.length]!;
        const successions = rows.map((one) =>
          one === forgotten ? came(one.predecessor, one.successor, one.from) : one,
        );
        const known = OLD.map((unit) => figure(unit, 'revenue', '1'));
        const { figures, gaps } = restateAll({ units: NEW, from: 2024, to: 2024, rows: [REVENUE], known, successions });
        expect(figures.some((one) => one.unit === forgotten.successor)).toBe(false);
        expect(gaps).toContainEqual(expect.objectContaining({ unit: forgotten.successor, why: 'share-unknown' }));
      }),
    );
  });
});
