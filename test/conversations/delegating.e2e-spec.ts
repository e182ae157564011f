import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { PeopleService } from '../../src/modules/units/index.js';
import { House } from '../house/house.js';

// The whole product is started: on a busy machine that takes a while.
jest.setTimeout(180_000);

const NGU_HIEP = '00667';

/** Nam heads Ngũ Hiệp, Lan works there; Mai of Duyên Hà has nothing to do with it. */
describe('a head who will be away', () => {
  let house: House;
  let namId: string;

  beforeAll(async () => {
    house = await House.open({ day: '2027-06-15', time: '09:00' });
    await house.openCycle(2028);
    namId = await house.person('Hoàng Văn Nam', { unit: NGU_HIEP, role: 'head' });
  });

  afterAll(() => house.close());

  const heads = async (day: string) =>
    (await house.of(PeopleService).at(NGU_HIEP, 'head', undefined, day)).map(({ name }) => name);

  it('names a deputy by chat, who is told; overlapping days are refused; it is ended early', async () => {
    const lanId = await house.person('Đỗ Thị Lan', { unit: NGU_HIEP, role: 'official' });
    await house.person('Nguyễn Thị Mai', { unit: '00664', role: 'official' });
    const [nam, lan] = [await house.phoneOf(namId), await house.phoneOf(lanId)];
    const asked = await nam.says('/uyquyen');
    expect(asked).toContain('1. Đỗ Thị Lan');
    expect(asked).not.toContain('Nguyễn Thị Mai');
    expect(await nam.says('1 từ 20/6 đến 27/6, 12/QĐ-UBND')).toContain('Có đúng không?');
    expect(await nam.says('đúng')).toContain('Đồng chí Đỗ Thị Lan đã được báo');
    const told = await lan.hears();
    expect(told).toContain('Từ ngày 20/06/2027 đến hết ngày 27/06/2027');
    expect(told).toContain('đồng chí thay mặt đồng chí Hoàng Văn Nam');
    expect([await heads('2027-06-19'), await heads('2027-06-20')]).toEqual([['Hoàng Văn Nam'], ['Đỗ Thị Lan']]);

    await nam.says('/uyquyen 1 từ 25/6 đến 30/6, 13/QĐ-UBND');
    expect(await nam.says('đúng')).toContain('đã có uỷ quyền hoặc nghỉ');

    await nam.says('dừng');
    expect(await nam.says('/uyquyen')).toContain('từ 20/06/2027 đến hết 27/06/2027');
    expect(await nam.says('thôi uỷ quyền 1')).toContain('Đã kết thúc');
    expect(await heads('2027-06-20')).toEqual(['Hoàng Văn Nam']);
  });

  it('is no one else: an official delegates nothing', async () => {
    const mai = await house.phoneOf(await house.person('Nguyễn Thị Mai', { unit: '00664', role: 'official' }));
    expect(await mai.says('/uyquyen')).toContain('Chỉ thủ trưởng đơn vị');
  });
});
