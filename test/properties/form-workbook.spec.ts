import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readFormWorkbook, writeFormWorkbook } from '../../src/modules/exchange/form-workbook/index.js';
import { arbitraryAnswers, arbitraryForm } from '../arbitraries/forms.js';
import { vietnamese } from './form-words.js';

const stamped = (form: string) => ({ planYear: 2028, unit: 'u-1', unitName: 'Xã _x0041_ Thử', form, version: 3 });
const formWithAnswers = arbitraryForm().chain((form) => fc.tuple(fc.constant(form), arbitraryAnswers(form)));

describe('a workbook', () => {
  it('brings back unchanged whatever its form accepts, by way of JSON', async () => {
    await fc.assert(
      fc.asyncProperty(formWithAnswers, async ([form, answers]) => {
        const stored = JSON.parse(JSON.stringify(answers)) as typeof answers;
        const file = await writeFormWorkbook(form, stored, stamped(form.key), vietnamese);
        const read = await readFormWorkbook(file, form, vietnamese);
        expect(read).toEqual({ answers, stamp: stamped(form.key), issues: [] });
      }),
      { numRuns: 100 },
    );
  }, 120_000);
});
