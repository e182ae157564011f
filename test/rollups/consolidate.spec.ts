import { describe, expect, it } from '@jest/globals';
import { aChild, aForm, aRow, MEASURES } from '../arbitraries/children.js';
import type { Measure } from '../../src/forms/index.js';
import { consolidate, unitsOf } from '../../src/modules/rollups/consolidate.js';

const revenue = aRow('revenue', { rule: 'sum' }, 'billion_VND');
const exports = aRow('exports', { rule: 'sum' }, 'million_USD');
const strong = aRow('strong', { rule: 'mean' }, '%', { type: 'percent' });
const above = aForm([revenue, exports, strong]);
const below = aForm([
  { ...revenue, decimals: 3 },
  { ...strong, type: 'boolean', decimals: 0, unit: { code: 'boolean', vi: 'Đạt/Không đạt' } },
]);
const known = { form: below, unitOf: unitsOf([above, below]) };

describe('the form of a district made from its communes', () => {
  it('holds each row and measure, rows not asked below without a value', () => {
    const children = [
      aChild('a', { revenue: '1.125', 'revenue plan-next': '2', strong: true }),
      aChild('b', { revenue: '2.125', 'revenue plan-next': '3', strong: false }),
    ];
    const totals = consolidate(above, MEASURES, children, known);
    expect(Object.keys(totals)).toEqual(['revenue', 'exports', 'strong']);
    expect(Object.keys(totals.revenue!)).toEqual(MEASURES.map((measure) => measure.key));
    expect(totals.revenue!['estimate-current']).toMatchObject({ value: '3.3', used: 2, of: 2 });
    expect(totals.strong!['estimate-current']?.value).toBe('50');
    expect(totals.exports!['estimate-current']).toMatchObject({ reason: 'not-reported-below', of: 0 });
    expect(totals.revenue!['plan-growth']).toMatchObject({ value: '51.5' });
  });

  it('adds up what is counted in smaller units below', () => {
    const inMillions = aForm([{ ...revenue, unit: { code: 'million_VND', vi: 'Triệu đồng' } }]);
    const children = [aChild('a', { revenue: '1500' }), aChild('b', { revenue: '2350' })];
    const totals = consolidate(above, MEASURES, children, { form: inMillions, unitOf: unitsOf([inMillions, above]) });
    expect(totals.revenue!['estimate-current']).toMatchObject({ value: '3.9', used: 2 });
  });

  it('compares two totals only where the same units are in both', () => {
    const children = [
      aChild('a', { revenue: '10', 'revenue plan-current': '8' }),
      aChild('b', { revenue: '90', 'revenue plan-next': '1' }),
    ];
    const totals = consolidate(above, MEASURES, children, known).revenue!;
    expect(totals['estimate-vs-plan']).toMatchObject({ reason: 'different-units' });
    expect(totals['plan-growth']).toMatchObject({ reason: 'different-units' });
  });

  it('works out a share of another row from the totals, only where the same units are in both', () => {
    const share: Measure = {
      ...{ key: 'share', label: { vi: 'Tỷ trọng' }, year: 0, sort: 'outcome', required: false, asked: false },
      computed: {
        op: 'share',
        part: { op: 'cell', measure: 'estimate-current' },
        of: [{ op: 'cell', row: 'revenue', measure: 'estimate-current' }],
      },
    };
    const land = aRow('land', { rule: 'sum' }, 'billion_VND');
    const form = { ...aForm([revenue, land]), measures: [...MEASURES, share] };
    const shareOf = (...children: Parameters<typeof aChild>[1][]) =>
      consolidate(
        form,
        form.measures,
        children.map((given, at) => aChild('ab'[at]!, given)),
        { form, unitOf: unitsOf([form]) },
      ).land!['share'];
    expect(shareOf({ revenue: '10', land: '2' }, { revenue: '30', land: '8' })).toMatchObject({ value: '25', used: 2 });
    expect(shareOf({ revenue: '10', land: '2' }, { land: '8' })).toMatchObject({ reason: 'different-units' });
  });

  it('says of a comparison what its sides lack', () => {
    const totals = consolidate(above, MEASURES, [aChild('a', { revenue: '0', 'revenue plan-next': '1' })], known);
    expect(totals.revenue!['estimate-vs-plan']).toMatchObject({ reason: 'nothing-usable' });
    expect(totals.revenue!['plan-growth']).toMatchObject({ reason: 'not-comparable' });
    expect(totals.exports!['plan-growth']).toMatchObject({ reason: 'not-reported-below' });
  });

  it('gives only the measures that are wanted', () => {
    const wanted = MEASURES.filter((measure) => measure.key === 'plan-growth');
    const children = [aChild('a', { revenue: '10', 'revenue plan-next': '11' })];
    expect(consolidate(above, wanted, children, known).revenue).toEqual({
      'plan-growth': { value: '10', used: 1, of: 1, missing: [], notApplicable: 0 },
    });
  });
});

describe('a row that is worked out', () => {
  const people = aRow('people', { rule: 'sum' }, 'person');
  const perHead = aRow('per-head', { rule: 'none' }, 'million_VND', {
    decimals: 2,
    computed: {
      op: 'ratio',
      a: { op: 'cell', row: 'revenue' },
      b: { op: 'cell', row: 'people' },
      scale: '1000',
    },
  });
  const form = aForm([revenue, people, perHead]);

  it('is made of the totals, never of the figures below, and as complete as its parts', () => {
    const children = [
      aChild('a', { revenue: '10', people: '1000' }),
      aChild('b', { revenue: '20', people: '3000' }),
      aChild('c', { revenue: '5' }),
    ];
    const totals = consolidate(form, MEASURES, children, { form, unitOf: unitsOf([form]) });
    expect(totals['per-head']!['estimate-current']).toMatchObject({ value: '8.75', used: 2, of: 3 });
  });

  it('says what its parts lack', () => {
    const totals = consolidate(form, MEASURES, [aChild('a', { revenue: '10' })], { form, unitOf: unitsOf([form]) });
    expect(totals['per-head']!['estimate-current']).toMatchObject({ reason: 'nothing-usable' });
  });
});
