import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { OneTimeService } from '../../src/modules/access/index.js';
import { rows } from '../../src/modules/database/index.js';
import { OutboxService } from '../../src/modules/outbox/index.js';
import { ContactsService } from '../../src/modules/units/index.js';
import { House } from '../house/house.js';
import { until as comes } from '../house/until.js';
import { PostOffice } from '../standins/mail/post-office.js';
import { TelegramStandIn } from '../standins/telegram/telegram-stand-in.js';
import { ZaloStandIn } from '../standins/zalo/zalo-stand-in.js';

const unit = '00667';

/** The public address: passes everything on to the product, and can lose the answer to what it passed. */
class Door {
  house?: House;
  /** So many of the next calls are passed on and then answered with 500. */
  lose = 0;
  readonly server = http.createServer((request, response) => void this.pass(request, response));

  async open(): Promise<string> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  private async pass(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { url, headers } = request;
    const answer = await this.house!.app.inject({ method: 'POST', url, headers, payload: Buffer.concat(chunks) });
    const status = this.lose-- > 0 ? 500 : answer.statusCode;
    response.writeHead(status).end(answer.body);
  }
}

describe('channels that fail', () => {
  const door = new Door();
  let house: House;
  let telegram: TelegramStandIn;
  let zalo: ZaloStandIn;
  let office: PostOffice;
  let people = 0;

  beforeAll(async () => {
    [telegram, zalo, office] = [await TelegramStandIn.open(), await ZaloStandIn.open(), await PostOffice.open()];
    house = await House.open({
      day: '2027-06-15',
      env: {
        PUBLIC_URL: await door.open(),
        TELEGRAM_BOT_TOKEN: telegram.token,
        TELEGRAM_API_ROOT: telegram.apiRoot,
        TELEGRAM_WEBHOOK_SECRET: 'bi-mat-telegram',
        ZALO_BOT_TOKEN: zalo.token,
        ZALO_API_ROOT: zalo.apiRoot,
        ZALO_WEBHOOK_SECRET: 'bi-mat-zalo',
        SMTP_URL: `smtp://127.0.0.1:${office.port}`,
        MAIL_FROM: 'Nhịp <nhip@example.vn>',
      },
    });
    door.house = house;
    await house.openCycle(2028);
    const isSetUp = (calls: { method: string }[]) => calls.some(({ method }) => method === 'setWebhook');
    await until(() => isSetUp(telegram.calls) && isSetUp(zalo.calls));
  }, 90_000);
  afterAll(async () => {
    await house?.close();
    door.server.close();
    for (const standIn of [telegram, zalo, office]) await standIn?.close();
  });

  const until = (holds: () => boolean | Promise<boolean>) => comes(async () => (await house?.settle(), holds()));
  const inbox = (id: number) =>
    telegram
      .user(id)
      .inbox()
      .map(({ text }) => text);
  /** A person who has linked a chat of the channel; gives who, and the address. */
  async function linked(channel: 'telegram' | 'zalo'): Promise<{ person: string; id: number }> {
    const id = (people += 1);
    const person = await house.person(`Cán bộ ${id}`, { unit, role: 'official' });
    const code = await house.of(OneTimeService).enrolmentCode(person);
    const says = (text: string) => (channel === 'zalo' ? zalo.user(`u${id}`).says(text) : telegram.user(id).says(text));
    const heard = () => (channel === 'zalo' ? zalo.user(`u${id}`).inbox() : inbox(id));
    says(`/start ${code}`);
    await until(() => heard().length === 1);
    says('1');
    await until(() => heard().some((text) => text.includes('liên kết thành công')));
    return { person, id };
  }
  const notify = (key: string, person: string) =>
    house
      .of(OutboxService)
      .put(house.database.em, [{ key: `test/${key}`, kind: 'reminder', to: { person }, body: { text: key } }]);

  it('lead an official on Zalo by typed words alone, and answer a call that got 500 and came again once', async () => {
    const { id } = await linked('zalo');
    const before = zalo.user(`u${id}`).inbox().length;
    door.lose = 2;
    zalo.user(`u${id}`).says('việc');
    await zalo.delivered();
    await until(() => zalo.user(`u${id}`).inbox().length > before);
    await sleep(300);
    await house.settle();
    const answers = zalo.user(`u${id}`).inbox().slice(before);
    expect(answers).toHaveLength(1);
    expect(answers[0]).toMatch(/^1\. /m);
  });

  it('answer on Telegram once what was delivered thrice, because the webhook said 500', async () => {
    const { id } = await linked('telegram');
    const before = inbox(id).length;
    door.lose = 2;
    telegram.user(id).says('việc');
    await telegram.delivered();
    await until(() => inbox(id).length > before);
    await sleep(300);
    await house.settle();
    expect(inbox(id)).toHaveLength(before + 1);
  });

  it('say of an edited message that it is not recorded, and never take it for an answer', async () => {
    const { id } = await linked('telegram');
    telegram.user(id).says('/dien');
    await until(() => inbox(id).some((text) => /Chỉ tiêu 1\//.test(text)));
    const answers = async () =>
      (await rows<{ n: number }>(house.database.em, `select count(*)::int as n from report_revision`))[0]!.n;
    const before = await answers();
    telegram.user(id).edits('12,5');
    await until(() => inbox(id).some((text) => text.includes('Tin đã sửa không được ghi lại')));
    expect(await answers()).toBe(before);
  });

  it('let one who blocked the bot stop nobody else: the notice goes on to the next chat at once', async () => {
    const [lan, mai] = [await linked('telegram'), await linked('telegram')];
    // An older chat than the one on Telegram: the newest is tried first.
    const contact = { person: lan.person, channel: 'webchat', address: 'trang-cua-lan' };
    await house.of(ContactsService).link(house.database.em, contact, new Date('2026-01-01T00:00:00Z'));
    telegram.user(lan.id).deactivates();
    await notify('lan', lan.person);
    await notify('mai', mai.person);
    await until(() => inbox(mai.id).includes('mai'));
    const lines = () =>
      rows<{ text: string }>(
        house.database.em,
        `select body ->> 'text' as text from webchat_line where address = 'trang-cua-lan'`,
      );
    await until(async () => (await lines()).length > 0);
    expect(await lines()).toEqual([{ text: 'lan' }]);
    // Whoever administers the unit is told why, until she writes again.
    const admin = await house.cookieOf(await house.person('Quản trị', { unit: 'so-khdt', role: 'admin' }));
    const lost = async () => {
      const reply = await house.app.inject({ url: '/api/board', headers: { cookie: admin } });
      return reply.json<{ lostChats: { person: string }[] }>().lostChats.filter(({ person }) => person === lan.person);
    };
    expect(await lost()).toMatchObject([
      { unit, channel: 'telegram', why: 'Forbidden: user is deactivated', elsewhere: true },
    ]);
    telegram.user(lan.id).returns();
    telegram.user(lan.id).says('việc');
    await until(async () => (await lost()).length === 0);
  });

  it('never leave a chat silent after a send that nobody knows the end of', async () => {
    const { person, id } = await linked('telegram');
    telegram.failNext('sendMessage', 'error 500');
    await notify('verloren', person);
    const stateOf = async () =>
      (await rows<{ state: string }>(house.database.em, `select state from message where key = 'test/verloren'`))[0]!
        .state;
    await until(async () => (await stateOf()) === 'unknown');
    telegram.user(id).says('việc');
    await until(() => inbox(id).some((text) => /^1\. /m.test(text)));
  });

  it('take no answer that is said again for that to a question which nobody knows to have arrived', async () => {
    const { id } = await linked('telegram');
    const hears = async (text: string, sign: string) => {
      const before = inbox(id).length;
      telegram.user(id).says(text);
      await until(() => inbox(id).length > before && inbox(id).at(-1)!.includes(sign));
    };
    await hears('/dien', 'Ước thực hiện cả năm');
    telegram.failNext('sendMessage', 'error 500');
    telegram.user(id).says('7,5');
    const settled = (state: string) =>
      house.database.rows(`select 1 from message where address = ? and state = ?`, [String(id), state]);
    await until(async () => (await settled('unknown')).length === 1);
    await hears('7,5', 'có thể chưa đến được đồng chí');
    expect(inbox(id).at(-1)).toContain('Kế hoạch năm 2028?');
    await hears('8', 'Chỉ tiêu 2/9');
    const [report] = await house.database.rows<{ cells: object }>(
      `select r.answers -> 'cells' as cells from report r join obligation o on o.id = r.obligation_id where o.unit_code = ?`,
      [unit],
    );
    expect(report!.cells).toMatchObject({
      'investment-growth': { 'estimate-current': { value: '7.5' }, 'plan-next': { value: '8' } },
    });
  });

  it('write a letter where nothing else is left, and none after it was declined', async () => {
    const { person, id } = await linked('zalo');
    const contact = { person, channel: 'email', address: `can-bo-${id}@example.vn` };
    await house.of(ContactsService).link(house.database.em, contact, house.clock.now());
    await notify('chua-can-thu', person);
    await until(() => zalo.user(`u${id}`).inbox().includes('chua-can-thu'));
    expect(office.mailbox(contact.address)).toEqual([]);
    zalo.user(`u${id}`).blocks();
    await notify('can-thu', person);
    await until(() => office.mailbox(contact.address).length > 0);
    const [letter] = office.mailbox(contact.address);
    expect(letter!.headers.subject).toBe('Nhịp: can-thu');
    expect(letter!.text).toContain('thư trả lời không có người đọc');
    // The notice is that of every channel and names words to type: nobody types them into an answer.
    expect(letter!.text.replaceAll(/\s+/g, ' ')).toContain('không gõ vào thư trả lời');
    const link = await house.of(ContactsService).linkOf('email', contact.address);
    const stop = (method: 'GET' | 'POST', which = link) =>
      house.app.inject({ method, url: `/api/letters/stop/${which}` });
    expect((await stop('GET')).body).toContain('hủy đăng ký');
    expect(await house.of(ContactsService).of(person)).toHaveLength(1);
    expect((await stop('POST')).statusCode).toBe(200);
    expect(await house.of(ContactsService).of(person)).toEqual([]);
    expect((await stop('POST', 'không-có')).body).toBe((await stop('POST')).body);
  });
});
