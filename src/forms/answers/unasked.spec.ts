import { describe, expect, it } from '@jest/globals';
import { aNumber, planCells, planTable, RECORDS } from '../../../test/arbitraries/sample-forms.js';
import type { FormDefinition } from '../definition/definition.js';
import type { Condition } from '../formula/formula.js';
import { noAnswers } from './cell.js';
import { unaskedAnswers } from './unasked.js';

const pupils: Condition = {
  op: 'compare',
  a: { op: 'cell', row: 'pupils' },
  by: '>',
  b: { op: 'number', value: '0' },
};
const unasked = (form: FormDefinition, values: Record<string, string>) =>
  unaskedAnswers(form, { ...noAnswers(), cells: planCells(values) });

describe('answers that a form does not ask for', () => {
  const schools = planTable(aNumber('pupils'), aNumber('schools', { visibleWhen: pupils }));

  it('stand where a condition does not hold, or is not known to', () => {
    expect(unasked(schools, { pupils: '12', schools: '2' })).toEqual([]);
    expect(unasked(schools, { pupils: '0', schools: '2' })).toEqual(['schools\nplan']);
    expect(unasked(schools, { schools: '2' })).toEqual(['schools\nplan']);
  });

  it('stand in what is hidden, and nowhere without an answer', () => {
    expect(unasked(planTable(aNumber('a'), aNumber('b', { hidden: true })), { a: '1', b: '2' })).toEqual(['b\nplan']);
    expect(unasked(planTable(aNumber('a'), aNumber('b', { hidden: true })), { a: '1' })).toEqual([]);
  });

  it('are told by line in a list, without what explains them', () => {
    const [first, second] = RECORDS.columns;
    const form = { ...RECORDS, columns: [first!, { ...second!, hidden: true }] };
    const lines = [{ [first!.key]: '1' }, { [first!.key]: '1', [second!.key]: '2' }];
    expect(unaskedAnswers(form, { ...noAnswers(), records: { [form.key]: lines } })).toEqual([`2\n${second!.key}`]);
  });
});
