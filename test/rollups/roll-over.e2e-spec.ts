import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { deskOf } from '../calendar/desk.js';
import { House } from '../house/house.js';

const NGU_HIEP = '00667';

describe('from one plan year to the next', () => {
  let house: House;
  let ha: ReturnType<typeof deskOf>;
  let mai: ReturnType<typeof deskOf>;

  beforeAll(async () => {
    house = await House.open({ day: '2027-12-20' });
    await house.openCycle(2028);
    ha = deskOf(house, await house.cookieOf(await house.person('Phạm Thu Hà', { unit: 'so-khdt', role: 'admin' })));
    mai = deskOf(
      house,
      await house.cookieOf(await house.person('Nguyễn Thị Mai', { unit: NGU_HIEP, role: 'official' })),
    );
    await house.database.rows(
      `insert into report (id, obligation_id, state, form_versions, answers, revision, updated_at, submitted_at)
       select gen_random_uuid(), id, 'submitted', forms, ?::jsonb, 1, now(), now()
       from obligation where unit_code = ? and milestone = 'r2-commune'`,
      [
        JSON.stringify({
          cells: {
            'state-budget-revenue': {
              'estimate-current': { state: 'value', value: '12.5' },
              'plan-next': { state: 'value', value: '13' },
            },
          },
          records: {},
          sections: {},
        }),
        NGU_HIEP,
      ],
    );
  });

  afterAll(() => house.close());

  const kept = () =>
    house.database.rows(
      `select year, sort, trim_scale(value)::text as value, standing from base_figure where unit_code = ? order by year`,
      [NGU_HIEP],
    );

  it('is for admins, and told first with what is still open', async () => {
    expect((await mai.post('calendar/roll-over', { planYear: 2028 })).status).toBe(403);
    const told = await ha.post('calendar/roll-over', { planYear: 2028 });
    expect(told.body).toMatchObject({ toPlanYear: 2029, figures: { added: 2 }, applied: false });
    expect(told.body.open).toContainEqual({ milestone: 'r1-commune', units: 584 });
    expect(await kept()).toEqual([]);
  });

  it('makes what was reported the figures that the new year is compared with, and opens it', async () => {
    const done = await ha.post('calendar/roll-over', { planYear: 2028, confirmed: true });
    expect(done.body).toMatchObject({ applied: true, obligations: { planned: 3290, added: 3290 } });
    expect(await kept()).toEqual([
      { year: 2027, sort: 'outcome', value: '12.5', standing: 'estimate' },
      { year: 2028, sort: 'plan', value: '13', standing: null },
    ]);
    const again = await ha.post('calendar/roll-over', { planYear: 2028, confirmed: true });
    expect(again.body).toMatchObject({ figures: { added: 0, replaced: 0 }, obligations: { added: 0 } });
  });

  it('is refused for a year that was never opened', async () => {
    expect((await ha.post('calendar/roll-over', { planYear: 2035 })).body.code).toBe('rollups.year-not-open');
  });
});
