import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { fieldFromContext, understand, type Understood } from './index.js';

interface Sample {
  id: string;
  field: string;
  context: string;
  input: string;
  outcome: string;
  value: string;
  options: string;
  why: string;
}

const file = path.join(import.meta.dirname, '../../../test/cases/vi-inputs.csv');
const samples: Sample[] = parse(readFileSync(file, 'utf8'), { columns: true });

/** An outcome as the table of samples words it; a state stands there as an accepted value. */
function row(understood: Understood): { outcome: string; value: string; options: string[] } {
  switch (understood.outcome) {
    case 'ok':
    case 'confirm':
      return { outcome: understood.outcome, value: String(understood.value), options: [] };
    case 'ask':
      return { outcome: 'ask', value: '', options: understood.options.map(String) };
    case 'state':
      return { outcome: 'ok', value: understood.state, options: [] };
    case 'invalid':
      return { outcome: 'invalid', value: '', options: [] };
  }
}

describe('a sample answer', () => {
  it.each(samples)('$id: $field ($context) «$input» is $outcome, because: $why', (sample) => {
    const { field, context } = fieldFromContext(sample.field, sample.context);
    const expected = {
      outcome: sample.outcome,
      value: sample.value,
      options: sample.options === '' ? [] : sample.options.split('|'),
    };
    expect(row(understand(field, sample.input, context))).toEqual(expected);
  });

  it('stands in a table of more than thirty', () => {
    expect(samples.length).toBeGreaterThan(30);
  });
});
