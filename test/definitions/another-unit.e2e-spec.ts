import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { IndicatorForm } from '../../src/forms/index.js';
import { ConsolidationService } from '../../src/modules/rollups/index.js';
import { House } from '../house/house.js';
import { Desk } from './desk.js';

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

  it('carries the open reports over by the factor that was confirmed, and leaves the submitted one as it is', async () => {
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
    expect(await ha.publishes(FORM, 'Xã làm việc với triệu đồng')).toBe(2);
    const preview = await ha.get<{ reports: { changes: string[] }[] }>(`/forms/${FORM}/moves?to=2`);
    expect(preview.body.reports).toHaveLength(1);
    expect(preview.body.reports[0]!.changes[0]).toContain('2,25 → 2.250');
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
});
