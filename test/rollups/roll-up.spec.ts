import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Aggregation } from '../../src/forms/index.js';
import { aChild, aRow, MEASURES, measureOf } from '../arbitraries/children.js';
import { type ChildFacts, rollUp } from '../../src/modules/rollups/roll-up.js';

const UNITS: Record<string, string> = {
  births: 'birth',
  beds: 'bed',
  population: 'thousand_person',
  area: 'km2',
  boys: 'birth',
  girls: 'birth',
  poor: 'household',
  households: 'household',
  output: 'billion_VND',
};
const context = { measures: MEASURES, unitOf: (code: string) => UNITS[code] };
const SUM: Aggregation = { rule: 'sum' };
const MEAN: Aggregation = { rule: 'mean' };
const ratio = (numerator: string, denominator: string, previousYear = false): Aggregation => ({
  rule: 'ratio',
  numerator,
  denominator,
  previousYear,
});

function roll(
  aggregation: Aggregation,
  unit: string,
  children: ChildFacts[],
  measure = 'estimate-current',
  decimals = 1,
) {
  return rollUp(aRow('x', aggregation, unit, { decimals }), measureOf(measure), children, context);
}

describe('a sum', () => {
  it('is exact and rounds half up once, at the end', () => {
    const tenths = [aChild('a', { x: '0.1' }), aChild('b', { x: '0.2' })];
    expect(roll(SUM, 'person', tenths).value).toBe('0.3');
    const quarters = [aChild('a', { x: '0.25' }), aChild('b', { x: '0.2' })];
    expect(roll(SUM, 'person', quarters).value).toBe('0.5');
    expect(roll(SUM, 'person', [aChild('a', { x: '-0.25' })]).value).toBe('-0.3');
    const long = [aChild('a', { x: '999999999999999.9' }), aChild('b', { x: '0.1' })];
    expect(roll(SUM, 'person', long).value).toBe('1000000000000000');
  });

  it('counts zero, and says who is not in it and why', () => {
    const cell = roll(SUM, 'person', [
      aChild('a', { x: '0' }),
      aChild('b', { x: '7.5' }),
      aChild('c', undefined, { 'x 0': '100' }),
      aChild('d', {}),
      aChild('e', { x: 'later' }),
      aChild('f', { x: 'n/a' }),
      aChild('g', { x: true }),
    ]);
    expect(cell).toEqual({
      value: '7.5',
      used: 2,
      of: 6,
      missing: [
        { unit: 'c', name: 'Xã c', why: 'not-submitted' },
        { unit: 'd', name: 'Xã d', why: 'not-answered' },
        { unit: 'e', name: 'Xã e', why: 'not-available' },
        { unit: 'g', name: 'Xã g', why: 'not-a-number' },
      ],
      notApplicable: 1,
    });
  });

  it('does not expect a figure from a unit that is not asked for it', () => {
    const ward = { ...aChild('w', undefined), asks: () => false };
    expect(roll(SUM, 'person', [aChild('a', { x: '1' }), ward])).toEqual({
      value: '1',
      used: 1,
      of: 1,
      missing: [],
      notApplicable: 1,
    });
  });

  it('has no value, and says why, where nobody gave one', () => {
    expect(roll(SUM, 'person', [aChild('a', undefined)])).toMatchObject({ reason: 'nothing-reported', used: 0, of: 1 });
    expect(roll(SUM, 'person', [aChild('a', {})])).toMatchObject({ reason: 'nothing-usable' });
    expect(roll(SUM, 'person', [aChild('a', { x: 'n/a' })])).toMatchObject({ reason: 'not-applicable', of: 0 });
    expect(roll(SUM, 'person', [])).toMatchObject({ reason: 'nothing-reported', of: 0 });
    const huge = [aChild('a', { x: '999999999999999999' }), aChild('b', { x: '1' })];
    expect(roll(SUM, 'person', huge)).toMatchObject({ reason: 'too-large', used: 2 });
  });

  it('is not made of what does not add up', () => {
    expect(roll({ rule: 'none' }, '%', [aChild('a', { x: '1' })])).toEqual({
      reason: 'not-additive',
      used: 0,
      of: 0,
      missing: [],
      notApplicable: 0,
    });
    const text = aRow('x', SUM, '', { type: 'text' });
    expect(rollUp(text, measureOf('plan-next'), [], context).reason).toBe('not-additive');
  });
});

