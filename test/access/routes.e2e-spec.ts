import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { routesOf } from '../../src/http/routes.js';
import { House } from '../house/house.js';
import { type Access, CAST, ROUTES } from './routes.js';

const NGU_HIEP = '00667';
const DUYEN_HA = '00670';
const NOTHING = '0197a000-0000-7000-8000-000000000001';

/**
 * Mai answers for Xã Ngũ Hiệp, which Thư heads and whose district Hùng watches; Lan answers for another commune, Dung watches another district; Hà
 * watches in the planning department.
 */
describe('every route', () => {
  let house: House;
  const cookies: Record<string, string | undefined> = {};
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    house = await House.open({ day: '2027-06-15' });
    await house.openCycle(2028);
    const cast = {
      mai: await house.person('Nguyễn Thị Mai', { unit: NGU_HIEP, role: 'official' }),
      thu: await house.person('Phạm Văn Thư', { unit: NGU_HIEP, role: 'head' }),
      lan: await house.person('Đỗ Thị Lan', { unit: DUYEN_HA, role: 'official' }),
      hung: await house.person('Trần Văn Hùng', { unit: '020', role: 'supervisor' }),
      dung: await house.person('Lê Thị Dung', { unit: '018', role: 'supervisor' }),
      ha: await house.person('Trần Thu Hà', { unit: 'so-khdt', role: 'supervisor' }),
      admin: await house.person('Quản trị', { unit: 'so-khdt', role: 'admin' }),
    };
    for (const [name, id] of Object.entries(cast)) cookies[name] = await house.cookieOf(id);
    ids['person'] = await house.person('Cán bộ khác', { unit: NGU_HIEP, role: 'official' });
    const [found] = await house.database.rows<{ id: string }>(
      `select id from obligation where unit_code = ? and milestone = 'r1-commune'`,
      [NGU_HIEP],
    );
    ids['report'] = found!.id;
  }, 600_000);
  afterAll(() => house.close());

  /** The address with what there is of Ngũ Hiệp in the place of its names. */
  const filled = (route: string, { at = '' }: Access): string => {
    const url = route.split(' ')[1]!;
    const about = url.includes('/people/') ? ids['person']! : ids['report']!;
    return (
      url
        .replace(':unit/', `${url.startsWith('/api/rollups') ? '020' : NGU_HIEP}/`)
        .replace(/^(\/api\/(obligations|reports|people))\/:(id|obligation)/, `$1/${about}`)
        .replace(':number', '999999')
        .replace(/:\w+/g, NOTHING)
        .replace('/*', '/nowhere') + at
    );
  };
  const call = async (who: string, route: string, access: Access, payload: object | undefined = access.body) => {
    const method = route.split(' ')[0] as 'GET' | 'POST' | 'PUT' | 'DELETE';
    const body =
      payload && JSON.parse(JSON.stringify(payload).replace(/:(person|report)/g, (_, name: string) => ids[name]!));
    const cookie = cookies[who];
    const reply = await house.app.inject({
      method,
      url: filled(route, access),
      headers: cookie ? { cookie } : {},
      ...(method !== 'GET' && { payload: (body as object | undefined) ?? {} }),
    });
    return { status: reply.statusCode, body: reply.body };
  };
  const of = (...kinds: Access['for'][]) => Object.entries(ROUTES).filter(([, access]) => kinds.includes(access.for));
  /** What does not behave as `right` says, one line each: all of them are told at once. */
  const wrong = async (
    routes: [string, Access][],
    who: string,
    right: (status: number) => boolean,
    payload?: object,
  ): Promise<string[]> => {
    const found: string[] = [];
    for (const [route, access] of routes) {
      const { status, body } = await call(who, route, access, payload);
      if (!right(status)) found.push(`${route} answers ${who} with ${status} ${body.slice(0, 120)}`);
    }
    return found;
  };
  const isRefusal = (status: number) => status === 401 || status === 403;

  it('stands in test/access/routes.ts, sorted, with whom it lets in', () => {
    const known = Object.keys(ROUTES);
    const missing = routesOf(house.app).filter(
      (route) => !known.includes(route) && !/^GET \/(assets\/|icons\/|[^/]*$)/.test(route),
    );
    const hint = 'is in no list: add it to test/access/routes.ts with whom it lets in';
    expect(missing.map((route) => `${route} ${hint}`)).toEqual([]);
    // The pages and the description of the API are added when the product starts.
    const atStart = ['GET /*', 'GET /api/openapi.json'];
    const gone = known.filter((route) => !atStart.includes(route) && !routesOf(house.app).includes(route));
    expect(gone.map((route) => `${route} is no route any more: take it out of test/access/routes.ts`)).toEqual([]);
    expect(known).toEqual([...known].sort());
  });

  it('lets nobody in who is not signed in, unless it is meant for everybody', async () => {
    expect(await wrong(of('signed-in', 'receivers', 'admin', 'unit'), 'nobody', (status) => status === 401)).toEqual(
      [],
    );
    const open = of('anybody').filter(([route]) => routesOf(house.app).includes(route) && route !== 'GET /*');
    expect(await wrong(open, 'nobody', (status) => !isRefusal(status) && status !== 500)).toEqual([]);
  });

  it('that asks for a secret gives nothing to whoever has none', async () => {
    for (const [route, access] of of('holder')) {
      if (route === 'GET /api/chat/stream') continue;
      const { status, body } = await call('nobody', route, access);
      expect([route, status >= 400 ? 'refused' : body]).toEqual([
        route,
        route === 'GET /api/chat/lines' ? '{"lines":[]}' : 'refused',
      ]);
    }
  });

  it('for admins lets neither an official nor a supervisor in, but an admin', async () => {
    for (const who of ['mai', 'hung', 'ha']) {
      expect(await wrong(of('admin'), who, (status) => status === 403)).toEqual([]);
    }
    // Without a body: past the door nothing is done.
    expect(await wrong(of('admin'), 'admin', (status) => !isRefusal(status) && status !== 500, {})).toEqual([]);
  });

  it('for those who receive lets no official in', async () => {
    expect(await wrong(of('receivers'), 'lan', (status) => status === 403)).toEqual([]);
    expect(await wrong(of('receivers'), 'dung', (status) => !isRefusal(status) && status !== 500, {})).toEqual([]);
  });

  it('about a unit lets neither an official of another commune nor a supervisor of another district in', async () => {
    const outside = (status: number) => status === 403 || status === 404;
    expect(await wrong(of('unit'), 'lan', outside)).toEqual([]);
    expect(await wrong(of('unit'), 'dung', outside)).toEqual([]);
  });

  it('lets in whom it is for', async () => {
    for (const who of CAST) {
      const theirs = of('unit')
        .filter(([, access]) => access.for === 'unit' && access.lets === who)
        // Whoever lost the role or left is nobody's to manage: those two come last.
        .sort(([a], [b]) => Number(/leave|end$/.test(a)) - Number(/leave|end$/.test(b)));
      expect(await wrong(theirs, who, (status) => !isRefusal(status) && status !== 500)).toEqual([]);
    }
    // The last one ends the session.
    const shared = of('signed-in').filter(([route]) => route !== 'POST /api/session/end');
    expect(await wrong(shared, 'lan', (status) => !isRefusal(status) && status !== 500)).toEqual([]);
  });

  it('with a promise asks first who promises, and holds nothing off for longer than the profile lets it', async () => {
    const promise = async (who: string, promisedOn: string) => {
      const reply = await call(who, 'POST /api/obligations/:id/promise', ROUTES['POST /api/obligations/:id/promise']!, {
        promisedOn,
        note: '',
      });
      return { status: reply.status, ...(JSON.parse(reply.body || '{}') as { code?: string; message?: string }) };
    };
    await house.database.rows(`update obligation set settled_at = null, settled_as = null where id = ?::uuid`, [
      ids['report'],
    ]);
    const far = await promise('hung', '2027-07-16');
    expect(far).toMatchObject({ status: 422, code: 'followups.promise-too-far' });
    expect(far.message).toContain('15/07/2027');
    expect((await promise('hung', '2027-07-15')).status).toBe(204);
    await house.database.rows(`update obligation set settled_at = now(), settled_as = 'waived' where id = ?::uuid`, [
      ids['report'],
    ]);
    expect(await promise('dung', '2027-06-20')).toMatchObject({ status: 403, code: 'access.not-allowed' });
    expect(await promise('hung', '2027-06-20')).toMatchObject({ status: 409 });
  });

  it('takes a broken character for no fault of ours', async () => {
    const found: string[] = [];
    for (const [route, access] of Object.entries(ROUTES)) {
      if (route === 'GET /*' || route === 'GET /api/chat/stream') continue;
      const broken = { ...access, at: `${access.at ? `${access.at}&` : '?'}x=%00` };
      const { status } = await call('admin', route, broken, { ...access.body, text: 'a\0b' });
      if (status >= 500) found.push(`${route} ${status}`);
    }
    expect(found).toEqual([]);
  });
});
