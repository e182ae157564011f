import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import type { Column, FormDefinition, IndicatorForm, Measure, Row } from '../definition/definition.js';
import { figuresElsewhere } from './aggregation-faults.js';
import { faultsOf } from './faults.js';
import { MOST_MEMBERS } from './shape.js';

const textsOf = (locale: string): Record<string, string> =>
  parse(readFileSync(path.join(import.meta.dirname, `../../../config/messages/${locale}/definitions.yaml`), 'utf8'));
const [vi, en] = [textsOf('vi'), textsOf('en')];

const rice: Row = {
  key: 'rice',
  code: 'rice',
  group: 'A',
  seq: 1,
  label: { vi: 'Sản lượng lúa' },
  unit: { code: 'tonne', vi: 'tấn' },
  type: 'number',
  decimals: 1,
  required: true,
  appliesTo: 'all',
  leadAgency: 'Phòng Kinh tế',
  assignedDown: false,
  aggregation: { rule: 'weighted', by: 'paddy-area' },
  direction: 'up',
  help: {},
  provenance: 'reconstructed',
};
const plan: Measure = {
  key: 'plan',
  label: { vi: 'Kế hoạch' },
  year: 1,
  sort: 'plan',
  required: true,
  asked: true,
};
const against: Measure = {
  key: 'against',
  label: { vi: 'So với kế hoạch' },
  year: 0,
  sort: 'outcome',
  required: false,
  asked: false,
  computed: { rule: 'percent-of', a: 'plan', b: 'plan' },
};
const table: IndicatorForm = {
  kind: 'indicators',
  key: 'm3',
  template: 'M3',
  title: { vi: 'Mẫu M3' },
  provenance: 'reconstructed',
  groups: [{ key: 'A', title: { vi: 'Kinh tế' } }],
  measures: [plan, against],
  rows: [rice],
};
const investor: Column = {
  key: 'investor',
  label: { vi: 'Chủ đầu tư' },
  type: 'text',
  required: true,
  provenance: 'reconstructed',
};

const withRow = (change: Partial<Row>): FormDefinition => ({ ...table, rows: [{ ...rice, ...change }] });
const withMeasure = (change: Partial<Measure>): FormDefinition => ({
  ...table,
  measures: [plan, { ...against, ...change }],
});
const list = (...columns: Column[]): FormDefinition => ({ ...head, kind: 'records', columns });
const head = { key: 'm6', template: 'M6', title: { vi: 'Mẫu M6' }, provenance: 'reconstructed' };
const worth = (key: string, ...parts: string[]): Column => ({
  ...investor,
  key,
  type: 'number',
  computed: { rule: 'difference', parts },
});