describe('a mean', () => {
  it('of yes and no is the share of those that say yes', () => {
    const children = [aChild('a', { x: true }), aChild('b', { x: false }), aChild('c', { x: true })];
    expect(roll(MEAN, '%', children).value).toBe('66.7');
  });

  it('weighs nobody', () => {
    expect(roll(MEAN, '%', [aChild('a', { x: '10' }), aChild('b', { x: '25' })]).value).toBe('17.5');
  });
});

describe('a weighted mean', () => {
  const weighted: Aggregation = { rule: 'weighted', by: 'households' };

  it('takes the weight of its own column, else of its year, else what is on record for that year', () => {
    const children = [
      aChild('a', { 'x plan-current': '10', 'households plan-current': '300', 'households estimate-current': '9' }),
      aChild('b', { 'x plan-current': '20', 'households estimate-current': '100' }),
      aChild('c', { 'x plan-current': '40' }, { 'households 0': '100', 'households -1': '7' }),
    ];
    expect(roll(weighted, '%', children, 'plan-current').value).toBe('18');
  });

  it('names the unit whose weight is not known instead of averaging it in', () => {
    const children = [aChild('a', { x: '10', households: '3' }), aChild('b', { x: '90' }, { 'households -1': '3' })];
    expect(roll(weighted, '%', children)).toMatchObject({
      value: '10',
      used: 1,
      of: 2,
      missing: [{ unit: 'b', name: 'Xã b', why: 'no-weight' }],
    });
  });

  it('leaves out a unit to which the weight does not apply, and has no value without any weight', () => {
    expect(roll(weighted, '%', [aChild('a', { x: '10', households: 'n/a' })])).toMatchObject({
      notApplicable: 1,
      of: 0,
    });
    expect(roll(weighted, '%', [aChild('a', { x: '10', households: '0' })]).reason).toBe('zero-denominator');
  });
});

describe('a ratio', () => {
  it('adds up both parts first', () => {
    const children = [
      aChild('a', { x: '50', poor: '1', households: '2' }),
      aChild('b', { x: '1', poor: '1', households: '100' }),
    ];
    expect(roll(ratio('poor', 'households'), '%', children, 'estimate-current', 2).value).toBe('1.96');
  });

  it.each([
    ['births', 'population', 'per_mille', { births: '30', population: '2' }, '15'],
    ['beds', 'population', 'bed/10000_person', { beds: '5', population: '2' }, '25'],
    ['population', 'area', 'person/km2', { population: '2', area: '4' }, '500'],
    ['boys', 'girls', 'male/100_female', { boys: '11', girls: '10' }, '110'],
    ['output', 'population', 'million_VND/person', { output: '100', population: '2' }, '50'],
  ])('of %s over %s stands in %s', (numerator, denominator, unit, said, value) => {
    expect(roll(ratio(numerator, denominator), unit, [aChild('a', said)]).value).toBe(value);
  });

  it('is made of its parts where the unit left its own rate open, and names units without a part', () => {
    const children = [
      aChild('a', { poor: '1', households: '4' }),
      aChild('b', { x: '3', poor: '1' }),
      aChild('c', { x: '3', households: '1' }),
      aChild('d', { x: 'n/a', poor: '1', households: '1' }),
      aChild('e', { poor: '3' }, { 'households 0': '4' }),
    ];
    expect(roll(ratio('poor', 'households'), '%', children)).toEqual({
      value: '50',
      used: 2,
      of: 4,
      missing: [
        { unit: 'b', name: 'Xã b', why: 'no-denominator' },
        { unit: 'c', name: 'Xã c', why: 'no-numerator' },
      ],
      notApplicable: 1,
    });
  });

  it('fills no plan and no half year with an outcome on record', () => {
    const child = aChild('a', { 'households plan-current': '4', 'households first-half': '4' }, { 'poor 0': '1' });
    for (const measure of ['plan-current', 'first-half']) {
      expect(roll(ratio('poor', 'households'), '%', [child], measure).missing[0]?.why).toBe('no-numerator');
    }
  });

  it('says that it cannot be made where a unit of measure is unknown or the parts below are zero', () => {
    expect(roll(ratio('poor', 'ghosts'), '%', []).reason).toBe('unknown-unit');
    const nobody = [aChild('a', { poor: '0', households: '0' })];
    expect(roll(ratio('poor', 'households'), '%', nobody).reason).toBe('zero-denominator');
  });
});

