import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import {
  addFormVocabulary,
  compileForm,
  completeness,
  computeCells,
  decimal,
  jsonSchemaOf,
  messageOf,
  normalise,
  partOf,
  uiSchemaOf,
} from '../../src/forms/index.js';
import { arbitraryAnswers, arbitraryForm, arbitraryIndicatorForm } from '../arbitraries/forms.js';
import { messages } from './form-words.js';

const formWithAnswers = arbitraryForm().chain((form) => fc.tuple(fc.constant(form), arbitraryAnswers(form)));

describe('any form', () => {
  it('accepts its own canonical answers', () => {
    fc.assert(
      fc.property(formWithAnswers, ([form, answers]) => {
        expect(compileForm(form).validate(partOf(form, answers))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('finds something wrong with answers exactly where a validator of its published schema does', () => {
    const damaged = formWithAnswers.chain(([form, answers]) => {
      const part = partOf(form, answers);
      return fc.tuple(
        fc.constant(form),
        damage(part, fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom('-1', '1.5'))),
      );
    });
    fc.assert(
      fc.property(damaged, ([form, part]) => {
        const ajv = new Ajv2020({ strict: false, discriminator: true });
        addFormVocabulary(ajv);
        const isRight = ajv.compile(jsonSchemaOf(form, { computed: false }));
        expect(compileForm(form).validate(part).length === 0).toBe(isRight(part));
      }),
      { numRuns: 400 },
    );
  });

  it('leaves canonical answers as they are when it normalises them', () => {
    fc.assert(
      fc.property(formWithAnswers, ([form, answers]) => {
        expect(normalise(form, partOf(form, answers))).toEqual(partOf(form, answers));
      }),
      { numRuns: 150 },
    );
  });

  it('keeps answers unchanged through JSON text', () => {
    fc.assert(
      fc.property(formWithAnswers, ([form, answers]) => {
        const back = JSON.parse(JSON.stringify(answers)) as typeof answers;
        expect(partOf(form, back)).toEqual(partOf(form, answers));
      }),
    );
  });

  it('answers any JSON with a list of issues that name the form, never with an exception', () => {
    fc.assert(
      fc.property(arbitraryForm(), fc.jsonValue(), (form, json) => {
        const issues = compileForm(form).validate(normalise(form, json));
        expect(issues.every((issue) => issue.path.form === form.key && issue.label.vi !== '')).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('answers damaged answers with a sentence in each language, never with an exception', () => {
    const damaged = formWithAnswers.chain(([form, answers]) =>
      fc.tuple(fc.constant(form), damage(partOf(form, answers), fc.jsonValue({ maxDepth: 2 }))),
    );
    fc.assert(
      fc.property(damaged, ([form, part]) => {
        const issues = compileForm(form).validate(normalise(form, part));
        for (const issue of issues) {
          for (const locale of ['vi', 'en'] as const) {
            const { key, params } = messageOf(issue, locale);
            expect(messages.has(locale, key) ? [] : [key]).toEqual([]);
            // What is named may itself hold braces; what the sentence asks for is given.
            const asked = [...messages.t(locale, key).matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
            expect(asked.filter((name) => params[name] === undefined)).toEqual([]);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('normalises to the same when it normalises twice', () => {
    fc.assert(
      fc.property(arbitraryForm(), fc.jsonValue(), (form, json) => {
        const once = normalise(form, json);
        expect(normalise(form, once)).toEqual(once);
      }),
    );
  });

  it('counts as answered and missing exactly what it asks', () => {
    fc.assert(
      fc.property(formWithAnswers, ([form, answers]) => {
        const { asked, answered, missing } = completeness(form, answers);
        expect(answered + missing.length).toBe(asked);
      }),
    );
  });

  it('describes the same answers with and without its computed parts', () => {
    fc.assert(
      fc.property(arbitraryIndicatorForm(), (form) => {
        const shown = jsonSchemaOf(form) as { properties: object };
        expect(Object.keys(shown.properties)).toEqual(form.rows.map((row) => row.key));
        expect(uiSchemaOf(form)['ui:order']).toEqual(form.rows.map((row) => row.key));
      }),
    );
  });

  it('computes only decimal cells, of its computed rows and measures', () => {
    fc.assert(
      fc.property(
        arbitraryIndicatorForm().chain((form) => fc.tuple(fc.constant(form), arbitraryAnswers(form))),
        ([form, answers]) => {
          const computed = new Set(form.measures.filter((measure) => measure.computed).map((measure) => measure.key));
          for (const [row, cells] of Object.entries(computeCells(form, answers.cells))) {
            const isComputed = form.rows.some((one) => one.key === row && one.computed);
            expect(Object.keys(cells).every((key) => isComputed || computed.has(key))).toBe(true);
            const values = Object.values(cells).map((cell) => cell.state === 'value' && cell.value);
            expect(values.every((value) => typeof value === 'string' && decimal.isCanonical(value))).toBe(true);
          }
        },
      ),
    );
  });
});

/** `value` with one place inside it replaced by some other JSON. */
function damage(value: unknown, other: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  if (typeof value !== 'object' || value === null || Object.keys(value).length === 0) return other;
  const inside = fc.constantFrom(...Object.keys(value)).chain((key) =>
    damage((value as Record<string, unknown>)[key], other).map((replaced) => {
      return Array.isArray(value)
        ? value.map((one: unknown, at) => (String(at) === key ? replaced : one))
        : { ...value, [key]: replaced };
    }),
  );
  const added = fc
    .tuple(fc.constantFrom('__proto__', 'constructor', 'prototype', 'other', 'standing', 'reason'), other)
    .map(([key, one]) => Object.fromEntries([...Object.entries(value), [key, one]]));
  return fc.oneof({ weight: 6, arbitrary: inside }, { weight: 1, arbitrary: added }, { weight: 1, arbitrary: other });
}
