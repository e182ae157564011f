import { describe, expect, it } from '@jest/globals';
import type { Measure } from '../../src/forms/index.js';
import { MEASURES, measureOf } from '../arbitraries/children.js';
import { earlierMeasure } from '../../src/modules/rollups/earlier-measure.js';

describe('the same figure a year earlier', () => {
  it.each([
    ['plan-next', { key: 'estimate-current' }],
    ['estimate-current', { key: 'actual-previous' }],
    ['plan-current', { key: 'actual-previous' }],
    ['actual-previous', {}],
    ['first-half', undefined],
  ])('of %s is %j', (key, earlier) => {
    expect(earlierMeasure(measureOf(key), MEASURES)).toEqual(earlier);
  });

  it('of a period in a quarterly report is the same period, never a whole year', () => {
    const one = (key: string, year: Measure['year'], required: boolean): Measure => ({
      ...measureOf('first-half'),
      key,
      year,
      required,
    });
    const quarterly: Measure[] = [
      { ...one('plan-current', 1, false), sort: 'plan' },
      one('quarter-result', 1, true),
      one('year-to-date', 1, true),
      one('same-period-previous', 0, false),
      {
        ...one('growth', 1, false),
        computed: { rule: 'growth', a: 'year-to-date', b: 'same-period-previous' },
      },
    ];
    const found = quarterly.slice(0, 3).map((measure) => earlierMeasure(measure, quarterly));
    expect(found).toEqual([{}, undefined, { key: 'same-period-previous' }]);
  });
});
