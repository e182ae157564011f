import { describe, expect, it } from '@jest/globals';
import {
  type Answers,
  completeness,
  type Condition,
  conditionInWords,
  faultsOf,
  formulaNames,
  noAnswers,
  type OutlineForm,
  owedIn,
  wellShaped,
} from '../../src/forms/index.js';
import { cellOf, edited } from '../exchange/definition-desk.js';
import { vietnamese } from '../properties/form-words.js';

const answered = (column: string): Condition => ({ op: 'answered', of: { op: 'column', column } });
const form: OutlineForm = {
  kind: 'outline',
  key: 'm1',
  template: 'M1',
  title: { vi: 'Báo cáo' },
  provenance: 'added',
  sections: [
    { key: 'difficulties', depth: 1, title: { vi: 'Khó khăn' }, required: true, provenance: 'added' },
    {
      ...{ key: 'proposals', depth: 1, title: { vi: 'Kiến nghị' }, required: true, provenance: 'added' },
      visibleWhen: answered('difficulties'),
    },
  ],
};
const waiting = (visibleWhen: Condition): OutlineForm => ({
  ...form,
  sections: form.sections.map((section) => (section.key === 'proposals' ? { ...section, visibleWhen } : section)),
});
const answers = (sections: Record<string, string>): Answers => ({ ...noAnswers(), sections: { m1: sections } });

describe('a section that waits for another one', () => {
  it('is asked only where the other is written', () => {
    expect(wellShaped(form)).toEqual({ ok: true, definition: form });
    expect(faultsOf(form)).toEqual([]);
    const missing = (given: Record<string, string>) =>
      completeness(form, answers(given)).missing.map(({ section }) => section);
    expect(missing({})).toEqual(['difficulties']);
    expect(missing({ difficulties: 'Thiếu vốn' })).toEqual(['proposals']);
    expect(missing({ difficulties: 'Thiếu vốn', proposals: 'Bổ sung vốn' })).toEqual([]);
    const optional = { ...form, sections: form.sections.map((section) => ({ ...section, required: false })) };
    expect(owedIn(optional, answers({}))).toBe(1);
  });

  it('has faults where it waits for what is not there, for itself or for a number', () => {
    const codes = (condition: Condition) =>
      faultsOf(waiting(condition)).map(({ code, list, key }) => [code, list, key]);
    expect(codes(answered('results'))).toEqual([['formula-unknown', 'sections', 'proposals']]);
    expect(codes(answered('proposals'))).toEqual([['circle-waiting', 'sections', 'proposals']]);
    const number: Condition = {
      ...{ op: 'compare', by: '>', b: { op: 'number', value: '1' } },
      a: { op: 'column', column: 'difficulties' },
    };
    expect(codes(number)).toEqual([['not-a-number', 'sections', 'proposals']]);
  });

  it('says its condition in words, and is changed in the workbook', async () => {
    const reader = { names: formulaNames(form, 'vi'), words: vietnamese, locale: 'vi' as const };
    const text = conditionInWords(answered('difficulties'), reader);
    expect(text).toContain('«Khó khăn»');
    const { definition, faults } = await edited(form, (workbook) => {
      const sheet = workbook.getWorksheet('Mục')!;
      expect(cellOf(sheet, 'proposals', 'visibleWhen').text).toBe(text);
      cellOf(sheet, 'proposals', 'visibleWhen').value = null;
    });
    expect(faults).toEqual([]);
    expect((definition as OutlineForm).sections[1]!.visibleWhen).toBeUndefined();
  });
});
