import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type Answers,
  applyEdits,
  carryAnswers,
  compileForm,
  type Difference,
  differencesBetween,
  differenceTeller,
  faultsOf,
  type FormDefinition,
  type IndicatorForm,
  normalise,
  partOf,
  proposeCarries,
  summaryMessage,
  wellShaped,
} from '../../src/forms/index.js';
import { readProfile } from '../../src/modules/profiles/read-profile.js';
import { Messages, packageRoot } from '../../src/modules/shared/index.js';
import { arbitraryEdited, arbitraryGestures, arbitraryPair, editsOf } from '../arbitraries/edits.js';
import { arbitraryAnswers } from '../arbitraries/forms.js';

const messages = Messages.read(path.join(packageRoot, 'config', 'messages'));

/** A text that both languages must have. */
function said(locale: 'vi' | 'en', key: string, params: Record<string, string> = {}): string {
  expect([locale, key, messages.has(locale, key)]).toEqual([locale, key, true]);
  return messages.t(locale, key, params);
}

const answered = arbitraryEdited().chain((found) =>
  arbitraryAnswers(found.form).map((answers) => ({ ...found, answers })),
);

/** Issues of answers as they are handed to the validator of a version. */
const issuesOf = (form: FormDefinition, answers: Answers): string[] =>
  compileForm(form)
    .validate(normalise(form, partOf(form, answers)))
    .map((issue) => issue.code);

// A number that an edit made the bound of a date is a fault of the form, refused before anybody publishes it.
const BOUNDS = ['below-minimum', 'above-maximum', 'out-of-range', 'day-too-early', 'day-too-late'];

describe('versions of a form', () => {
  it('stay exactly as they were published, and so do the answers given under them, whatever is edited and published later', () => {
    const history = arbitraryPair().chain(([form, donor]) =>
      fc.tuple(
        fc.constant({ form, donor }),
        arbitraryAnswers(form),
        fc.array(arbitraryGestures(), { minLength: 1, maxLength: 4 }),
      ),
    );
    fc.assert(
      fc.property(history, ([{ form, donor }, answers, works]) => {
        const versions = [{ definition: frozen(form), text: JSON.stringify(form) }];
        frozen(answers);
        const given = JSON.stringify(answers);
        let carried = answers;
        for (const gestures of works) {
          const before = versions.at(-1)!.definition;
          const { definition } = applyEdits(before, editsOf(before, donor, gestures));
          carried = carryAnswers(carried, before, definition, proposeCarries(before, definition)).answers;
          versions.push({ definition: frozen(definition), text: JSON.stringify(definition) });
        }
        for (const { definition, text } of versions) expect(JSON.stringify(definition)).toBe(text);
        expect(JSON.stringify(answers)).toBe(given);
        expect(issuesOf(form, answers)).toEqual([]);
      }),
    );
  });

  it('that differ harmlessly accept every answer of the older one as it is', () => {
    fc.assert(
      fc.property(answered, ({ form, edits, answers }) => {
        const after = onlyHarmless(form, edits);
        const { answers: carried, changed, lost } = carryAnswers(answers, form, after, []);
        expect([changed, lost]).toEqual([[], []]);
        expect(issuesOf(after, carried)).toEqual([]);
      }),
    );
  });

  it('are told apart in sentences that both languages have', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          arbitraryPair(),
          arbitraryEdited().map(({ form, edited }) => [form, edited] as const),
        ),
        (pair) => {
          const found = differencesBetween(pair[0], pair[1]);
          for (const locale of ['vi', 'en'] as const) {
            const tell = differenceTeller(pair[0], pair[1], {
              locale,
              words: (word, params) => said(locale, `forms.word.${word}`, params),
              value: (name, params) => said(locale, `definitions.value.${name}`, params),
              audience: (trait) => trait,
            });
            for (const { key, params } of [...found.map(tell), ...summaryMessage(found)]) {
              expect([locale, key, messages.has(locale, key)]).toEqual([locale, key, true]);
              const bare = messages.t(locale, key, Object.fromEntries(Object.keys(params).map((name) => [name, '·'])));
              expect(bare).not.toMatch(/[{}]/);
            }
          }
        },
      ),
    );
  });
});

