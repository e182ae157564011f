import { describe, expect, it } from '@jest/globals';
import {
  type Answers,
  chatSteps,
  completeness,
  fieldOf,
  fillYears,
  noAnswers,
  partOf,
  sheetLayout,
  strayCells,
  viewOf,
} from '../../src/forms/index.js';
import { INDICATORS, OUTLINE, RECORDS } from '../arbitraries/sample-forms.js';
import { vietnamese } from '../properties/form-words.js';

describe('the view of a form', () => {
  it('keeps rows for all and rows for the traits of the unit', () => {
    expect(viewOf(INDICATORS, { traits: [] }).rows.map((row) => row.key)).not.toContain('grade');
    expect(viewOf(INDICATORS, { traits: ['rural-unit'] }).rows.map((row) => row.key)).toContain('grade');
  });

  it('keeps for a department only what it leads, without empty groups', () => {
    const view = viewOf(INDICATORS, { traits: ['rural-unit'], leads: ['Phòng Nông nghiệp'] });
    expect(view.rows.map((row) => row.key)).toEqual(['grade']);
    expect(view.groups.map((group) => group.key)).toEqual(['B']);
    expect(INDICATORS.groups).toHaveLength(2);
  });

  it('numbers the indicators of each group by where they stand, whatever was added, moved or hidden', () => {
    const [first, ...rest] = INDICATORS.rows.filter((row) => row.part === undefined);
    const moved = { ...INDICATORS, rows: [...rest, { ...first!, group: rest[0]!.group }] };
    const numbers = viewOf(moved, { traits: [] }).rows.filter((row) => row.group === rest[0]!.group);
    expect(numbers.map((row) => row.seq)).toEqual(numbers.map((_, at) => at + 1));
    const hidden = { ...moved, rows: moved.rows.map((row, at) => (at === 0 ? { ...row, hidden: true } : row)) };
    expect(viewOf(hidden, { traits: [] }).rows[0]?.seq).toBe(1);
  });

  it('leaves lists and outlines whole', () => {
    expect(viewOf(RECORDS, { traits: [], leads: [] })).toEqual(RECORDS);
    expect(viewOf(OUTLINE, { traits: [] })).toEqual(OUTLINE);
  });
});

describe('the part of one form', () => {
  const answers: Answers = {
    cells: {
      poverty: { plan: { state: 'value', value: '1' }, other: { state: 'not-applicable' } },
      foreign: { plan: { state: 'not-applicable' } },
    },
    records: { projects: [{ name: 'Cầu' }], others: [{ name: 'x' }] },
    sections: { narrative: { context: 'a' } },
  };

  it('holds its rows and measures only, its own list, its own texts', () => {
    expect(partOf(INDICATORS, answers)).toEqual({ poverty: { plan: { state: 'value', value: '1' } } });
    expect(partOf(RECORDS, answers)).toEqual([{ name: 'Cầu' }]);
    expect(partOf(OUTLINE, answers)).toEqual({ context: 'a' });
  });

  it('leaves over the cells that no form asks for', () => {
    expect(strayCells([INDICATORS, RECORDS], answers.cells)).toEqual([
      { row: 'poverty', measure: 'other' },
      { row: 'foreign', measure: 'plan' },
    ]);
  });
});

