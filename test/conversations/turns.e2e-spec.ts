import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { OneTimeService } from '../../src/modules/access/index.js';
import { ConversationsService, type Incoming } from '../../src/modules/conversations/index.js';
import { GroupedTurns } from '../../src/modules/conversations/grouped-turns.service.js';
import { House } from '../house/house.js';
import { until } from '../house/until.js';

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

  it('of many chats at once are written together, each answer into its own report', async () => {
    const conversations = house.of(ConversationsService);
    const officials = await Promise.all(Array.from({ length: 6 }, () => somebody()));
    const addresses: string[] = [];
    for (const { person } of officials) {
      const phone = await house.phoneOf(person);
      // Begun by one answer: the first one of a report goes the long way.
      for (const text of ['/dien', '5; 6']) await phone.says(text);
      addresses.push(await chatOf(person));
    }
    await conversations.keep(addresses.map((address, at) => event(address, `${at + 10},5; ${at + 20}`)));
    const grouped = house.of(GroupedTurns);
    const taken = await Promise.all(addresses.map((address) => grouped.take({ channel: 'webchat', address })));
    expect(taken).toEqual(addresses.map(() => 'last'));
    for (const [at, { obligation }] of officials.entries()) {
      expect((await answersOf(obligation))['state-budget-revenue']).toEqual({
        'estimate-current': { state: 'value', value: `${at + 10}.5` },
        'plan-next': { state: 'value', value: `${at + 20}` },
      });
      expect((await repliesTo(addresses[at]!)).at(-1)!.text).toContain(`${at + 10},5`);
    }
    const [left] = await house.database.rows(`select 1 from inbox where done_at is null`);
    expect(left).toBeUndefined();
  });

  it('of two colleagues in one report at once are not written together: the second sees what the first answered', async () => {
    const { person, unit, obligation } = await somebody();
    const colleague = await house.person(`Đồng nghiệp của ${person}`, { unit, role: 'official' });
    const addresses: string[] = [];
    for (const one of [person, colleague]) {
      const phone = await house.phoneOf(one);
      await phone.says('/dien');
      if (one === person) await phone.says('5; 6');
      else await phone.says('/tieptuc');
      addresses.push(await chatOf(one));
    }
    const conversations = house.of(ConversationsService);
    await conversations.keep([event(addresses[0]!, '7; 8'), event(addresses[1]!, '9; 10')]);
    await Promise.all(addresses.map((address) => conversations.takeTurns('webchat', address)));
    const values = Object.values((await answersOf(obligation))['state-budget-revenue']!).map(({ value }) => value);
    expect([
      ['7', '8'],
      ['9', '10'],
    ]).toContainEqual(values.toSorted((a, b) => Number(a) - Number(b)));
    const revisions = await house.database.rows(
      `select v.revision from report_revision v join report r on r.id = v.report_id
       where r.obligation_id = ?::uuid order by v.revision`,
      [obligation],
    );
    expect(revisions.map((one) => (one as { revision: number }).revision)).toEqual(revisions.map((_, at) => at + 1));
  });

  it('answer the question that was in sight when they were typed, not one that came while they were on their way', async () => {
    const { person, obligation } = await somebody();
    const phone = await house.phoneOf(person);
    await phone.says('/dien');
    const address = await chatOf(person);
    const seenUpTo = Math.max(...(await phone.lines()).map(({ line }) => line));
    await phone.says('12,5');
    const conversations = house.of(ConversationsService);
    // Typed again because nothing came; it arrives when the next question stands there already.
    await conversations.keep([event(address, '12,5', { seenUpTo })]);
    await conversations.takeTurns('webchat', address);
    expect(await phone.hears()).toContain('được gửi trước khi có câu hỏi');
    const newest = Math.max(...(await phone.lines()).map(({ line }) => line));
    await conversations.keep([event(address, '13', { seenUpTo: newest })]);
    await conversations.takeTurns('webchat', address);
    expect((await answersOf(obligation))['investment-growth']).toEqual({
      'estimate-current': { state: 'value', value: '12.5' },
      'plan-next': { state: 'value', value: '13' },
    });
  });

  /** Somebody who has answered the first question; `newest` is the line with the second one. */
  async function atTheSecondQuestion() {
    const { person, obligation } = await somebody();
    const phone = await house.phoneOf(person);
    await phone.says('/dien');
    await phone.says('5; 6');
    const newest = Math.max(...(await phone.lines()).map(({ line }) => line));
    return { obligation, address: await chatOf(person), newest };
  }

  it('answer a question that was read before its sender had taken note that it left, whatever was said before', async () => {
    const { obligation, address, newest } = await atTheSecondQuestion();
    // As it stands between the line in the chat and the note of the sender.
    await house.database.rows(
      `update message set state = 'claimed', claimed_until = now() + interval '60 seconds', sent_at = null
       where channel = 'webchat' and address = ? and provider_id = ? returning 1`,
      [address, String(newest)],
    );
    const conversations = house.of(ConversationsService);
    await conversations.keep([event(address, '5; 6', { seenUpTo: newest })]);
    await conversations.takeTurns('webchat', address);
    expect(Object.keys(await answersOf(obligation))).toHaveLength(2);
    await house.database.rows(
      `update message set state = 'sent' where channel = 'webchat' and address = ? and provider_id = ? returning 1`,
      [address, String(newest)],
    );
  });

  it('say a thing again while its answer stands in line: it is answered once', async () => {
    const { obligation, address, newest } = await atTheSecondQuestion();
    const [asked] = await house.database.rows<{ id: string }>(
      `update message set state = 'claimed', claimed_until = now() + interval '60 seconds', sent_at = null, provider_id = null
       where channel = 'webchat' and address = ? and provider_id = ? returning id`,
      [address, String(newest)],
    );
    const conversations = house.of(ConversationsService);
    for (let times = 0; times < 2; times += 1) {
      await conversations.keep([event(address, '5; 6')]);
      await conversations.takeTurns('webchat', address);
    }
    expect(Object.keys(await answersOf(obligation))).toHaveLength(1);
    await house.database.rows(`update message set state = 'sent', sent_at = ? where id = ?::uuid returning 1`, [
      house.clock.now(),
      asked!.id,
    ]);
    await house.settle();
    const said = await house.database.rows<{ state: string; detail: string | null }>(
      `select state, detail from message where address = ? and kind = 'reply' order by seq desc limit 2`,
      [address],
    );
    expect(said).toEqual([
      { state: 'skipped', detail: 'said-already' },
      { state: 'skipped', detail: 'said-already' },
    ]);
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

  it('that a process had promised when it died are taken by another one in seconds', async () => {
    const { person } = await somebody();
    await house.phoneOf(person);
    const address = await chatOf(person);
    const before = (await repliesTo(address)).length;
    const other = await House.open({ day: '2027-06-15', on: house.databaseUrl });
    await other.of(ConversationsService).keep([event(address, '/viec')]);
    const since = performance.now();
    await other.database.presence.end();
    await until(async () => (await repliesTo(address)).length > before);
    expect(performance.now() - since).toBeLessThan(30_000);
    await other.close();
    expect(await repliesTo(address)).toHaveLength(before + 1);
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
      expect(told.filter((text) => text.includes('không còn hiệu lực') || text.includes('Mã liên kết'))).toHaveLength(
        1,
      );
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
