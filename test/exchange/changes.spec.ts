import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type Answers,
  compileForm,
  type FormDefinition,
  normalise,
  partOf,
  type RecordRow,
  same,
} from '../../src/forms/index.js';
import { changedLines, withUnshown } from '../../src/modules/exchange/report-workbook/changed-lines.js';
import { changesOf } from '../../src/modules/exchange/report-workbook/changes.js';
import { verdictOn } from '../../src/modules/exchange/report-workbook/untouched.js';
import { applyChange } from '../../src/modules/reports/index.js';
import { arbitraryAnswers, arbitraryForm } from '../arbitraries/forms.js';
import { vietnamese } from '../properties/form-words.js';

/** A form with what the report holds now, what the file brings and what the file went out with. */
const threeWays = arbitraryForm().chain((form) => {
  const answers = arbitraryAnswers(form).map((given) => given as Answers);
  return fc.tuple(fc.constant(form), answers, answers, answers);
});

const changes = (definition: FormDefinition, now: Answers, file: Answers, baseline: unknown) =>
  changesOf({ definition, reportYear: 2027, words: vietnamese, now, file, baseline, issues: [] });

const applied = (form: FormDefinition, now: Answers, change: ReturnType<typeof changes>['change']) => {
  const unitForm = { key: form.key, version: 1, form, whole: form, validate: compileForm(form).validate };
  return partOf(form, applyChange([unitForm], now, change, 2027).answers);
};

/** As it is stored: without what is computed. */
const stored = (form: FormDefinition, answers: Answers) => normalise(form, partOf(form, answers));

describe('what a file changes', () => {
  it('is nothing where the file came back as it went out, whatever was answered since', () => {
    fc.assert(
      fc.property(threeWays, ([form, now, file]) => {
        expect(changes(form, now, file, partOf(form, file))).toEqual({ change: {}, changed: [] });
      }),
    );
  });

  it('is all that differs where nobody else answered since, so that the report says what the file says', () => {
    fc.assert(
      fc.property(threeWays, ([form, now, file]) => {
        for (const baseline of [undefined, partOf(form, now)]) {
          const { change, changed } = changes(form, now, file, baseline);
          expect(same(applied(form, now, change), stored(form, file))).toBe(true);
          expect(changed.every((one) => one.before !== one.after || one.before !== null)).toBe(true);
          expect(changed.some((one) => one.meanwhile)).toBe(false);
        }
      }),
    );
  });

  it('says of every answer that it takes over from somebody else that it does', () => {
    fc.assert(
      fc.property(threeWays, ([form, now, file, base]) => {
        const alone = changes(form, now, file, partOf(form, now)).changed;
        const since = changes(form, now, file, partOf(form, base)).changed;
        // A baseline only ever takes changes away, and marks those whose answer has moved.
        const places = new Set(alone.map((one) => JSON.stringify([one.row, one.measure])));
        for (const one of since) expect(places).toContain(JSON.stringify([one.row, one.measure]));
      }),
    );
  });

  it('is settled answer by answer', () => {
    const answer = fc.option(fc.constantFrom('1', '2', '3'), { nil: undefined });
    fc.assert(
      fc.property(answer, answer, answer, (now, file, was) => {
        const verdict = verdictOn({ now, file, base: { was } });
        const result = verdict === 'keep' ? now : file;
        // Whoever changed it alone prevails; the file prevails, and says so, where both did.
        if (file === was) expect(result).toBe(now);
        else expect(result).toBe(file);
        expect(verdict === 'take-over-anothers').toBe(file !== was && now !== was && file !== now);
      }),
    );
  });

  it('keeps what lines hold in columns that the file does not show', () => {
    const now: RecordRow[] = [{ name: 'Cầu', old: 'a' }, { name: 'Đường', old: 'b' }, { old: 'c' }];
    const shown = new Set(['name']);
    const added = [{ name: 'Trạm' }, { name: 'Cầu' }, { name: 'Đường' }];
    expect(withUnshown(now, added, shown)).toEqual([{ name: 'Trạm' }, ...now]);
    expect(withUnshown(now, [{ name: 'Cầu' }, { name: 'Đường mới' }], shown)).toEqual([
      now[0],
      { name: 'Đường mới', old: 'b' },
      now[2],
    ]);
  });

  it('shows an inserted line of a list as that line alone where it can', () => {
    const lines = [{ name: 'Cầu' }, { name: 'Đường' }];
    expect(changedLines(lines, [...lines, { name: 'Trường' }])).toEqual([
      { line: 3, column: 'name', before: undefined, after: 'Trường' },
    ]);
    expect(changedLines(lines, [{ name: 'Trạm' }, ...lines])).toEqual([
      { line: 1, column: 'name', before: undefined, after: 'Trạm' },
    ]);
    expect(changedLines(lines, [{ name: 'Đường' }])).toEqual([
      { line: 1, column: 'name', before: 'Cầu', after: undefined },
    ]);
  });
});
