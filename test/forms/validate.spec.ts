import { describe, expect, it } from '@jest/globals';
import { compileForm, type FormDefinition, issueText, LIMITS, messageOf, normalise } from '../../src/forms/index.js';
import { INDICATORS, OUTLINE, RECORDS } from '../arbitraries/sample-forms.js';
import { messages } from '../properties/form-words.js';

const value = (given: unknown) => ({ state: 'value', value: given });
const poverty = (cell: unknown) => ({ poverty: { estimate: cell } });
const codes = (form: FormDefinition, part: unknown) =>
  compileForm(form)
    .validate(part)
    .map((issue) => issue.code);
const firstText = (form: FormDefinition, part: unknown, locale: 'vi' | 'en' = 'vi') => {
  const [issue] = compileForm(form).validate(part, 2027);
  return issueText(issue!, locale, (key, params) => messages.t(locale, key, params));
};

describe('answers of an indicator form', () => {
  it('may be few, and of every state', () => {
    const part = {
      poverty: { actual: value('0'), estimate: { state: 'not-applicable' }, plan: value('1.5') },
      revenue: { estimate: { state: 'not-available', reason: 'Chờ quyết toán', expectedOn: '2027-07-15' } },
      strong: { estimate: value(true) },
      grade: { plan: value('good') },
      remarks: { estimate: { state: 'value', value: '=1+1', standing: 'preliminary', note: 'Ghi chú' } },
    };
    expect(codes(INDICATORS, part)).toEqual([]);
    expect(codes(INDICATORS, {})).toEqual([]);
  });

  it.each([
    ['out-of-range', poverty(value('100.1'))],
    ['out-of-range', poverty(value('-0.1'))],
    ['below-minimum', { revenue: { plan: value('-1') } }],
    ['too-many-places', poverty(value('1.25'))],
    ['not-whole', { pupils: { plan: value('1.5') } }],
    ['not-a-number', poverty(value('1,5'))],
    ['not-a-number', poverty(value('01'))],
    ['not-a-number', poverty(value(1.5))],
    ['not-a-number', poverty(value(null))],
    ['not-yes-or-no', { strong: { plan: value('true') } }],
    ['not-a-choice', { grade: { plan: value('Tốt') } }],
    ['not-a-text', { remarks: { plan: value(5) } }],
    ['text-too-long', { remarks: { plan: value('a'.repeat(LIMITS.value + 1)) } }],
    ['text-not-clean', { remarks: { plan: value(' a') } }],
    ['text-not-clean', { remarks: { plan: value('a\u0000b') } }],
    ['text-not-clean', { remarks: { plan: value('a\ud800b') } }],
    ['text-not-clean', { remarks: { plan: value('e\u0302') } }],
    ['value-missing', poverty({ state: 'value' })],
    ['reason-missing', poverty({ state: 'not-available' })],
    ['reason-missing', poverty({ state: 'not-available', reason: '' })],
    ['not-a-date', poverty({ state: 'not-available', reason: 'Chờ', expectedOn: '2027-02-30' })],
    ['unknown-state', poverty({ state: 'zero' })],
    ['unknown-state', poverty({})],
    ['unknown-standing', poverty({ state: 'value', value: '1', standing: 'rough' })],
    ['standing-of-plan', { poverty: { plan: { state: 'value', value: '1', standing: 'estimate' } } }],
    ['unknown-part', poverty({ state: 'not-applicable', value: '1' })],
    ['unknown-row', { other: {} }],
    ['unknown-measure', { poverty: { other: value('1') } }],
    ['computed-answer', { poverty: { ratio: value('1') } }],
    ['empty-row', { poverty: {} }],
    ['wrong-shape', { poverty: [] }],
    ['wrong-shape', poverty('5')],
    ['wrong-shape', []],
  ])('are refused as %s', (code, part) => {
    expect(codes(INDICATORS, part)).toEqual([code]);
  });

  it.each(['__proto__', 'constructor', 'prototype'])('are refused with the key %s at any depth', (key) => {
    const under = (inside: string) => JSON.parse(inside.replaceAll('KEY', key)) as unknown;
    expect(codes(INDICATORS, under('{"KEY":{"a":1}}'))).toEqual(['reserved-key']);
    expect(codes(INDICATORS, under('{"poverty":{"KEY":{}}}'))).toEqual(['reserved-key']);
    expect(codes(INDICATORS, under('{"poverty":{"plan":{"state":"value","value":"1","KEY":1}}}'))).toEqual([
      'reserved-key',
    ]);
    expect(normalise(INDICATORS, under('{"KEY":{"a":1}}'))).toEqual(under('{"KEY":{"a":1}}'));
    expect(Object.prototype).not.toHaveProperty('a');
  });

  it('are told all their faults at once, each with its place', () => {
    const issues = compileForm(INDICATORS).validate({
      poverty: { estimate: value('101'), plan: value('x') },
      'revenue/land': { plan: value('1.2345') },
    });
    expect(issues.map(({ code, path }) => ({ code, ...path }))).toEqual([
      { code: 'out-of-range', form: 'sample', row: 'poverty', measure: 'estimate' },
      { code: 'not-a-number', form: 'sample', row: 'poverty', measure: 'plan' },
      { code: 'too-many-places', form: 'sample', row: 'revenue/land', measure: 'plan' },
    ]);
  });

  it('are refused whole when they are a flood', () => {
    const flood = Object.fromEntries(Array.from({ length: LIMITS.keys + 1 }, (_, at) => [`k${at}`, 1]));
    expect(codes(INDICATORS, flood)).toEqual(['too-large']);
    const many = Object.fromEntries(Array.from({ length: 5_000 }, (_, at) => [`k${at}`, 1]));
    expect(codes(INDICATORS, many)).toHaveLength(LIMITS.issues);
  });

  it('get a sentence that names the indicator, the column with its year, and what to do', () => {
    expect(firstText(INDICATORS, poverty(value('1234.5')))).toBe(
      'Chỉ tiêu «Tỷ lệ hộ nghèo», cột Ước thực hiện năm 2027: 1.234,5 nằm ngoài khoảng cho phép, số phải từ 0 đến 100; đồng chí kiểm tra lại đơn vị tính.',
    );
    expect(firstText(INDICATORS, poverty(value('1234.5')), 'en')).toBe(
      'Indicator “Poverty rate”, column Estimate 2027: 1,234.5 is out of range, the number must be from 0 to 100; please check the unit of measure.',
    );
  });
});

