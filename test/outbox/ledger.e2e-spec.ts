import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OutboxService } from '../../src/modules/outbox/index.js';
import { House } from '../house/house.js';

const NGU_HIEP = '00667';
const DUYEN_HA = '00670';
const THANH_TRI = '020';
const GIA_LAM = '018';

interface Entry {
  key: string;
  kind: string;
  state: string;
  guarantee: string;
  text?: string;
  detail?: string;
}
interface Page {
  entries: Entry[];
  before?: number;
}
interface Backlog {
  due: number;
  byKind: { kind: string; due: number }[];
  byChannel: { channel: string; due: number; etaSeconds?: number }[];
}

/** Mai and Lan answer for two communes of one district, Hùng watches there, Dung next door, Bình is the admin. */
describe('the ledger of messages', () => {
  let house: House;
  const cookies: Record<string, string> = {};
  const people: Record<string, string> = {};

  beforeAll(async () => {
    house = await House.open({ day: '2027-06-15', time: '09:00' });
    people['mai'] = await house.person('Nguyễn Thị Mai', { unit: NGU_HIEP, role: 'official' });
    people['lan'] = await house.person('Đỗ Thị Lan', { unit: DUYEN_HA, role: 'official' });
    people['hung'] = await house.person('Trần Văn Hùng', { unit: THANH_TRI, role: 'supervisor' });
    people['dung'] = await house.person('Lê Thị Dung', { unit: GIA_LAM, role: 'supervisor' });
    people['binh'] = await house.person('Phạm Văn Bình', { unit: 'so-khdt', role: 'admin' });
    for (const [name, id] of Object.entries(people)) cookies[name] = await house.cookieOf(id);
    const phone = await house.phoneOf(people['mai']);
    await put('mai', 'reminder', 'r/1', 'Đồng chí còn nợ báo cáo');
    await put('mai', 'reply', 'reply/secret', 'https://nhip.vn/dang-nhap#bi-mat');
    await put('lan', 'escalation', 'e/1', 'Xã Duyên Hà chậm nộp');
    await house.settle();
    await phone.hears();
  });

  afterAll(() => house.close());

  const put = (who: string, kind: 'reminder' | 'reply' | 'escalation', key: string, text: string, notBefore?: Date) =>
    house.database.transaction((em) =>
      house.of(OutboxService).put(em, [{ key, kind, to: { person: people[who]! }, body: { text }, notBefore }]),
    );
  const get = async <T>(who: string, url: string) => {
    const reply = await house.app.inject({ url: `/api/outbox${url}`, headers: { cookie: cookies[who]! } });
    return { status: reply.statusCode, body: reply.json<T>() };
  };
  const seenBy = async (who: string, query = '') => {
    const { body } = await get<Page>(who, `/ledger${query}`);
    return new Map(body.entries.map((entry) => [entry.key, entry]));
  };

  it('tells what became of each message and what is promised of its kind', async () => {
    const seen = await seenBy('binh');
    expect(seen.get('r/1')).toMatchObject({ state: 'sent', kind: 'reminder', guarantee: 'at-most-once' });
    expect(seen.get('e/1')).toMatchObject({
      state: 'unreachable',
      guarantee: 'at-least-once',
      detail: 'người nhận chưa liên kết cuộc trò chuyện nào',
    });
  });

  it('is, for a supervisor, what went to people of the units below', async () => {
    expect([...(await seenBy('hung')).keys()]).toEqual(expect.arrayContaining(['r/1', 'e/1']));
    expect((await seenBy('dung')).size).toBe(0);
    expect((await get('mai', '/ledger')).status).toBe(403);
  });

  it('shows the text of a notice to who watches its units, and of a reply to nobody else', async () => {
    for (const who of ['hung', 'binh']) {
      const seen = await seenBy(who);
      expect(seen.get('r/1')!.text).toBe('Đồng chí còn nợ báo cáo');
      expect(seen.get('reply/secret')).toBeDefined();
      expect(seen.get('reply/secret')!.text).toBeUndefined();
    }
  });

  it('is looked through by unit, person, day, state and kind', async () => {
    expect([...(await seenBy('binh', `?unit=${DUYEN_HA}`)).keys()]).toEqual(['e/1']);
    expect([...(await seenBy('binh', `?person=${people['lan']}`)).keys()]).toEqual(['e/1']);
    expect([...(await seenBy('binh', '?state=sent&kind=reminder&day=2027-06-15')).keys()]).toEqual(['r/1']);
    expect((await seenBy('binh', '?day=2027-06-14')).size).toBe(0);
    expect((await get('binh', '/ledger?state=lost')).status).toBe(400);
    expect((await get('binh', '/ledger?most=100000')).status).toBe(400);
  });

  it('comes in pages that leave nothing out', async () => {
    const all = [...(await seenBy('binh')).keys()];
    const paged: string[] = [];
    for (let before: number | undefined, turn = 0; turn < 20; turn += 1) {
      const { body } = await get<Page>('binh', `/ledger?most=2${before === undefined ? '' : `&before=${before}`}`);
      paged.push(...body.entries.map((entry) => entry.key));
      before = body.before;
      if (before === undefined) break;
    }
    expect(paged).toEqual(all);
  });

  it('tells of notices that were not sent, and why, to whoever watches their unit', async () => {
    await house.openCycle(2028);
    const [owed] = await house.database.rows<{ id: string }>(
      `select id from obligation where unit_code = ? and milestone = 'r1-commune'`,
      [NGU_HIEP],
    );
    const skip = (rung: string, day: string, state: string, reason: object) =>
      house.database.rows(
        `insert into notice (rung_key, obligation_id, unit_code, milestone, rung, sort, audience_unit, audience_role, on_date, at, state, reason)
         values (?, ?, ?, 'r1-commune', ?, 'reminder', ?, 'official', ?::date, ?::date, ?, ?::jsonb) returning 1`,
        [`k/${rung}`, owed!.id, NGU_HIEP, rung, NGU_HIEP, day, day, state, JSON.stringify(reason)],
      );
    const rung = { sort: 'rung', from: 'last-day', on: '2027-06-29' };
    const taken = { code: 'takes-its-place', rung: 'remind-3', time: 1 };
    await skip('remind-7', '2027-06-22', 'superseded', { ...rung, days: -7, skipped: taken });
    await skip('remind-1', '2027-06-28', 'unreached', { ...rung, days: -1 });
    interface NotSent {
      notices: { key: string; state: string; rung: string; unit: string; title: string; why: string }[];
      before?: string;
    }
    const seen = async (who: string, query = '') => (await get<NotSent>(who, `/ledger/passed-over${query}`)).body;
    const { notices } = await seen('hung', `?unit=${NGU_HIEP}`);
    expect(notices.map(({ key, state }) => [key, state])).toEqual([
      ['k/remind-1', 'unreached'],
      ['k/remind-7', 'superseded'],
    ]);
    expect(notices[1]).toMatchObject({ rung: 'Nhắc trước 7 ngày', unit: 'Xã Ngũ Hiệp' });
    expect(notices[1]!.why).toContain('không gửi, vì đã có bậc «Nhắc trước 3 ngày» thay thế');
    expect(notices[1]!.title).toContain('Dự thảo');
    const first = await seen('binh', '?most=1');
    expect(first.notices).toHaveLength(1);
    const second = await seen('binh', `?most=1&before=${encodeURIComponent(first.before!)}`);
    expect([first, second].map((page) => page.notices[0]!.key)).toEqual(['k/remind-1', 'k/remind-7']);
    expect((await seen('binh', '?day=2027-06-22&state=superseded')).notices).toHaveLength(1);
    expect((await seen('dung')).notices).toEqual([]);
    expect((await get('mai', '/ledger/passed-over')).status).toBe(403);
    expect((await get('binh', '/ledger/passed-over?state=planned')).status).toBe(400);
  });

  it('says to admins what waits, by kind and channel', async () => {
    await put('lan', 'reminder', 'waits', 'chưa đến giờ', new Date(house.clock.now().getTime() + 3_600_000));
    const { body } = await get<Backlog>('binh', '/backlog');
    expect(body).toMatchObject({ due: 0, nextAt: expect.any(String) });
    expect((await get('hung', '/backlog')).status).toBe(403);
  });
});
