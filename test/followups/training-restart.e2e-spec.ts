import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FollowupsService } from '../../src/modules/followups/index.js';
import { TrainingService } from '../../src/modules/operations/index.js';
import { plainDate } from '../../src/modules/shared/index.js';
import { House, ZONE } from '../house/house.js';

/** A training stands in June, before Mai's notice of the day has left, when its process ends; the calendar on the wall says March. */
describe('a training that is started again', () => {
  let house: House;
  let again: House;

  const waiting = (of: House) =>
    of.database.rows<{ key: string; state: string; not_before: string }>(
      `select key, state, not_before from message where starts_with(key, 'digest/') order by seq`,
    );

  beforeAll(async () => {
    house = await House.open({ day: '2027-06-21' });
    await house.openCycle(2028);
    await house.phoneOf(await house.person('Nguyễn Thị Mai', { unit: '00667', role: 'official' }));
    await house.of(TrainingService).advanceTo('2027-06-22', '00:10');
    await house.of(FollowupsService).planToday();
  }, 240_000);

  afterAll(async () => {
    await again?.close();
    await house.close();
  });

  it('goes on at its own day, and what waits for its hour waits for that hour', async () => {
    const before = await waiting(house);
    expect(before.at(-1)).toMatchObject({ state: 'due' });
    again = await House.open({ day: '2028-03-01', time: '03:00', on: house.databaseUrl });
    await again.settle();
    expect(await waiting(again)).toEqual(before);
    expect(plainDate.today(again.clock.now(), ZONE)).toBe('2027-06-22');
    await again.of(TrainingService).advanceTo('2027-06-22', '12:00');
    expect((await waiting(again)).at(-1)).toMatchObject({ state: 'sent' });
  });
});
