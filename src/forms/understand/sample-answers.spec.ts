import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { askedInTable, meantInTable, understand } from './index.js';

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

const folder = path.join(import.meta.dirname, '../../../test/cases');
const samples: Sample[] = ['vi-inputs.csv', 'vi-more-inputs.csv'].flatMap((file) =>
  parse(readFileSync(path.join(folder, file), 'utf8'), { columns: true }),
);

describe('a sample answer', () => {
  it.each(samples)('$field ($context) «$input» is $outcome, because: $why', (sample) => {
    const asked = askedInTable(sample.field, sample.context, '2000-01-01');
    if (typeof asked === 'string') throw new Error(asked);
    expect(meantInTable(understand(asked.field, sample.input, asked.context))).toEqual({
      outcome: sample.outcome,
      value: sample.value,
      options: sample.options === '' ? [] : sample.options.split('|'),
    });
  });
});
