import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OneTimeService } from '../../src/modules/access/index.js';
import { House } from '../house/house.js';

const NGU_HIEP = '00667';
const DUYEN_HA = '00670';
const THANH_TRI = '020';
const GIA_LAM = '018';

interface Owed {
  items: { unit: string; milestone: string; id: string }[];
}

/** Mai and Lan answer for two communes of one district, Hùng watches there, Dung next door, Hà in the planning department. */
describe('what a person sees', () => {
  let house: House;
  const cookies: Record<string, string> = {};
  const people: Record<string, string> = {};

  beforeAll(async () => {
    house = await House.open({ day: '2027-06-15' });
    await house.openCycle(2028);
    people['mai'] = await house.person('Nguyễn Thị Mai', { unit: NGU_HIEP, role: 'official' });
    people['lan'] = await house.person('Đỗ Thị Lan', { unit: DUYEN_HA, role: 'official' });
    people['hung'] = await house.person('Trần Văn Hùng', { unit: THANH_TRI, role: 'supervisor' });
    people['dung'] = await house.person('Lê Thị Dung', { unit: GIA_LAM, role: 'supervisor' });
    people['ha'] = await house.person('Trần Thu Hà', { unit: 'so-khdt', role: 'supervisor' });
    for (const [name, id] of Object.entries(people)) cookies[name] = await house.cookieOf(id);
  });

  afterAll(() => house.close());

  const get = async <T>(who: string, url: string) => {
    const reply = await house.app.inject({ url: `/api${url}`, headers: { cookie: cookies[who] ?? '' } });
    const isJson = String(reply.headers['content-type']).startsWith('application/json');
    return { status: reply.statusCode, body: (isJson ? reply.json() : undefined) as T };
  };
  const unitsSeen = async (who: string, scope: 'own' | 'below') => {
    const { body } = await get<Owed>(who, `/obligations?scope=${scope}&state=all`);
    return new Set(body.items.map((item) => item.unit));
  };
  const reportOf = async (unit: string) => {
    const [found] = await house.database.rows<{ id: string }>(
      `select id from obligation where unit_code = ? and milestone = 'r1-commune'`,
      [unit],
    );
    return found!.id;
  };

  it('is the own unit for an official', async () => {
    expect(await unitsSeen('mai', 'own')).toEqual(new Set([NGU_HIEP]));
    expect(await unitsSeen('mai', 'below')).toEqual(new Set([NGU_HIEP]));
    expect((await get('mai', `/reports/${await reportOf(NGU_HIEP)}`)).status).toBe(200);
    expect((await get('mai', `/reports/${await reportOf(DUYEN_HA)}`)).status).toBe(403);
    expect((await get('mai', '/board')).status).toBe(403);
  });

  it('is the district’s communes for its supervisor, and none of the neighbour’s', async () => {
    const seen = await unitsSeen('hung', 'below');
    expect(seen).toContain(NGU_HIEP);
    expect(seen).toContain(DUYEN_HA);
    expect(seen.size).toBe(17);
    const neighbour = await unitsSeen('dung', 'below');
    expect([...neighbour].filter((unit) => seen.has(unit))).toEqual([]);
    expect((await get('hung', `/reports/${await reportOf(NGU_HIEP)}`)).status).toBe(200);
    expect((await get('dung', `/reports/${await reportOf(NGU_HIEP)}`)).status).toBe(403);
    const board = await get<{ units: { unit: string }[] }>('dung', '/board');
    expect(board.body.units.map((one) => one.unit)).not.toContain(NGU_HIEP);
  });

  it('is everything for the planning department', async () => {
    expect((await unitsSeen('ha', 'below')).size).toBeGreaterThan(600);
  });

  it('decides on workbooks as well', async () => {
    const workbook = `/rollups/${THANH_TRI}/workbook?planYear=2028&milestone=r1-commune`;
    expect((await get('dung', workbook)).status).toBe(403);
    expect((await get('mai', workbook)).status).toBe(403);
    expect((await get('ha', workbook)).status).not.toBe(403);
    const offers = await get<{ unit: string }[]>('dung', '/rollups');
    expect(offers.body.map((one) => one.unit)).not.toContain(THANH_TRI);
  });

  it('never lets one answer for another', async () => {
    const report = await reportOf(NGU_HIEP);
    const cells = { 'investment-growth': { 'estimate-current': { state: 'value', value: '1' } } };
    for (const who of ['lan', 'hung', 'ha']) {
      const reply = await house.app.inject({
        method: 'PUT',
        url: `/api/reports/${report}/answers`,
        headers: { cookie: cookies[who]! },
        payload: { cells },
      });
      expect([who, reply.statusCode]).toEqual([who, 403]);
      const submit = await house.app.inject({
        method: 'POST',
        url: `/api/reports/${report}/submit`,
        headers: { cookie: cookies[who]! },
      });
      expect([who, submit.statusCode]).toEqual([who, 403]);
    }
  });

  it('is nothing without a session, and nothing after leaving', async () => {
    expect((await get('nobody', '/obligations')).status).toBe(401);
    const id = await house.person('Người đã nghỉ', { unit: NGU_HIEP, role: 'official' });
    cookies['left'] = await house.cookieOf(id);
    expect((await get('left', '/obligations')).status).toBe(200);
    await house.database.rows(`update person set active = false where id = ?::uuid`, [id]);
    expect((await get('left', '/obligations')).status).toBe(401);
  });

  it('outlives a restart of the product', async () => {
    const again = await House.open({ day: '2027-06-15', on: house.databaseUrl });
    const reply = await again.app.inject({ url: '/api/session', headers: { cookie: cookies['mai']! } });
    expect(reply.json()).toMatchObject({ person: { name: 'Nguyễn Thị Mai' } });
    await again.close();
  });
});

