import { describe, expect, it } from '@jest/globals';
import type { NamedUnit } from '../catalog/unit-words.js';
import type { IndicatorForm, Row } from '../definition/definition.js';
import { differencesBetween } from './differences.js';
import { proposeCarries } from './propose-carries.js';

const revenue: Omit<Row, 'unit'> = {
  key: 'revenue',
  code: 'revenue',
  group: 'A',
  seq: 1,
  label: { vi: 'Tổng thu ngân sách' },
  type: 'number',
  decimals: 3,
  required: true,
  appliesTo: 'all',
  leadAgency: '',
  assignedDown: false,
  aggregation: { rule: 'sum' },
  direction: 'up',
  help: {},
  provenance: 'reconstructed',
};
const formIn = (unit: NamedUnit): IndicatorForm => ({
  kind: 'indicators',
  key: 'm2',
  template: 'M2',
  title: { vi: 'Mẫu M2' },
  provenance: 'reconstructed',
  groups: [{ key: 'A', title: { vi: 'Kinh tế' } }],
  measures: [{ key: 'plan', label: { vi: 'Kế hoạch' }, year: 1, sort: 'plan', required: true, asked: true }],
  rows: [{ ...revenue, unit }],
});
const billions = formIn({ code: 'billion_VND', vi: 'Tỷ đồng' });

describe('a row that is counted in another unit', () => {
  it.each<[string, NamedUnit, string]>([
    ['words and code that mean millions', { code: 'million_VND', vi: 'Triệu đồng' }, '1000'],
    ['words that mean millions beside the code that stood there', { code: 'billion_VND', vi: 'Triệu đồng' }, '1000'],
    ['words that mean millions under a code of their own', { code: 'trieu-dong', vi: 'Triệu đồng' }, '1000'],
    ['words that nobody knows beside the code that stood there', { code: 'billion_VND', vi: 'Quan tiền' }, '1'],
    ['words that nobody knows', { code: 'quan-tien', vi: 'Quan tiền' }, '1'],
  ])('asks how its answers carry over: %s', (_, unit, factor) => {
    const after = formIn(unit);
    expect(differencesBetween(billions, after)).toMatchObject([{ field: 'unit', effect: 'mapping' }]);
    expect(proposeCarries(billions, after)).toEqual([{ do: 'scale', list: 'rows', key: 'revenue', factor }]);
  });

  it('asks nothing where the words mean what they meant', () => {
    const after = formIn({ code: 'billion_VND', vi: 'tỉ đồng' });
    expect(differencesBetween(billions, after)).toMatchObject([{ field: 'unit', effect: 'harmless' }]);
    expect(proposeCarries(billions, after)).toEqual([]);
  });
});
