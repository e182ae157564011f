import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answers, Check, FormDefinition, Row } from '../../src/forms/index.js';
import { noteKey } from '../../src/forms/index.js';
import { Desk, indicator } from '../definitions/desk.js';
import { at, WorkbookDesk } from '../exchange/workbook-desk.js';
import { House } from '../house/house.js';

interface Shown {
  state: string;
  revision: number;
  answers: Answers;
  issues: { code: string; message: string }[];
  warnings: { code: string; path: object; message: string }[];
  forms: { key: string; definition: FormDefinition }[];
}

const VALUE = { state: 'value', value: '1' };
const column = (key: string) => ({ op: 'column', column: key }) as const;

/** A project is rarely given more than it costs; a plan rarely doubles. */
const WITHIN: Check = {
  key: 'within',
  level: 'soft',
  column: 'prep_allocated_to_date',
  holds: { op: 'compare', a: column('prep_allocated_to_date'), by: '<=', b: column('estimated_total') },
  message: { vi: 'vốn đã bố trí vượt tổng mức đầu tư' },
};
const STEADY: Check = {
  key: 'steady',
  level: 'soft',
  row: 'revenue-and-more',
  measures: ['estimate-current', 'plan-growth'],
  holds: { op: 'compare', a: { op: 'cell' }, by: '<=', b: { op: 'number', value: '100' } },
  message: { vi: 'lớn bất thường' },
};

