import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { rows } from '../../src/modules/database/index.js';
import { UnitsService } from '../../src/modules/units/index.js';
import { House } from '../house/house.js';

const LATER_MS = 60_000;

/** More than the connections that one process has. */
const AT_ONCE = 40;

describe('the kept tree of units', () => {
  let house: House;

  beforeAll(async () => {
    house = await House.open({ day: '2027-06-15' });
  });

  afterEach(() => {
    jest.restoreAllMocks();
  });

  afterAll(() => house.close());

  it('is given while it is read anew, so that transactions which hold every connection do not wait for one more', async () => {
    const units = house.of(UnitsService);
    await units.tree();
    const later = performance.now() + LATER_MS;
    jest.spyOn(performance, 'now').mockReturnValue(later);
    const asked = Array.from({ length: AT_ONCE }, () =>
      house.database.transaction(async (em) => {
        await rows(em, `select 1`);
        return (await units.tree()).name('00667');
      }),
    );
    expect(new Set(await Promise.all(asked))).toEqual(new Set(['Xã Ngũ Hiệp']));
  });

  it('tells soon what another process has changed', async () => {
    const units = house.of(UnitsService);
    await house.database.rows(`update unit set name = 'Xã Ngũ Hiệp mới' where code = '00667' returning 1`);
    // A reading that had begun before the change may end after it and count as fresh: time goes on until the next one.
    let later = performance.now() + 3 * LATER_MS;
    jest.spyOn(performance, 'now').mockImplementation(() => later);
    for (let tries = 0; (await units.tree()).name('00667') !== 'Xã Ngũ Hiệp mới'; tries += 1) {
      if (tries > 400) throw new Error('the old tree is still given');
      await new Promise((resolve) => setTimeout(resolve, 25));
      later += LATER_MS;
    }
  });
});
