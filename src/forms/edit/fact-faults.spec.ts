import { describe, expect, it } from '@jest/globals';
import type { Question, ShortForm } from '../definition/definition.js';
import { faultsOf } from './faults.js';

const question = (key: string, type: Question['type'], more: Partial<Question> = {}): Question => ({
  key,
  label: { vi: key },
  type,
  required: false,
  provenance: 'added',
  ...more,
});
const STATE = question('state', 'choice', { choices: [{ key: 'done', label: { vi: 'Đã xong' } }] });
const form = (template: string, ...questions: Question[]): ShortForm => ({
  kind: 'short',
  key: template,
  template,
  title: { vi: 'Báo cáo nhanh' },
  provenance: 'added',
  questions,
});
const codes = (one: ShortForm) => faultsOf(one).map(({ code, key }) => [code, key]);

describe('a status report', () => {
  it('may ask more, less and in another order', () => {
    expect(codes(form('status', question('staff', 'integer'), STATE))).toEqual([]);
    expect(codes(form('status', STATE, question('progress', 'percent', { hidden: true })))).toEqual([]);
  });

  it('always asks how it stands', () => {
    expect(codes(form('status', question('staff', 'integer')))).toEqual([['state-unasked', undefined]]);
    expect(codes(form('status', { ...STATE, hidden: true }))).toEqual([['state-unasked', undefined]]);
  });

  it('keeps the types of what the product acts upon', () => {
    const wrong = [question('progress', 'text'), question('expected_on', 'text'), question('difficulty', 'date')];
    expect(codes(form('status', STATE, ...wrong))).toEqual(wrong.map(({ key }) => ['fact-type', key]));
  });

  it('binds no other short form', () => {
    expect(codes(form('survey', question('progress', 'text')))).toEqual([]);
  });
});
