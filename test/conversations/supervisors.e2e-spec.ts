import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { House } from '../house/house.js';
import type { Phone } from '../house/phone.js';

const NGU_HIEP = '00667';
const THANH_TRI = '020';

// The whole product is started: on a busy machine that takes a while.
jest.setTimeout(180_000);

/** Mai of Xã Ngũ Hiệp is late; Bình watches the communes of Thanh Trì, Sơn those of another district. */
describe('a supervisor in the chat', () => {
  let house: House;
  let mai: Phone;
  let binh: Phone;
  let son: Phone;
  let sonsCookie: string;
  let obligation: string;
  let number: number;

  beforeAll(async () => {
    house = await House.open({ day: '2027-06-20' });
    await house.openCycle(2028);
    const other = await house.person('Hoàng Văn Sơn', { unit: '019', role: 'supervisor' });
    mai = await house.phoneOf(await house.person('Nguyễn Thị Mai', { unit: NGU_HIEP, role: 'official' }));
    binh = await house.phoneOf(await house.person('Trần Văn Bình', { unit: THANH_TRI, role: 'supervisor' }));
    son = await house.phoneOf(other);
    sonsCookie = await house.cookieOf(other);
    const [found] = await house.database.rows<{ id: string }>(
      `select id from obligation where unit_code = ? and milestone = 'r1-commune'`,
      [NGU_HIEP],
    );
    obligation = found!.id;
  });

  afterAll(() => house.close());

  const actions = async () => {
    const found = await house.database.rows<{ action: string }>(
      `select action from audit_event where subject in (?, ?) and action not like 'role%' order by id`,
      [obligation, NGU_HIEP],
    );
    return found.map(({ action }) => action);
  };
  const lineOf = (said: string): number => Number(/(\d+)\. Xã Ngũ Hiệp/.exec(said)![1]);

  it('looks at a status report before anything is late and returns it; the official hears why', async () => {
    await mai.says('/baocao 40% chậm vì thiếu số liệu thuế, xong 28/6');
    await mai.says('1');
    const list = await binh.says('/cham');
    expect(list).toContain('báo cáo nhanh chờ xem: 1');
    await binh.says(`trả lại ${lineOf(list)}: chưa nêu việc đã làm`);
    expect(await mai.hears()).toMatch(/Trần Văn Bình trả lại báo cáo nhanh[\s\S]*chưa nêu việc đã làm/);
    // Once is enough.
    expect(await binh.says(`chấp nhận ${lineOf(list)}`)).toContain('không còn chậm');
    await mai.says('/baocao 60% đã tổng hợp xong thu chi, dự kiến 28/6');
    await mai.says('1');
    expect(await binh.says('/cham')).toContain('60%');
    await binh.says('chấp nhận 1');
    expect(await mai.hears()).toContain('đã chấp nhận báo cáo nhanh');
  });

  it('acts on what is late by its number: takes it on, promises, reminds once a day', async () => {
    await house.advanceTo('2027-07-02');
    await mai.hears();
    await binh.hears();
    const list = await binh.says('/cham');
    number = lineOf(list);
    expect(list).toMatch(/Xã Ngũ Hiệp: .*chậm 3 ngày/);
    expect(await binh.says(`nhận ${number}`)).toContain('nhận xử lý');
    expect(await binh.says(`hẹn ${number} 8/7 đã gọi điện`)).toContain('08/07/2027');
    expect(await binh.says(`hẹn ${number} 1/7/2027`)).toContain('ngày nào');
    await binh.says('dừng');
    expect(await binh.says(`nhắc ngay ${number}`)).toContain('nhắc ngay tới Xã Ngũ Hiệp');
    await house.advanceTo('2027-07-03');
    expect(await mai.hears()).toContain('nhắc riêng đơn vị');
    const [promise] = await house.database.rows(
      `select promised_on::text as on, note from promise where obligation_id = ?::uuid`,
      [obligation],
    );
    expect(promise).toEqual({ on: '2027-07-08', note: 'đã gọi điện' });
    const again = lineOf(await binh.says('/cham'));
    await binh.says(`nhắc ngay ${again}`);
    expect(await binh.says(`nhắc ngay ${again}`)).toContain('nhiều nhất một lần một ngày');
  });

  it('asks the unit, whose answer by number comes to the chat; no stranger answers for it', async () => {
    const line = lineOf(await binh.says('/cham'));
    expect(await binh.says(`hỏi đơn vị ${line}: vướng ở đâu?`)).toContain('Đã gửi câu hỏi tới Xã Ngũ Hiệp');
    const asked = await mai.hears();
    expect(asked).toContain('Trần Văn Bình hỏi đơn vị: vướng ở đâu?');
    const number = /trả lời (\d+)/.exec(asked)![1];
    await son.says(`trả lời ${number}: không vướng`);
    expect(await binh.hears()).toBe('');
    await mai.says(`trả lời ${number}: thiếu số liệu thuế`);
    expect(await binh.hears()).toContain('thiếu số liệu thuế');
    expect(await mai.says(`trả lời ${number}: nói thêm`)).toContain('đã được trả lời');
  });

  it('hands it to a colleague, who is told', async () => {
    const lan = await house.phoneOf(await house.person('Phạm Thị Lan', { unit: THANH_TRI, role: 'supervisor' }));
    const line = lineOf(await binh.says('/cham'));
    expect(await binh.says(`giao ${line} cho lan`)).toContain('Đã giao cho đồng chí Phạm Thị Lan');
    expect(await lan.hears()).toMatch(/Trần Văn Bình đề nghị đồng chí theo dõi việc sau: Xã Ngũ Hiệp chưa nộp/);
  });

  it('grants more time after a yes, and the due day moves', async () => {
    const line = lineOf(await binh.says('/cham'));
    await binh.says(`gia hạn ${line} 9/7 vì mất điện`);
    const told = await binh.says('đúng');
    if (told.includes('vẫn đồng ý')) await binh.says('vẫn đồng ý');
    const [found] = await house.database.rows(`select due_on::text as due from obligation where id = ?::uuid`, [
      obligation,
    ]);
    expect(found).toEqual({ due: '2027-07-10' });
  });

  it('sees and touches nothing outside the own subtree, and every act is in the trail', async () => {
    expect(await son.says('/cham')).not.toContain('Ngũ Hiệp');
    const review = await house.app.inject({
      method: 'POST',
      url: `/api/obligations/${obligation}/status-review`,
      headers: { cookie: sonsCookie },
      payload: { outcome: 'accepted' },
    });
    expect(review.statusCode).toBe(403);
    expect(await mai.says('/cham')).toContain('không có việc chậm');
    expect(await actions()).toEqual([
      'status report returned',
      'status report accepted',
      'escalation acknowledged',
      'promise made',
      'unit reminded now',
      'unit reminded now',
      'unit asked',
      'escalation handed over',
      'extension granted',
    ]);
  });
});
