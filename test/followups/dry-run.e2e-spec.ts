import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { packageRoot } from '../../src/modules/shared/index.js';
import { House } from '../house/house.js';

const NGU_HIEP = '00667';
const THANH_TRI = '020';
const GIA_LAM = '018';

interface Answer {
  notices: number;
  messages: number;
  unreachable: number;
  days: { on: string; people: number; messages: number }[];
  people: { name: string; channel?: string; messages: number }[];
  peak?: { hour: string; messages: number };
  lines: { key: string; unit: string; rung: string; at: string; people: number }[];
  difference?: {
    sentence: string;
    moved: { reminders: number; escalations: number };
    added: { reminders: number; escalations: number };
    cancelled: { reminders: number; escalations: number };
    lines: { change: string; before?: string; notice: { at: string } }[];
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
    return { status: reply.statusCode, body: reply.json<never>() as unknown };
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
    expect((await post('admin', `calendar/moves/${id}/undo`, { confirmed: true })).status).toBe(200);
    expect((await ask('admin', range)).lines).toEqual(before.lines);
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
    const broken = { ...ladder, rungs: [...ladder.rungs, ladder.rungs[0]] };
    const refused = await post('admin', 'followups/dry-run', { ...mine, edit: { kind: 'ladder', ladder: broken } });
    expect(refused).toMatchObject({ status: 422, body: { code: 'followups.ladder-faults' } });
  }, 120_000);
});
