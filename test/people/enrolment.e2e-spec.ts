import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { MISSES, OneTimeService } from '../../src/modules/access/index.js';
import { ConversationsService, type Incoming } from '../../src/modules/conversations/index.js';
import { EnrolmentService } from '../../src/modules/people/index.js';
import { PeopleService } from '../../src/modules/units/index.js';
import { House } from '../house/house.js';

const NGU_HIEP = '00667';

/** Hà administers; Mai and Lan report for Ngũ Hiệp. */
describe('an invitation', () => {
  let house: House;
  const id: Record<string, string> = {};

  beforeAll(async () => {
    house = await House.open({ day: '2027-06-15', env: { PUBLIC_URL: 'https://nhip.example.vn' } });
    id['ha'] = await house.person('Nguyễn Thu Hà', { unit: 'so-khdt', role: 'admin' });
    id['mai'] = await house.person('Nguyễn Thị Mai', { unit: NGU_HIEP, role: 'official' });
    id['lan'] = await house.person('Đỗ Thị Lan', { unit: NGU_HIEP, role: 'official' });
  }, 120_000);
  beforeEach(() => house.database.rows(`delete from enrolment_miss`));
  afterAll(() => house.close());

  const enrolment = () => house.of(EnrolmentService);
  const ha = async () => (await house.of(PeopleService).find(id['ha']!))!;
  const invite = async (who: string) => enrolment().invite(await ha(), id[who]!);
  const chatsOf = async (who: string) =>
    house.database.rows(`select 1 from channel_link where person_id = ? and ended_at is null`, [id[who]]);
  const secretOf = ({ links }: { links: { link: string }[] }) => links[0]!.link.split('#ma=')[1]!;

  it('is a link with 128 bits for a tap, and a code to type; both lead to the same yes', async () => {
    const { code, links, person } = await invite('mai');
    expect(person.name).toBe('Nguyễn Thị Mai');
    expect(code).toMatch(/^[2-9A-Z]{5}-[2-9A-Z]{5}$/);
    expect(links).toEqual([
      { channel: 'webchat', link: expect.stringMatching(/^https:\/\/nhip\.example\.vn\/chat#ma=[\w-]{22}$/) },
    ]);
    const phone = await house.phone();
    expect(await phone.says(code.toLowerCase().replace('-', ' '))).toContain('Nguyễn Thị Mai');
    expect(await phone.says(`/start ${secretOf({ links })}`)).toContain('Nguyễn Thị Mai');
    expect(await phone.says('đúng')).toContain('Đã liên kết');
  });

  it('works once: its code is used up with its link', async () => {
    const given = await invite('lan');
    const phone = await house.phone();
    await phone.says(`/start ${secretOf(given)}`);
    await phone.says('đúng');
    const other = await house.phone();
    for (const used of [given.code, secretOf(given)])
      expect(await other.says(`/start ${used}`)).toContain('Mã liên kết không đúng');
  });

  it('is worth nothing once a new one was given', async () => {
    const old = await invite('mai');
    const fresh = await invite('mai');
    const phone = await house.phone();
    expect(await phone.says(old.code)).toContain('Mã liên kết không đúng');
    expect(await phone.says(`/start ${secretOf(old)}`)).toContain('Mã liên kết không đúng');
    expect(await phone.says(fresh.code)).toContain('Nguyễn Thị Mai');
  });

  it('stands nowhere: only digests are kept', async () => {
    const given = await invite('mai');
    for (const table of ['enrolment_code', 'audit_event', 'message']) {
      const whole = JSON.stringify(await house.database.rows(`select * from ${table}`));
      for (const secret of [given.code, given.code.replace('-', ''), secretOf(given)]) {
        expect([table, whole.includes(secret)]).toEqual([table, false]);
      }
    }
  });

  it('binds a second chat, of which the first hears', async () => {
    const first = await house.phoneOf(id['mai']!);
    const given = await invite('mai');
    const second = await house.phone();
    await second.says(given.code);
    await second.says('đúng');
    expect(await first.hears()).toContain('Một cuộc trò chuyện khác vừa được liên kết');
  });

  it('ends with the word of an administrator; the old chat hears and is nobody’s', async () => {
    const phone = await house.phoneOf(id['lan']!);
    const cookie = await house.cookieOf(id['ha']!);
    const [link] = await house.database.rows<{ id: string }>(
      `select id from channel_link where person_id = ? and ended_at is null order by linked_at desc limit 1`,
      [id['lan']],
    );
    const ended = await house.app.inject({
      method: 'POST',
      url: `/api/people/chats/${link!.id}/end`,
      headers: { cookie },
    });
    expect(ended.statusCode).toBe(204);
    expect(await phone.hears()).toContain('huỷ liên kết');
    expect(await phone.says('/viec')).toContain('gửi mã liên kết');
  });

  it('goes on paper for everybody of a unit who has no chat yet', async () => {
    id['tan'] = await house.person('Phạm Văn Tân', { unit: NGU_HIEP, role: 'head' });
    await house.phoneOf(id['mai']!);
    await house.phoneOf(id['lan']!);
    const sheet = await enrolment().inviteUnit(await ha(), NGU_HIEP);
    expect(sheet.map((one) => one.person.name)).toEqual(['Phạm Văn Tân']);
    const standing = await enrolment().standing(await ha());
    expect(standing).toContainEqual({ unit: NGU_HIEP, people: 3, linked: 2 });
  });

  it('is sent to a chat that is there already, with a secret made when it leaves', async () => {
    const phone = await house.phoneOf(id['mai']!);
    await enrolment().send(await ha(), id['mai']!);
    const told = await phone.hears();
    const secret = /#ma=([\w-]{22})/.exec(told)?.[1];
    expect(secret).toBeDefined();
    const kept = JSON.stringify(await house.database.rows(`select body from message where key like 'invitation/%'`));
    expect(kept).not.toContain(secret!);
    const fresh = await house.phone();
    expect(await fresh.says(`/start ${secret}`)).toContain('Nguyễn Thị Mai');
    await expect(enrolment().send(await ha(), id['tan']!)).rejects.toThrow('people.nobody-to-write');
  });

  describe('that somebody guesses at', () => {
    const guess = (n: number) => `AAAAA-${String(n).padStart(5, '2').replaceAll(/[01]/g, '9')}`;

    it('is not looked at after five wrong codes, not even the right one; a link still opens', async () => {
      const given = await invite('mai');
      const phone = await house.phone();
      for (let n = 0; n < MISSES.chat; n++) expect(await phone.says(guess(n))).toContain('Mã liên kết không đúng');
      expect(await phone.says(given.code)).toContain('gửi quá nhiều lần');
      expect(await phone.says(`/start ${secretOf(given)}`)).toContain('Nguyễn Thị Mai');
    });

    it('is stopped in a chat that is somebody’s as well, whose work goes on', async () => {
      const phone = await house.phoneOf(id['lan']!);
      for (let n = 0; n < MISSES.chat; n++) await phone.says(guess(n));
      const given = await invite('mai');
      expect(await phone.says(given.code)).toContain('gửi quá nhiều lần');
      expect(await phone.says('/viec')).not.toContain('gửi quá nhiều lần');
    });

    it('is stopped by the hour for all chats together, so that many chats guess no better than one', async () => {
      await house.database.rows(
        `insert into enrolment_miss (channel, address, at)
         select 'telegram', n::text, now() from generate_series(1, ${MISSES.all}) n`,
      );
      const given = await invite('mai');
      const phone = await house.phone();
      expect(await phone.says(given.code)).toContain('gửi quá nhiều lần');
      expect(await phone.says(`/start ${secretOf(given)}`)).toContain('Nguyễn Thị Mai');
    });

    it('is let be after a quarter of an hour, but not for a whole day of it', async () => {
      const chat = { channel: 'zalo', address: 'x' };
      const oneTime = house.of(OneTimeService);
      const { em } = house.database;
      const missed = (minutes: number, times: number) =>
        house.database.rows(
          `insert into enrolment_miss (channel, address, at)
           select 'zalo', 'x', now() - make_interval(mins => ${minutes}) from generate_series(1, ${times})`,
        );
      await missed(MISSES.chatMinutes + 1, MISSES.chat);
      expect(await oneTime.isStopped(em, chat, guess(1))).toBe(false);
      await missed(120, MISSES.chatDay - MISSES.chat);
      expect(await oneTime.isStopped(em, chat, guess(1))).toBe(true);
    });
  });

  describe('by telephone number', () => {
    const shares = async (address: string, phone: string, own: boolean) => {
      const event: Incoming = {
        channel: 'telegram',
        address,
        eventId: `contact-${address}-${phone}-${own}`,
        sentAt: house.clock.now().toISOString(),
        chat: 'private',
        content: { type: 'contact', phone, own },
      };
      return said(event);
    };
    const types = (address: string, text: string) =>
      said({
        channel: 'telegram',
        address,
        eventId: `text-${address}-${text}`,
        sentAt: house.clock.now().toISOString(),
        chat: 'private',
        content: { type: 'text', text },
      });
    const said = async (event: Incoming) => {
      await house.of(ConversationsService).keep([event]);
      await house.of(ConversationsService).takeTurns(event.channel, event.address);
      const [reply] = await house.database.rows<{ text: string }>(
        `select string_agg(body ->> 'text', E'\\n') as text from message where key like ?`,
        [`reply/telegram/${event.eventId}/%`],
      );
      return reply!.text;
    };

    it('is only proposed, for a number that is the sender’s own and stands with one person', async () => {
      await house.database.rows(`update person set phone = '+84912345678' where id = ?`, [id['mai']]);
      expect(await shares('501', '84912345678', false)).not.toContain('Mai');
      expect(await shares('502', '84912345678', true)).toContain('Nguyễn Thị Mai');
      const before = (await chatsOf('mai')).length;
      expect(await types('502', 'đúng')).toContain('Đã liên kết');
      expect((await chatsOf('mai')).length).toBe(before + 1);
      await house.database.rows(`update person set phone = '+84912345678' where id = ?`, [id['lan']]);
      expect(await shares('503', '+84912345678', true)).toContain('chưa thể nhận ra');
    });

    it('cannot be typed', async () => {
      for (const text of ['tel:+84912345678', '/start tel:+84912345678'])
        expect(await types('504', text)).not.toContain('Nguyễn');
    });
  });
});
