import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Client } from 'pg';
import { compileForm, normalise, partOf } from '../../src/forms/index.js';
import { readFormWorkbook, writeFormWorkbook } from '../../src/modules/exchange/form-workbook/index.js';
import { arbitraryAnswers, arbitraryForm } from '../arbitraries/forms.js';
import { freshDatabase, type TestDatabase } from '../setup/database.js';
import { vietnamese } from './form-words.js';

const formWithAnswers = arbitraryForm().chain((form) => fc.tuple(fc.constant(form), arbitraryAnswers(form)));

describe('answers', () => {
  let database: TestDatabase;
  let client: Client;

  beforeAll(async () => {
    database = await freshDatabase();
    client = new Client({ connectionString: database.url });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  it('survive form, JSON, database and workbook unchanged, whatever the form accepts', async () => {
    await fc.assert(
      fc.asyncProperty(formWithAnswers, async ([form, answers]) => {
        expect(compileForm(form).validate(normalise(form, partOf(form, answers)))).toEqual([]);
        const { rows } = await client.query<{ kept: typeof answers }>('select $1::jsonb as kept', [
          JSON.stringify(answers),
        ]);
        const kept = rows[0]!.kept;
        expect(kept).toEqual(answers);
        const stamp = { planYear: 2028, unit: '00667', unitName: 'Xã Ngũ Hiệp', form: form.key, version: 1 };
        const file = await writeFormWorkbook(form, kept, stamp, vietnamese);
        expect(await readFormWorkbook(file, form, vietnamese)).toEqual({ answers, stamp, issues: [] });
      }),
      { numRuns: 40 },
    );
  }, 120_000);
});
