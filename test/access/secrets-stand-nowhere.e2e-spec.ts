import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { OneTimeService } from '../../src/modules/access/index.js';
import { EnrolmentService } from '../../src/modules/people/index.js';
import { PeopleService } from '../../src/modules/units/index.js';
import { Door } from '../house/door.js';
import { House } from '../house/house.js';
import { until as comes } from '../house/until.js';
import { TelegramStandIn } from '../standins/telegram/telegram-stand-in.js';

// The whole product is started: on a busy machine that takes a while.
jest.setTimeout(180_000);

/** Hà administers, Bình watches the communes of Thanh Trì, Mai reports for Ngũ Hiệp. */
describe('what lets somebody in', () => {
  const door = new Door();
  let house: House;
  let telegram: TelegramStandIn;
  const id: Record<string, string> = {};

  beforeAll(async () => {
    telegram = await TelegramStandIn.open();
    house = await House.open({
      day: '2027-06-15',
      env: {
        PUBLIC_URL: await door.open(),
        TELEGRAM_BOT_TOKEN: telegram.token,
        TELEGRAM_API_ROOT: telegram.apiRoot,
        TELEGRAM_WEBHOOK_SECRET: 'bi-mat-telegram',
      },
    });
    door.house = house;
    await until(() => telegram.calls.some(({ method }) => method === 'setWebhook'));
    id['ha'] = await house.person('Nguyễn Thu Hà', { unit: 'so-khdt', role: 'admin' });
    id['binh'] = await house.person('Trần Văn Bình', { unit: '020', role: 'supervisor' });
    id['mai'] = await house.person('Nguyễn Thị Mai', { unit: '00667', role: 'official' });
  });
  afterAll(async () => {
    await house?.close();
    door.close();
    await telegram?.close();
  });

  const until = (holds: () => boolean) => comes(async () => (await house?.settle(), holds()));

  /** The tables of the database in which `text` stands anywhere. */
  async function tablesWith(text: string): Promise<string[]> {
    const tables = await house.database.rows<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const sql = `select 1 from "${name}" t where to_jsonb(t)::text ilike '%' || ? || '%' limit 1`;
      if ((await house.database.rows(sql, [text])).length > 0) found.push(name);
    }
    return found;
  }

  const signIn = (token: string) => house.app.inject({ method: 'POST', url: '/api/session', payload: { token } });
  const linkIn = (text: string) => /\/dang-nhap#([\w-]{22})/.exec(text)![1]!;

  it('is shown in the web chat, as often as it is opened, and works once', async () => {
    const mai = await house.phoneOf(id['mai']!);
    const first = linkIn(await mai.says('/trang'));
    const second = linkIn((await mai.lines()).at(-1)!.text);
    for (const secret of [first, second]) expect(await tablesWith(secret)).toEqual([]);
    expect((await signIn(second)).statusCode).toBe(204);
    expect((await signIn(first)).statusCode).toBe(410);
    expect((await mai.lines()).at(-1)!.text).toContain('đã dùng hoặc đã hết hạn');
  });

  it('is shown no more to a chat that was taken from its person', async () => {
    const mai = await house.phoneOf(id['mai']!);
    expect(await mai.says('/trang')).toContain('/dang-nhap#');
    await house.database.rows(`update channel_link set ended_at = now() where person_id = ?`, [id['mai']]);
    expect((await mai.lines()).at(-1)!.text).not.toContain('/dang-nhap#');
  });

  it('binds a group by a code that stands nowhere, however often it was shown', async () => {
    const binh = await house.phoneOf(id['binh']!);
    const codeIn = (text: string) => /\/nhom (\S+)/.exec(text)![1]!;
    const shown = [codeIn(await binh.says('/nhom')), codeIn((await binh.lines()).at(-1)!.text)];
    expect(shown[0]).not.toBe(shown[1]);
    for (const code of shown) expect(await tablesWith(code)).toEqual([]);
    const group = telegram.group(-41, 'Thanh Trì');
    telegram.user(7).says(`/nhom ${shown[0]}`, group.chat);
    await until(() => group.inbox().some(({ text }) => text.includes('nhận tình hình báo cáo')));
    telegram.user(7).says(`/nhom ${shown[1]}`, group.chat);
    await until(() => group.inbox().some(({ text }) => text.includes('đã dùng')));
  });

  it('leaves for a messenger and stays out of the ledger', async () => {
    const code = await house.of(OneTimeService).enrolmentCode(id['mai']!);
    const mai = telegram.user(11);
    mai.says(`/start ${code}`);
    await until(() => mai.inbox().length === 1);
    // Not even while a yes is waited for.
    expect(await tablesWith(code)).toEqual([]);
    mai.says('đúng');
    await until(() => mai.inbox().some(({ text }) => text.includes('Đã liên kết')));
    mai.says('/trang');
    await until(() => mai.inbox().some(({ text }) => text.includes('/dang-nhap#')));
    const secret = linkIn(mai.inbox().at(-1)!.text);
    expect(await tablesWith(secret)).toEqual([]);
    expect((await signIn(secret)).statusCode).toBe(204);
  });

  it('is hidden where it was typed, right or wrong, and in a sent invitation', async () => {
    const given = await house.of(EnrolmentService).invite((await house.of(PeopleService).find(id['ha']!))!, id['mai']!);
    const secret = given.links[0]!.link.split('#ma=')[1]!;
    const phone = await house.phone();
    for (const typed of [given.code, `/start ${secret}`, 'AAAAA-22222', `xin gửi mã ${given.code} ạ`]) {
      await phone.says(typed);
    }
    const said = (await phone.lines()).filter(({ author }) => author === 'person').map(({ text }) => text);
    expect(said).toEqual(['•••••', '/start •••••', '•••••', 'xin gửi mã ••••• ạ']);
    for (const one of [given.code, secret, 'AAAAA-22222']) expect(await tablesWith(one)).toEqual([]);

    const ha = await house.phoneOf(id['ha']!);
    await house.of(EnrolmentService).send((await house.of(PeopleService).find(id['ha']!))!, id['ha']!);
    const invitation = await ha.hears();
    const [sentSecret, sentCode] = [
      /#ma=([\w-]{22})/.exec(invitation)![1]!,
      /mã ([2-9A-Z]{5}-[2-9A-Z]{5})/.exec(invitation)![1]!,
    ];
    for (const one of [sentSecret, sentCode]) expect(await tablesWith(one)).toEqual([]);
    const other = await house.phone();
    expect(await other.says(sentCode)).toContain('Nguyễn Thu Hà');
  });

  it('is worth nothing once it was typed into a group; the group is told, and whoever gave it', async () => {
    const ha = await house.phoneOf(id['ha']!);
    const admin = (await house.of(PeopleService).find(id['ha']!))!;
    const group = telegram.group(-42, 'Ngũ Hiệp');
    const told = () => group.inbox().filter(({ text }) => text.includes('không còn giá trị')).length;
    const given = await house.of(EnrolmentService).invite(admin, id['mai']!);
    const secret = given.links[0]!.link.split('#ma=')[1]!;
    telegram.user(8).says(`Chào các đồng chí, mã của tôi là ${given.code.toLowerCase()} nhé`, group.chat);
    await until(() => told() === 1);
    expect(group.inbox().at(-1)!.text).not.toContain('Mai');
    expect(await ha.hears()).toMatch(/Mã liên kết của đồng chí Nguyễn Thị Mai .*đã được huỷ/);
    const phone = await house.phone();
    for (const half of [given.code, secret])
      expect(await phone.says(`/start ${half}`)).toContain('Mã liên kết không đúng');
    expect(await tablesWith(given.code)).toEqual([]);

    // A link that signs in goes the same way; one that is nobody's is only refused.
    const mai = await house.phoneOf(id['mai']!);
    const link = linkIn(await mai.says('/trang'));
    telegram.user(8).says(`https://nhip.example.vn/dang-nhap#${link}`, group.chat);
    await until(() => told() === 2);
    expect((await signIn(link)).statusCode).toBe(410);
    expect(await mai.hears()).toContain('Liên kết đăng nhập của đồng chí');
    telegram.user(8).says('AAAAA-22222', group.chat);
    await until(() => group.inbox().at(-1)!.text.includes('trong nhóm chỉ có'));
    expect(told()).toBe(2);
    const audit = await house.database.rows<{ action: string }>(
      `select action from audit_event where action like '%burnt' order by id`,
    );
    expect(audit.map(({ action }) => action)).toEqual(['invitation burnt', 'sign-in link burnt']);
  });
});
