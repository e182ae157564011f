import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { ConversationsService } from '../../src/modules/conversations/index.js';
import { TelegramChannel } from '../../src/modules/channels/telegram/telegram.channel.js';
import { ContactsService } from '../../src/modules/units/index.js';
import { House } from '../house/house.js';
import type { Phone } from '../house/phone.js';

// The whole product is started: on a busy machine that takes a while.
jest.setTimeout(180_000);

/** Bình watches the communes of Thanh Trì and binds a group of theirs; Mai answers for one of them and talks in it. */
describe('a group', () => {
  let house: House;
  let binh: Phone;
  let mai: Phone;

  beforeAll(async () => {
    house = await House.open({ day: '2027-06-20' });
    await house.openCycle(2028);
    mai = await house.phoneOf(await house.person('Nguyễn Thị Mai', { unit: '00667', role: 'official' }));
    binh = await house.phoneOf(await house.person('Trần Văn Bình', { unit: '020', role: 'supervisor' }));
  });

  afterAll(() => house.close());

  /** What the bot says in a group after a text there. */
  async function says(address: string, text: string): Promise<string> {
    const eventId = randomUUID();
    const conversations = house.of(ConversationsService);
    const [chat, sentAt] = ['group' as const, house.clock.now().toISOString()];
    await conversations.keep([
      { channel: 'telegram', address, eventId, sentAt, displayName: 'Mai', chat, content: { type: 'text', text } },
    ]);
    await conversations.takeTurns('telegram', address);
    const found = await house.database.rows<{ text: string }>(
      `select body ->> 'text' as text from message where starts_with(key, ?) order by seq`,
      [`reply/telegram/${eventId}/`],
    );
    return found.map((one) => one.text).join('\n');
  }

  it('is bound by a code from the private chat, once; whoever gave it hears that', async () => {
    expect(await says('-5', '/tinhhinh')).toContain('chưa gắn với đơn vị nào');
    expect(await mai.says('/nhom')).toContain('Chỉ người theo dõi');
    const code = /\/nhom (\S+)/.exec(await binh.says('/nhom'))![1]!;
    expect(await says('-5', '/nhom AAAAA-22222')).toContain('không đúng');
    expect(await says('-5', `/nhom ${code.toLowerCase()}`)).toContain('các đơn vị dưới Huyện Thanh Trì');
    expect(await binh.hears()).toContain('vừa được dùng để gắn một nhóm');
    expect(await says('-6', `/nhom ${code}`)).toContain('đã dùng');
    const audit = await house.database.rows(`select action from audit_event where subject = '020' order by id`);
    expect(audit).toEqual([{ action: 'group code given' }, { action: 'group bound' }]);
  });

  it('hears counts and no name, and takes no figures', async () => {
    const told = await says('-5', '/tinhhinh');
    expect(told).toMatch(/đã nộp 0\/16, chậm 0/);
    expect(told).not.toMatch(/Mai|Ngũ Hiệp/);
    for (const text of ['7,5', 'việc', '3: 12,5']) expect(await says('-5', text)).toContain('cuộc trò chuyện riêng');
  });

  it('stays bound as a supergroup, whichever way that is heard of', async () => {
    const service = { message_id: 1, chat: { id: -5, type: 'group' }, date: 1_813_449_600, migrate_to_chat_id: -100_5 };
    const channel = new TelegramChannel({ token: '1:a', apiRoot: 'http://127.0.0.1:9' });
    const moved = channel.decode({ update_id: 77, message: service });
    expect(moved).toMatchObject([{ address: '-5', chat: 'group', content: { type: 'moved', to: '-1005' } }]);
    await house.of(ConversationsService).keep(moved);
    await house.of(ConversationsService).takeTurns('telegram', '-5');
    expect(await says('-1005', '/tinhhinh')).toContain('đã nộp 0/16');
    // A send that is refused because the group has moved tells the delivery.
    await house.of(ContactsService).move(house.database.em, 'telegram', '-1005', '-1006');
    expect(await says('-1006', '/tinhhinh')).toContain('đã nộp 0/16');
    expect(await says('-5', '/tinhhinh')).toContain('chưa gắn');
  });

  it('hears nothing more once it is unbound', async () => {
    expect(await binh.says('/bonhom')).toContain('không nhóm nào');
    expect(await says('-1006', '/tinhhinh')).toContain('chưa gắn');
  });
});
