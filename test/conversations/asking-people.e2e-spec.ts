import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Phone } from '../house/phone.js';
import { House } from '../house/house.js';

const NGU_HIEP = '00667';
const THANH_TRI = '020';

// The whole product is started: on a busy machine that takes a while.
jest.setTimeout(180_000);

/** Mai of Xã Ngũ Hiệp writes to the bot; Bình and Lan of the district watch. */
describe('a chat between an official and those who watch', () => {
  let house: House;
  let mai: Phone;
  let binh: Phone;
  let obligation: string;

  beforeAll(async () => {
    house = await House.open({ day: '2027-06-15' });
    await house.openCycle(2028);
    mai = await house.phoneOf(await house.person('Nguyễn Thị Mai', { unit: NGU_HIEP, role: 'official' }));
    binh = await house.phoneOf(await house.person('Trần Văn Bình', { unit: THANH_TRI, role: 'supervisor' }));
    const [found] = await house.database.rows<{ id: string }>(
      `select id from obligation where unit_code = ? and milestone = 'r1-commune'`,
      [NGU_HIEP],
    );
    obligation = found!.id;
  });

  afterAll(() => house.close());

  const dueOn = async () => {
    const [found] = await house.database.rows<{ due_on: string }>(
      `select due_on::text from obligation where id = ?::uuid`,
      [obligation],
    );
    return found!.due_on;
  };

  it('keeps nobody in a question that there is nobody to ask: the form goes on', async () => {
    const alone = await house.phoneOf(await house.person('Lê Thị Hoa', { unit: '09634', role: 'official' }));
    await alone.says('/dien');
    for (const command of ['gặp cán bộ theo dõi', 'báo vướng mắc']) {
      await alone.says(command);
      const refused = await alone.says('chỉ tiêu 7 tính cả hộ tạm trú không');
      expect(refused).toContain('Chưa có cán bộ theo dõi');
      expect(refused).toContain('chưa được gửi');
      expect(await alone.says('tiếp tục')).toContain('Chỉ tiêu 1/9');
    }
    expect(await alone.says('7,5')).toContain('Đã ghi');
    await alone.says('dừng');
    // Said in one line it is a difficulty too, which nobody here could be told.
    expect(await alone.says('vướng mắc: chưa có hướng dẫn')).toContain('chưa được gửi');
  });

  it('carries a question up and the answer back, and the official stays in the form', async () => {
    await mai.says('/dien');
    const said = await mai.says('gặp cán bộ theo dõi: tốc độ tăng tính theo giá nào?');
    const number = /câu hỏi số (\d+)/.exec(said)![1]!;
    expect(said).toContain('Chỉ tiêu 1/9');
    expect(await binh.hears()).toContain('tốc độ tăng tính theo giá nào?');
    const cookie = await house.cookieOf(await house.person('Lê Quang Minh', { unit: THANH_TRI, role: 'head' }));
    const list = await house.app.inject({ url: '/api/questions', headers: { cookie } });
    expect(list.json<{ waiting: unknown[] }>().waiting).toMatchObject([
      { number: Number(number), unitName: 'Xã Ngũ Hiệp' },
    ]);
    expect(await binh.says(`trả lời ${number}: theo giá hiện hành`)).toContain('Đã gửi câu trả lời');
    expect(await mai.hears()).toContain('theo giá hiện hành');
    expect(await mai.says('5')).toContain('Đã ghi');
    // Nobody may answer who was not asked.
    expect(await mai.says(`trả lời ${number}: thử`)).toContain('Không có câu hỏi');
  });

  it('carries a wish for more time up; its answer moves the due day and is heard', async () => {
    await mai.says('xin gia hạn đến 5/7 vì chờ số liệu thuế');
    expect(await mai.says('1')).toContain('Đã gửi đề nghị gia hạn');
    expect(await binh.hears()).toContain('chờ số liệu thuế');
    // A yes to the notice shows first what it would be to.
    expect(await binh.says('đồng ý ạ')).toContain('đến hết ngày 05/07/2027');
    const told = await binh.says('1');
    // The district's own draft is due in between: a second yes is asked for.
    if (told.includes('vẫn đồng ý')) await binh.says('vẫn đồng ý');
    expect(await dueOn()).toBe('2027-07-06');
    expect(await mai.hears()).toContain('đã được đồng ý');
    expect(await mai.says('việc')).toContain('05/07/2027');
  });

  it('corrects a submitted answer until its due day, with the reason for whoever receives it', async () => {
    const lines = [
      '7,5; 8',
      '31,25; 33',
      '0,1; 0,12',
      '0,2; 0,2',
      '0,3; 0,25',
      '0,5; 0,4',
      '90,5; 91',
      '95; 96',
      'đạt; đạt',
    ];
    const summary = await mai.says(lines.map((line, at) => `${at + 1}: ${line}`).join('\n'));
    expect(summary).toContain('Tóm tắt');
    expect(await mai.says('đúng')).toContain('Đã nộp');
    // What is still owed beside the headline stays on the list.
    expect(await mai.says('việc')).toMatch(/còn biểu kèm theo[\s\S]*Xã Ngũ Hiệp\): .*M1.*; .*M2/);
    expect(await mai.says('sửa 2')).toContain('31,25');
    await mai.says('32,5');
    expect(await mai.says('kế toán đã đối chiếu lại')).toContain('từ 31,25 Tỷ đồng thành 32,5 Tỷ đồng');
    const cookie = await house.cookieOf(await house.person('Lê Quang Minh', { unit: THANH_TRI, role: 'head' }));
    const report = await house.app.inject({ url: `/api/reports/${obligation}`, headers: { cookie } });
    expect(report.json()).toMatchObject({
      state: 'submitted',
      answers: { cells: { 'state-budget-revenue': { 'estimate-current': { value: '32.5' } } } },
      corrections: [
        {
          by: 'Nguyễn Thị Mai',
          reason: 'kế toán đã đối chiếu lại',
          was: { 'state-budget-revenue': { 'estimate-current': { value: '31.25' } } },
        },
      ],
    });
  });

  it('says whom to ask once the due day has passed', async () => {
    await house.advanceTo('2027-07-07');
    await mai.hears();
    await mai.says('/sua');
    expect(await mai.says('1')).toContain('đề nghị đồng chí liên hệ nơi nhận');
  });
});
