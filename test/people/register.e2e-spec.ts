import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { House } from '../house/house.js';

const NGU_HIEP = '00667';
const DUYEN_HA = '00670';
const THANH_TRI = '020';
const GIA_LAM = '018';

interface Listed {
  total: number;
  people: { id: string; name: string; phone?: string; email?: string; mayManage: boolean; chats: { id: string }[] }[];
}

/** Hà administers, Minh heads Thanh Trì, Hùng supervises there, Dung next door, Nam heads Ngũ Hiệp, Mai reports for it. */
describe('the register of people', () => {
  let house: House;
  const id: Record<string, string> = {};
  const cookies: Record<string, string> = {};

  beforeAll(async () => {
    house = await House.open({ day: '2027-06-15' });
    await house.openCycle(2028);
    id['ha'] = await house.person('Nguyễn Thu Hà', { unit: 'so-khdt', role: 'admin' });
    id['minh'] = await house.person('Lê Quang Minh', { unit: THANH_TRI, role: 'head' });
    id['hung'] = await house.person('Trần Văn Hùng', { unit: THANH_TRI, role: 'supervisor' });
    id['dung'] = await house.person('Lê Thị Dung', { unit: GIA_LAM, role: 'supervisor' });
    id['nam'] = await house.person('Hoàng Văn Nam', { unit: NGU_HIEP, role: 'head' });
    id['mai'] = await house.person('Nguyễn Thị Mai', { unit: NGU_HIEP, role: 'official' });
    for (const [name, person] of Object.entries(id)) cookies[name] = await house.cookieOf(person);
  }, 120_000);
  afterAll(() => house.close());

  const call = async <T = { id: string; code: string }>(
    who: string,
    method: 'GET' | 'POST' | 'PUT',
    url: string,
    payload?: object,
  ) => {
    const reply = await house.app.inject({
      method,
      url: `/api/people${url}`,
      headers: { cookie: cookies[who] ?? '' },
      payload,
    });
    return { status: reply.statusCode, body: (reply.body === '' ? undefined : reply.json()) as T };
  };
  const newcomer = async (by: string, unit: string, given: object = {}) =>
    call(by, 'POST', '', { name: 'Phạm Văn Tân', roles: [{ unit, role: 'official' }], ...given });
  const listed = async (who: string, query: string) => (await call<Listed>(who, 'GET', `?${query}`)).body;

  it('takes somebody in, with a telephone number however it is written', async () => {
    const { status, body } = await newcomer('ha', NGU_HIEP, {
      name: '  Đặng  Thị Ngọc ',
      title: 'công chức văn phòng',
      phone: '(+84) 912.345.678',
      email: 'Ngoc.DT@ThanhTri.hanoi.gov.vn',
      code: 'CB-017',
    });
    expect(status).toBe(201);
    const [person] = (await listed('ha', 'text=ngoc%20dang')).people;
    expect(person).toMatchObject({
      id: body.id,
      name: 'Đặng Thị Ngọc',
      phone: '+84912345678',
      email: 'ngoc.dt@thanhtri.hanoi.gov.vn',
      code: 'CB-017',
    });
  });

  it('says what is wrong in words, all of it, and writes nothing', async () => {
    const { status, body } = await newcomer('ha', NGU_HIEP, { name: '?', phone: '12', email: 'a@b' });
    expect(status).toBe(422);
    const { message } = body as unknown as { message: string };
    for (const word of ['Họ và tên', 'Số điện thoại', 'thư điện tử']) expect(message).toContain(word);
    expect((await newcomer('ha', NGU_HIEP, { email: 'ngoc.dt@thanhtri.hanoi.gov.vn' })).status).toBe(409);
    expect((await newcomer('ha', NGU_HIEP, { code: 'CB-017' })).status).toBe(409);
    expect((await newcomer('ha', 'khong-co')).status).toBe(422);
    expect((await newcomer('ha', 'bo-khdt')).status).toBe(422);
  });

  it('finds without accents, by the beginning of words, by telephone and by what is linked', async () => {
    for (const wish of [
      'text=dang',
      'text=%C4%90%E1%BA%B6%20th',
      'text=0912345',
      'text=cb-017',
      `unit=${NGU_HIEP}&text=ngoc`,
    ])
      expect([wish, (await listed('ha', wish)).people.map((one) => one.name)]).toEqual([wish, ['Đặng Thị Ngọc']]);
    expect((await listed('ha', 'text=khong%20co%20ai')).total).toBe(0);
    const below = await listed('ha', `unit=${THANH_TRI}&below=true&role=official`);
    expect(below.people.map((one) => one.name)).toEqual(['Nguyễn Thị Mai', 'Đặng Thị Ngọc']);
    expect((await listed('ha', 'linked=true')).total).toBe(0);
  });

  it('is each manager’s own subtree: a supervisor has what lies below, a head the own unit too, an official nobody', async () => {
    const units = async (who: string) => (await call<{ code: string }[]>(who, 'GET', '/units')).body.map((u) => u.code);
    expect(await units('nam')).toEqual([NGU_HIEP]);
    expect(await units('minh')).toContain(THANH_TRI);
    expect(await units('hung')).not.toContain(THANH_TRI);
    expect(await units('hung')).toContain(NGU_HIEP);
    expect(await units('dung')).not.toContain(NGU_HIEP);
    expect((await call('mai', 'GET', '')).status).toBe(403);
    expect((await listed('dung', `unit=${NGU_HIEP}`)).total).toBe(0);
    expect((await listed('hung', `unit=${NGU_HIEP}`)).total).toBe(3);
  });

  it('lets nobody of another district see, invite, change, unlink or end', async () => {
    const mai = id['mai']!;
    const link = await house.phoneOf(mai).then(async () => {
      const [found] = (await listed('ha', 'text=mai')).people;
      return found!.chats[0]!.id;
    });
    for (const who of ['dung', 'mai']) {
      const tries = [
        await newcomer(who, NGU_HIEP),
        await call(who, 'PUT', `/${mai}`, { name: 'Kẻ Khác' }),
        await call(who, 'PUT', `/${mai}/roles`, { unit: GIA_LAM, role: 'official' }),
        await call(who, 'POST', `/${mai}/roles/end`, { unit: NGU_HIEP, role: 'official' }),
        await call(who, 'POST', `/${mai}/leave`),
        await call(who, 'POST', `/${mai}/return`),
        await call(who, 'POST', `/${mai}/invitation`),
        await call(who, 'POST', `/${mai}/invitation/send`),
        await call(who, 'POST', `/invitations`, { unit: NGU_HIEP }),
        await call(who, 'POST', `/chats/${link}/end`),
      ];
      expect([who, ...tries.map((one) => one.status)]).toEqual([who, ...tries.map(() => 403)]);
    }
    expect((await call('hung', 'POST', `/${mai}/invitation`)).status).toBe(200);
  });

  it('lets a manager give no more than the manager has: no administrators, no peers, nobody’s other roles', async () => {
    expect((await newcomer('minh', THANH_TRI, { roles: [{ unit: THANH_TRI, role: 'admin' }] })).status).toBe(403);
    expect((await newcomer('hung', THANH_TRI)).status).toBe(403);
    expect((await call('hung', 'POST', `/${id['minh']}/invitation`)).status).toBe(403);
    const both = await newcomer('ha', NGU_HIEP, {
      name: 'Vũ Hai Nơi',
      phone: '0987654321',
      roles: [
        { unit: NGU_HIEP, role: 'official' },
        { unit: GIA_LAM, role: 'official' },
      ],
    });
    const [seen] = (await listed('hung', 'text=hai%20noi')).people;
    expect(seen).toMatchObject({ mayManage: false });
    expect(seen!.phone).toBeUndefined();
    expect((await call('hung', 'PUT', `/${both.body.id}`, { name: 'Vũ Hai Nơi' })).status).toBe(403);
    expect(
      (await call('hung', 'POST', `/${both.body.id}/roles/end`, { unit: NGU_HIEP, role: 'official' })).status,
    ).toBe(204);
    expect((await listed('hung', 'text=hai%20noi')).total).toBe(0);
  });

  it('takes a role away at once: the page that was open says no', async () => {
    const { body } = await newcomer('ha', DUYEN_HA, { name: 'Cao Văn Ất', roles: [{ unit: DUYEN_HA, role: 'head' }] });
    cookies['at'] = await house.cookieOf(body.id);
    expect((await call('at', 'GET', '')).status).toBe(200);
    expect((await call('minh', 'POST', `/${body.id}/roles/end`, { unit: DUYEN_HA, role: 'head' })).status).toBe(204);
    expect((await call('at', 'GET', '')).status).toBe(403);
  });

  it('ends everything of who leaves: the session, the chat, the invitation; the chat says so', async () => {
    const { body } = await newcomer('ha', NGU_HIEP, { name: 'Lý Thị Bích' });
    cookies['bich'] = await house.cookieOf(body.id);
    const phone = await house.phoneOf(body.id);
    const invitation = await call('ha', 'POST', `/${body.id}/invitation`);
    expect((await call('nam', 'POST', `/${body.id}/leave`)).status).toBe(204);
    expect(await phone.hears()).toContain('đã thôi làm việc');
    const session = await house.app.inject({ url: '/api/session', headers: { cookie: cookies['bich'] } });
    expect(session.statusCode).toBe(401);
    expect(await phone.says('/viec')).toContain('đã thôi làm việc tại đơn vị');
    expect(await phone.says(invitation.body.code)).toContain('Mã liên kết không đúng');
    expect((await listed('ha', 'text=bich')).total).toBe(0);
    expect((await listed('ha', 'text=bich&active=false')).total).toBe(1);
    expect((await call('nam', 'POST', `/${body.id}/return`)).status).toBe(204);
    expect((await listed('ha', 'text=bich')).total).toBe(1);
    expect(await phone.says('/viec')).not.toContain('Dự thảo');
  });

  it('lets nobody end the own work by accident', async () => {
    expect((await call('ha', 'POST', `/${id['ha']}/leave`)).status).toBe(409);
    expect((await call('ha', 'POST', `/${id['ha']}/roles/end`, { unit: 'so-khdt', role: 'admin' })).status).toBe(409);
  });

  it('leaves a trail of every act that holds no telephone number or address', async () => {
    const trail = await house.database.rows<{ action: string; details: object }>(
      `select action, details from audit_event where action in
         ('person written', 'role given', 'role ended', 'person left', 'person back', 'invitation given')`,
    );
    expect(new Set(trail.map((one) => one.action)).size).toBe(6);
    const whole = JSON.stringify(trail);
    for (const personal of ['912345678', '987654321', '@', 'Bích']) expect(whole).not.toContain(personal);
  });
});
