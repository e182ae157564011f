import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FollowupsService, WatchdogService } from '../../src/modules/followups/index.js';
import { House } from '../house/house.js';
import type { Phone } from '../house/phone.js';

/** Anh administers and is told when the follow-ups stop doing what they promise. */
describe('the watchdog', () => {
  let house: House;
  let anh: Phone;
  let cookie: string;
  let obligation: string;

  beforeAll(async () => {
    house = await House.open({ day: '2027-06-12' });
    await house.openCycle(2028);
    const id = await house.person('Vũ Hải Anh', { unit: 'so-khdt', role: 'admin' });
    anh = await house.phoneOf(id);
    cookie = await house.cookieOf(id);
    // All but one commune's draft is done.
    await house.database.rows(
      `update obligation set settled_at = now(), settled_as = 'waived' where milestone <> 'r1-commune' or unit_code <> '00667' returning 1`,
    );
    const [found] = await house.database.rows<{ id: string }>(`select id from obligation where settled_at is null`);
    obligation = found!.id;
    await house.advanceTo('2027-06-13');
    await anh.hears();
  }, 240_000);

  afterAll(() => house.close());

  const watch = () => house.of(WatchdogService).watch(true);
  const readyz = async () => {
    const reply = await house.app.inject({ method: 'GET', url: '/readyz' });
    return { status: reply.statusCode, alarms: reply.json<{ alarms: string[] }>().alarms };
  };

  const closeByHand = () =>
    house.database.rows(`update work_item set closed_at = now() where kind in ('unreached', 'no-contact') returning 1`);

  /** Nobody has the unit to reach: the process itself plans the day again every few minutes, and then somebody has. */
  const watchForsaken = async () => {
    await closeByHand();
    return watch();
  };

  it('is silent while everything is as it should be', async () => {
    expect(await watch()).toEqual({ raised: 0, closed: 0 });
    expect(await readyz()).toEqual({ status: 200, alarms: [] });
  });

  it('tells once that a day was not planned, and is content when it was', async () => {
    await house.database.rows(`update planned_day set planned_at = planned_at - interval '1 day' returning 1`);
    expect((await watch()).raised).toBe(1);
    expect((await watch()).raised).toBe(0);
    expect(await readyz()).toEqual({ status: 200, alarms: ['schedule-not-run'] });
    expect(await anh.hears()).toContain('không chạy đúng giờ');
    await house.database.rows(`update planned_day set planned_at = ? returning 1`, [house.clock.now()]);
    expect(await watch()).toEqual({ raised: 0, closed: 1 });
    expect((await readyz()).alarms).toEqual([]);
  });

  it('tells of a message that was taken and never settled', async () => {
    await house.database.rows(
      `insert into message (id, key, kind, priority, lane, body, not_before, state, claimed_until, created_at)
       values (gen_random_uuid(), 'digest/lost', 'digest', 5, 'lost', '{"text":""}', now(), 'sending', now() - interval '1 hour', now())
       returning 1`,
    );
    await watch();
    const reply = await house.app.inject({ method: 'GET', url: '/api/alarms', headers: { cookie } });
    expect(reply.json()).toMatchObject([{ cause: 'claim-unresolved', count: 1, examples: ['digest/lost'] }]);
    expect(await anh.hears()).toContain('không rõ kết quả');
    await house.database.rows(`delete from message where key = 'digest/lost' returning 1`);
    expect((await watch()).closed).toBe(1);
  });

  it('tells of a lateness after which nothing follows, until somebody takes care of it', async () => {
    await house.advanceTo('2027-07-08');
    await watch();
    expect((await readyz()).alarms).not.toContain('no-next-action');
    await house.advanceTo('2027-07-20');
    // Nobody of the unit was ever linked: whoever watches it has that to do.
    await watch();
    expect((await readyz()).alarms).not.toContain('no-next-action');
    // Closing that by hand reaches nobody: it stands again when the day is planned the next time.
    await closeByHand();
    await house.of(FollowupsService).planToday();
    await watch();
    expect((await readyz()).alarms).not.toContain('no-next-action');
    await house.database.rows(
      `insert into notice (rung_key, obligation_id, unit_code, milestone, rung, sort, audience_unit, audience_role, on_date, at, state, why)
       select '2028/r1-commune/00667/' || r || '@2027-06-30', id, unit_code, milestone, r, 'escalation', 'so-khdt', 'supervisor',
         date '2027-07-10', now(), 'superseded', 'x'
       from obligation, unnest(array['escalate-recipient', 'escalate-planning', 'escalate-office']) r
       where id = ?::uuid on conflict do nothing returning 1`,
      [obligation],
    );
    await watchForsaken();
    expect((await readyz()).alarms).toContain('no-next-action');
    const told = await anh.hears();
    expect(told).toContain('không còn bước nào tiếp theo');
    expect(told).toContain('Xã Ngũ Hiệp: Dự thảo kế hoạch');
    await watchForsaken();
    expect(await anh.hears()).toBe('');
    // What comes to it later is told of again.
    await house.database.rows(
      `update alarm set details = jsonb_set(details, '{about}', '[]') where cause = 'no-next-action' and closed_at is null returning 1`,
    );
    expect((await watchForsaken()).raised).toBe(1);
    expect(await anh.hears()).toContain('không còn bước nào tiếp theo');
    // A question to the unit is care for a week, not for ever.
    await house.database.rows(
      `insert into escalation_question (id, obligation_id, asked_by, question, asked_at)
       select gen_random_uuid(), ?::uuid, id, 'Vướng ở khâu nào', ?::timestamptz - interval '6 days' from person limit 1 returning 1`,
      [obligation, house.clock.now().toISOString()],
    );
    expect(await watch()).toEqual({ raised: 0, closed: 1 });
    await house.database.rows(`update escalation_question set asked_at = asked_at - interval '2 days' returning 1`);
    expect((await watchForsaken()).raised).toBe(1);
    await anh.hears();
    const promise = await house.app.inject({
      method: 'POST',
      url: `/api/obligations/${obligation}/promise`,
      headers: { cookie },
      payload: { promisedOn: '2027-07-25', note: '' },
    });
    expect(promise.statusCode).toBe(204);
    await watch();
    expect((await readyz()).alarms).not.toContain('no-next-action');
  }, 120_000);
});