describe('answers that go over to a newer version', () => {
  it('fit it as was proposed, or are named as lost; only a bound may be missed', () => {
    fc.assert(
      fc.property(answered, ({ form, edited, answers }) => {
        const carried = carryAnswers(answers, form, edited, proposeCarries(form, edited));
        expect(issuesOf(edited, carried.answers).filter((code) => !BOUNDS.includes(code))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('are each kept, changed or lost, and none is lost unsaid', () => {
    fc.assert(
      fc.property(answered, ({ form, edited, answers }) => {
        const { answers: carried, changed, lost } = carryAnswers(answers, form, edited, proposeCarries(form, edited));
        const told = [...changed, ...lost].map(({ key, measure, before }) => placed(key, measure, before));
        const come = changed.map((one) => placed(one.to ?? one.key, one.toMeasure ?? one.measure, one.after!));
        expect(without(placesOf(form, answers), told)).toEqual(without(placesOf(edited, carried), come));
      }),
      { numRuns: 300 },
    );
  });

  it('stay as they are where nothing differs', () => {
    fc.assert(
      fc.property(answered, ({ form, answers }) => {
        expect(proposeCarries(form, form)).toEqual([]);
        expect(carryAnswers(answers, form, form, [])).toEqual({ answers, changed: [], lost: [] });
      }),
    );
  });

  it('leave alone what other forms of the report ask for', () => {
    const other: Answers = {
      cells: { 'other-row': { 'some-measure': { state: 'value', value: '1.5' } } },
      records: { 'other-list': [{ name: 'Dự án' }] },
      sections: { 'other-text': { opening: 'Mở đầu' } },
    };
    fc.assert(
      fc.property(answered, ({ form, edited, answers }) => {
        const all = {
          cells: { ...answers.cells, ...other.cells },
          records: { ...answers.records, ...other.records },
          sections: { ...answers.sections, ...other.sections },
        };
        expect(carryAnswers(all, form, edited, proposeCarries(form, edited)).answers).toMatchObject(other);
      }),
    );
  });

  it('come back to the digit where a unit is changed and changed back', () => {
    const unit = fc.constantFrom('VND', 'thousand_VND', 'million_VND', 'billion_VND');
    const tenths = fc.bigInt({ min: -(10n ** 7n), max: 10n ** 7n }).map((count) => digits(count));
    fc.assert(
      fc.property(unit, unit, tenths, (from, to, value) => {
        const [before, after] = [counting(from, 10), counting(to, 10)];
        const there = carryAnswers(income(value), before, after, proposeCarries(before, after));
        const back = carryAnswers(there.answers, after, before, proposeCarries(after, before));
        expect(back.answers).toEqual(income(value));
        expect(there.changed).toHaveLength(from === to || value === '0' ? 0 : 1);
      }),
    );
  });

  it.each([
    ['million_VND', 'billion_VND', '12500', '12.5'],
    ['billion_VND', 'million_VND', '0.35', '350'],
    ['tonne', 'kg', '1.5', '1500'],
    ['ha', 'km2', '250', '2.5'],
    ['million_VND/person', 'thousand_VND/person', '4.2', '4200'],
  ])('are counted anew from %s to %s: %s becomes %s', (from, to, value, expected) => {
    const [before, after] = [counting(from, 3), counting(to, 3)];
    expect(carryAnswers(income(value), before, after, proposeCarries(before, after))).toMatchObject({
      answers: income(expected),
      changed: [{ key: 'income', measure: 'plan', before: value, after: expected }],
      lost: [],
    });
  });

  it.each([
    ['tonne', 'visitor'],
    ['million_VND/person', 'million_VND'],
    ['visitor', 'million_VND'],
  ])('are left at their figures from %s to %s, for an admin to look at', (from, to) => {
    expect(proposeCarries(counting(from, 3), counting(to, 3))).toEqual([
      { do: 'scale', list: 'rows', key: 'income', factor: '1' },
    ]);
  });

  it('are rounded to the decimals of the newer version, and that is said', () => {
    const [before, after] = [counting('tonne', 3), counting('tonne', 1)];
    const { answers, changed } = carryAnswers(income('1.25'), before, after, proposeCarries(before, after));
    expect(answers).toEqual(income('1.3'));
    expect(changed).toEqual([{ key: 'income', measure: 'plan', before: '1.25', after: '1.3' }]);
  });

  it('follow a row to its new key, known by its name', () => {
    const before = counting('tonne', 1);
    const after: FormDefinition = { ...before, rows: [{ ...before.rows[0]!, key: 'thu', label: { vi: 'THU NHẬP.' } }] };
    const { answers, changed, lost } = carryAnswers(income('7.5'), before, after, proposeCarries(before, after));
    expect(partOf(after, answers)).toEqual({ thu: { plan: { state: 'value', value: '7.5' } } });
    expect([changed, lost]).toEqual([[{ key: 'income', measure: 'plan', to: 'thu', before: '7.5', after: '7.5' }], []]);
  });

  it('change places where two rows change keys', () => {
    const one = counting('tonne', 1);
    const two: IndicatorForm = { ...one, rows: [one.rows[0]!, { ...one.rows[0]!, key: 'other' }] };
    const given: Answers = {
      ...income('1'),
      cells: { ...income('1').cells, other: { plan: { state: 'value', value: '2' } } },
    };
    const { answers, lost } = carryAnswers(given, two, two, [
      { do: 'rename', list: 'rows', from: 'income', to: 'other' },
      { do: 'rename', list: 'rows', from: 'other', to: 'income' },
    ]);
    expect(answers.cells).toEqual({ income: given.cells['other'], other: given.cells['income'] });
    expect(lost).toEqual([]);
  });

  it('keep the standing that they were given with', () => {
    const estimate = outcome('estimate');
    const official = outcome('official');
    const { answers } = carryAnswers(income('5'), estimate, official, proposeCarries(estimate, official));
    expect(answers.cells['income']).toEqual({ plan: { state: 'value', value: '5', standing: 'estimate' } });
    expect(carryAnswers(answers, official, estimate, []).answers).toEqual(income('5'));
  });
});

describe('the meaning of a difference', () => {
  const form = counting('tonne', 1);
  const effectOf = (change: object): Difference['effect'][] =>
    differencesBetween(form, { ...form, rows: [{ ...form.rows[0]!, ...change }] }).map((one) => one.effect);

  it.each<[string, object, Difference['effect'][]]>([
    ['another spelling of a name', { label: { vi: 'thu nhap' } }, ['harmless']],
    ['another name', { label: { vi: 'Thu nhập bình quân' } }, ['mapping']],
    ['a percentage where thousandths were', { label: { vi: 'Thu nhập (%)' } }, ['mapping']],
    ['another unit', { unit: { code: 'kg', vi: 'kg' } }, ['mapping']],
    ['another spelling of a unit', { unit: { code: 'tonne', vi: 'TONNE' } }, ['harmless']],
    ['other words for a unit of the same code', { unit: { code: 'tonne', vi: 'Tạ' } }, ['mapping']],
    ['fewer decimals', { decimals: 0 }, ['mapping']],
    ['more decimals', { decimals: 3 }, ['harmless']],
    ['a bound that was not there', { max: '10' }, ['mapping']],
    ['another type', { type: 'text' }, ['next-round']],
    ['a formula on an answered row', { computed: { op: 'number', value: '1' } }, ['next-round']],
    ['another question', { ask: { vi: 'Bao nhiêu' } }, ['harmless']],
    ['a hidden row that must be answered', { hidden: true, required: false }, ['harmless', 'harmless']],
  ])('%s', (_, change, effects) => {
    expect(effectOf(change)).toEqual(effects);
  });
});

describe('the forms of the profile', () => {
  const { profile } = readProfile(path.join(packageRoot, 'config', 'profiles', 'hanoi-directive'));

  it.each(profile!.forms.map((form) => [form.key, form] as const))('%s is well shaped and has no faults', (_, form) => {
    expect(wellShaped(form)).toEqual({ ok: true, definition: form });
    expect(faultsOf(form)).toEqual([]);
  });
});

/** The form with those of the edits that are harmless where they are made. */
function onlyHarmless(form: FormDefinition, edits: Parameters<typeof applyEdits>[1]): FormDefinition {
  return edits.reduce((at, edit) => {
    const { definition } = applyEdits(at, [edit]);
    return differencesBetween(form, definition).every((one) => one.effect === 'harmless') ? definition : at;
  }, form);
}

const placed = (key: string, measure: string | undefined, text: string): string => [key, measure, text].join('\n');

/** Every answer of a form as text with its place, whatever line of a list it stands in; sorted. */
function placesOf(form: FormDefinition, answers: Answers): string[] {
  const texts = (line: Record<string, string>) =>
    Object.entries(line).map(([key, text]) => placed(key, undefined, text));
  if (form.kind === 'records') return partOf(form, answers).flatMap(texts).sort();
  if (form.kind !== 'indicators') return texts(partOf(form, answers)).sort();
  return Object.entries(partOf(form, answers))
    .flatMap(([row, ofRow]) =>
      Object.entries(ofRow).map(([measure, cell]) =>
        placed(row, measure, cell.state === 'value' ? String(cell.value) : cell.state),
      ),
    )
    .sort();
}

/** A sorted list without one of each that is told; what is told must be there. */
function without(list: readonly string[], told: readonly string[]): string[] {
  const left = [...list];
  for (const one of told) {
    expect(left).toContain(one);
    left.splice(left.indexOf(one), 1);
  }
  return left;
}

/** A table with one row, counted in a unit with so many decimals. */
function counting(unit: string, decimals: number): IndicatorForm {
  return {
    kind: 'indicators',
    key: 'table',
    template: 'M3',
    title: { vi: 'Bảng' },
    provenance: 'reconstructed',
    groups: [{ key: 'A', title: { vi: 'Kinh tế' } }],
    measures: [{ key: 'plan', label: { vi: 'Kế hoạch {N+1}' }, year: 1, sort: 'plan', required: true, asked: true }],
    rows: [
      {
        key: 'income',
        code: 'income',
        group: 'A',
        seq: 1,
        label: { vi: 'Thu nhập' },
        unit: { code: unit, vi: unit },
        type: 'number',
        decimals,
        required: true,
        appliesTo: 'all',
        leadAgency: 'Phòng Kinh tế',
        assignedDown: false,
        aggregation: { rule: 'sum' },
        direction: 'up',
        help: {},
        provenance: 'reconstructed',
      },
    ],
  };
}

function outcome(standing: 'estimate' | 'official'): IndicatorForm {
  const form = counting('tonne', 1);
  return { ...form, measures: [{ ...form.measures[0]!, year: 0, sort: 'outcome', standing }] };
}

const income = (value: string): Answers => ({
  cells: { income: { plan: { state: 'value', value } } },
  records: {},
  sections: {},
});

/** So many tenths as a canonical decimal. */
function digits(tenths: bigint): string {
  const size = tenths < 0n ? -tenths : tenths;
  const text = size % 10n === 0n ? `${size / 10n}` : `${size / 10n}.${size % 10n}`;
  return tenths < 0n ? `-${text}` : text;
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}