/** Hà adds checks to the commune's forms before the cycle opens; Mai reports for Ngũ Hiệp, Bình receives it. */
describe('a soft check of a list and of worked-out figures', () => {
  let house: House;
  let mai: string;
  let binh: string;
  let workbooks: WorkbookDesk;
  let report: string;

  beforeAll(async () => {
    house = await House.open({ day: '2027-06-15' });
    const ha = await Desk.of(house, await house.person('Trần Thu Hà', { unit: 'so-khdt', role: 'admin' }));
    const added = async (form: string, ...items: { list: 'checks' | 'rows'; item: unknown }[]) => {
      const draft = await ha.begins(form);
      const edits = items.map(({ list, item }) => ({ do: 'add' as const, list, after: null, item: item as never }));
      const { refused } = await ha.edits(form, draft.revision, ...edits);
      expect(refused).toEqual([]);
      await ha.publishes(form, 'Thêm kiểm tra');
    };
    const whole: Partial<Row> = {
      label: { vi: 'Thu và dịch vụ' },
      asked: false,
      required: false,
      computed: { op: 'sum', of: [{ op: 'cell', row: 'state-budget-revenue' }] },
    };
    await added('m4-cbdt', { list: 'checks', item: WITHIN });
    await added(
      'm3-commune',
      { list: 'rows', item: indicator('revenue-and-more', 'A', whole) },
      { list: 'rows', item: indicator('services', 'A', { asked: false, required: false, jump: '50' }) },
      { list: 'checks', item: STEADY },
    );
    await house.openCycle(2028);
    const official = await house.person('Nguyễn Thị Mai', { unit: '00667', role: 'official' });
    mai = await house.cookieOf(official);
    workbooks = await WorkbookDesk.of(house, official);
    const [found] = await house.database.rows<{ id: string; superior: string }>(
      `select id, superior from obligation where unit_code = '00667' and milestone = 'r1-commune'`,
    );
    report = found!.id;
    binh = await house.cookieOf(await house.person('Trần Văn Bình', { unit: found!.superior, role: 'supervisor' }));
  });

  afterAll(() => house.close());

  const call = (cookie: string, method: 'GET' | 'POST' | 'PUT', url: string, payload?: object) =>
    house.app.inject({ method, url, headers: { cookie }, ...(method === 'GET' ? {} : { payload: payload ?? {} }) });
  const shown = async (who = mai) => (await call(who, 'GET', `/api/reports/${report}`)).json<Shown>();
  const write = (change: object) => call(mai, 'PUT', `/api/reports/${report}/answers`, change);
  const submit = () => call(mai, 'POST', `/api/reports/${report}/submit`);
  const project = (more: Record<string, string> = {}) => ({
    project_name: 'Trường mầm non',
    estimated_total: '10',
    prep_allocated_to_date: '12',
    ...more,
  });

  async function headline(): Promise<Record<string, Record<string, object>>> {
    const form = (await shown()).forms.find((one) => one.key === 'm3-commune')!.definition;
    if (form.kind !== 'indicators') throw new Error('no table');
    const measures = form.measures.filter((one) => one.required && !one.computed).map((one) => one.key);
    const rows = form.rows.filter((row) => row.required && !row.computed);
    const value = (row: Row) => (row.type === 'boolean' ? { ...VALUE, value: true } : VALUE);
    return Object.fromEntries(
      rows.map((row) => [row.key, Object.fromEntries(measures.map((key) => [key, value(row)]))]),
    );
  }

  it('is told at its line and at its computed cell, and keeps the report from being submitted', async () => {
    const cells = await headline();
    cells['state-budget-revenue'] = {
      ...cells['state-budget-revenue'],
      'estimate-current': { ...VALUE, value: '150' },
    };
    cells['state-budget-revenue']['plan-next'] = { ...VALUE, value: '450' };
    expect((await write({ cells, records: { 'm4-cbdt': [project()] } })).statusCode).toBe(200);
    const { warnings } = await shown();
    expect(warnings.map(({ code, path }) => ({ code, ...path }))).toEqual([
      { code: 'check-odd', form: 'm3-commune', row: 'revenue-and-more', measure: 'estimate-current' },
      { code: 'check-odd', form: 'm3-commune', row: 'revenue-and-more', measure: 'plan-growth' },
      { code: 'check-odd-in-list', form: 'm4-cbdt', index: 0, column: 'prep_allocated_to_date' },
    ]);
    expect(warnings[2]!.message).toMatch(/^Dòng 1, .*vốn đã bố trí vượt tổng mức đầu tư \(12 > 10\)/);
    const refused = await submit();
    expect(refused.statusCode).toBe(409);
    expect(refused.json<{ message: string }>().message).toContain('lớn bất thường');
  });

  it('comes back as notes at the cells of a workbook that breaks it, jumps and all, which is read in all the same', async () => {
    const table = await workbooks.downloads(report, 'm3-commune');
    const sheet = table.worksheets[0]!.name;
    at(table.worksheets[0]!, 'state-budget-revenue', ':estimate-current').value = 160;
    const preview = await workbooks.sends<{ issues: object[]; findings: { cell: object; hard: boolean }[] }>(
      report,
      table,
    );
    const cell = at(table.worksheets[0]!, 'revenue-and-more', ':estimate-current').address;
    expect(preview.body.issues).toEqual([]);
    expect(preview.body.findings).toContainEqual(
      expect.objectContaining({ cell: { sheet, cell }, hard: false, text: expect.stringContaining('lớn bất thường') }),
    );
    const [before, now] = [':estimate-current', ':plan-next'].map((one) => at(table.worksheets[0]!, 'services', one));
    [before!.value, now!.value] = [10, 30];
    const marked = (await workbooks.marked(report, table)).getWorksheet(sheet)!;
    expect(JSON.stringify(marked.getCell(cell).note)).toContain('lớn bất thường');
    expect(JSON.stringify(marked.getCell(now!.address).note)).toContain('thay đổi +200% so với năm trước (10)');
    const list = await workbooks.downloads(report, 'm4-cbdt');
    const [lines] = list.worksheets;
    const odd = noted(await workbooks.marked(report, list), lines!.name);
    expect(odd).toEqual([expect.stringContaining('vốn đã bố trí vượt tổng mức đầu tư')]);
  });

  it('is explained beside the figure, and then lets the report go', async () => {
    const [key, note] = ['prep_allocated_to_date', 'ứng trước cho giải phóng mặt bằng'];
    const cells = {
      'revenue-and-more': {
        'estimate-current': { state: 'worked-out', note: 'thu tiền đất một lần' },
        'plan-growth': { state: 'worked-out', note: 'khởi công hai dự án' },
      },
    };
    expect((await write({ cells, records: { 'm4-cbdt': [project({ [noteKey(key)]: note })] } })).statusCode).toBe(200);
    expect((await shown()).warnings).toEqual([]);
    expect((await submit()).statusCode).toBe(200);
  });

  it('has its explanation before whoever receives the report: on the page and in the workbooks', async () => {
    const { state, answers } = await shown(binh);
    expect(state).toBe('submitted');
    expect(answers.records['m4-cbdt']![0]![noteKey('prep_allocated_to_date')]).toContain('giải phóng mặt bằng');
    expect(answers.cells['revenue-and-more']!['plan-growth']).toMatchObject({ note: 'khởi công hai dự án' });
    const list = await workbooks.downloads(report, 'm4-cbdt');
    expect(noted(list, list.worksheets[0]!.name)).toEqual(['ứng trước cho giải phóng mặt bằng']);
    const states = (await workbooks.downloads(report, 'm3-commune')).worksheets[1]!;
    const said: string[] = [];
    states.eachRow((row) => said.push(row.values ? JSON.stringify(row.values) : ''));
    expect(said.join()).toContain('thu tiền đất một lần');
  });

  /** What the notes of a sheet say. */
  function noted(workbook: Awaited<ReturnType<WorkbookDesk['downloads']>>, sheet: string): string[] {
    const notes: string[] = [];
    workbook.getWorksheet(sheet)!.eachRow((row) =>
      row.eachCell({ includeEmpty: true }, ({ note }) => {
        const texts = typeof note === 'string' ? [{ text: note }] : (note?.texts ?? []);
        if (texts.length > 0) notes.push(texts.map((one) => one.text).join(''));
      }),
    );
    return notes;
  }
});
