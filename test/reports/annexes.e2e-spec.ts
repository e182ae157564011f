import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answers, FormDefinition } from '../../src/forms/index.js';
import { House } from '../house/house.js';

interface Shown {
  state: string;
  revision: number;
  submittedAt: string;
  owedForms: string[];
  answers: Answers;
  forms: { key: string; definition: FormDefinition }[];
}

const VALUE = { state: 'value', value: '1' };

/** Mai answers for Xã Ngũ Hiệp: nine figures, and beside them a text and a table. Hà of the district receives the report. */
describe('a report whose headline is submitted before the forms beside it', () => {
  let house: House;
  let mai: string;
  let ha: string;
  let report: string;

  beforeAll(async () => {
    house = await House.open({ day: '2027-06-15' });
    await house.openCycle(2028);
    mai = await house.cookieOf(await house.person('Nguyễn Thị Mai', { unit: '00667', role: 'official' }));
    const [found] = await house.database.rows<{ id: string; superior: string }>(
      `select id, superior from obligation where unit_code = '00667' and milestone = 'r1-commune'`,
    );
    report = found!.id;
    ha = await house.cookieOf(await house.person('Trần Thu Hà', { unit: found!.superior, role: 'supervisor' }));
  });

  afterAll(() => house.close());

  const call = (cookie: string, method: 'GET' | 'POST' | 'PUT', url: string, payload?: object) =>
    house.app.inject({ method, url, headers: { cookie }, ...(method === 'GET' ? {} : { payload: payload ?? {} }) });
  const shown = async () => (await call(mai, 'GET', `/api/reports/${report}`)).json<Shown>();
  const write = (change: object) => call(mai, 'PUT', `/api/reports/${report}/answers`, change);
  const submit = () => call(mai, 'POST', `/api/reports/${report}/submit`);
  const formOf = async (key: string) => (await shown()).forms.find((form) => form.key === key)!.definition;

  /** Every required cell of a table answered. */
  async function filled(key: string): Promise<Record<string, Record<string, typeof VALUE>>> {
    const form = await formOf(key);
    if (form.kind !== 'indicators') throw new Error(`${key} is no table`);
    const measures = form.measures.filter((measure) => measure.required && !measure.computed);
    return Object.fromEntries(
      form.rows
        .filter((row) => row.required && !row.computed)
        .map((row) => [
          row.key,
          Object.fromEntries(
            measures.map((measure) => [
              measure.key,
              row.type === 'boolean' ? { ...VALUE, value: true as never } : VALUE,
            ]),
          ),
        ]),
    );
  }

  it('is refused with the number of what is missing while the headline itself is not whole', async () => {
    const refused = await submit();
    expect(refused.statusCode).toBe(409);
    expect(refused.json<{ message: string }>().message).toMatch(/còn \d+ ô chưa có câu trả lời/);
  });

  it('settles what is owed, and says which forms are still owed', async () => {
    expect((await write({ cells: await filled('m3-commune') })).statusCode).toBe(200);
    const submitted = await submit();
    expect(submitted.statusCode).toBe(200);
    expect(submitted.json<Shown>().owedForms).toEqual(expect.arrayContaining(['m1-commune', 'm2-commune']));
    expect(submitted.json<Shown>().owedForms).not.toContain('m4-cbdt');
    const { items } = (await call(mai, 'GET', '/api/obligations?scope=own')).json<{
      items: Record<string, unknown>[];
    }>();
    expect(items.find(({ id }) => id === report)).toMatchObject({
      state: 'submitted',
      owedForms: expect.arrayContaining([
        expect.objectContaining({ key: 'm1-commune', title: expect.any(String), missing: expect.any(Number) }),
      ]),
    });
  });

  it('is seen by the supervisor as submitted with forms still owed', async () => {
    const { annexes, late } = (await call(ha, 'GET', '/api/board')).json<Record<string, { obligation: string }[]>>();
    expect(annexes).toEqual([
      expect.objectContaining({ obligation: report, unit: '00667', owedForms: expect.any(Array) }),
    ]);
    expect(late!.some(({ obligation }) => obligation === report)).toBe(false);
  });

  it('takes nothing that was submitted: neither its headline nor cells that the headline shows', async () => {
    const [row] = Object.keys(await filled('m3-commune'));
    const refused = await write({ cells: { [row!]: { 'estimate-current': { ...VALUE, value: '2' } } } });
    expect(refused.statusCode).toBe(409);
    expect(refused.json()).toMatchObject({ code: 'reports.already-submitted' });
    expect((await write({ records: { 'm4-cbdt': [{ seq: '1' }] } })).json()).toMatchObject({
      code: 'reports.already-submitted',
    });
  });

  it('takes what is still owed, and submits it once a form is whole', async () => {
    expect((await submit()).json()).toMatchObject({ code: 'reports.annexes-incomplete' });
    const outline = await formOf('m1-commune');
    if (outline.kind !== 'outline') throw new Error('m1-commune is no text');
    const sections = Object.fromEntries(outline.sections.map(({ key }) => [key, 'Đã đánh giá.']));
    const before = await shown();
    expect((await write({ sections: { 'm1-commune': sections } })).statusCode).toBe(200);
    const done = (await submit()).json<Shown>();
    expect(done.owedForms).toEqual(before.owedForms.filter((key) => key !== 'm1-commune'));
    expect(done.submittedAt).toBe(before.submittedAt);
    expect((await write({ sections: { 'm1-commune': {} } })).json()).toMatchObject({
      code: 'reports.already-submitted',
    });
  });

  it('owes nothing more once its last form is submitted, and every step stands in the audit trail', async () => {
    const standing = (await shown()).answers.cells;
    const table = await filled('m2-commune');
    const missing = Object.fromEntries(
      Object.entries(table)
        .map(([row, cells]) => [
          row,
          Object.fromEntries(Object.entries(cells).filter(([key]) => !standing[row]?.[key])),
        ])
        .filter(([, cells]) => Object.keys(cells!).length > 0),
    );
    const written = await write({ cells: missing });
    expect([written.statusCode, written.body]).toEqual([200, expect.any(String)]);
    expect((await submit()).json<Shown>().owedForms).toEqual([]);
    expect((await shown()).owedForms).toEqual([]);
    expect((await write({ cells: missing })).json()).toMatchObject({ code: 'reports.already-submitted' });
    const trail = await house.database.rows<{ action: string }>(
      `select action from audit_event where subject = ? order by at`,
      [report],
    );
    expect(trail.map(({ action }) => action)).toEqual(['report submitted', 'annexes submitted', 'annexes submitted']);
  });
});