describe('completeness', () => {
  it('asks for the required rows in the required measures; any state is an answer', () => {
    const form = { ...INDICATORS, rows: INDICATORS.rows.slice(0, 3) };
    const cells: Answers['cells'] = {
      poverty: { actual: { state: 'value', value: '0' }, estimate: { state: 'not-applicable' } },
      revenue: { estimate: { state: 'not-available', reason: 'Chờ' } },
    };
    expect(completeness(form, { ...noAnswers(), cells })).toEqual({
      asked: 6,
      answered: 3,
      missing: [
        { row: 'poverty', measure: 'plan' },
        { row: 'revenue', measure: 'actual' },
        { row: 'revenue', measure: 'plan' },
      ],
    });
  });

  it('asks for the required columns of every record and the required sections', () => {
    const records: Answers['records'] = {
      projects: [{ name: 'Cầu', start: '2027', total: '5', group: 'a' }, { name: 'Đường' }],
    };
    expect(completeness(RECORDS, { ...noAnswers(), records }).missing).toEqual([
      { index: 1, column: 'start' },
      { index: 1, column: 'total' },
      { index: 1, column: 'group' },
    ]);
    expect(completeness(RECORDS, noAnswers())).toEqual({ asked: 0, answered: 0, missing: [] });
    expect(completeness(OUTLINE, noAnswers()).missing).toEqual([{ section: 'context' }]);
  });
});

describe('the steps of a dialog', () => {
  it('ask every row but breakdowns in the asked measures, in order', () => {
    const steps = chatSteps(INDICATORS).map((step) => `${step.rowKey} ${step.measureKey}`);
    expect(steps.slice(0, 3)).toEqual(['poverty estimate', 'poverty plan', 'revenue estimate']);
    expect(steps).toHaveLength(12);
    expect(chatSteps(RECORDS)).toEqual([]);
  });

  it('say how the typed answer is to be understood', () => {
    const fields = chatSteps(INDICATORS)
      .filter((step) => step.measureKey === 'plan')
      .map(fieldOf);
    expect(fields).toEqual([
      { type: 'percent', min: '0', max: '100', decimals: 1, unit: '%', unitText: '%' },
      { type: 'money', min: '0', max: undefined, decimals: 3, unit: 'billion_VND', unitText: 'Tỷ đồng' },
      { type: 'int', min: '0', max: undefined, decimals: 0, unit: 'pupil', unitText: 'Học sinh' },
      { type: 'bool' },
      { type: 'text' },
      { type: 'text' },
    ]);
  });
});

describe('the worksheet of a form', () => {
  const layout = sheetLayout(INDICATORS, { report: 2027 }, vietnamese, 'Xã Thử');

  it('heads its columns as the official table does, with the years written out', () => {
    expect(layout.columns.filter((column) => !column.hidden).map((column) => column.header)).toEqual([
      'STT',
      'Chỉ tiêu',
      'Đơn vị tính',
      'Thực hiện năm 2026',
      'Ước thực hiện năm 2027',
      'Kế hoạch năm 2028',
      'Ước 2027 so với 2026 (%)',
      'Tăng trưởng (%)',
      'Chênh lệch',
    ]);
    expect(layout.letterhead).toEqual({ left: 'Đơn vị báo cáo: Xã Thử', right: 'Biểu số: M3' });
    expect(layout.title).toEqual(['Hệ thống chỉ tiêu kinh tế - xã hội', '(Năm báo cáo 2027, năm kế hoạch 2028)']);
  });

  it('puts rows under their groups and breakdowns one deeper', () => {
    const outline = layout.rows.map((row) => `${row.kind} ${row.indent} ${row.key}`);
    expect(outline).toEqual([
      'group 0 ',
      'row 0 poverty',
      'row 0 revenue',
      'part 1 revenue/land',
      'group 0 ',
      'row 0 pupils',
      'row 0 strong',
      'row 0 remarks',
      'row 0 grade',
    ]);
  });

  it('tells input from computed and from locked cells', () => {
    const roles = layout.rows[1]!.cells.map((cell) => cell.role);
    expect(roles).toEqual([
      'locked',
      'locked',
      'locked',
      'locked',
      'input',
      'input',
      'input',
      'computed',
      'computed',
      'computed',
    ]);
  });

  it('writes years into labels, or leaves the letters where the year is not known', () => {
    expect(fillYears('Từ {N-1} đến {N+1}', 2027)).toBe('Từ 2026 đến 2028');
    expect(fillYears('Năm {N}, {N-1}')).toBe('Năm N, N-1');
  });
});
