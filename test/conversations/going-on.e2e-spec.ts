import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { ConversationsService, type Incoming } from '../../src/modules/conversations/index.js';
import { House } from '../house/house.js';
import type { Phone } from '../house/phone.js';
import { until } from '../house/until.js';

// The whole product is started: on a busy machine that takes a while.
jest.setTimeout(180_000);

/** Two officials of one commune, and what may happen while one of them is in the middle of the form. */
describe('a dialog goes on', () => {
  let house: House;
  let mai: Phone;
  let maiId: string;
  let unit: string;
  let obligation: string;
  let serial = 0;
  const opened: House[] = [];

  beforeAll(async () => {
    house = await House.open({ day: '2027-06-20' });
    await house.openCycle(2028);
  });

  beforeEach(async () => {
    serial += 1;
    const [found] = await house.database.rows<{ code: string; id: string }>(
      `select u.code, o.id from unit u join obligation o on o.unit_code = u.code and o.milestone = 'r1-commune'
       order by u.code offset ? limit 1`,
      [serial],
    );
    unit = found!.code;
    obligation = found!.id;
    maiId = await house.person(`Nguyễn Thị Mai ${serial}`, { unit, role: 'official' });
    mai = await house.phoneOf(maiId);
  });

  afterEach(async () => {
    for (const one of opened.splice(0)) await one.close();
  });

  afterAll(() => house.close());

  const cells = async (): Promise<Record<string, Record<string, { value?: string }>>> => {
    const [found] = await house.database.rows<{ cells: never }>(
      `select answers -> 'cells' as cells from report where obligation_id = ?::uuid`,
      [obligation],
    );
    return found?.cells ?? {};
  };

  it('when a colleague answers the same question: hers is shown, and changed only after a yes', async () => {
    const lan = await house.phoneOf(await house.person(`Phạm Thị Lan ${serial}`, { unit, role: 'official' }));
    await mai.says('/dien');
    await lan.says('/dien');
    await lan.says('7');
    const asked = await mai.says('5');
    expect(asked).toContain(`Đồng chí Phạm Thị Lan ${serial} vừa trả lời chỉ tiêu 1`);
    expect((await cells())['investment-growth']).toMatchObject({ 'estimate-current': { value: '7' } });
    await mai.says('1');
    expect((await cells())['investment-growth']).toMatchObject({ 'estimate-current': { value: '5' } });
  });

  it('when both answer at the very same moment: no answer is overwritten unseen', async () => {
    const lan = await house.phoneOf(await house.person(`Phạm Thị Lan ${serial}`, { unit, role: 'official' }));
    await mai.says('/dien');
    await lan.says('/dien');
    const told = await Promise.all([mai.says('5'), lan.says('7')]);
    expect(told.filter((text) => text.includes('vừa trả lời chỉ tiêu 1'))).toHaveLength(1);
    expect(told.filter((text) => text.includes('Đã ghi'))).toHaveLength(1);
  });

  it('when two answers are sent quickly after another: the second fills no question that was not read yet', async () => {
    await mai.says('/dien');
    const [chat] = await house.database.rows<{ address: string }>(
      `select address from channel_link where person_id = ?::uuid`,
      [maiId],
    );
    const second = new Date(Math.ceil(house.clock.now().getTime() / 1000) * 1000).toISOString();
    const quick = (text: string): Incoming => ({
      channel: 'webchat',
      address: chat!.address,
      eventId: randomUUID(),
      // Both in the very same instant, as a messenger that tells whole seconds has it.
      sentAt: second,
      chat: 'private',
      content: { type: 'text', text },
    });
    const conversations = house.of(ConversationsService);
    const [five, six] = [quick('5'), quick('6')];
    await conversations.keep([five, six, five]);
    await conversations.takeTurns('webchat', chat!.address);
    expect(await mai.hears()).toContain('Tin «6» được gửi trước khi có câu hỏi');
    expect(Object.values(await cells()).flatMap((row) => Object.values(row))).toEqual([{ state: 'value', value: '5' }]);
    // What names its row is meant for that row, however quickly it came.
    await conversations.keep([quick('7'), quick('3: 1 / 2')]);
    await conversations.takeTurns('webchat', chat!.address);
    await mai.hears();
    expect((await cells())['crude-birth-rate-reduction']).toMatchObject({ 'plan-next': { value: '2' } });
  });

  it('after an upgrade that does not know the place any more: a sentence, and «tiếp tục» finds the form', async () => {
    await mai.says('/dien');
    await mai.says('5');
    await house.database.rows(
      `update dialog set state = jsonb_set(state, '{place,at}', '"answering"') where owner = ? returning 1`,
      [`person:${maiId}`],
    );
    expect(await mai.says('6')).toContain('Hệ thống vừa được nâng cấp');
    expect(await mai.says('tiếp tục')).toContain('Chỉ tiêu 1/9');
    await mai.says('6');
    expect((await cells())['investment-growth']).toMatchObject({
      'estimate-current': { value: '5' },
      'plan-next': { value: '6' },
    });
  });

  it('in another process that starts on the same database', async () => {
    await mai.says('/dien');
    await mai.says('1.234');
    const other = await House.open({ day: '2027-06-20', on: house.databaseUrl });
    opened.push(other);
    const elsewhere = await other.phoneOf(maiId);
    expect(await elsewhere.says('/tieptuc')).toContain('«1.234»');
  });

  it('when somebody answers for two units: which is asked, and every question names its unit', async () => {
    const [second] = await house.database.rows<{ code: string; name: string }>(
      `select code, name from unit where kind = 'commune' order by code desc offset ? limit 1`,
      [serial],
    );
    const hoa = await house.phoneOf(
      await house.person(`Lê Thị Hòa ${serial}`, { unit, role: 'official' }, { unit: second!.code, role: 'official' }),
    );
    const which = await hoa.says('/dien');
    expect(which).toContain('Đồng chí muốn nhập biểu nào');
    const number = which
      .split('\n')
      .find((line) => line.includes(second!.name))!
      .split('.')[0]!;
    expect(await hoa.says(number)).toContain(`Đơn vị báo cáo: ${second!.name}`);
  });

  it('when a notice comes: it says how much is left, and the question stands', async () => {
    await mai.says('/dien');
    await mai.says('5; 6');
    // After the hour of the day's notices: whether the one of the opening was planned before she linked her chat is open.
    await house.advanceTo('2027-06-22', '08:00');
    // The notices of a whole morning go out; hers is one of them.
    const notice = await until(() => mai.hears(), 200);
    expect(notice).toContain('còn 8/9 chỉ tiêu');
    expect(notice).not.toContain('Gõ «việc»');
    await mai.says('31,25');
    expect((await cells())['state-budget-revenue']).toMatchObject({ 'estimate-current': { value: '31.25' } });
  });
});
