import { describe, expect, it } from '@jest/globals';
import { type Answers, compileForm, type FormDefinition, noAnswers, viewOf } from '../../forms/index.js';
import type { UnitForm } from '../definitions/index.js';
import { applyChange } from './apply-change.js';

const text = (key: string, hidden?: boolean) => ({
  key,
  label: { vi: key },
  type: 'text' as const,
  required: false,
  provenance: 'added',
  ...(hidden ? { hidden } : {}),
});
const head = { template: 'M', title: { vi: 'M' }, provenance: 'added' };
const LIST: FormDefinition = { kind: 'records', key: 'list', ...head, columns: [text('name'), text('old', true)] };
const OUTLINE: FormDefinition = {
  kind: 'outline',
  key: 'outline',
  ...head,
  sections: [
    { key: 'now', depth: 1, title: { vi: 'Nay' }, provenance: 'added' },
    { key: 'before', depth: 1, title: { vi: 'Trước' }, provenance: 'added', hidden: true },
  ],
};

function asked(whole: FormDefinition): UnitForm {
  const form = viewOf(whole, { traits: [] });
  return { key: whole.key, version: 2, form, whole, ...compileForm(form) };
}

const FORMS = [asked(LIST), asked(OUTLINE)];

describe('a change of a report', () => {
  it('keeps what stands in columns and sections that are hidden now', () => {
    const standing: Answers = {
      ...noAnswers(),
      records: { list: [{ name: 'Chợ', old: 'giữ' }] },
      sections: { outline: { now: 'a', before: 'b' } },
    };
    const { answers, issues } = applyChange(
      FORMS,
      standing,
      { records: { list: [{ name: 'Chợ mới', old: 'giữ' }, { name: 'Cầu' }] }, sections: { outline: { now: 'c' } } },
      2027,
    );
    expect(issues).toEqual([]);
    expect(answers.records).toEqual({ list: [{ name: 'Chợ mới', old: 'giữ' }, { name: 'Cầu' }] });
    expect(answers.sections).toEqual({ outline: { now: 'c', before: 'b' } });
  });

  it('drops lines that are left empty, and refuses what no column asks', () => {
    const { answers } = applyChange(FORMS, noAnswers(), { records: { list: [{ name: ' ' }, { name: 'Cầu' }] } }, 2027);
    expect(answers.records).toEqual({ list: [{ name: 'Cầu' }] });
    const { issues } = applyChange(FORMS, noAnswers(), { records: { list: [{ name: 'Cầu', stray: 'x' }] } }, 2027);
    expect(issues.map((issue) => issue.code)).toEqual(['unknown-column']);
  });

  it('refuses a form that the report does not have', () => {
    expect(() => applyChange(FORMS, noAnswers(), { sections: { other: { a: 'b' } } }, 2027)).toThrow(
      'reports.unknown-form',
    );
    expect(() => applyChange(FORMS, noAnswers(), { cells: { a: { b: { state: 'not-applicable' } } } }, 2027)).toThrow(
      'reports.unknown-form',
    );
  });
});
