import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { PasswordsService } from '../../src/modules/access/index.js';
import { PeopleService } from '../../src/modules/units/index.js';
import { House } from '../house/house.js';

const MAI = 'mưa rào tháng sáu';
const WRONG = 'access.wrong-password';

describe('a password', () => {
  let house: House;
  let mai: string;
  let login: string;
  let last = 0;

  beforeAll(async () => {
    house = await House.open({ day: '2027-06-20' });
  });
  afterAll(() => house.close());

  // A person, a login and an address of one's own for each sentence: the limits count across them otherwise.
  beforeEach(async () => {
    last += 1;
    login = `mai.nt${last}@nguhiep.gov.vn`;
    mai = await house.person('Nguyễn Thị Mai');
  });

  const call = async (method: 'GET' | 'POST' | 'PUT', url: string, payload?: object, cookie?: string, from = last) => {
    const headers = cookie ? { cookie } : {};
    const reply = await house.app.inject({ method, url, payload, headers, remoteAddress: `10.0.0.${from}` });
    const set = reply.cookies.find(({ name }) => name === 'nhip_session');
    const body = reply.body === '' ? {} : (reply.json() as { code?: string; message?: string; login?: string | null });
    return { status: reply.statusCode, ...body, cookie: set && `nhip_session=${set.value}` };
  };
  const signIn = (password: string, as = login, from = last) =>
    call('POST', '/api/session', { login: as, password }, undefined, from);
  const change = (body: object, cookie: string) => call('PUT', '/api/session/password', body, cookie);
  const trail = (subject: string) =>
    house.database.rows<{ action: string; details: object }>(
      `select action, details from audit_event where subject = ? order by id`,
      [subject],
    );

  it('is chosen with a login by whoever is signed in, and signs in from then on', async () => {
    const cookie = await house.cookieOf(mai);
    expect(await call('GET', '/api/session/password', undefined, cookie)).toMatchObject({ status: 200, login: null });
    expect(await change({ login, password: MAI }, cookie)).toMatchObject({ status: 204 });
    expect(await call('GET', '/api/session/password', undefined, cookie)).toMatchObject({ login });
    const signedIn = await signIn(MAI, ` ${login.toUpperCase()} `);
    expect(signedIn.status).toBe(204);
    expect(await call('GET', '/api/session', undefined, signedIn.cookie)).toMatchObject({ person: { id: mai } });
    expect((await signIn(MAI.normalize('NFD'))).status).toBe(204);
  });

  it('that is wrong, a login that is unknown and a person who left get one sentence', async () => {
    await house.of(PasswordsService).set((await house.of(PeopleService).find(mai))!, login, MAI);
    const refused = [await signIn('mưa rào tháng bảy'), await signIn(MAI, 'khong.co.ai'), await signIn(MAI, 'có dấu')];
    await house.database.rows(`update person set active = false where id = ?::uuid`, [mai]);
    refused.push(await signIn(MAI));
    expect(new Set(refused.map(({ status, code, message }) => `${status} ${code} ${message}`)).size).toBe(1);
    expect(refused[0]).toMatchObject({ status: 401, code: WRONG });
    expect(refused.every(({ cookie }) => cookie === undefined)).toBe(true);
    expect((await trail(mai)).map(({ action }) => action)).toEqual([
      'password set',
      'sign-in by password refused',
      'sign-in by password refused',
    ]);
  });

  it('stands nowhere as text: neither in its row nor in the trail', async () => {
    await change({ login, password: MAI }, await house.cookieOf(mai));
    await signIn(MAI);
    await signIn('một mật khẩu sai');
    const [kept] = await house.database.rows<{ hash: string }>(`select hash from password where person_id = ?::uuid`, [
      mai,
    ]);
    expect(kept!.hash).toMatch(/^\$argon2id\$/);
    const everything = JSON.stringify(await house.database.rows(`select * from audit_event`));
    for (const secret of [MAI, 'một mật khẩu sai']) expect(everything).not.toContain(secret);
  });

  it('is guessed at ten times, then a login rests, from whichever address; others sign in meanwhile', async () => {
    await change({ login, password: MAI }, await house.cookieOf(mai));
    for (let at = 0; at < 10; at += 1) expect((await signIn('sai mật khẩu rồi', login, 100 + at)).code).toBe(WRONG);
    expect(await signIn(MAI, login, 120)).toMatchObject({ status: 429, code: 'access.too-many-tries' });
    const binh = await house.person('Trần Văn Bình');
    await change({ login: 'binh.tv', password: 'hoa sữa đầu mùa' }, await house.cookieOf(binh));
    expect((await signIn('hoa sữa đầu mùa', 'binh.tv', 120)).status).toBe(204);
  });

  it('is guessed at from one address twenty times a minute at most', async () => {
    const codes: (string | undefined)[] = [];
    for (let at = 0; at < 21; at += 1) codes.push((await signIn('sai mật khẩu rồi', `nguoi.${at}`, 200)).code);
    expect(codes.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => WRONG));
    expect(codes[20]).toBe('access.too-many-tries');
  });

  it('is changed by whoever knows the present one, and every other session of the person ends', async () => {
    const here = await house.cookieOf(mai);
    await change({ login, password: MAI }, here);
    const elsewhere = (await signIn(MAI)).cookie!;
    expect(await change({ password: 'nắng hanh tháng mười' }, here)).toMatchObject({
      status: 422,
      code: 'access.wrong-current-password',
    });
    expect((await change({ password: 'nắng hanh tháng mười', current: MAI }, here)).status).toBe(204);
    expect((await call('GET', '/api/session', undefined, here)).status).toBe(200);
    expect((await call('GET', '/api/session', undefined, elsewhere)).status).toBe(401);
    expect((await signIn(MAI)).code).toBe(WRONG);
    expect((await signIn('nắng hanh tháng mười')).status).toBe(204);
  });

  it('that is short or the own name is refused in words, and the one before stays', async () => {
    const cookie = await house.cookieOf(mai);
    await change({ login, password: MAI }, cookie);
    for (const [password, code] of [
      ['mưa rào', 'access.password-too-short'],
      ['Nguyễn Thị Mai', 'access.password-is-a-name'],
      ['aaaaaaaaaaaaaa', 'access.password-one-letter'],
    ] as const) {
      const refused = await change({ password, current: MAI }, cookie);
      expect(refused).toMatchObject({ status: 422, code });
      expect(refused.message).not.toBe(code);
    }
    expect((await signIn(MAI)).status).toBe(204);
  });

  it('needs a login that nobody else has', async () => {
    await change({ login, password: MAI }, await house.cookieOf(mai));
    const other = await house.cookieOf(await house.person('Lê Thị Hồng'));
    expect((await change({ login, password: 'hoa sữa đầu mùa' }, other)).code).toBe('access.login-taken');
    expect((await change({ password: 'hoa sữa đầu mùa' }, other)).code).toBe('access.login-needed');
  });

  it('is set for nobody who is not signed in', async () => {
    expect((await call('PUT', '/api/session/password', { login, password: MAI })).status).toBe(401);
  });
});
