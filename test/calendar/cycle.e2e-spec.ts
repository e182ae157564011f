import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../../src/modules/shared/index.js';
import { House } from '../house/house.js';

const NGU_HIEP = '00667';
const THANH_TRI = '020';
const GIA_LAM = '018';

describe('a plan year that is opened', () => {
  let house: House;

  beforeAll(async () => {
    house = await House.open({ day: '2027-06-12' });
  });

  afterAll(() => house.close());

  const standing = () =>
    house.database.rows<{ id: string; milestone: string; unit_code: string }>(
      `select id, milestone, unit_code from obligation order by milestone, unit_code`,
    );

  it('makes what the page of obligations says, milestone by milestone', async () => {
    const page = readFileSync(path.join(packageRoot, 'docs', 'obligations.md'), 'utf8');
    const rows = [...page.matchAll(/^\| `([\w-]+)` \| deadline \|[^|]*\| (\d+) \|/gm)];
    expect(rows.length).toBeGreaterThan(15);
    const { planned, added } = await house.openCycle(2028);
    const total = Number(/makes \*\*(\d+)\*\* obligations/.exec(page)![1]);
    expect([planned, added]).toEqual([total, total]);
    const counts = new Map<string, number>();
    for (const { milestone } of await standing()) counts.set(milestone, (counts.get(milestone) ?? 0) + 1);
    expect(Object.fromEntries(counts)).toEqual(Object.fromEntries(rows.map(([, id, count]) => [id, Number(count)])));
  });

  it('changes nothing when it is opened again, also by two at once', async () => {
    const before = await standing();
    const again = await Promise.all([house.openCycle(2028), house.openCycle(2028)]);
    expect(again.map((one) => one.added)).toEqual([0, 0]);
    expect(await standing()).toEqual(before);
  });

  it('stands beside the next, whose reports of the same names are others', async () => {
    const before = await standing();
    await house.openCycle(2029);
    const all = await standing();
    expect(all.length).toBe(2 * before.length);
    expect(new Set(all.map((one) => one.id)).size).toBe(all.length);
  });
});

