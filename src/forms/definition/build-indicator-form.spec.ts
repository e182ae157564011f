import { describe, expect, it } from '@jest/globals';
import type { Indicator } from '../catalog/indicator.js';
import { buildBasesForm, buildIndicatorForm, type IndicatorFormSpec } from './build-indicator-form.js';

const waste: Indicator = {
  group: 'C',
  seq: 1,
  code: 'waste',
  nameVi: 'Rác thải được thu gom',
  nameEn: 'Waste collected',
  unitVi: 'Tấn',
  unitCode: 'tonne',
  valueType: 'number',
  decimals: 1,
  min: '0',
  max: undefined,
  aggregation: { rule: 'sum' },
  direction: 'up',
  frequency: 'quarter',
  nationalCode: undefined,
  leadAgency: 'Sở Xây dựng',
  assignedDown: true,
  provenance: 'reconstructed',
  appliesTo: 'all',
  breakdown: ['urban', 'rural'],
  note: undefined,
};
const share: Indicator = {
  ...waste,
  seq: 2,
  code: 'share',
  aggregation: { rule: 'weighted', by: 'waste' },
  frequency: 'year',
  breakdown: ['urban'],
};

const spec: IndicatorFormSpec = {
  key: 'm3',
  template: 'M3',
  title: { vi: 'Mẫu M3' },
  provenance: 'directive',
  groups: [{ key: 'C', title: { vi: 'Môi trường' } }],
  measures: [],
  breakdowns: { urban: { vi: 'đô thị', en: 'urban' }, rural: { vi: 'nông thôn', en: 'rural' } },
};

describe('the form of a catalog', () => {
  it('has a row for each indicator, followed by its parts', () => {
    const form = buildIndicatorForm({ key: 'm3', indicators: [waste, share] }, spec);
    expect(form.rows.map((row) => row.key)).toEqual(['waste', 'waste/urban', 'waste/rural', 'share', 'share/urban']);
    expect(form.rows[1]).toMatchObject({
      code: 'waste',
      part: 'urban',
      label: { vi: 'Rác thải được thu gom: đô thị', en: 'Waste collected: urban' },
      unit: { code: 'tonne', vi: 'Tấn' },
      required: false,
      assignedDown: false,
    });
  });

  it('adds up the parts of a sum, and rolls up no part whose weight is unknown', () => {
    const form = buildIndicatorForm({ key: 'm3', indicators: [waste, share] }, spec);
    expect([form.rows[1]!.aggregation.rule, form.rows[4]!.aggregation.rule]).toEqual(['sum', 'none']);
  });

  it('requires every indicator, unless only those counted often enough', () => {
    const required = (frequencies?: Indicator['frequency'][]): boolean[] =>
      buildIndicatorForm({ key: 'm3', indicators: [waste, share] }, { ...spec, requiredFrequencies: frequencies })
        .rows.filter((row) => row.part === undefined)
        .map((row) => row.required);
    expect([required(), required(['month', 'quarter'])]).toEqual([
      [true, true],
      [true, false],
    ]);
  });

  it('survives JSON unchanged', () => {
    const form = buildIndicatorForm({ key: 'm3', indicators: [waste, share] }, spec);
    expect(JSON.parse(JSON.stringify(form))).toStrictEqual(form);
  });

  it('holds the help that is given for an indicator, else none', () => {
    const help = (indicator: Indicator) => (indicator.code === 'share' ? { legalBasis: { vi: 'Mục II.2' } } : {});
    const form = buildIndicatorForm({ key: 'm3', indicators: [waste, share] }, { ...spec, help });
    expect(form.rows.map((row) => row.help)).toEqual([
      {},
      {},
      {},
      { legalBasis: { vi: 'Mục II.2' } },
      { legalBasis: { vi: 'Mục II.2' } },
    ]);
  });
});

describe('the form of bases', () => {
  it('asks for whole numbers where the unit has no decimals, and requires nothing', () => {
    const bases = [
      {
        code: 'births',
        nameVi: 'Số trẻ đẻ sống',
        nameEn: 'Live births',
        unitCode: 'birth',
        provenance: 'reconstructed',
      },
      { code: 'land-area', nameVi: 'Diện tích', nameEn: 'Land area', unitCode: 'km2', provenance: 'reconstructed' },
    ];
    const units = { birth: { vi: 'Trẻ', decimals: 0 }, km2: { vi: 'km2', decimals: 2 } };
    const form = buildBasesForm(bases, units, { ...spec, group: { vi: 'Số liệu nền' } });
    expect(form.rows.map((row) => [row.key, row.type, row.unit.vi, row.min, row.required])).toEqual([
      ['births', 'integer', 'Trẻ', '0', false],
      ['land-area', 'number', 'km2', '0', false],
    ]);
    expect(new Set(form.rows.map((row) => row.group))).toEqual(new Set(form.groups.map((group) => group.key)));
  });
});