describe('growth', () => {
  const growth = ratio('output', 'output', true);

  it('compares the totals of two years', () => {
    const children = [
      aChild('a', { 'output estimate-current': '10', 'output plan-next': '12', 'output actual-previous': '8' }),
      aChild('b', { 'output estimate-current': '90', 'output plan-next': '93' }, { 'output -1': '72' }),
    ];
    expect(roll(growth, '%', children, 'plan-next').value).toBe('5');
    expect(roll(growth, '%', children, 'estimate-current').value).toBe('25');
  });

  it('of a year that is over needs the figure on record of the year before', () => {
    const child = aChild('a', { 'output actual-previous': '8' }, { 'output -2': '10' });
    expect(roll(growth, '%', [child], 'actual-previous').value).toBe('-20');
  });

  it('names a unit that has no figure of the year before, and never compares half a year with a whole one', () => {
    const child = aChild('a', { output: '8', 'output first-half': '4', 'output actual-previous': 'later' });
    expect(roll(growth, '%', [child]).missing[0]?.why).toBe('no-earlier-year');
    expect(roll(growth, '%', [child], 'first-half').reason).toBe('no-earlier-year');
  });
});

describe('whatever the units below say', () => {
  const figure = fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.nat(4)).map(([digits, places]) => {
    const text = digits.toString().padStart(places + 1, '0');
    const at = text.length - places;
    return places === 0 ? text : `${text.slice(0, at)}.${text.slice(at)}`.replace(/\.?0+$/, '');
  });
  const positive = figure.filter((value) => value !== '0');

  it('a sum does not depend on their order and loses no digit', () => {
    fc.assert(
      fc.property(fc.array(figure, { minLength: 1, maxLength: 12 }), fc.nat(), (figures, turn) => {
        const children = figures.map((value, at) => aChild(`${at}`, { x: value }));
        const turned = children.map((_child, at) => children[(at + turn) % children.length]!).reverse();
        const value = roll(SUM, 'person', children, 'estimate-current', 4).value;
        expect(roll(SUM, 'person', turned, 'estimate-current', 4).value).toBe(value);
        const scaled = (text: string) => {
          const [whole = '', fraction = ''] = text.split('.');
          return BigInt(whole + fraction.padEnd(4, '0'));
        };
        expect(scaled(value!)).toBe(figures.map(scaled).reduce((sum, one) => sum + one, 0n));
      }),
    );
  });

  it('a ratio of sums lies between the least and the greatest of their ratios', () => {
    const parts = fc.array(fc.record({ poor: figure, households: positive }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(parts, (said) => {
        const rule = ratio('poor', 'households');
        const each = said.map((one) =>
          Number(roll(rule, 'household', [aChild('a', one)], 'estimate-current', 6).value),
        );
        const all = roll(
          rule,
          'household',
          said.map((one, at) => aChild(`${at}`, one)),
          'estimate-current',
          6,
        );
        expect(Number(all.value)).toBeGreaterThanOrEqual(Math.min(...each));
        expect(Number(all.value)).toBeLessThanOrEqual(Math.max(...each));
      }),
    );
  });

  it('one to which the indicator does not apply changes nothing but its own count', () => {
    const rules: Aggregation[] = [SUM, MEAN, { rule: 'weighted', by: 'households' }, ratio('poor', 'households')];
    const said = fc.dictionary(
      fc.constantFrom('x', 'poor', 'households'),
      fc.oneof(figure, fc.constantFrom('n/a', 'later')),
    );
    fc.assert(
      fc.property(fc.constantFrom(...rules), fc.array(fc.option(said, { nil: undefined })), (rule, answers) => {
        const children = answers.map((one, at) => aChild(`${at}`, one));
        const without = roll(rule, '%', children);
        const withOne = roll(rule, '%', [...children, aChild('n', { x: 'n/a', poor: '5', households: '6' })]);
        fc.pre(without.of > 0);
        expect(withOne).toEqual({ ...without, notApplicable: without.notApplicable + 1 });
      }),
    );
  });

  it('each unit is used, missing or does not apply', () => {
    const said = fc.dictionary(fc.constantFrom('x', 'households'), fc.oneof(figure, fc.constantFrom('n/a', 'later')));
    fc.assert(
      fc.property(fc.array(fc.option(said, { nil: undefined })), (answers) => {
        const cell = roll(
          { rule: 'weighted', by: 'households' },
          '%',
          answers.map((one, at) => aChild(`${at}`, one)),
        );
        expect(cell.used + cell.missing.length).toBe(cell.of);
        expect(cell.of + cell.notApplicable).toBe(answers.length);
        expect(cell.value === undefined).toBe(cell.reason !== undefined);
      }),
    );
  });

  it('a mean of yes and no lies between 0 and 100', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1 }), (answers) => {
        const children = answers.map((one, at) => aChild(`${at}`, { x: one }));
        const value = Number(roll(MEAN, '%', children).value);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(100);
        expect(value === 100).toBe(!answers.includes(false));
      }),
    );
  });
});
