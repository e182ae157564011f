import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AuditPage } from '../../src/modules/operations/audit-trail.js';
import { actionKey, knownActions } from '../../src/modules/operations/audit-kinds.js';
import { MESSAGES, type Messages } from '../../src/modules/shared/index.js';
import { deskOf } from '../calendar/desk.js';
import { House } from '../house/house.js';

const NGU_HIEP = '00667';
const TU_HIEP = '00658';
const THANH_TRI = '020';
const GIA_LAM = '018';

type Desk = ReturnType<typeof deskOf>;

/** Hà administers and moves a due day; Hùng receives in one district and waives. */
describe('the audit trail', () => {
  let house: House;
  let ha: Desk;
  let hung: Desk;

  beforeAll(async () => {
    house = await House.open({ day: '2027-06-25' });
    await house.openCycle(2028);
    const at = async (name: string, unit: string, role: 'supervisor' | 'admin') =>
      deskOf(house, await house.cookieOf(await house.person(name, { unit, role })));
    ha = await at('Phạm Thu Hà', 'so-khdt', 'admin');
    hung = await at('Trần Văn Hùng', THANH_TRI, 'supervisor');
    const shift = { days: 2 };
    const move = { planYear: 2028, milestone: 'r1-commune', under: NGU_HIEP, shift, reason: 'Chờ số liệu thống kê' };
    await ha.post('calendar/moves', { ...move, confirmed: true });
    const [owed] = await house.database.rows<{ id: string }>(
      `select id from obligation where unit_code = ? and milestone = 'r1-commune'`,
      [TU_HIEP],
    );
    await hung.post(`obligations/${owed!.id}/waiver`, { reason: 'Xã đang sáp nhập' });
  });

  afterAll(() => house.close());

  const trail = async (query = ''): Promise<AuditPage> => (await ha.get(`audit${query}`)).body as unknown as AuditPage;

  it('is read by admins alone', async () => {
    expect((await hung.get('audit')).status).toBe(403);
  });

  it('says who did what to whom and why, newest first, in the words of the page', async () => {
    const { entries } = await trail('?kind=calendar');
    expect(entries.slice(0, 2)).toEqual([
      expect.objectContaining({
        actor: expect.objectContaining({ name: 'Trần Văn Hùng' }) as unknown,
        action: 'Miễn nộp',
        subject: 'Dự thảo kế hoạch cấp xã (vòng 1), Xã Tứ Hiệp, năm kế hoạch 2028',
        why: 'Xã đang sáp nhập',
      }),
      expect.objectContaining({
        actor: expect.objectContaining({ name: 'Phạm Thu Hà' }) as unknown,
        action: 'Dời hạn',
        subject: 'Dự thảo kế hoạch cấp xã (vòng 1), Xã Ngũ Hiệp, năm kế hoạch 2028',
        why: 'Chờ số liệu thống kê',
        count: 1,
      }),
    ]);
  });

  it('is narrowed to a unit and what stands below it, and to an area', async () => {
    const ofUnit = async (unit: string) =>
      (await trail(`?kind=calendar&unit=${unit}`)).entries.map((one) => one.action);
    expect(await ofUnit(NGU_HIEP)).toEqual(['Dời hạn']);
    expect(await ofUnit(TU_HIEP)).toEqual(['Miễn nộp']);
    expect(await ofUnit(THANH_TRI)).toEqual(['Miễn nộp', 'Dời hạn']);
    expect(await ofUnit(GIA_LAM)).toEqual([]);
    const signedIn = (await trail('?kind=sessions')).entries;
    expect(new Set(signedIn.map((one) => one.kind))).toEqual(new Set(['sessions']));
  });

  it('is read page by page, and of certain days', async () => {
    const first = await trail('?most=1');
    const second = await trail(`?most=1&before=${String(first.before)}`);
    expect([first.entries.length, second.entries.length]).toEqual([1, 1]);
    expect(second.entries[0]!.id).toBeLessThan(first.entries[0]!.id);
    expect((await trail('?to=2027-06-24')).entries).toEqual([]);
    expect((await trail('?kind=calendar&from=2027-06-25&to=2027-06-25')).entries).not.toEqual([]);
  });

  it('names every action that it knows in both languages', () => {
    const messages = house.app.get<Messages>(MESSAGES, { strict: false });
    const unnamed = knownActions.filter(
      (one) => !messages.has('vi', actionKey(one)) || !messages.has('en', actionKey(one)),
    );
    expect(unnamed).toEqual([]);
  });
});