/** Mai's commune owes its district, where Hùng receives; Dung receives in the neighbouring district. */
describe('a later day to submit', () => {
  let house: House;
  let mai: string;
  let hung: string;
  let dung: string;
  let draft: string;

  beforeAll(async () => {
    house = await House.open({ day: '2027-06-12' });
    await house.openCycle(2028);
    const maiId = await house.person('Nguyễn Thị Mai', { unit: NGU_HIEP, role: 'head' });
    await house.phoneOf(maiId);
    mai = await house.cookieOf(maiId);
    hung = await house.cookieOf(await house.person('Trần Văn Hùng', { unit: THANH_TRI, role: 'supervisor' }));
    dung = await house.cookieOf(await house.person('Lê Thị Dung', { unit: GIA_LAM, role: 'supervisor' }));
    draft = (await obligation('r1-commune')).id;
  });

  afterAll(() => house.close());

  const obligation = async (milestone: string) => {
    const [found] = await house.database.rows<{ id: string; due_on: string; first_due_on: string }>(
      `select id, due_on::text, first_due_on::text from obligation where unit_code = ? and milestone = ? and plan_year = 2028`,
      [NGU_HIEP, milestone],
    );
    return found!;
  };
  const extend = async (cookie: string, payload: object, id = draft) => {
    const reply = await house.app.inject({
      method: 'POST',
      url: `/api/obligations/${id}/extension`,
      headers: { cookie },
      payload,
    });
    return { status: reply.statusCode, ...reply.json<{ code?: string; message?: string; dueOn?: string }>() };
  };

  it('is granted by the unit that receives, and by nobody else', async () => {
    const wish = { dueOn: '2027-07-02', reason: 'Chờ số liệu thuế' };
    expect((await extend(mai, wish)).status).toBe(403);
    expect((await extend(dung, wish)).status).toBe(403);
    expect((await obligation('r1-commune')).due_on).toBe('2027-06-30');
    expect(await extend(hung, wish)).toMatchObject({ status: 200, dueOn: '2027-07-02' });
  });

  it('keeps the first day on record, with who, when and why', async () => {
    expect(await obligation('r1-commune')).toMatchObject({ due_on: '2027-07-02', first_due_on: '2027-06-30' });
    const kept = await house.database.rows(
      `select from_due_on::text as "from", to_due_on::text as "to", reason from extension where obligation_id = ?::uuid`,
      [draft],
    );
    expect(kept).toEqual([{ from: '2027-06-30', to: '2027-07-02', reason: 'Chờ số liệu thuế' }]);
  });

  it('is refused where it is not later', async () => {
    const refused = await extend(hung, { dueOn: '2027-07-02', reason: 'Như cũ' });
    expect(refused).toMatchObject({ status: 422, code: 'calendar.extension-not-later' });
    expect(refused.message).toContain('02/07/2027');
  });

  it('asks once more where the receiving unit itself is due before it', async () => {
    const wish = { dueOn: '2027-07-20', reason: 'Chờ kiểm kê' };
    const asked = await extend(hung, wish);
    expect(asked).toMatchObject({ status: 409, code: 'calendar.extension-passes-own-due' });
    expect(asked.message).toContain('07/07/2027');
    expect((await obligation('r1-commune')).due_on).toBe('2027-07-02');
  });

  it('moves the reminders with it: nobody is called late before the new day', async () => {
    await house.advanceTo('2027-07-01');
    const late = await house.database.rows(
      `select 1 from notice where obligation_id = ?::uuid and sort in ('overdue', 'escalation') and state = 'planned'`,
      [draft],
    );
    expect(late).toEqual([]);
    await house.advanceTo('2027-07-03');
    const after = await house.database.rows<{ sort: string }>(
      `select sort from notice where obligation_id = ?::uuid and sort = 'overdue' and state = 'planned'`,
      [draft],
    );
    expect(after.length).toBeGreaterThan(0);
  });

  it('is refused where its last day is over, and helps nobody', async () => {
    const over = await extend(hung, { dueOn: '2027-07-03', reason: 'Chờ kiểm kê' });
    expect(over).toMatchObject({ status: 422, code: 'calendar.extension-over' });
    expect(over.message).toContain('03/07/2027');
    const far = await extend(hung, { dueOn: '2028-07-03', reason: 'Chờ kiểm kê' });
    expect(far).toMatchObject({ status: 422, code: 'calendar.extension-too-far' });
  });

  it('is asked for by the unit, refused with a reason, asked for again and granted, and the asker hears of both', async () => {
    const say = async (cookie: string, path: string, payload?: object) => {
      const url = `/api/${path}`;
      const reply = await house.app.inject(
        payload ? { method: 'POST', url, headers: { cookie }, payload } : { url, headers: { cookie } },
      );
      return { status: reply.statusCode, body: reply.body ? reply.json<Record<string, unknown>>() : undefined };
    };
    const wish = { dueOn: '2027-10-18', reason: 'Chờ kết quả kiểm kê' };
    const id = (await obligation('r2-commune')).id;
    expect((await say(hung, `obligations/${id}/extension-request`, wish)).status).toBe(403);
    expect((await say(mai, `obligations/${id}/extension-request`, wish)).status).toBe(200);
    expect((await say(hung, 'extension-requests')).body).toMatchObject({
      requests: [{ obligation: id, wishedDueOn: '2027-10-18', reason: wish.reason }],
    });
    expect((await say(dung, 'extension-requests')).body).toEqual({ requests: [] });
    expect((await say(dung, `obligations/${id}/extension-request/refuse`, { reason: 'Không' })).status).toBe(403);
    const refusal = { reason: 'Số liệu đã đủ' };
    expect((await say(hung, `obligations/${id}/extension-request/refuse`, refusal)).status).toBe(204);
    expect((await say(hung, `obligations/${id}/extension-request/refuse`, refusal)).status).toBe(404);
    expect((await obligation('r2-commune')).due_on).toBe('2027-10-15');
    await say(mai, `obligations/${id}/extension-request`, { ...wish, dueOn: '2027-10-17' });
    expect(await extend(hung, { dueOn: '2027-10-17', reason: 'Đồng ý' }, id)).toMatchObject({ dueOn: '2027-10-17' });
    expect((await say(hung, 'extension-requests')).body).toEqual({ requests: [] });
    const heard = await house.database.rows<{ text: string }>(
      `select body ->> 'text' as text from message where key like 'extension/%/answered/%' order by seq`,
    );
    expect(heard.map(({ text }) => text.split('\n')[1])).toEqual([
      expect.stringMatching(/chưa được đồng ý; hạn cuối vẫn là 14\/10\/2027\.$/),
      expect.stringMatching(/đã được đồng ý: hạn cuối mới là 16\/10\/2027\.$/),
    ]);
  });

  it('is refused for what is settled, and where nobody of the system receives', async () => {
    await house.database.rows(
      `update obligation set settled_at = now(), settled_as = 'waived' where unit_code = ? and milestone = 'r2-commune'`,
      [NGU_HIEP],
    );
    const settled = (await obligation('r2-commune')).id;
    expect(await extend(hung, { dueOn: '2027-12-01', reason: 'Muộn' }, settled)).toMatchObject({
      status: 409,
      code: 'calendar.already-settled',
    });
    const council = (await obligation('r3-commune-submit')).id;
    expect(await extend(hung, { dueOn: '2027-12-20', reason: 'Muộn' }, council)).toMatchObject({
      status: 403,
      code: 'calendar.recipient-outside',
    });
  });
});
