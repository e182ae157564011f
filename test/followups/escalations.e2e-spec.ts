import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { House } from '../house/house.js';
import type { Phone } from '../house/phone.js';

const NGU_HIEP = '00667';
const THANH_TRI = '020';
const GIA_LAM = '018';

/** Mai of Xã Ngũ Hiệp is late; Bình of the district, and his colleague Hoa, are told and answer. */
describe('what a supervisor does about a lateness', () => {
  let house: House;
  let mai: Phone;
  let hoa: { id: string; phone: Phone };
  let binh: string;
  let draft: string;
  let cookies: Record<'mai' | 'binh' | 'hoa' | 'dung', string>;

  beforeAll(async () => {
    house = await House.open({ day: '2027-06-12' });
    await house.openCycle(2028);
    const maiId = await house.person('Nguyễn Thị Mai', { unit: NGU_HIEP, role: 'official' });
    binh = await house.person('Trần Văn Bình', { unit: THANH_TRI, role: 'supervisor' });
    const hoaId = await house.person('Phạm Thị Hoa', { unit: THANH_TRI, role: 'supervisor' });
    const dung = await house.person('Lê Thị Dung', { unit: GIA_LAM, role: 'supervisor' });
    mai = await house.phoneOf(maiId);
    hoa = { id: hoaId, phone: await house.phoneOf(hoaId) };
    await house.phoneOf(binh);
    cookies = {
      mai: await house.cookieOf(maiId),
      binh: await house.cookieOf(binh),
      hoa: await house.cookieOf(hoaId),
      dung: await house.cookieOf(dung),
    };
    const [found] = await house.database.rows<{ id: string }>(
      `select id from obligation where unit_code = ? and milestone = 'r1-commune'`,
      [NGU_HIEP],
    );
    draft = found!.id;
  }, 120_000);

  afterAll(() => house.close());

  const call = async (who: keyof typeof cookies, method: 'GET' | 'POST', url: string, payload?: object) => {
    const reply = await house.app.inject({ method, url: `/api/${url}`, headers: { cookie: cookies[who] }, payload });
    await house.settle();
    return { status: reply.statusCode, body: reply.body ? reply.json<never>() : undefined };
  };

  it('is refused before the day is over', async () => {
    const early = await call('binh', 'POST', `obligations/${draft}/acknowledgement`, {});
    expect(early).toMatchObject({ status: 409, body: { code: 'followups.not-late-yet' } });
  });

  it('reminds a unit now, once a day, and says who did', async () => {
    const first = await call('binh', 'POST', `units/${NGU_HIEP}/reminder`);
    expect(first).toMatchObject({ status: 200, body: { told: 1 } });
    expect(await mai.hears()).toContain('Nơi nhận báo cáo nhắc riêng đơn vị');
    const again = await call('hoa', 'POST', `units/${NGU_HIEP}/reminder`);
    expect(again).toMatchObject({ status: 409, body: { code: 'followups.reminded-today' } });
    expect((again.body as unknown as { message: string }).message).toContain('Trần Văn Bình');
  });

  it('reminds nobody outside the own tree, and nobody who is not linked', async () => {
    expect(await call('dung', 'POST', `units/${NGU_HIEP}/reminder`)).toMatchObject({ status: 403 });
    expect(await call('mai', 'POST', `units/${NGU_HIEP}/reminder`)).toMatchObject({ status: 403 });
    const [other] = await house.database.rows<{ code: string }>(
      `select code from unit where parent = (select parent from unit where code = ?) and kind = 'commune' and code <> ? limit 1`,
      [NGU_HIEP, NGU_HIEP],
    );
    expect(await call('binh', 'POST', `units/${other!.code}/reminder`)).toMatchObject({
      status: 409,
      body: { code: 'followups.nobody-linked' },
    });
  });

  it('lists what is overdue, takes it on, and hands it over', async () => {
    await house.advanceTo('2027-07-02');
    // What the way brought, so that what is heard next is the answer to what is done next.
    await mai.hears();
    await hoa.phone.hears();
    const list = await call('binh', 'GET', 'overdue');
    expect(list.body).toEqual(
      expect.arrayContaining([expect.objectContaining({ obligation: draft, unit: NGU_HIEP, daysLate: 3 })]),
    );
    expect((await call('mai', 'GET', 'overdue')).body).toEqual([]);
    expect((await call('binh', 'POST', `obligations/${draft}/acknowledgement`, { note: 'đang gọi' })).status).toBe(204);
    expect((await call('binh', 'POST', `obligations/${draft}/acknowledgement`, {})).status).toBe(204);
    expect(
      await house.database.rows(`select note from acknowledgement where obligation_id = ?::uuid`, [draft]),
    ).toEqual([{ note: 'đang gọi' }]);

    expect(await call('dung', 'POST', `obligations/${draft}/handover`, { person: binh })).toMatchObject({
      status: 403,
    });
    const handed = await call('binh', 'POST', `obligations/${draft}/handover`, {
      person: hoa.id,
      note: 'tôi đi công tác',
    });
    expect(handed.status).toBe(204);
    const told = await hoa.phone.hears();
    expect(told).toContain('Trần Văn Bình đề nghị đồng chí theo dõi');
    expect(told).toContain('tôi đi công tác');
  });

  it('asks the unit, which answers once', async () => {
    const asked = await call('hoa', 'POST', `obligations/${draft}/question`, { text: 'Vướng ở chỉ tiêu nào?' });
    expect(asked).toMatchObject({ status: 201, body: { told: 1 } });
    const { id } = asked.body as unknown as { id: string };
    expect(await mai.hears()).toContain('Vướng ở chỉ tiêu nào?');
    expect((await call('dung', 'POST', `unit-questions/${id}/answer`, { text: 'không biết' })).status).toBe(403);
    expect((await call('mai', 'POST', `unit-questions/${id}/answer`, { text: 'Thu ngân sách' })).status).toBe(204);
    expect((await call('mai', 'POST', `unit-questions/${id}/answer`, { text: 'Lần nữa' })).status).toBe(409);
    expect(await hoa.phone.hears()).toContain('Thu ngân sách');
    expect((await call('binh', 'GET', `unit-questions?obligation=${draft}`)).body).toMatchObject([
      { askedBy: 'Phạm Thị Hoa', answer: { text: 'Thu ngân sách', by: 'Nguyễn Thị Mai' } },
    ]);
    expect((await call('dung', 'GET', 'unit-questions')).body).toEqual([]);
  });

  it('leaves a trail', async () => {
    const acts = await house.database.rows<{ action: string }>(`select action from audit_event order by id`);
    expect(acts.map((one) => one.action)).toEqual(
      expect.arrayContaining([
        'unit reminded now',
        'escalation acknowledged',
        'escalation handed over',
        'unit asked',
        'unit answered',
      ]),
    );
  });
});
