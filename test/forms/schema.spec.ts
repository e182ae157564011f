import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { addFormVocabulary, FORM_WORDS, jsonSchemaOf, linearRegExp, uiSchemaOf } from '../../src/forms/index.js';
import { arbitraryForm } from '../arbitraries/forms.js';
import { INDICATORS, OUTLINE, RECORDS } from '../arbitraries/sample-forms.js';
import { messages, vietnamese } from '../properties/form-words.js';

const options = { words: vietnamese, reportYear: 2027 };

describe('the JSON Schema of any form', () => {
  it('is accepted by the 2020-12 meta-schema', () => {
    const meta = new Ajv2020({ strict: false });
    fc.assert(
      fc.property(arbitraryForm(), (form) => {
        expect(meta.validateSchema(jsonSchemaOf(form, options))).toBe(true);
      }),
    );
  });

  it('compiles under strict rules', () => {
    fc.assert(
      fc.property(arbitraryForm(), (form) => {
        const ajv = new Ajv2020({
          allErrors: true,
          strict: true,
          strictRequired: false,
          allowUnionTypes: true,
          discriminator: true,
        });
        addFormVocabulary(ajv);
        expect(ajv.compile(jsonSchemaOf(form, options))).toBeInstanceOf(Function);
      }),
      { numRuns: 30 },
    );
  });

  it('is a plain one to validators that do not know its own keywords', () => {
    const plain = new Ajv2020({ strict: false, validateFormats: false }).compile(jsonSchemaOf(INDICATORS));
    expect(plain({ poverty: { estimate: { state: 'value', value: '101' } } })).toBe(true);
    expect(plain({ poverty: { estimate: { state: 'value', value: '1,5' } } })).toBe(false);
    expect(plain({ poverty: { estimate: { state: 'value', value: 5 } } })).toBe(false);
    expect(plain({ poverty: { estimate: { state: 'not-available' } } })).toBe(false);
    expect(plain({ poverty: { other: { state: 'not-applicable' } } })).toBe(false);
  });
});

describe('the JSON Schema of the sample forms', () => {
  it('names rows and columns in Vietnamese with their years, and requires nothing', () => {
    const schema = jsonSchemaOf(INDICATORS, options) as { $schema: string; properties: Record<string, never> };
    expect(schema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: 'Hệ thống chỉ tiêu kinh tế - xã hội',
      additionalProperties: false,
      properties: {
        poverty: {
          title: 'Tỷ lệ hộ nghèo',
          properties: {
            estimate: { title: 'Ước thực hiện năm 2027', $ref: '#/$defs/cell-1' },
            ratio: { title: 'Ước 2027 so với 2026 (%)', readOnly: true },
          },
        },
      },
      $defs: {
        'cell-1': {
          oneOf: [
            {
              title: 'Có số liệu',
              properties: {
                value: { type: 'string', 'x-decimal-minimum': '0', 'x-decimal-maximum': '100', 'x-decimal-places': 1 },
              },
            },
            { $ref: '#/$defs/not-applicable' },
            { $ref: '#/$defs/not-available' },
          ],
        },
      },
    });
    expect(schema).not.toHaveProperty('required');
    expect(schema).not.toHaveProperty('$id');
  });

  it('leaves computed parts out where only answers are meant', () => {
    const schema = jsonSchemaOf(INDICATORS, { computed: false }) as { properties: { poverty: { properties: object } } };
    expect(Object.keys(schema.properties.poverty.properties)).toEqual(['actual', 'estimate', 'plan']);
    const list = jsonSchemaOf(RECORDS, { computed: false }) as { items: { properties: object } };
    expect(list.items.properties).not.toHaveProperty('rest');
    expect(jsonSchemaOf(RECORDS)).toMatchObject({ type: 'array', items: { properties: { rest: { readOnly: true } } } });
  });
});

describe('the UI schema', () => {
  it('keeps the order, marks computed parts read-only and names yes and no as the unit does', () => {
    const ui = uiSchemaOf(INDICATORS, options);
    expect(ui).toMatchObject({
      'ui:order': ['poverty', 'revenue', 'revenue/land', 'pupils', 'strong', 'remarks', 'grade'],
      poverty: {
        'ui:help': 'Chưa có hướng dẫn',
        'ui:order': ['actual', 'estimate', 'plan', 'ratio', 'growth', 'step'],
        ratio: { 'ui:title': 'Ước 2027 so với 2026 (%)', 'ui:readonly': true },
        estimate: { state: { 'ui:widget': 'hidden' }, value: { 'ui:widget': 'text', 'ui:options': { unit: '%' } } },
      },
      strong: { plan: { value: { 'ui:widget': 'radio', 'ui:enumNames': ['Đạt', 'Không đạt'] } } },
      grade: { plan: { value: { 'ui:widget': 'select', 'ui:enumNames': ['Tốt', 'Khá'] } } },
    });
    expect(uiSchemaOf(OUTLINE)).toMatchObject({
      economy: { 'ui:widget': 'textarea', 'ui:help': 'Nêu kết quả nổi bật' },
    });
    expect(uiSchemaOf(RECORDS)).toMatchObject({
      items: { rest: { 'ui:readonly': true }, decided: { 'ui:widget': 'date' } },
    });
  });

  it('tells meaning, method and legal basis where they are known', () => {
    const help = { meaning: { vi: 'Tỷ lệ nghèo' }, legalBasis: { vi: 'Nghị định' } };
    const rows = [{ ...INDICATORS.rows[0]!, help }];
    expect(uiSchemaOf({ ...INDICATORS, rows }, options)).toMatchObject({
      poverty: { 'ui:help': 'Ý nghĩa: Tỷ lệ nghèo\nCăn cứ pháp lý: Nghị định' },
    });
  });
});

describe('the pattern engine', () => {
  it('answers a pattern that explodes elsewhere at once', () => {
    const started = performance.now();
    expect(linearRegExp('^(a+)+$').test(`${'a'.repeat(5_000)}!`)).toBe(false);
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  it('refuses a pattern it cannot run in linear time', () => {
    expect(() => linearRegExp('(a)\\1')).toThrow();
  });
});

describe('every word of a form', () => {
  it.each(['vi', 'en'] as const)('stands in the %s catalog', (locale) => {
    expect(FORM_WORDS.filter((word) => !messages.has(locale, `forms.word.${word}`))).toEqual([]);
  });

  it('stands in both catalogs alike', () => {
    const ours = (locale: 'vi' | 'en') => messages.keys(locale).filter((key) => key.startsWith('forms.'));
    expect(ours('en').sort()).toEqual(ours('vi').sort());
  });
});
