import { describe, expect, it } from '@jest/globals';
import { type Condition, type FormDefinition, jsonSchemaOf, uiSchemaOf } from '../../src/forms/index.js';
import { INDICATORS, OUTLINE, RECORDS } from '../arbitraries/sample-forms.js';
import { vietnamese } from '../properties/form-words.js';

const told = (definition: FormDefinition, ...way: string[]): unknown =>
  way.reduce<unknown>(
    (at, key) => (at as Record<string, unknown> | undefined)?.[key],
    uiSchemaOf(definition, { words: vietnamese, reportYear: 2027 }),
  );
const market: Condition = { op: 'is', of: { op: 'cell', row: 'strong' }, value: true };
const waiting: FormDefinition = {
  ...INDICATORS,
  measures: INDICATORS.measures.map((one) => (one.key === 'plan' ? { ...one, visibleWhen: market } : one)),
  rows: INDICATORS.rows.map((one) => (one.key === 'pupils' ? { ...one, visibleWhen: market } : one)),
};

describe('the rules of a form in its UI schema', () => {
  it('are said beside rows, measures, columns and sections: what they wait for, and how they are worked out', () => {
    const name = INDICATORS.rows.find(({ key }) => key === 'strong')!.label.vi;
    expect(told(waiting, 'pupils', 'ui:help')).toContain(`Chỉ hỏi khi dòng «${name}» là Có.`);
    expect(told(waiting, 'poverty', 'plan', 'ui:help')).toBe(`Chỉ hỏi khi dòng «${name}» là Có.`);
    expect(told(waiting, 'poverty', 'ratio', 'ui:help')).toBe(
      '= cột «Ước thực hiện năm 2027» / cột «Thực hiện năm 2026» × 100',
    );
    expect(told(RECORDS, 'items', 'rest', 'ui:help')).toBe('= «Tổng mức đầu tư» − «Đã bố trí»');
    const [first, second] = OUTLINE.sections;
    const outline: FormDefinition = {
      ...OUTLINE,
      sections: [first!, { ...second!, visibleWhen: { op: 'answered', of: { op: 'column', column: first!.key } } }],
    };
    expect(told(outline, second!.key, 'ui:help')).toContain('Chỉ hỏi khi «Đánh giá năm 2027» đã có số liệu.');
  });

  it('leave the schema as it is: what was answered before stays an answer where it is asked no more', () => {
    expect(jsonSchemaOf(waiting)).toEqual(jsonSchemaOf(INDICATORS));
  });
});
