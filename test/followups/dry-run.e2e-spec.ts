import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { packageRoot } from '../../src/modules/shared/index.js';
import { House } from '../house/house.js';

const NGU_HIEP = '00667';
const DONG_MY = '00685';
const THANH_TRI = '020';
const GIA_LAM = '018';

interface Answer {
  notices: number;
  messages: number;
  unreachable: number;
  days: { on: string; people: number; messages: number }[];
  people: { name: string; channel?: string; messages: number }[];
  channels: { channel?: string; messages: number; people: number; peak: { messages: number } }[];
  peak?: { hour: string; messages: number };
  lines: {
    key: string;
    unit: string;
    milestone: string;
    rung: string;
    at: string;
    people: number;
    audience: { unit: string };
  }[];
  difference?: {
    sentence: string;
    moved: { reminders: number; escalations: number };
    added: { reminders: number; escalations: number };
    cancelled: { reminders: number; escalations: number };
    lines: { change: string; before?: string; notice: { at: string; unit?: string; unitName?: string } }[];
  };
}

/** Before anything is changed an admin sees what a change would do; Bình of the district sees it for his units. */
describe('a dry run', () => {
  let house: House;
  const cookies: Record<string, string> = {};
  const range = { from: '2027-06-12', to: '2027-07-31', milestone: 'r1-commune' };

  beforeAll(async () => {
    house = await House.open({ day: '2027-06-12' });
    await house.openCycle(2028);
    const mai = await house.person('Nguyễn Thị Mai', { unit: NGU_HIEP, role: 'official' });
    await house.phoneOf(mai);
    const binh = await house.person('Trần Văn Bình', { unit: THANH_TRI, role: 'supervisor' });
    await house.phoneOf(binh);
    await house.phoneOf(await house.person('Lê Quang Minh', { unit: THANH_TRI, role: 'head' }));
    cookies['admin'] = await house.cookieOf(await house.person('Vũ Hải Anh', { unit: 'so-khdt', role: 'admin' }));
    cookies['mai'] = await house.cookieOf(mai);
    cookies['binh'] = await house.cookieOf(binh);
    cookies['dung'] = await house.cookieOf(await house.person('Lê Thị Dung', { unit: GIA_LAM, role: 'supervisor' }));
    await house.advanceTo('2027-06-13');
  }, 240_000);

  afterAll(() => house.close());

  const post = async (who: string, url: string, payload: object) => {
    const reply = await house.app.inject({
      method: 'POST',
      url: `/api/${url}`,
      headers: { cookie: cookies[who]! },
      payload,
    });
    return { status: reply.statusCode, body: (reply.body === '' ? undefined : reply.json<never>()) as unknown };
  };
  const ask = async (who: string, payload: object) => {
    const { status, body } = await post(who, 'followups/dry-run', payload);
    expect({ status, body: status === 200 ? undefined : body }).toEqual({ status: 200, body: undefined });
    return body as Answer;
  };

  it('shows who gets what, when, where and why, and whom nobody can tell', async () => {
    const mine = await ask('admin', { ...range, units: [NGU_HIEP] });
    expect(mine.lines.map(({ rung, at, people }) => [at.slice(0, 10), rung, people])).toEqual([
      ['2027-06-22', 'remind-7', 1],
      ['2027-06-26', 'remind-3', 1],
      ['2027-06-28', 'remind-1', 1],
      ['2027-06-29', 'last-day', 1],
      ['2027-06-30', 'overdue-official', 1],
      ['2027-07-01', 'overdue-head', 0],
      ['2027-07-02', 'escalate-recipient', 1],
      ['2027-07-05', 'escalate-planning', 0],
      ['2027-07-10', 'escalate-office', 0],
    ]);
    expect(mine).toMatchObject({ notices: 9, messages: 6, unreachable: 3, peak: { messages: 1 } });
    expect(mine.people).toEqual(
      expect.arrayContaining([expect.objectContaining({ name: 'Nguyễn Thị Mai', channel: 'webchat', messages: 5 })]),
    );
    const nobody = await ask('admin', { ...range, units: [(await otherCommune()).code] });
    expect(nobody.lines.map(({ rung }) => rung)).toContain('no-contact');
    expect(nobody.lines.map(({ rung }) => rung)).not.toContain('escalate-recipient');
  });

  const otherCommune = async () => {
    const [found] = await house.database.rows<{ code: string }>(
      `select code from unit where parent = ? and kind = 'commune' and code <> ? order by code limit 1`,
      [THANH_TRI, NGU_HIEP],
    );
    return found!;
  };

  it('shows a supervisor the own units, and an official nothing', async () => {
    const theirs = await ask('binh', { ...range, to: '2027-06-22' });
    expect(new Set(theirs.lines.map(({ unit }) => unit)).size).toBe(16);
    expect((await ask('dung', { ...range, to: '2027-06-22' })).lines.map(({ unit }) => unit)).not.toContain(NGU_HIEP);
    expect((await post('mai', 'followups/dry-run', range)).status).toBe(403);
    expect((await post('admin', 'followups/dry-run', { from: '2027-06-12', to: '2027-06-01' })).status).toBe(422);
  });

  it('is narrowed to what one person hears, and to a unit with those below it', async () => {
    const [mai] = await house.database.rows<{ id: string }>(`select id from person where name = 'Nguyễn Thị Mai'`);
    const hers = await ask('admin', { ...range, person: mai!.id });
    expect(hers.people.map(({ name }) => name)).toEqual(['Nguyễn Thị Mai']);
    expect([hers.messages, hers.unreachable, hers.lines.length]).toEqual([5, 0, 5]);
    expect(hers.channels).toMatchObject([{ channel: 'webchat', messages: 5, people: 1, peak: { messages: 1 } }]);
    const below = await ask('admin', { ...range, to: '2027-06-22', under: THANH_TRI });
    expect(new Set(below.lines.map(({ unit }) => unit)).size).toBe(16);
  });

  it('is downloaded as a list: every notice of every message, and those that reach nobody without a name', async () => {
    const list = async (who: string, rest: string) => {
      const url = `/api/followups/dry-run/list?from=2027-06-12&to=2027-07-31&milestone=r1-commune${rest}`;
      const reply = await house.app.inject({ url, headers: { cookie: cookies[who]! } });
      return { status: reply.statusCode, rows: reply.body.trim().split('\r\n').slice(1) };
    };
    const { rows } = await list('admin', `&unit=${NGU_HIEP}`);
    expect(rows).toHaveLength(9);
    expect(rows[0]).toMatch(/^2027-06-22,\d\d:\d\d,Nguyễn Thị Mai,webchat,1,Xã Ngũ Hiệp,/);
    expect(rows.filter((row) => /^[^,]+,[^,]+,,,0,/.test(row))).toHaveLength(3);
    expect((await list('dung', `&unit=${NGU_HIEP}`)).rows).toEqual([]);
    expect((await list('mai', '')).status).toBe(403);
  });

  it('tells what a rule of a superior would add, to nobody who may not set it', async () => {
    const rule = {
      ...{ milestone: 'rep-local', setBy: THANH_TRI, key: 'q', fromPlanYear: 2028, units: [NGU_HIEP], forms: ['m5'] },
      periods: [
        {
          key: 'k1',
          title: { vi: 'Tháng 7' },
          opens: { monthDay: '07-01', yearOf: 'report-year' },
          due: { monthDay: '07-20', yearOf: 'report-year' },
        },
      ],
      decision: 'Công văn 45',
    };
    const wish = { from: '2027-06-12', to: '2027-08-31', edit: { kind: 'rule', rule } };
    const tried = await ask('binh', wish);
    expect(tried.difference!.added.reminders).toBeGreaterThan(0);
    expect(tried.difference!.cancelled).toEqual({ reminders: 0, escalations: 0 });
    expect((await post('dung', 'followups/dry-run', wish)).status).toBe(403);
    const [made] = await house.database.rows<{ n: number }>(
      `select count(*)::int as n from obligation where milestone = 'rep-local'`,
    );
    expect(made!.n).toBe(0);
  });

  it('tells what a moved due day changes, as the move then does and its undoing takes back', async () => {
    const before = await ask('admin', range);
    const shift = { planYear: 2028, milestone: 'r1-commune', shift: { days: 2 } };
    const tried = await ask('admin', { ...range, edit: { kind: 'due', ...shift } });
    expect(tried.difference!.moved.reminders).toBeGreaterThan(584 * 4);
    expect(tried.difference).toMatchObject({ added: { reminders: 0 }, cancelled: { reminders: 0 } });
    expect(tried.difference!.sentence).toMatch(/^\d+ tin nhắc dời/);
    expect((await ask('admin', range)).lines).toEqual(before.lines);

    const done = await post('admin', 'calendar/moves', { ...shift, reason: 'Chờ số liệu thuế', confirmed: true });
    expect(done.status).toBe(200);
    expect((await ask('admin', range)).lines).toEqual(tried.lines);
    const { id } = done.body as { id: string };
    const undone = await ask('admin', { ...range, edit: { kind: 'move-undo', move: id } });
    expect(undone.difference!.moved).toEqual(tried.difference!.moved);
    expect(undone.lines).toEqual(before.lines);
    expect((await ask('admin', range)).lines).toEqual(tried.lines);
    const stranger = { ...range, edit: { kind: 'move-undo', move: id } };
    expect((await post('dung', 'followups/dry-run', stranger)).status).toBe(403);
    expect((await post('admin', `calendar/moves/${id}/undo`, { confirmed: true })).status).toBe(200);
    expect((await ask('admin', range)).lines).toEqual(before.lines);
    expect((await post('admin', 'followups/dry-run', stranger)).status).toBe(404);
  }, 120_000);

  it('leaves the day of a unit that has longer already, as the move then does', async () => {
    const [draft] = await house.database.rows<{ id: string }>(
      `select id from obligation where unit_code = ? and milestone = 'r1-commune'`,
      [DONG_MY],
    );
    const grant = { dueOn: '2027-07-04', reason: 'Bão số 3' };
    expect((await post('binh', `obligations/${draft!.id}/extension`, grant)).status).toBeLessThan(300);
    const question = { ...range, under: THANH_TRI };
    const shift = { planYear: 2028, milestone: 'r1-commune', shift: { days: 2 } };
    const tried = await ask('admin', { ...question, edit: { kind: 'due', ...shift } });
    expect(new Set(tried.difference!.lines.map(({ notice }) => notice.unit)).size).toBe(15);
    const looked = await post('admin', 'calendar/moves', { ...shift, reason: 'Chờ số liệu thuế' });
    expect(looked.body).toMatchObject({ effect: { moved: 583 } });
    const done = await post('admin', 'calendar/moves', { ...shift, reason: 'Chờ số liệu thuế', confirmed: true });
    expect((await ask('admin', question)).lines).toEqual(tried.lines);
    const { id } = done.body as { id: string };
    await post('admin', `calendar/moves/${id}/undo`, { confirmed: true });
  }, 120_000);

  it('chases who waits on an act that is moved or let go as will be then', async () => {
    const days = { from: '2027-12-10', to: '2028-01-10', units: [THANH_TRI] };
    const rungsOf = ({ lines }: Answer) =>
      lines.flatMap(({ milestone, rung }) => (milestone === 'r3-district-assign' ? rung : []));
    expect(rungsOf(await ask('admin', days))).toEqual(['opening']);
    const shift = { planYear: 2028, milestone: 'r3-city-assign', shift: { dueOn: '2027-12-20' } };
    const tried = await ask('admin', { ...days, edit: { kind: 'due', ...shift } });
    expect(rungsOf(tried)).toEqual(['opening', 'remind-7']);
    const done = await post('admin', 'calendar/moves', { ...shift, reason: 'Chờ Chính phủ', confirmed: true });
    expect((await ask('admin', days)).lines).toEqual(tried.lines);
    await post('admin', `calendar/moves/${(done.body as { id: string }).id}/undo`, { confirmed: true });

    const [act] = await house.database.rows<{ id: string }>(
      `select id from obligation where milestone = 'r3-city-assign'`,
    );
    const waived = await ask('admin', { ...days, edit: { kind: 'waive', obligations: [act!.id] } });
    expect(rungsOf(waived).slice(0, 3)).toEqual(['opening', 'remind-7', 'remind-3']);
    await post('admin', `obligations/${act!.id}/waiver`, { reason: 'Thành phố không giao' });
    expect((await ask('admin', days)).lines).toEqual(waived.lines);
    await post('admin', `obligations/${act!.id}/waiver/take-back`, { reason: 'Vẫn giao' });
  }, 120_000);

  it('tells what an outage changes, as recording it then does, to admins alone', async () => {
    const outage = { from: '2027-06-28T08:00:00+07:00', to: '2027-06-29T20:00:00+07:00' };
    const question = { ...range, units: [NGU_HIEP] };
    const tried = await ask('admin', { ...question, edit: { kind: 'outage', ...outage } });
    expect(tried.difference!.moved.reminders).toBeGreaterThan(0);
    expect(tried.difference!.moved.escalations).toBeGreaterThan(0);
    const done = await post('admin', 'calendar/outages', { ...outage, reason: 'Mất điện', confirmed: true });
    expect((await ask('admin', question)).lines).toEqual(tried.lines);
    const { id } = done.body as { id: string };
    await post('admin', `calendar/moves/${id}/undo`, { confirmed: true });
    const stranger = await post('dung', 'followups/dry-run', {
      ...question,
      edit: { kind: 'outage', ...outage },
    });
    expect(stranger.status).toBe(403);
  }, 120_000);

  it('tells that an outage after the due day puts off what is said of the lateness, by the days that were lost', async () => {
    const outage = { from: '2027-07-01T06:00:00+07:00', to: '2027-07-02T12:00:00+07:00' };
    const question = { ...range, units: [NGU_HIEP] };
    const late = ({ lines }: Answer) =>
      lines.flatMap(({ rung, at }) => (rung.startsWith('escalate') ? [`${at.slice(0, 10)} ${rung}`] : []));
    const before = await ask('admin', question);
    const tried = await ask('admin', { ...question, edit: { kind: 'outage', ...outage } });
    expect(late(tried)).not.toEqual(late(before));
    expect(late(tried)).toHaveLength(late(before).length);
    expect(late(tried).every((line) => line > '2027-07-03')).toBe(true);
    expect(tried.difference!.moved.escalations).toBeGreaterThan(0);
    const done = await post('admin', 'calendar/outages', { ...outage, reason: 'Mất điện', confirmed: true });
    expect((await ask('admin', question)).lines).toEqual(tried.lines);
    const { id } = done.body as { id: string };
    expect((await ask('admin', { ...question, edit: { kind: 'move-undo', move: id } })).lines).toEqual(before.lines);
    await post('admin', `calendar/moves/${id}/undo`, { confirmed: true });
    expect((await ask('admin', question)).lines).toEqual(before.lines);
  }, 120_000);

  it('tells what a merger changes, and nothing of it stands', async () => {
    const change = {
      ...{ sort: 'merge', from: '2027-06-20', decision: 'Nghị quyết 15/NQ-UBTVQH', units: [NGU_HIEP, '00670'] },
      into: [{ code: '99001', name: 'Xã Hợp Nhất' }],
    };
    const before = await ask('admin', range);
    const tried = await ask('admin', { ...range, edit: { kind: 'unit-change', change } });
    const units = (kind: string) =>
      new Set(tried.difference!.lines.flatMap((line) => (line.change === kind ? line.notice.unit : [])));
    expect([...units('cancelled')].sort()).toEqual([NGU_HIEP, '00670'].sort());
    expect([...units('added')]).toEqual(['99001']);
    expect(tried.difference!.lines.some(({ notice }) => notice.unitName === 'Xã Hợp Nhất')).toBe(true);
    expect((await ask('admin', range)).lines).toEqual(before.lines);
    const edit = { kind: 'unit-change', change };
    expect((await post('dung', 'followups/dry-run', { ...range, edit })).status).toBe(403);
  }, 120_000);

  it('tells what a waiver, a holiday and another ladder change', async () => {
    const [draft] = await house.database.rows<{ id: string }>(
      `select id from obligation where unit_code = ? and milestone = 'r1-commune'`,
      [NGU_HIEP],
    );
    const mine = { ...range, units: [NGU_HIEP] };
    const waived = await ask('admin', { ...mine, edit: { kind: 'waive', obligations: [draft!.id] } });
    expect(waived.difference).toMatchObject({
      sentence: '6 tin nhắc huỷ, 3 tin đôn đốc huỷ',
      cancelled: { reminders: 6, escalations: 3 },
    });
    const off = await ask('admin', {
      ...mine,
      edit: { kind: 'holidays', days: [{ date: '2027-06-22', kind: 'off' }] },
    });
    expect(off.difference!.sentence).toBe('Không tin nào thay đổi.');

    const file = path.join(packageRoot, 'config/profiles/hanoi-directive/ladders/default.yaml');
    const ladder = parse(readFileSync(file, 'utf8')) as { rungs: { id: string; 'on-working-days-only'?: boolean }[] };
    const held = { ...ladder, rungs: ladder.rungs.map((rung) => ({ ...rung, 'on-working-days-only': true })) };
    const moved = await ask('admin', { ...mine, edit: { kind: 'ladder', ladder: held } });
    expect(moved.difference!.lines.map(({ before, notice }) => [before!.slice(0, 10), notice.at.slice(0, 10)])).toEqual(
      [
        ['2027-06-26', '2027-06-25'],
        ['2027-07-10', '2027-07-12'],
      ],
    );
    const answered = { ...ladder, rungs: ladder.rungs.map((rung) => ({ ...rung, 'acknowledge-within-hours': 24 })) };
    const silent = await ask('admin', { ...mine, edit: { kind: 'ladder', ladder: answered } });
    const silences = silent.lines.filter(({ key }) => key.endsWith('/silence'));
    expect(silences.map(({ at, rung, audience, people }) => [at.slice(0, 10), rung, audience.unit, people])).toEqual([
      // Nobody beside Mai: of what is not late yet nobody else hears; of the lateness the district's head, once.
      ['2027-06-23', 'remind-7', NGU_HIEP, 0],
      ['2027-06-27', 'remind-3', NGU_HIEP, 0],
      ['2027-06-29', 'remind-1', NGU_HIEP, 0],
      ['2027-07-01', 'overdue-official', THANH_TRI, 1],
      ['2027-07-03', 'escalate-recipient', THANH_TRI, 1],
    ]);
    const broken = { ...ladder, rungs: [...ladder.rungs, ladder.rungs[0]] };
    const refused = await post('admin', 'followups/dry-run', { ...mine, edit: { kind: 'ladder', ladder: broken } });
    expect(refused).toMatchObject({ status: 422, body: { code: 'followups.ladder-faults' } });
  }, 120_000);
});
