import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DelegationsService, type DelegationWish } from '../../src/modules/people/index.js';
import { type HeldRole, PeopleService } from '../../src/modules/units/index.js';
import { House } from '../house/house.js';

const NGU_HIEP = '00667';
const THANH_TRI = '020';
const GIA_LAM = '018';

/**
 * Mai and Lan report for Ngũ Hiệp, Nam heads it; Hùng watches for Thanh Trì, Minh heads the district, Sơn is his vice; Thắng
 * heads the office; Dung watches next door.
 */
describe('a person who is away', () => {
  let house: House;
  const id: Record<string, string> = {};

  beforeAll(async () => {
    house = await House.open({ day: '2027-06-15' });
    id['mai'] = await house.person('Nguyễn Thị Mai', { unit: NGU_HIEP, role: 'official' });
    id['lan'] = await house.person('Đỗ Thị Lan', { unit: NGU_HIEP, role: 'official' });
    id['nam'] = await house.person('Hoàng Văn Nam', { unit: NGU_HIEP, role: 'head' });
    id['hung'] = await house.person('Trần Văn Hùng', { unit: THANH_TRI, role: 'supervisor' });
    id['minh'] = await house.person('Lê Quang Minh', { unit: THANH_TRI, role: 'head' });
    id['son'] = await house.person('Vũ Hồng Sơn', { unit: THANH_TRI, role: 'official' });
    id['thang'] = await house.person('Vũ Đức Thắng', { unit: 'vp-ubnd', role: 'head' });
    id['dung'] = await house.person('Lê Thị Dung', { unit: GIA_LAM, role: 'supervisor' });
    id['ha'] = await house.person('Nguyễn Thu Hà', { unit: 'so-khdt', role: 'admin' });
  }, 120_000);
  beforeEach(() => house.database.rows(`delete from delegation`));
  afterAll(() => house.close());

  const people = () => house.of(PeopleService);
  const named = async (who: string) => (await people().find(id[who]!))!;
  const set = async (by: string, who: string, wish: Partial<DelegationWish>) =>
    house.of(DelegationsService).set(await named(by), {
      person: id[who]!,
      firstDay: '2027-06-20',
      lastDay: '2027-06-27',
      decision: '12/QĐ-UBND',
      ...wish,
    });
  const told = async (unit: string, role: HeldRole['role'], day: string) =>
    (await people().at(unit, role, undefined, day)).map((person) => person.name);
  const rolesOf = async (who: string, day: string) => (await people().find(id[who]!, undefined, day))!.roles;

  it('is replaced by the deputy from the first day to the last, and by itself no longer', async () => {
    await set('minh', 'minh', { deputy: id['son'], unit: THANH_TRI, role: 'head' });
    expect(await told(THANH_TRI, 'head', '2027-06-19')).toEqual(['Lê Quang Minh']);
    expect(await told(THANH_TRI, 'head', '2027-06-20')).toEqual(['Vũ Hồng Sơn']);
    expect(await told(THANH_TRI, 'head', '2027-06-27')).toEqual(['Vũ Hồng Sơn']);
    expect(await told(THANH_TRI, 'head', '2027-06-28')).toEqual(['Lê Quang Minh']);
    expect(await rolesOf('son', '2027-06-21')).toEqual([
      { unit: THANH_TRI, role: 'official' },
      { unit: THANH_TRI, role: 'head', actingFor: { id: id['minh'], name: 'Lê Quang Minh' } },
    ]);
    expect(await rolesOf('minh', '2027-06-21')).toEqual([{ unit: THANH_TRI, role: 'head', away: true }]);
  });

  it('goes on seeing, and the deputy sees and acts in the same places', async () => {
    await set('minh', 'minh', { deputy: id['son'], unit: THANH_TRI, role: 'head', firstDay: '2027-06-15' });
    for (const who of ['minh', 'son']) {
      const reply = await house.app.inject({ url: '/api/board', headers: { cookie: await house.cookieOf(id[who]!) } });
      expect([who, reply.statusCode]).toEqual([who, 200]);
    }
    const session = await house.app.inject({
      url: '/api/session',
      headers: { cookie: await house.cookieOf(id['son']!) },
    });
    expect(session.json<{ roles: object[] }>().roles).toContainEqual(
      expect.objectContaining({ role: 'head', actingFor: { id: id['minh'], name: 'Lê Quang Minh' } }),
    );
  });

  it('without a deputy leaves it to the others of the unit, and to the head where there are none', async () => {
    await set('nam', 'mai', { decision: '' });
    expect(await told(NGU_HIEP, 'official', '2027-06-21')).toEqual(['Đỗ Thị Lan']);
    await set('nam', 'lan', { decision: '' });
    expect(await told(NGU_HIEP, 'official', '2027-06-21')).toEqual(['Hoàng Văn Nam']);
    expect((await rolesOf('nam', '2027-06-21')).map((held) => held.actingFor?.name).sort()).toEqual([
      'Nguyễn Thị Mai',
      'Đỗ Thị Lan',
      undefined,
    ]);
    expect(await told(NGU_HIEP, 'official', '2027-06-28')).toEqual(['Nguyễn Thị Mai', 'Đỗ Thị Lan']);
  });

  it('is left to nobody where the head is away too: it is not guessed', async () => {
    await set('ha', 'hung', { decision: '' });
    await set('ha', 'minh', { decision: '' });
    expect(await told(THANH_TRI, 'supervisor', '2027-06-21')).toEqual([]);
    await set('ha', 'minh', { deputy: id['son'], unit: THANH_TRI, role: 'head' });
    expect(await told(THANH_TRI, 'supervisor', '2027-06-21')).toEqual(['Vũ Hồng Sơn']);
  });

  it('has no deputy in a person who is on leave as well', async () => {
    await set('minh', 'hung', { deputy: id['son'], unit: THANH_TRI, role: 'supervisor' });
    await set('minh', 'son', { decision: '' });
    expect(await told(THANH_TRI, 'supervisor', '2027-06-21')).toEqual(['Lê Quang Minh']);
  });

  it('is told again from the day on which the delegation was ended', async () => {
    const made = await set('minh', 'minh', {
      ...{ deputy: id['son'], unit: THANH_TRI, role: 'head', firstDay: '2027-06-15' },
    });
    expect(await told(THANH_TRI, 'head', '2027-06-15')).toEqual(['Vũ Hồng Sơn']);
    await house.of(DelegationsService).end(await named('ha'), made);
    expect(await told(THANH_TRI, 'head', '2027-06-15')).toEqual(['Lê Quang Minh']);
    await expect(house.of(DelegationsService).end(await named('ha'), made)).rejects.toThrow('people.delegation-ended');
  });

  it('leaves what goes unanswered to the deputy, else to a colleague, else to the head', async () => {
    const next = async (who: string, unit: string, role: HeldRole['role'], day: string) =>
      (await people().deputyOf(id[who]!, unit, role, day))?.name;
    expect(await next('mai', NGU_HIEP, 'official', '2027-06-21')).toBe('Đỗ Thị Lan');
    expect(await next('hung', THANH_TRI, 'supervisor', '2027-06-21')).toBe('Lê Quang Minh');
    expect(await next('minh', THANH_TRI, 'head', '2027-06-21')).toBeUndefined();
    await set('minh', 'minh', { deputy: id['son'], unit: THANH_TRI, role: 'head' });
    expect(await next('minh', THANH_TRI, 'head', '2027-06-21')).toBe('Vũ Hồng Sơn');
  });

  it('is replaced by decision of the own head, the office for heads, or an administrator, and by nobody else', async () => {
    const wish = { deputy: id['lan'], unit: NGU_HIEP, role: 'official' } as const;
    for (const who of ['mai', 'hung', 'dung', 'thang', 'minh'])
      await expect(set(who, 'mai', wish)).rejects.toThrow('access.not-allowed');
    await set('nam', 'mai', wish);
    const head = { deputy: id['son'], unit: THANH_TRI, role: 'head' } as const;
    await expect(set('dung', 'minh', head)).rejects.toThrow('access.not-allowed');
    await set('thang', 'minh', head);
    await expect(set('minh', 'nam', { unit: NGU_HIEP, role: 'head' })).rejects.toThrow('access.not-allowed');
  });

  it('cannot be replaced by a head who only acts: what was lent is not passed on', async () => {
    await set('minh', 'minh', { deputy: id['son'], unit: THANH_TRI, role: 'head', firstDay: '2027-06-15' });
    await expect(set('son', 'hung', { deputy: id['son'], unit: THANH_TRI, role: 'supervisor' })).rejects.toThrow(
      'access.not-allowed',
    );
  });

  it.each<[string, Partial<DelegationWish>, string]>([
    ['days in the past', { firstDay: '2027-05-01', lastDay: '2027-06-14' }, 'people.delegation-days'],
    ['days in the wrong order', { firstDay: '2027-06-28' }, 'people.delegation-days'],
    ['more than a year', { lastDay: '2028-07-01' }, 'people.delegation-days'],
    ['a role that is not held', { role: 'supervisor' }, 'people.role-not-held'],
    ['no decision', { decision: ' ' }, 'people.decision-needed'],
  ])('is not replaced with %s', async (_what, change, code) => {
    const wish = { deputy: id['lan'], unit: NGU_HIEP, role: 'official' } as const;
    await expect(set('ha', 'mai', { ...wish, ...change })).rejects.toThrow(code);
  });

  it('has one deputy at a time in one role, and none from outside but by the office or an administrator', async () => {
    const wish = { unit: NGU_HIEP, role: 'official' } as const;
    await expect(set('nam', 'mai', { ...wish, deputy: id['hung'] })).rejects.toThrow('people.deputy-outside');
    await set('nam', 'mai', { ...wish, deputy: id['lan'] });
    await expect(set('nam', 'mai', { ...wish, deputy: id['nam'], firstDay: '2027-06-25' })).rejects.toThrow(
      'people.delegation-overlaps',
    );
  });

  it('hears of it, the deputy too; it stands in the audit trail; others do not see it', async () => {
    const deputyPhone = await house.phoneOf(id['lan']!);
    await set('nam', 'mai', { deputy: id['lan'], unit: NGU_HIEP, role: 'official' });
    expect(await deputyPhone.hears()).toContain('thay mặt đồng chí Nguyễn Thị Mai');
    expect(
      await house.database.rows(
        `select action, actor from audit_event where action = 'delegation set' and subject = ?`,
        [id['mai']],
      ),
    ).toContainEqual({ action: 'delegation set', actor: id['nam'] });
    const seen = async (who: string) => {
      const cookie = await house.cookieOf(id[who]!);
      return (await house.app.inject({ url: '/api/delegations', headers: { cookie } })).json<object[]>();
    };
    expect(await seen('nam')).toEqual([
      expect.objectContaining({ personName: 'Nguyễn Thị Mai', deputyName: 'Đỗ Thị Lan', mayEnd: true }),
    ]);
    expect(await seen('lan')).toEqual([expect.objectContaining({ mayEnd: false })]);
    expect(await seen('dung')).toEqual([]);
  });

  it('is left out of a day’s planning, where the deputy stands instead', async () => {
    await set('nam', 'mai', { deputy: id['lan'], unit: NGU_HIEP, role: 'official' });
    const everyone = await people().everyone(undefined, '2027-06-21');
    const held = (who: string) => everyone.find((person) => person.id === id[who])?.roles;
    expect(held('mai')).toEqual([]);
    expect(held('lan')).toEqual([
      { unit: NGU_HIEP, role: 'official' },
      { unit: NGU_HIEP, role: 'official', actingFor: { id: id['mai'], name: 'Nguyễn Thị Mai' } },
    ]);
  });

  it('holds a role only within its days', async () => {
    await house.database.rows(
      `update person_role set first_day = '2027-06-16', last_day = '2027-06-20' where person_id = ?`,
      [id['dung']],
    );
    const days = ['2027-06-15', '2027-06-16', '2027-06-20', '2027-06-21'];
    const roles = await Promise.all(days.map(async (day) => (await rolesOf('dung', day)).length));
    expect(roles).toEqual([0, 1, 1, 0]);
  });
});
