import { describe, expect, it } from '@jest/globals';
import { unitScale } from './unit-scale.js';

describe('the scale of a unit of measure', () => {
  it.each([
    ['person', '1'],
    ['billion_VND', '1000000000'],
    ['thousand_person', '1000'],
    ['million_VND/person/year', '1000000'],
    ['%', '0.01'],
    ['percentage_point', '0.01'],
    ['per_mille', '0.001'],
    ['bed/10000_person', '0.0001'],
    ['death/100000_birth', '0.00001'],
    ['male/100_female', '0.01'],
    ['person/km2', '0.000001'],
    ['tonne/day', '1'],
    ['ha', '10000'],
  ])('of %s is %s', (code, scale) => {
    expect(unitScale(code).toFixed()).toBe(scale);
  });
});
