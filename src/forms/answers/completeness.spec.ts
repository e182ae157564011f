import { describe, expect, it } from '@jest/globals';
import { aNumber, planCells, planTable, RECORDS } from '../../../test/arbitraries/sample-forms.js';
import type { Column, IndicatorForm, Question, ShortForm } from '../definition/definition.js';
import { chatSteps } from '../chat/chat-steps.js';
import type { Condition } from '../formula/formula.js';
import { noAnswers, type RecordRow } from './cell.js';
import { completeness } from './completeness.js';
import { normalise } from './normalise.js';

const over = (row: string, limit: string): Condition => ({
  op: 'compare',
  a: { op: 'cell', row },
  by: '>',
  b: { op: 'number', value: limit },
});
const missing = (form: IndicatorForm, values: Record<string, string>) =>
  completeness(form, { ...noAnswers(), cells: planCells(values) }).missing.map((one) => one.row);

describe('what a table asks for', () => {
  it('leaves out what is hidden and what is worked out', () => {
    const sum = aNumber('sum', { computed: { op: 'sum', of: [{ op: 'cell', row: 'a' }] } });
    expect(missing(planTable(aNumber('a'), aNumber('b', { hidden: true }), sum), {})).toEqual(['a']);
  });

  it('has a row that waits for a condition once it is known to hold', () => {
    const form = planTable(aNumber('pupils'), aNumber('schools', { visibleWhen: over('pupils', '0') }));
    expect(missing(form, {})).toEqual(['pupils']);
    expect(missing(form, { pupils: '0' })).toEqual([]);
    expect(missing(form, { pupils: '12' })).toEqual(['schools']);
  });

  it('knows of conditions what is worked out', () => {
    const sum = aNumber('sum', {
      computed: { op: 'sum', of: ['girls', 'boys'].map((row) => ({ op: 'cell' as const, row })) },
    });
    const form = planTable(
      aNumber('girls'),
      aNumber('boys'),
      sum,
      aNumber('schools', { visibleWhen: over('sum', '50') }),
    );
    expect(missing(form, { girls: '25', boys: '25' })).toEqual([]);
    expect(missing(form, { girls: '25', boys: '26' })).toEqual(['schools']);
    const steps = (values: Record<string, string>) => chatSteps(form, planCells(values)).map((step) => step.rowKey);
    expect(steps({ girls: '25', boys: '25' })).toEqual(['girls', 'boys']);
    expect(steps({ girls: '25', boys: '26' })).toEqual(['girls', 'boys', 'schools']);
  });
});

describe('what a line asks for', () => {
  const yes: Condition = { op: 'is', of: { op: 'column', column: 'late' }, value: true };
  const late: Column & Question = {
    key: 'late',
    label: { vi: 'Chậm' },
    type: 'boolean',
    required: true,
    provenance: '',
  };
  const why = { ...late, key: 'why', type: 'text' as const, visibleWhen: yes };
  const old = { ...late, key: 'old', hidden: true };

  it('in a list goes by the answers of that line', () => {
    const lines: RecordRow[] = [{ late: 'true' }, { late: 'false' }, {}];
    const answers = { ...noAnswers(), records: { [RECORDS.key]: lines } };
    expect(completeness({ ...RECORDS, columns: [late, why, old] }, answers).missing).toEqual([
      { index: 0, column: 'why' },
      { index: 2, column: 'late' },
    ]);
  });

  it('in a short form goes by its answers', () => {
    const short: ShortForm = {
      kind: 'short',
      key: 'status',
      template: 'status',
      title: { vi: 'Tình hình' },
      provenance: '',
      questions: [late, why, old],
    };
    const asked = (answers: Record<string, string>) =>
      completeness(short, { ...noAnswers(), sections: { status: answers } }).missing.map((one) => one.section);
    expect([asked({}), asked({ late: 'false' }), asked({ late: 'true' })]).toEqual([['late'], [], ['why']]);
  });
});

describe('normalising', () => {
  it('drops what was given for a row that is worked out', () => {
    const sum = aNumber('sum', { computed: { op: 'sum', of: [{ op: 'cell', row: 'a' }] } });
    expect(normalise(planTable(aNumber('a'), sum), planCells({ a: '1', sum: '999' }))).toEqual(planCells({ a: '1' }));
  });
});