describe('answers of a list', () => {
  it('may be partial rows, but not rows of nothing', () => {
    expect(
      codes(RECORDS, [
        { name: 'Cầu', start: '2027', decided: '2027-01-31', total: '12.5', group: 'a' },
        { name: 'Đường' },
      ]),
    ).toEqual([]);
    expect(codes(RECORDS, [{}])).toEqual(['empty-row']);
    expect(normalise(RECORDS, [{ name: ' ' }, { name: 'Cầu ', total: '012.50', rest: '3' }])).toEqual([
      { name: 'Cầu', total: '12.5' },
    ]);
  });

  it.each([
    ['not-whole', { start: '2027.5' }],
    ['not-a-number', { total: '1.234,5' }],
    ['not-a-date', { decided: '31/01/2027' }],
    ['not-a-choice', { group: 'c' }],
    ['unknown-column', { other: 'x' }],
    ['computed-answer', { rest: '5' }],
    ['reserved-key', JSON.parse('{"__proto__":"x"}')],
  ])('are refused as %s in the row they stand in', (code, row) => {
    const issues = compileForm(RECORDS).validate([{ name: 'Cầu' }, row]);
    expect(issues.map((issue) => [issue.code, issue.path.index])).toEqual([[code, 1]]);
  });

  it('get a sentence that names the column and counts rows from one', () => {
    expect(firstText(RECORDS, [{ name: 'Cầu' }, { total: 'nhiều' }])).toBe(
      '«Tổng mức đầu tư», dòng 2: cần một con số, ví dụ 1.234,5; đồng chí nhập lại số, không kèm chữ hay đơn vị tính.',
    );
  });
});

describe('answers of an outline', () => {
  it('are texts of its sections', () => {
    expect(codes(OUTLINE, { context: 'Một\n\nHai' })).toEqual([]);
    expect(codes(OUTLINE, { other: 'x' })).toEqual(['unknown-section']);
    expect(firstText(OUTLINE, { context: 'a'.repeat(LIMITS.section + 1) })).toBe(
      '«Đánh giá năm 2027»: nội dung dài quá 100.000 ký tự; đồng chí rút gọn lại.',
    );
  });
});

describe('a definition', () => {
  it('is refused when a key of it is one that every object has', () => {
    const [row] = INDICATORS.rows;
    expect(() => compileForm({ ...INDICATORS, rows: [{ ...row!, key: 'constructor' }] })).toThrow(
      'reserved key "constructor"',
    );
  });
});

describe('every issue', () => {
  it('has its sentence in Vietnamese and English', () => {
    const parts: [FormDefinition, unknown][] = [
      [INDICATORS, { poverty: { estimate: value('x'), plan: {}, other: 1 }, strong: { plan: value('a') }, a: 1 }],
      [RECORDS, [{ name: 5, start: '1.5', decided: 'x', total: 'x', group: 'c', x: 1 }, {}]],
      [OUTLINE, { context: 5, economy: ' x', other: 1 }],
      [OUTLINE, []],
    ];
    for (const [form, part] of parts) {
      for (const issue of compileForm(form).validate(part)) {
        for (const locale of ['vi', 'en'] as const) {
          const { key, params } = messageOf(issue, locale);
          expect([key, messages.has(locale, key)]).toEqual([key, true]);
          expect(messages.t(locale, key, params)).not.toMatch(/[{}]/);
        }
      }
    }
  });
});
