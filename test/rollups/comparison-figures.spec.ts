import { describe, expect, it } from '@jest/globals';
import type { IndicatorForm } from '../../src/forms/index.js';
import { besideKept, comparisonFigures, type Submitted } from '../../src/modules/rollups/comparison-figures.js';
import type { BaseFigure } from '../../src/modules/units/index.js';
import { readProfile, profileFolder } from '../../src/modules/profiles/index.js';

const { profile } = readProfile(profileFolder('hanoi-directive'));
const form = (key: string) => profile!.forms.find((one) => one.key === key) as IndicatorForm;
const commune = form('m3-commune');
const newest = new Map(profile!.forms.map((one) => [one.key, one]));
const [row] = commune.rows;

const report = (cells: Submitted['answers']['cells'][string], more: Partial<Submitted> = {}): Submitted => ({
  unit: 'ngu-hiep',
  milestone: 'r1',
  planYear: 2028,
  forms: [commune],
  answers: { cells: { [row!.key]: cells } },
  ...more,
});
const value = (text: string, standing?: 'estimate' | 'official') => ({
  state: 'value' as const,
  value: text,
  ...(standing ? { standing } : {}),
});

describe('what a year leaves for the next to be compared with', () => {
  it('is each whole-year outcome and plan, in the year that it is about; part of a year is none', () => {
    const { figures } = comparisonFigures(
      [report({ 'estimate-current': value('12.5'), 'plan-next': value('13'), 'first-half': value('6') })],
      newest,
    );
    expect(figures.map(({ code, year, sort, value: text, standing }) => [code, year, sort, text, standing])).toEqual([
      [row!.key, 2027, 'outcome', '12.5', 'estimate'],
      [row!.key, 2028, 'plan', '13', null],
    ]);
  });

  it('is the later of two reports, but never an estimate over an official figure', () => {
    const last = (first: Submitted, second: Submitted) => comparisonFigures([first, second], newest).figures[0]!.value;
    const old = report({ 'estimate-current': value('1') });
    expect(last(old, report({ 'estimate-current': value('2') }))).toBe('2');
    expect(
      last(report({ 'estimate-current': value('1', 'official') }), report({ 'estimate-current': value('2') })),
    ).toBe('1');
  });

  it('is told in the unit of measure that the form has now, or not at all', () => {
    const measuredIn = (code: string) =>
      ({ ...commune, rows: commune.rows.map((one) => ({ ...one, unit: { code, vi: code } })) }) as IndicatorForm;
    const told = (was: string, is: string) =>
      comparisonFigures(
        [report({ 'plan-next': value('2.5') }, { forms: [measuredIn(was)] })],
        new Map([[commune.key, measuredIn(is)]]),
      );
    expect(told('km', 'm').figures.map((figure) => figure.value)).toEqual(['2500']);
    expect(told('km', 'ha')).toEqual({ figures: [], unlike: 1 });
  });

  it('leaves out what has no figure', () => {
    const { figures } = comparisonFigures(
      [
        report({
          'plan-next': { state: 'not-available', reason: 'chờ' },
          'estimate-current': { state: 'value', value: true },
        }),
      ],
      newest,
    );
    expect(figures).toEqual([]);
  });
});

describe('figures carried beside those on record', () => {
  const figure = (more: Partial<BaseFigure> = {}): BaseFigure => ({
    unit: 'ngu-hiep',
    code: 'x',
    year: 2027,
    sort: 'outcome',
    value: '1',
    standing: 'estimate',
    source: 'report r1 of plan year 2028',
    ...more,
  });
  const outcome = (carried: BaseFigure, kept: BaseFigure[]) => {
    const { added, replaced, stays } = besideKept([carried], kept);
    return [added.length, replaced.length, stays.length];
  };

  it('are added where there is none, and change nothing the second time', () => {
    expect(outcome(figure(), [])).toEqual([1, 0, 0]);
    expect(outcome(figure(), [figure()])).toEqual([0, 0, 0]);
  });

  it('follow their reports, and leave alone what somebody recorded on firmer ground', () => {
    const recorded = figure({ value: '9', source: 'niên giám thống kê', standing: 'official' });
    expect(outcome(figure({ value: '2' }), [figure()])).toEqual([0, 1, 0]);
    expect(outcome(figure({ value: '2' }), [recorded])).toEqual([0, 0, 1]);
    expect(outcome(figure({ value: '2', standing: 'official' }), [{ ...recorded, standing: 'estimate' }])).toEqual([
      0, 1, 0,
    ]);
    const plan = { sort: 'plan' as const, standing: null };
    expect(outcome(figure({ ...plan, value: '2' }), [{ ...recorded, ...plan }])).toEqual([0, 0, 1]);
  });
});
