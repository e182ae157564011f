import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import '@hyperjump/json-schema/formats';
import {
  registerSchema,
  setShouldValidateFormat,
  unregisterSchema,
  validate,
} from '@hyperjump/json-schema/draft-2020-12';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import {
  addFormVocabulary,
  type AnswersPart,
  chatSteps,
  compileForm,
  faultsOf,
  fieldOf,
  figuresElsewhere,
  type FormDefinition,
  jsonSchemaOf,
  partOf,
  sheetLayout,
  uiSchemaOf,
} from '../../src/forms/index.js';
import { previewQuestions } from '../../src/modules/conversations/index.js';
import { readFormWorkbook, writeFormWorkbook } from '../../src/modules/exchange/form-workbook/index.js';
import { profileFolder, readProfile } from '../../src/modules/profiles/read-profile.js';
import { arbitraryAnswers } from '../arbitraries/forms.js';
import { messages, vietnamese } from '../properties/form-words.js';

const options = { words: vietnamese, reportYear: 2027 };
const { profile } = readProfile(profileFolder('hanoi-directive'));
const forms = profile!.forms.map((form): [string, FormDefinition] => [form.key, form]);
const meta = new Ajv2020({ strict: false });

type JsonSchema = Parameters<typeof registerSchema>[0];

describe.each(forms)('the form %s', (key, form) => {
  const schema = jsonSchemaOf(form, { ...options, computed: false });
  const address = `https://forms.example/${key}`;
  let byAjv: ValidateFunction;
  let byOther: (answers: AnswersPart) => boolean;

  beforeAll(async () => {
    const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, discriminator: true });
    addFormVocabulary(ajv);
    byAjv = ajv.compile(schema);
    registerSchema(schema as JsonSchema, address);
    setShouldValidateFormat(true);
    const other = await validate(address);
    byOther = (answers) => other(JSON.parse(JSON.stringify(answers))).valid;
  });

  afterAll(() => unregisterSchema(address));

  it('has no fault that would keep it from being published', () => {
    expect(faultsOf(form, { figures: figuresElsewhere(profile!.forms, key) })).toEqual([]);
  });

  it('shows everything it asks on the page, in its order', () => {
    const shown = jsonSchemaOf(form, options);
    expect(meta.validateSchema(shown)).toBe(true);
    const [properties, ui] =
      form.kind === 'records'
        ? [(shown['items'] as typeof shown)['properties'], uiSchemaOf(form, options)['items'] as typeof shown]
        : [shown['properties'], uiSchemaOf(form, options)];
    expect(Object.keys(properties as object)).toEqual(ui['ui:order']);
    expect(Object.keys(properties as object)).toEqual(membersOf(form).map((member) => member.key));
  });

  it('is taken by another validator of JSON Schema as well, and both agree on right and wrong answers', () => {
    expect(meta.validateSchema(schema)).toBe(true);
    fc.assert(
      fc.property(arbitraryAnswers(form), (answers) => {
        const part = partOf(form, answers);
        expect([byAjv(part), byOther(part)]).toEqual([true, true]);
        expect(compileForm(form).validate(part)).toEqual([]);
      }),
      { numRuns: 5 },
    );
    for (const wrong of wrongAnswersTo(form)) {
      expect([wrong, byAjv(wrong), byOther(wrong as AnswersPart)]).toEqual([wrong, false, false]);
      expect(compileForm(form).validate(wrong)).not.toEqual([]);
    }
  });

  it('is asked by the bot where it is a table of figures or a few questions', () => {
    const asked = previewQuestions(form, 2027, 'vi', messages).map(({ text }) => text);
    // A preview ends after two hundred questions.
    expect(chatSteps(form)).toHaveLength(questionsOf(form));
    expect(asked).toHaveLength(Math.min(200, questionsOf(form)));
    for (const text of asked) expect(text).not.toMatch(/[{}]|undefined|\(\)|bot\./);
    for (const step of chatSteps(form))
      expect(fieldOf(step).type).toMatch(/^(decimal|int|percent|money|bool|date|text)$/);
  });

  it('goes out as a workbook and comes back unchanged', async () => {
    const stamp = { planYear: 2028, unit: '00001', unitName: 'Phường Thử', form: key, version: 1 };
    expect(sheetLayout(form, { report: 2027 }, vietnamese).sheetName).not.toBe('');
    await fc.assert(
      fc.asyncProperty(arbitraryAnswers(form), async (answers) => {
        const file = await writeFormWorkbook(form, answers, stamp, vietnamese);
        expect(await readFormWorkbook(file, form, vietnamese)).toEqual({ answers, stamp, issues: [] });
      }),
      { numRuns: 2 },
    );
  });
});

function membersOf(form: FormDefinition): { key: string }[] {
  switch (form.kind) {
    case 'indicators':
      return form.rows;
    case 'records':
      return form.columns;
    case 'outline':
      return form.sections;
    case 'short':
      return form.questions;
  }
}

/** How many questions the bot has for a form; lists and long texts are not for a chat. */
function questionsOf(form: FormDefinition): number {
  if (form.kind === 'short') return form.questions.length;
  if (form.kind !== 'indicators') return 0;
  const measures = form.measures.filter((measure) => measure.asked);
  return form.rows.filter((row) => row.part === undefined).length * measures.length;
}

/** Answers that JSON Schema alone, without the keywords of this product, must refuse. */
function wrongAnswersTo(form: FormDefinition): unknown[] {
  const first = membersOf(form).find((member) => !('computed' in member))!.key;
  switch (form.kind) {
    case 'indicators': {
      const measure = form.measures.find((one) => !one.computed)!.key;
      const cells = [
        { state: 'zero' },
        { state: 'not-available' },
        { state: 'not-available', reason: 'Chờ', expectedOn: '2027-02-30' },
        { state: 'value' },
        { state: 'value', value: '1,5'.repeat(1000) },
        { state: 'not-applicable', value: '1' },
      ];
      return [[], { nobody: {} }, { [first]: {} }, ...cells.map((cell) => ({ [first]: { [measure]: cell } }))];
    }
    case 'records':
      return [{}, [{}], [{ nobody: 'x' }], [{ [first]: 5 }], [{ [first]: '' }]];
    case 'outline':
    case 'short':
      return [[], { nobody: 'x' }, { [first]: 5 }, { [first]: '' }, { [first]: ' x ' }];
  }
}
