import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FollowupsService } from '../../src/modules/followups/index.js';
import { plainDate } from '../../src/modules/shared/index.js';
import { House } from '../house/house.js';
import type { Phone } from '../house/phone.js';

const ZONE = 'Asia/Ho_Chi_Minh';

/** Mai's commune has to give its draft until 29 June; what should have left by day was kept by an outage. */
describe('a notice that could not leave by day', () => {
  let house: House;
  let mai: Phone;
  let owes: { person: string };

  const at = (day: string, time: string) => house.clock.set(plainDate.at(day, time, ZONE));
  const planned = () =>
    house.database.rows<{ key: string; state: string; not_before: string }>(
      `select key, state, not_before from message where person_id = ?::uuid and starts_with(key, 'digest/') order by seq`,
      [owes.person],
    );

  beforeAll(async () => {
    house = await House.open({ day: '2027-06-20' });
    await house.openCycle(2028);
    owes = { person: await house.person('Nguyễn Thị Mai', { unit: '00667', role: 'official' }) };
    mai = await house.phoneOf(owes.person);
    await house.settle();
    await mai.hears();
  }, 240_000);

  afterAll(() => house.close());

  it('and was planned in time waits for the next morning, as the ladder has its hours', async () => {
    at('2027-06-22', '07:10');
    await house.of(FollowupsService).planToday();
    expect((await planned()).at(-1)).toMatchObject({ key: `digest/${owes.person}/2027-06-22`, state: 'due' });
    at('2027-06-22', '21:00');
    expect(await mai.hears()).toBe('');
    expect((await planned()).at(-1)!.state).toBe('due');
    at('2027-06-23', '07:00');
    expect(await mai.hears()).toContain('29/06/2027');
    expect((await planned()).at(-1)!.state).toBe('sent');
  });

  it('and was planned only in the evening waits for the next morning too', async () => {
    at('2027-06-26', '20:15');
    await house.of(FollowupsService).planToday();
    expect(await mai.hears()).toBe('');
    at('2027-06-27', '07:00');
    expect(await mai.hears()).toContain('29/06/2027');
  });
});