describe('a sign-in link', () => {
  let house: House;
  let mai: string;

  beforeAll(async () => {
    house = await House.open({ day: '2027-06-15' });
    mai = await house.person('Nguyễn Thị Mai', { unit: NGU_HIEP, role: 'official' });
  });

  afterAll(() => house.close());

  const signIn = (token: string, headers: Record<string, string> = {}) =>
    house.app.inject({ method: 'POST', url: '/api/session', payload: { token }, headers });

  it('works once', async () => {
    const token = await house.of(OneTimeService).signInSecret(mai);
    expect((await signIn(token)).statusCode).toBe(204);
    const again = await signIn(token);
    expect([again.statusCode, again.json<{ code: string }>().code]).toEqual([410, 'access.link-expired']);
  });

  it('works for one of two who use it at once', async () => {
    const token = await house.of(OneTimeService).signInSecret(mai);
    const both = await Promise.all([signIn(token), signIn(token)]);
    expect(both.map((one) => one.statusCode).sort()).toEqual([204, 410]);
  });

  it('runs out', async () => {
    const token = await house.of(OneTimeService).signInSecret(mai);
    await house.database.rows(`update sign_in_link set expires_at = now() - interval '1 second' where used_at is null`);
    expect((await signIn(token)).statusCode).toBe(410);
  });

  it('is not taken from another site, nor is any other change', async () => {
    const token = await house.of(OneTimeService).signInSecret(mai);
    expect((await signIn(token, { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403);
    const cookie = await house.cookieOf(mai);
    const end = await house.app.inject({
      method: 'POST',
      url: '/api/session/end',
      headers: { cookie, 'sec-fetch-site': 'cross-site' },
    });
    expect(end.statusCode).toBe(403);
    expect((await house.app.inject({ url: '/api/session', headers: { cookie } })).statusCode).toBe(200);
  });

  it('stands nowhere in the database as it is', async () => {
    const token = await house.of(OneTimeService).signInSecret(mai);
    const cookie = await house.cookieOf(mai);
    const session = cookie.split('=')[1]!;
    for (const table of ['sign_in_link', 'enrolment_code', 'session', 'audit_event', 'message', 'inbox']) {
      const rows = JSON.stringify(await house.database.rows(`select * from ${table}`));
      expect(rows).not.toContain(token);
      expect(rows).not.toContain(session);
    }
  });
});

describe('what stands in the database', () => {
  let house: House;

  beforeAll(async () => {
    house = await House.open({ day: '2027-06-15' });
    await house.openCycle(2028);
    const mai = await house.person('Nguyễn Thị Mai', { unit: NGU_HIEP, role: 'official' });
    const phone = await house.phoneOf(mai);
    await phone.says('/dien');
    await phone.says('1; 2');
  });

  afterAll(() => house.close());

  it.each(['audit_event', 'form_version', 'report_revision'])('is never changed or removed in %s', async (table) => {
    const [count] = await house.database.rows<{ n: number }>(`select count(*)::int as n from ${table}`);
    expect(count!.n).toBeGreaterThan(0);
    const column = table === 'audit_event' ? 'action' : table === 'form_version' ? 'note' : 'via';
    await expect(house.database.rows(`update ${table} set ${column} = 'x'`)).rejects.toThrow(
      /never changed or removed/,
    );
    await expect(house.database.rows(`delete from ${table}`)).rejects.toThrow(/never changed or removed/);
  });
});