describe('a draft', () => {
  it('of a form that can be asked has no faults, though it weighs by a row that another form has', () => {
    expect(faultsOf(table)).toEqual([]);
    expect(faultsOf(list(investor))).toEqual([]);
  });

  it.each<[string, string, FormDefinition, object]>([
    ['without a title', 'title-empty', { ...table, title: { vi: '' } }, {}],
    ['without rows', 'empty-form', { ...table, rows: [] }, {}],
    ['without columns', 'empty-form', list(), {}],
    ['without sections', 'empty-form', { ...head, kind: 'outline', sections: [] }, {}],
    ['without questions', 'empty-form', { ...head, kind: 'short', questions: [] }, {}],
    ['that only works figures out', 'nothing-asked', { ...table, measures: [] }, {}],
    [
      'with a row without a name',
      'name-empty',
      withRow({ label: { vi: '' } }),
      { list: 'rows', key: 'rice', field: 'label' },
    ],
    [
      'with two rows of one key',
      'key-twice',
      { ...table, rows: [rice, rice] },
      { list: 'rows', key: 'rice', field: 'key' },
    ],
    ['with a row in no group', 'unknown-group', withRow({ group: 'Z' }), { list: 'rows', key: 'rice', field: 'group' }],
    [
      'with bounds the wrong way round',
      'bounds-turned',
      withRow({ min: '5', max: '-5' }),
      { key: 'rice', field: 'max' },
    ],
    ['with bounds of ten and nine', 'bounds-turned', withRow({ min: '10', max: '9' }), { key: 'rice', field: 'max' }],
    ['with a day as bound of a number', 'bound', withRow({ max: '2027-06-30' }), { key: 'rice', field: 'max' }],
    ['with a number as bound of a day', 'bound', withRow({ type: 'date', min: '5' }), { key: 'rice', field: 'min' }],
    ['with seven decimals', 'decimals', withRow({ decimals: 7 }), { key: 'rice', field: 'decimals' }],
    ['with parts of a whole number', 'decimals-of-whole', withRow({ type: 'integer' }), { field: 'decimals' }],
    ['with nothing to choose from', 'no-choices', withRow({ type: 'choice', choices: [] }), { field: 'choices' }],
    [
      'with one choice twice',
      'choice-twice',
      list({
        ...investor,
        type: 'choice',
        choices: ['Có', 'Không'].map((vi) => ({ key: 'yes', label: { vi } })),
      }),
      { list: 'columns', key: 'investor', field: 'choices' },
    ],
    [
      'with a choice without a name',
      'choice-empty',
      {
        ...head,
        kind: 'short',
        questions: [{ ...investor, type: 'choice', choices: [{ key: 'a', label: { vi: '' } }] }],
      },
      { list: 'questions', field: 'choices' },
    ],
    [
      'that lets choose where a number is asked',
      'choices-unasked',
      withRow({ choices: [{ key: 'a', label: { vi: 'A' } }] }),
      { field: 'choices' },
    ],
    [
      'that asks what it works out',
      'computed-required',
      withMeasure({ asked: true }),
      { list: 'measures', key: 'against' },
    ],
    [
      'that compares with no measure',
      'formula-unknown',
      withMeasure({ computed: { rule: 'growth', a: 'plan', b: 'nothing' } }),
      { list: 'measures', key: 'against', field: 'computed' },
    ],
    [
      'that compares with itself',
      'circle',
      withMeasure({ computed: { rule: 'growth', a: 'plan', b: 'against' } }),
      { list: 'measures', params: { name: 'So với kế hoạch', circle: 'So với kế hoạch → So với kế hoạch' } },
    ],
    [
      'with a column of no columns',
      'formula-unknown',
      list(investor, worth('left', 'total', 'investor')),
      { key: 'left' },
    ],
    ['with columns in a circle', 'circle', list(worth('a', 'b', 'b'), worth('b', 'a', 'a')), { list: 'columns' }],
    [
      'with more rows than anybody reads',
      'too-many',
      { ...table, rows: Array.from({ length: MOST_MEMBERS + 1 }, (_, at) => ({ ...rice, key: `r-${at}` })) },
      { list: 'rows' },
    ],
  ])('%s cannot be published: %s', (_, code, form, place) => {
    const faults = faultsOf(form);
    expect(faults).toEqual(expect.arrayContaining([expect.objectContaining({ code, ...place })]));
    for (const texts of [vi, en]) {
      for (const fault of faults) {
        const params = (texts[`definitions.fault.${fault.code}`] ?? '{?}').match(/\{[^}]*\}/g) ?? [];
        expect(Object.keys(fault.params)).toEqual(expect.arrayContaining(params.map((name) => name.slice(1, -1))));
      }
    }
  });

  it('that applies to units that there are not cannot be published', () => {
    const known = new Set(['all', 'coastal']);
    expect(faultsOf(withRow({ appliesTo: 'coastal' }), { appliesTo: known })).toEqual([]);
    expect(faultsOf(withRow({ appliesTo: 'xã' }), { appliesTo: known })).toEqual([
      {
        code: 'applies-to',
        list: 'rows',
        key: 'rice',
        field: 'appliesTo',
        params: { name: 'Sản lượng lúa', text: 'xã' },
      },
    ]);
  });

  it('rolls a row up by figures only: of its own or of other forms, and never by the row itself', () => {
    const area = { ...rice, key: 'paddy-area', code: 'paddy-area', label: { vi: 'Diện tích lúa' } };
    const form = (by: string, other: Row = area): IndicatorForm => ({
      ...table,
      rows: [
        { ...rice, aggregation: { rule: 'weighted', by } },
        { ...other, aggregation: { rule: 'none' } },
      ],
    });
    const found = (...given: Parameters<typeof faultsOf>) =>
      faultsOf(...given).map(({ code, key, field, params }) => [code, key, field, params['part']]);
    const figures = figuresElsewhere([table, { ...form('paddy-area'), key: 'bases' }], 'm3');
    expect(found(form('paddy-area'), { figures: new Map() })).toEqual([]);
    expect(found(table, { figures })).toEqual([]);
    expect(found(form('fields'), { figures })).toEqual([['aggregation-unknown', 'rice', 'aggregation', 'fields']]);
    // What other forms there are is not known.
    expect(found(form('fields'))).toEqual([]);
    expect(found(form('rice'), { figures })).toEqual([['aggregation-own', 'rice', 'aggregation', 'Sản lượng lúa']]);
    const words = form('paddy-area', { ...area, type: 'text', decimals: 0 });
    expect(found(words)).toEqual([['aggregation-not-a-number', 'rice', 'aggregation', 'Diện tích lúa']]);
    const ratio = { rule: 'ratio' as const, numerator: 'rice', denominator: 'fields', previousYear: false };
    expect(found({ ...table, rows: [{ ...rice, aggregation: ratio }] }, { figures })).toEqual([
      ['aggregation-own', 'rice', 'aggregation', 'Sản lượng lúa'],
      ['aggregation-unknown', 'rice', 'aggregation', 'fields'],
    ]);
    for (const one of [vi, en]) {
      for (const code of ['unknown', 'own', 'not-a-number']) {
        expect(one[`definitions.fault.aggregation-${code}`]).toContain('{name}');
      }
    }
  });

  it('is told of a circle once', () => {
    const faults = faultsOf(list(worth('a', 'b', 'b'), worth('b', 'a', 'a')));
    expect(faults.map((fault) => fault.code)).toEqual(['circle']);
  });

  it('may keep the bounds of the percentage that a yes or no once was', () => {
    expect(faultsOf(withRow({ type: 'boolean', decimals: 0, min: '0', max: '100' }))).toEqual([]);
  });
});

describe('the texts of drafts', () => {
  it('fill in the same parameters in both languages', () => {
    const params = (text = '') => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
    expect(Object.keys(en)).toEqual(Object.keys(vi));
    for (const [key, text] of Object.entries(vi)) expect([key, params(en[key])]).toEqual([key, params(text)]);
  });

  it('are courteous: NFC, no exclamation marks', () => {
    for (const text of Object.values(vi)) expect(text).toBe(text.normalize('NFC').replaceAll('!', ''));
  });
});
