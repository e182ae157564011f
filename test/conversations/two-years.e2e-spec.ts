import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { House } from '../house/house.js';
import type { Phone } from '../house/phone.js';

/** Lan's commune owes the year that runs and the draft of the next one. */
describe('two plan years at once', () => {
  let house: House;
  let lan: Phone;

  beforeAll(async () => {
    house = await House.open({ day: '2028-06-12' });
    await house.openCycle(2028);
    lan = await house.phoneOf(await house.person('Nguyễn Thị Lan', { unit: '00667', role: 'official' }));
  }, 240_000);

  afterAll(() => house.close());

  it('are told apart in the list of what is owed; one alone is not named', async () => {
    expect(await lan.says('/viec')).not.toContain('kế hoạch năm 2028');
    await house.openCycle(2029);
    const list = await lan.says('/viec');
    expect(list).toContain('Dự thảo kế hoạch cấp xã (vòng 1), kế hoạch năm 2028');
    expect(list).toContain('Dự thảo kế hoạch cấp xã (vòng 1), kế hoạch năm 2029');
  });
});
