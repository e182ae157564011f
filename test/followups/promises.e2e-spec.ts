import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PromisesService } from '../../src/modules/followups/index.js';
import { PeopleService } from '../../src/modules/units/index.js';
import { House } from '../house/house.js';

const NGU_HIEP = '00667';

/** Quang heads a commune that is late; Bình watches it from the district. */
describe('a promise', () => {
  let house: House;

  beforeAll(async () => {
    house = await House.open({ day: '2027-07-08' });
    await house.openCycle(2028);
  }, 240_000);

  afterAll(() => house.close());

  it('is the unit’s own three times at most; whoever watches the unit may promise still', async () => {
    const head = await house.person('Đỗ Văn Quang', { unit: NGU_HIEP, role: 'head' });
    const binh = await house.person('Trần Văn Bình', { unit: '020', role: 'supervisor' });
    const [owed] = await house.database.rows<{ id: string }>(
      `select id from obligation where milestone = 'r1-commune' and unit_code = ?`,
      [NGU_HIEP],
    );
    const obligation = owed!.id;
    const promises = house.of(PromisesService);
    const quang = (await house.of(PeopleService).find(head))!;
    for (const promisedOn of ['2027-07-10', '2027-07-11', '2027-07-12']) {
      await promises.make(quang, obligation, { promisedOn, note: '' });
    }
    await expect(promises.make(quang, obligation, { promisedOn: '2027-07-13', note: '' })).rejects.toMatchObject({
      code: 'followups.promised-too-often',
      params: { times: 3 },
    });
    const supervisor = (await house.of(PeopleService).find(binh))!;
    await promises.make(supervisor, obligation, { promisedOn: '2027-07-13', note: '' });
  });
});
