import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import exceljs from 'exceljs';
import type { Carry, Edit, IndicatorForm } from '../../src/forms/index.js';
import { ConsolidationService } from '../../src/modules/rollups/index.js';
import { packed, partsOf } from '../exchange/zip-parts.js';
import { House } from '../house/house.js';
import { type Checked, Desk, type DraftShown } from './desk.js';

const FORM = 'm3-commune';
const REVENUE = 'state-budget-revenue';
const [NGU_HIEP, DUYEN_HA, NGOC_HOI] = ['00667', '00670', '00673'];

/** Revenue is asked in billions of đồng; one commune submits, one answers, then Hà has it counted in millions. */
describe('an indicator that is counted in another unit from the middle of a round', () => {
  let house: House;
  let ha: Desk;
  const desks = new Map<string, Desk>();
  const reports = new Map<string, string>();

  beforeAll(async () => {
    house = await House.open({ day: '2027-06-12' });
    await house.openCycle(2028);
    ha = await Desk.of(house, await house.person('Trần Thu Hà', { unit: 'so-khdt', role: 'admin' }));
    for (const unit of [NGU_HIEP, DUYEN_HA, NGOC_HOI]) {
      desks.set(unit, await Desk.of(house, await house.person(`Cán bộ ${unit}`, { unit, role: 'official' })));
      const [found] = await house.database.rows<{ id: string }>(
        `select id from obligation where unit_code = ? and milestone = 'r1-commune'`,
        [unit],
      );
      reports.set(unit, found!.id);
    }
    await answers(NGU_HIEP, '1.5');
    await fillsTheRest(NGU_HIEP);
    expect((await desks.get(NGU_HIEP)!.post(`/reports/${reports.get(NGU_HIEP)}/submit`)).status).toBe(200);
    await answers(DUYEN_HA, '2.25');
  });

  afterAll(() => house.close());

  const answers = (unit: string, value: string) =>
    desks.get(unit)!.put(`/reports/${reports.get(unit)}/answers`, {
      cells: {
        [REVENUE]: Object.fromEntries(['estimate-current', 'plan-next'].map((key) => [key, { state: 'value', value }])),
      },
    });
  const fillsTheRest = async (unit: string) => {
    const { body } = await desks
      .get(unit)!
      .get<{ forms: { definition: IndicatorForm }[] }>(`/reports/${reports.get(unit)}`);
    const rows = body.forms[0]!.definition.rows.filter((row) => row.required && row.key !== REVENUE);
    const cell = { state: 'not-applicable' };
    await desks.get(unit)!.put(`/reports/${reports.get(unit)}/answers`, {
      cells: Object.fromEntries(rows.map((row) => [row.key, { 'estimate-current': cell, 'plan-next': cell }])),
    });
  };
  const kept = async (unit: string) => {
    const [found] = await house.database.rows<{ value: string; version: number }>(
      `select answers #>> ? as value, (select version from jsonb_to_recordset(form_versions) as f (key text, version integer)
         where f.key = ?) as version from report where obligation_id = ?::uuid`,
      [`{cells,${REVENUE},estimate-current,value}`, FORM, reports.get(unit)],
    );
    return found;
  };

  it('is proposed a factor, and publishing moves nothing', async () => {
    const draft = await ha.begins(FORM);
    const row = (draft.definition as IndicatorForm).rows.find((one) => one.key === REVENUE)!;
    await ha.edits(FORM, draft.revision, {
      do: 'set',
      list: 'rows',
      key: REVENUE,
      field: 'unit',
      from: row.unit,
      to: { code: 'million_VND', vi: 'Triệu đồng' },
    });
    const { carries } = (await ha.get<{ carries: unknown[] }>(`/forms/${FORM}/draft/carries`)).body;
    expect(carries).toEqual([expect.objectContaining({ do: 'scale', key: REVENUE, factor: '1000' })]);
    const junk: Carry = { do: 'rename', list: 'rows', from: 'nope', to: 'nope2' };
    const nowhere: Carry = { do: 'rename', list: 'rows', from: REVENUE, to: 'nope2' };
    await expect(ha.publishes(FORM, 'Đổi đơn vị', [])).rejects.toThrow(
      /carries-unconfirmed.*Chưa xác nhận.*«Tổng thu ngân sách/,
    );
    await expect(ha.publishes(FORM, 'Đổi đơn vị', [junk])).rejects.toThrow(/carries-unknown.*«nope»/);
    await expect(ha.publishes(FORM, 'Đổi đơn vị', [nowhere])).rejects.toThrow(/carries-unknown/);
    expect((await ha.get<DraftShown>(`/forms/${FORM}/draft`)).body.base).toBe(1);
    expect(await ha.publishes(FORM, 'Xã làm việc với triệu đồng')).toBe(2);
    expect(await kept(DUYEN_HA)).toEqual({ value: '2.25', version: 1 });
  });

  it('is rehearsed in a later draft as moving will do it, though the reports still stand on the first version', async () => {
    const draft = await ha.begins(FORM);
    const row = (draft.definition as IndicatorForm).rows.find((one) => one.key === REVENUE)!;
    const from = row.max ?? null;
    const { revision } = await ha.edits(FORM, draft.revision, {
      do: 'set',
      list: 'rows',
      key: REVENUE,
      field: 'max',
      from,
      to: '2000',
    });
    const { dryRun } = (await ha.post<Checked>(`/forms/${FORM}/draft/check`, { seen: revision })).body;
    // Both figures of Duyên Hà, 2 250 million each; the 1 500 million of Ngũ Hiệp are within the bound.
    expect(dryRun).toMatchObject({ replayed: 2, openReports: 1, toMap: 1, refusedCount: 2 });
    expect(dryRun!.text).toContain('1 báo cáo đang làm, 1 cần chuyển đổi');
    expect(new Set(dryRun!.refused.map((one) => one.unit))).toEqual(new Set([DUYEN_HA]));
    expect((await ha.post(`/forms/${FORM}/draft/discard`, { seen: revision })).status).toBe(204);
  });

  it('carries the open reports over by the factor that was confirmed, and leaves the submitted one as it is', async () => {
    const preview = await ha.get<{ reports: { changes: string[] }[] }>(`/forms/${FORM}/moves?to=2`);
    expect(preview.body.reports).toHaveLength(1);
    expect(preview.body.reports[0]!.changes[0]).toContain('2,25 → 2.250');
    // Who says otherwise how answers go on has to say it of every place.
    const bare = await ha.post<{ code: string; message: string }>(`/forms/${FORM}/moves`, { to: 2, carries: [] });
    expect([bare.status, bare.body.code]).toEqual([422, 'definitions.carries-unconfirmed']);
    expect(bare.body.message).toContain('«Tổng thu ngân sách');
    expect(await kept(DUYEN_HA)).toEqual({ value: '2.25', version: 1 });
    await ha.post(`/forms/${FORM}/moves`, { to: 2 });
    expect(await kept(DUYEN_HA)).toEqual({ value: '2250', version: 2 });
    expect(await kept(NGU_HIEP)).toEqual({ value: '1.5', version: 1 });
  });

  it('adds up what was answered in either unit', async () => {
    await answers(NGOC_HOI, '100');
    for (const unit of [DUYEN_HA, NGOC_HOI]) {
      await fillsTheRest(unit);
      expect((await desks.get(unit)!.post(`/reports/${reports.get(unit)}/submit`)).status).toBe(200);
    }
    const { totals } = await house.of(ConsolidationService).consolidate('020', 2028, 'r1-commune');
    // 1 500 + 2 250 + 100 million are 3,85 billion, shown with one decimal in the district's form.
    expect(totals[REVENUE]!['estimate-current']).toMatchObject({ value: '3.9', used: 3 });
  });

  it('begins the next round with the submitted answers in the new unit', async () => {
    const [next] = await house.database.rows<{ id: string }>(
      `select id from obligation where unit_code = ? and milestone = 'r2-commune'`,
      [NGU_HIEP],
    );
    await house.advanceTo('2027-10-02');
    const { body } = await desks
      .get(NGU_HIEP)!
      .get<{ answers: { cells: Record<string, Record<string, { value: string }>> } }>(`/reports/${next!.id}`);
    expect(body.answers.cells[REVENUE]!['estimate-current']!.value).toBe('1500');
  });

  it('is asked about as well when only the words of the unit were changed, in a workbook', async () => {
    const form = 'm2-commune';
    await ha.begins(form);
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load((await ha.file(`/forms/${form}/workbook?version=draft`)) as unknown as ArrayBuffer);
    const sheet = workbook.getWorksheet('Chỉ tiêu')!;
    const unit = sheet.getRow(3).getCell((sheet.getRow(1).values as string[]).indexOf('unit.vi'));
    expect(unit.text).toBe('Tỷ đồng');
    unit.value = 'Triệu đồng';
    const { body } = await ha.sends<{
      revision: number;
      edits: Edit[];
      differences: { effect: string }[];
      faults: unknown[];
    }>(`/forms/${form}/draft/workbook`, Buffer.from(await workbook.xlsx.writeBuffer()));
    expect(body.faults).toEqual([]);
    expect(body.differences).toMatchObject([{ effect: 'mapping' }]);
    expect(body.edits).toMatchObject([{ field: 'unit', to: { code: 'million_VND', vi: 'Triệu đồng' } }]);
    await ha.edits(form, body.revision, ...body.edits);
    const { carries } = (await ha.get<{ carries: unknown[] }>(`/forms/${form}/draft/carries`)).body;
    expect(carries).toEqual([expect.objectContaining({ do: 'scale', key: REVENUE, factor: '1000' })]);
  });

  it('takes nothing of a workbook with macros, or with one cell that is not understood, and says why', async () => {
    const before = (await ha.get<DraftShown>('/forms/m2-commune/draft')).body;
    const file = await ha.file('/forms/m2-commune/workbook?version=draft');
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(file as unknown as ArrayBuffer);
    const sheet = workbook.getWorksheet('Chỉ tiêu')!;
    const columns = sheet.getRow(1).values as string[];
    sheet.getRow(3).getCell(columns.indexOf('label.vi')).value = 'Tên mới';
    sheet.getRow(4).getCell(columns.indexOf('computed')).value = 'SUM(A1:A9)';
    const macros = packed(new Map(await partsOf(file)).set('xl/vbaProject.bin', Buffer.from('x')));
    for (const [sent, sentence] of [
      [macros, /macro/],
      [Buffer.from(await workbook.xlsx.writeBuffer()), /Không hiểu từ chỗ «SUM\(A1:A9\)»/],
    ] as const) {
      const { status, body } = await ha.sends<{ edits: unknown[]; differences: unknown[]; faults: { text: string }[] }>(
        '/forms/m2-commune/draft/workbook',
        sent,
      );
      expect([status, body.edits, body.differences.length]).toEqual([200, [], 0]);
      expect(body.faults.map(({ text }) => text)).toEqual([expect.stringMatching(sentence)]);
    }
    const after = (await ha.get<DraftShown>('/forms/m2-commune/draft')).body;
    expect([after.revision, after.definition]).toEqual([before.revision, before.definition]);
  });

  it('applies to units that the profile names, and may not apply to others: nobody would be asked', async () => {
    const { body } = await ha.get<DraftShown & { audiences: unknown }>('/forms/m2-commune/draft');
    expect(body.audiences).toEqual([
      { code: 'rural-unit', title: { vi: 'Nông thôn', en: 'Rural units' } },
      { code: 'urban-unit', title: { vi: 'Đô thị', en: 'Urban units' } },
    ]);
    const row = (body.definition as IndicatorForm).rows[0]!;
    const [from, to] = [row.appliesTo, 'xa-khong-co'];
    const edit: Edit = { do: 'set', list: 'rows', key: row.key, field: 'appliesTo', from, to };
    const { faults } = await ha.edits('m2-commune', body.revision, edit);
    expect(faults.map((one) => one.text)).toEqual([expect.stringContaining('«xa-khong-co»')]);
  });
});
