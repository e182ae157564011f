import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { OneTimeService } from '../../src/modules/access/index.js';
import { ConversationsService, type Incoming } from '../../src/modules/conversations/index.js';
import { House } from '../house/house.js';

const NGU_HIEP = '00667';
const NINE = 9;

// The whole product is started: on a busy machine that takes a while.
jest.setTimeout(180_000);

/** Mai answers for Xã Ngũ Hiệp in the web chat, and from a second chat when she is not at her desk. */
describe('turns of a dialog', () => {
  let house: House;
  let serial = 0;

  beforeAll(async () => {
    house = await House.open({ day: '2027-06-15' });
    await house.openCycle(2028);
  });

  afterAll(() => house.close());

  /** Somebody new of a commune of its own, so that no test meets another's answers. */
  async function somebody() {
    serial += 1;
    const [unit] = await house.database.rows<{ code: string }>(
      `select code from unit where kind = 'commune' and code <> ? order by code offset ? limit 1`,
      [NGU_HIEP, serial],
    );
    const person = await house.person(`Cán bộ ${serial}`, { unit: unit!.code, role: 'official' });
    const [report] = await house.database.rows<{ id: string }>(
      `select id from obligation where unit_code = ? and milestone = 'r1-commune'`,
      [unit!.code],
    );
    return { person, unit: unit!.code, obligation: report!.id };
  }

  const answersOf = async (obligation: string): Promise<Record<string, Record<string, { value?: string }>>> => {
    const found = await house.database.rows<{ cells: never }>(
      `select answers -> 'cells' as cells from report where obligation_id = ?::uuid`,
      [obligation],
    );
    return found[0]?.cells ?? {};
  };
  const repliesTo = (address: string) =>
    house.database.rows<{ text: string }>(
      `select body ->> 'text' as text from message where address = ? and kind = 'reply' order by seq`,
      [address],
    );
  const chatOf = async (person: string): Promise<string> => {
    const [found] = await house.database.rows<{ address: string }>(
      `select address from channel_link where person_id = ?::uuid order by linked_at desc limit 1`,
      [person],
    );
    return found!.address;
  };
  const event = (address: string, text: string, more: Partial<Incoming> = {}): Incoming => ({
    channel: 'webchat',
    address,
    eventId: randomUUID(),
    sentAt: house.clock.now().toISOString(),
    chat: 'private',
    content: { type: 'text', text },
    ...more,
  });

  it('take a message that is delivered three times once', async () => {
    const { person, obligation } = await somebody();
    const phone = await house.phoneOf(person);
    await phone.says('/dien');
    const key = randomUUID();
    await phone.says('12,5', key);
    await phone.says('12,5', key);
    await phone.says('12,5', key);
    const cells = await answersOf(obligation);
    expect(cells['investment-growth']).toEqual({ 'estimate-current': { state: 'value', value: '12.5' } });
    const said = (await phone.lines()).filter((line) => line.author === 'person' && line.text === '12,5');
    expect(said).toHaveLength(1);
  });

  it('are taken in the order they came, each once, when fifty come at a time', async () => {
    const { person } = await somebody();
    await house.phoneOf(person);
    const address = await chatOf(person);
    const before = (await repliesTo(address)).length;
    const burst = Array.from({ length: 50 }, (_, at) => event(address, at % 2 === 0 ? '/viec' : '/trogiup'));
    const conversations = house.of(ConversationsService);
    await conversations.keep(burst);
    await Promise.all(Array.from({ length: 8 }, () => conversations.takeTurns('webchat', address)));
    const done = await house.database.rows<{ event_id: string }>(
      `select event_id from inbox where address = ? and done_at is not null and failure is null order by seq`,
      [address],
    );
    expect(done.slice(-50).map((one) => one.event_id)).toEqual(burst.map((one) => one.eventId));
    const replies = (await repliesTo(address)).slice(before).map((one) => one.text);
    expect(replies).toHaveLength(50);
    // What is owed and what can be typed came in turn, never mixed up.
    expect(new Set(replies.filter((_, at) => at % 2 === 0)).size).toBe(1);
    expect(new Set(replies.filter((_, at) => at % 2 === 1)).size).toBe(1);
  });

  it('belong to the person: a form begun in one chat goes on in another two days later, at the same question', async () => {
    const { person, obligation } = await somebody();
    const desk = await house.phoneOf(person);
    await desk.says('/dien');
    await desk.says('12,5; 13');
    const stopped = await desk.says('3,25');
    expect(stopped).toContain('Kế hoạch năm 2028');
    await house.advanceTo('2027-06-17');
    const pocket = await house.phoneOf(person);
    const again = await pocket.says('/tieptuc');
    expect(again).toContain('2/9');
    expect(again).toContain('Kế hoạch năm 2028');
    await pocket.says('4');
    expect((await answersOf(obligation))['state-budget-revenue']).toMatchObject({
      'estimate-current': { value: '3.25' },
      'plan-next': { value: '4' },
    });
  });

  it('of one person in two chats at once fill no question twice', async () => {
    const { person, obligation } = await somebody();
    const one = await house.phoneOf(person);
    const two = await house.phoneOf(person);
    await one.says('/dien');
    await Promise.all([one.says('1'), two.says('2'), one.says('3'), two.says('4')]);
    const given = Object.values(await answersOf(obligation)).flatMap((cells) => Object.values(cells));
    const values = given.map((cell) => cell.value);
    // Each answer that was taken stands once; what came before its question was put is asked again instead.
    expect(new Set(values).size).toBe(values.length);
    expect(values.length).toBeGreaterThan(0);
  });

  it('that fail leave everything as it was, are tried again and do not hold up the chat', async () => {
    const { person, obligation } = await somebody();
    const phone = await house.phoneOf(person);
    await phone.says('/dien');
    const address = await chatOf(person);
    const broken = event(address, 'hỏng', { content: { type: 'nonsense' } as never });
    await house.of(ConversationsService).keep([broken, event(address, '7')]);
    for (let tries = 0; tries < 3; tries += 1) await house.of(ConversationsService).takeTurns('webchat', address);
    const [kept] = await house.database.rows<{ attempts: number; failure: string | null; done: boolean }>(
      `select attempts, failure, done_at is not null as done from inbox where event_id = ?`,
      [broken.eventId],
    );
    expect(kept).toMatchObject({ attempts: 3, done: true });
    expect(kept!.failure).not.toBeNull();
    expect((await answersOf(obligation))['investment-growth']).toMatchObject({ 'estimate-current': { value: '7' } });
    expect((await repliesTo(address)).map((one) => one.text)).toContainEqual(expect.stringContaining('lỗi'));
  });

  it('answer an old button with its own question, never with today’s', async () => {
    const { person, obligation } = await somebody();
    const phone = await house.phoneOf(person);
    await phone.says('/dien');
    const button = (await phone.lines()).flatMap((line) => line.buttons?.flat() ?? []).find((one) => one.label !== '')!;
    await phone.says('5');
    const before = await answersOf(obligation);
    const told = await phone.tapsToken(button.token);
    expect(told).toContain('thuộc về câu hỏi trước');
    expect(await answersOf(obligation)).toEqual(before);
  });

  it('lead through the nine indicators to a submission', async () => {
    const { person, obligation } = await somebody();
    const phone = await house.phoneOf(person);
    let said = await phone.says('/dien');
    for (let row = 1; row <= NINE; row += 1) {
      expect(said).toContain(`${row}/9`);
      said = await phone.says(row === NINE ? 'đạt; đạt' : '1; 2');
    }
    await phone.says('nộp');
    const [settled] = await house.database.rows<{ settled_as: string }>(
      `select settled_as from obligation where id = ?::uuid`,
      [obligation],
    );
    expect(settled).toEqual({ settled_as: 'submitted' });
  });

  it('give a link that opens the pages once, and only to whom it belongs', async () => {
    const { person, unit } = await somebody();
    const phone = await house.phoneOf(person);
    const said = await phone.says('/trang');
    const token = /\/dang-nhap#(\S+)/.exec(said)![1]!;
    const signIn = () => house.app.inject({ method: 'POST', url: '/api/session', payload: { token } });
    const first = await signIn();
    expect(first.statusCode).toBe(204);
    const cookie = `nhip_session=${first.cookies.find((one) => one.name === 'nhip_session')!.value}`;
    const who = await house.app.inject({ url: '/api/session', headers: { cookie } });
    expect(who.json()).toMatchObject({ roles: [{ unit, role: 'official' }] });
    expect((await signIn()).statusCode).toBe(410);
    expect(await (await house.phone()).says('/trang')).not.toContain('dang-nhap');
  });

  describe('with an enrolment code', () => {
    it('bind one chat: of two that send it at once one is linked, the other is told', async () => {
      const { person } = await somebody();
      const code = await house.of(OneTimeService).enrolmentCode(person);
      const [one, two] = [await house.phone(), await house.phone()];
      await Promise.all([one.says(code), two.says(code)]);
      const told = await Promise.all([one.says('đúng'), two.says('đúng')]);
      const links = await house.database.rows(
        `select 1 from channel_link where person_id = ?::uuid and ended_at is null`,
        [person],
      );
      expect(links).toHaveLength(1);
      expect(told.filter((text) => text.includes('không còn hiệu lực') || text.includes('Mã'))).toHaveLength(1);
    });

    it('learn nothing from one that is used or has run out', async () => {
      const { person } = await somebody();
      const code = await house.of(OneTimeService).enrolmentCode(person);
      const phone = await house.phone();
      await phone.says(code);
      await phone.says('đúng');
      const late = await house.of(OneTimeService).enrolmentCode(person);
      await house.database.rows(
        `update enrolment_code set expires_at = now() - interval '1 minute' where used_at is null`,
      );
      for (const used of [code, late]) {
        const stranger = await house.phone();
        const told = await stranger.says(used);
        expect(told).not.toContain('Cán bộ');
        expect(told).not.toContain('Phường');
      }
    });
  });

  it('tell somebody who is not linked nothing of people, units or what is owed', async () => {
    const stranger = await house.phone();
    const told = [];
    for (const text of ['/viec', '/dien', '/baocao', 'xin chào', '1', 'Xã Ngũ Hiệp'])
      told.push(await stranger.says(text));
    for (const text of told) {
      expect(text).not.toMatch(/Phường|Quận|Huyện|2028|30\/6/);
    }
  });
});
