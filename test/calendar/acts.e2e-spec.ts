import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { House } from '../house/house.js';
import { deskOf } from './desk.js';

const NGU_HIEP = '00667';
const TU_HIEP = '00658';
const THANH_TRI = '020';
const GIA_LAM = '018';

type Desk = ReturnType<typeof deskOf>;

/** Mai answers for a commune of Thanh Trì, where Hùng receives; Dung receives in the neighbouring district; Hà administers. */
describe('acts on the calendar', () => {
  let house: House;
  let mai: Desk;
  let hung: Desk;
  let dung: Desk;
  let ha: Desk;

  beforeAll(async () => {
    house = await House.open({ day: '2027-06-25' });
    await house.openCycle(2028);
    const at = async (name: string, unit: string, role: 'supervisor' | 'admin' | 'official') =>
      deskOf(house, await house.cookieOf(await house.person(name, { unit, role })));
    mai = await at('Nguyễn Thị Mai', NGU_HIEP, 'official');
    hung = await at('Trần Văn Hùng', THANH_TRI, 'supervisor');
    dung = await at('Lê Thị Dung', GIA_LAM, 'supervisor');
    ha = await at('Phạm Thu Hà', 'so-khdt', 'admin');
  });

  afterAll(() => house.close());

  const draft = async (unit: string, milestone = 'r1-commune') => {
    const [found] = await house.database.rows<{ id: string; due: string; first: string; as: string | null }>(
      `select id, due_on::text as due, first_due_on::text as first, settled_as as as from obligation
       where unit_code = ? and milestone = ? and plan_year = 2028`,
      [unit, milestone],
    );
    return found!;
  };
  const dues = async () =>
    Object.fromEntries(
      (
        await house.database.rows<{ due: string; n: number }>(
          `select due_on::text as due, count(*)::int as n from obligation where milestone = 'r1-commune' group by 1 order by 1`,
        )
      ).map(({ due, n }) => [due, n]),
    );

  it('are refused to everybody but admins', async () => {
    const move = { planYear: 2028, milestone: 'r1-commune', shift: { days: 2 }, reason: 'Thử', confirmed: true };
    expect((await hung.post('calendar/moves', move)).status).toBe(403);
    expect((await hung.post('calendar/rounds/close', { planYear: 2028, round: '1', reason: 'Thử' })).status).toBe(403);
    expect((await mai.get('calendar')).status).toBe(403);
    expect(await dues()).toEqual({ '2027-06-30': 584 });
  });

  describe('a due day that an admin moves', () => {
    const later = { planYear: 2028, milestone: 'r1-commune', shift: { days: 2 }, reason: 'Chờ số liệu thống kê' };

    it('is told first, then moved for every commune, and put back by undoing', async () => {
      const told = await ha.post('calendar/moves', later);
      expect(told.body).toEqual({ effect: { moved: 584, lateAtOnce: 0, settled: 0 }, applied: false });
      expect(await dues()).toEqual({ '2027-06-30': 584 });
      const done = await ha.post('calendar/moves', { ...later, confirmed: true });
      expect(await dues()).toEqual({ '2027-07-02': 584 });
      expect(await draft(NGU_HIEP)).toMatchObject({ first: '2027-06-30' });
      expect((await ha.post(`calendar/moves/${String(done.body.id)}/undo`)).body).toEqual({
        moved: 584,
        lateAtOnce: 0,
        applied: false,
      });
      expect(await dues()).toEqual({ '2027-07-02': 584 });
      const undone = await ha.post(`calendar/moves/${String(done.body.id)}/undo`, { confirmed: true });
      expect(undone.body).toEqual({ moved: 584, lateAtOnce: 0, applied: true });
      expect(await dues()).toEqual({ '2027-06-30': 584 });
      expect((await ha.post(`calendar/moves/${String(done.body.id)}/undo`, { confirmed: true })).status).toBe(404);
    });

    it('keeps an extension that was granted before or since, whatever moves under it', async () => {
      const { id } = await draft(NGU_HIEP);
      await hung.post(`obligations/${id}/extension`, { dueOn: '2027-07-04', reason: 'Kiểm kê rừng' });
      const first = await ha.post('calendar/moves', { ...later, confirmed: true });
      const second = await ha.post('calendar/moves', { ...later, shift: { dueOn: '2027-07-05' }, confirmed: true });
      expect((await draft(NGU_HIEP)).due).toBe('2027-07-05');
      await ha.post(`calendar/moves/${String(second.body.id)}/undo`, { confirmed: true });
      expect([(await draft(NGU_HIEP)).due, (await draft(TU_HIEP)).due]).toEqual(['2027-07-04', '2027-07-02']);
      await ha.post(`calendar/moves/${String(first.body.id)}/undo`, { confirmed: true });
      expect([(await draft(NGU_HIEP)).due, (await draft(TU_HIEP)).due]).toEqual(['2027-07-04', '2027-06-30']);
    });

    it('says of an undo what really goes back: a newer move rules; a move of no day is none', async () => {
      const first = await ha.post('calendar/moves', { ...later, confirmed: true });
      const second = await ha.post('calendar/moves', { ...later, shift: { dueOn: '2027-07-05' }, confirmed: true });
      const undo = (move: typeof first) =>
        ha.post(`calendar/moves/${String(move.body.id)}/undo`, { confirmed: true }).then(({ body }) => body);
      expect(await undo(first)).toEqual({ moved: 0, lateAtOnce: 0, applied: true });
      expect((await draft(TU_HIEP)).due).toBe('2027-07-05');
      expect(await undo(second)).toMatchObject({ applied: true });
      expect((await draft(TU_HIEP)).due).toBe('2027-06-30');
      const none = await ha.post('calendar/moves', { ...later, shift: { days: 0 }, confirmed: true });
      expect([none.status, none.body.code]).toEqual([409, 'calendar.nothing-moves']);
    });

    it('counts each of two moves at once, whoever comes first', async () => {
      const before = (await draft(TU_HIEP)).due;
      const both = await Promise.all(
        [1, 2].map(() => ha.post('calendar/moves', { ...later, units: [TU_HIEP], confirmed: true })),
      );
      expect([before, (await draft(TU_HIEP)).due]).toEqual(['2027-06-30', '2027-07-04']);
      for (const one of both) await ha.post(`calendar/moves/${String(one.body.id)}/undo`, { confirmed: true });
      expect((await draft(TU_HIEP)).due).toBe('2027-06-30');
    });

    it('may be moved for one district alone, and never to before its opening', async () => {
      const here = { ...later, under: THANH_TRI, kind: 'commune', confirmed: true };
      const done = await ha.post('calendar/moves', here);
      expect(done.body).toMatchObject({ effect: { moved: 15 } });
      await ha.post(`calendar/moves/${String(done.body.id)}/undo`, { confirmed: true });
      const early = await ha.post('calendar/moves', { ...later, shift: { dueOn: '2027-06-10' } });
      expect([early.status, early.body.code]).toEqual([422, 'calendar.due-before-opening']);
      expect(early.body.message).toContain('10/06/2027');
      const soon = await ha.post('calendar/moves', { ...later, shift: { dueOn: '2027-06-25' } });
      expect(soon.body).toMatchObject({ effect: { moved: 583, lateAtOnce: 583 }, applied: false });
    });

    it('lie in a year that people live to see', async () => {
      const far = await ha.post('calendar/moves', { ...later, shift: { dueOn: '9999-12-31' }, confirmed: true });
      expect([far.status, far.body.code]).toEqual([400, 'request.invalid']);
      const { id } = await draft(TU_HIEP);
      const granted = await hung.post(`obligations/${id}/extension`, { dueOn: '9999-12-31', reason: 'Kiểm kê rừng' });
      expect(granted.status).toBe(400);
    });
  });

  it('give back the working days that an outage took, once it is confirmed', async () => {
    const outage = {
      from: '2027-06-28T00:30:00+07:00',
      to: '2027-06-29T20:00:00+07:00',
      reason: 'Mất điện trung tâm dữ liệu',
    };
    expect((await ha.post('calendar/outages', { ...outage, to: outage.from })).status).toBe(422);
    const tenYears = await ha.post('calendar/outages', { ...outage, from: '2017-06-28T00:30:00+07:00' });
    expect([tenYears.status, tenYears.body.code]).toEqual([422, 'calendar.outage-too-long']);
    expect((await ha.post('calendar/outages', outage)).body).toMatchObject({ effect: { moved: 583 }, applied: false });
    const done = await ha.post('calendar/outages', { ...outage, confirmed: true });
    expect((await draft(TU_HIEP)).due).toBe('2027-07-02');
    expect((await ha.get('calendar')).body.outages).toMatchObject([{ reason: outage.reason }]);
    await ha.post(`calendar/moves/${String(done.body.id)}/undo`, { confirmed: true });
    expect((await draft(TU_HIEP)).due).toBe('2027-06-30');
    expect((await ha.get('calendar')).body).toMatchObject({ outages: [], moves: [] });
  });

  it('waive an obligation with a reason, by the unit that receives, and take it back', async () => {
    const { id } = await draft(TU_HIEP);
    const because = { reason: 'Xã đang sáp nhập' };
    expect((await mai.post(`obligations/${id}/waiver`, because)).status).toBe(403);
    expect((await dung.post(`obligations/${id}/waiver`, because)).status).toBe(403);
    expect((await hung.post(`obligations/${id}/waiver`, because)).status).toBe(204);
    expect((await draft(TU_HIEP)).as).toBe('waived');
    expect((await hung.post(`obligations/${id}/waiver/take-back`, { reason: 'Chưa sáp nhập' })).status).toBe(204);
    expect((await draft(TU_HIEP)).as).toBeNull();
    expect((await hung.post(`obligations/${id}/waiver/take-back`, because)).status).toBe(409);
  });

  /** The due day that an admin is told would stand again. */
  const foretold = async (unit: string) => {
    const { body } = await ha.get('calendar/years/2028/r1-commune');
    const owed = body.obligations as { unit: string; dueOnceTakenBack?: string }[];
    return owed.find((one) => one.unit === unit)?.dueOnceTakenBack;
  };

  it('take back a longer term that was granted, and tell the unit the day that stands again', async () => {
    const { id } = await draft(TU_HIEP);
    await house.person('Đỗ Thị Thu', { unit: TU_HIEP, role: 'official' });
    const because = { reason: 'Cho nhầm xã' };
    const [grant, back] = [`obligations/${id}/extension`, `obligations/${id}/extension/take-back`];
    expect((await hung.post(back, because)).body.code).toBe('calendar.not-extended');
    for (const dueOn of ['2027-07-03', '2027-07-05'])
      expect((await hung.post(grant, { dueOn, reason: 'Chờ số liệu', confirmed: true })).status).toBe(200);
    expect((await mai.post(back, because)).status).toBe(403);
    expect(await foretold(TU_HIEP)).toBe('2027-07-03');
    expect((await hung.post(back, because)).status).toBe(204);
    expect((await draft(TU_HIEP)).due).toBe('2027-07-03');
    expect(await foretold(TU_HIEP)).toBe('2027-06-30');
    expect((await ha.post(back, because)).status).toBe(204);
    expect((await draft(TU_HIEP)).due).toBe('2027-06-30');
    expect(await foretold(TU_HIEP)).toBeUndefined();
    expect((await hung.post(back, because)).status).toBe(409);
    const told = await house.database.rows<{ text: string }>(
      `select body ->> 'text' as text from message where key like 'extension/%/taken-back/%' order by seq`,
    );
    expect(told.map(({ text }) => /hạn cuối nay là (\S+)\.\nLý do: Cho nhầm xã/.exec(text)?.[1])).toEqual([
      '02/07/2027',
      '29/06/2027',
    ]);
  });

  describe('a round that is closed', () => {
    const answer = async (id: string) => {
      const change = { cells: { 'state-budget-revenue': { 'estimate-current': { state: 'value', value: '1' } } } };
      const reply = await mai.put(`reports/${id}/answers`, change);
      return reply.body.code ?? reply.status;
    };

    it('tells what is open first, and then takes no answer and chases nobody', async () => {
      const { id } = await draft(NGU_HIEP);
      const close = { planYear: 2028, round: '1', reason: 'Hết vòng 1' };
      const unopened = await ha.post('calendar/rounds/close', { ...close, planYear: 2050, confirmed: true });
      expect([unopened.status, unopened.body.code]).toEqual([409, 'calendar.cycle-not-open']);
      const told = await ha.post('calendar/rounds/close', close);
      expect(told.body).toMatchObject({ notDueYet: 631, applied: false });
      expect(told.body.open).toContainEqual({ milestone: 'r1-commune', units: 584 });
      expect(await answer(id)).not.toBe('calendar.round-closed');
      const phone = await house.phoneOf(await house.person('Nguyễn Văn An', { unit: NGU_HIEP, role: 'official' }));
      await phone.says('/dien');
      await ha.post('calendar/rounds/close', { ...close, confirmed: true });
      expect(await answer(id)).toBe('calendar.round-closed');
      expect(await phone.says('12,5')).toContain('Việc này không còn mở');
      expect((await ha.post('calendar/rounds/close', close)).status).toBe(409);
      await house.advanceTo('2027-07-12');
      const chased = await house.database.rows(
        `select 1 from notice where milestone = 'r1-commune' and sort in ('overdue', 'escalation')`,
      );
      expect(chased).toEqual([]);
    });

    it('is opened again for one unit by its recipient, and for all by an admin', async () => {
      const { id } = await draft(NGU_HIEP);
      expect((await dung.post(`obligations/${id}/reopening`, { reason: 'Nộp muộn' })).status).toBe(403);
      expect((await hung.post(`obligations/${id}/reopening`, { reason: 'Nộp muộn' })).status).toBe(204);
      expect(await answer(id)).not.toBe('calendar.round-closed');
      expect((await hung.post(`obligations/${id}/reopening`, { reason: 'Nộp muộn' })).status).toBe(409);
      expect((await ha.post('calendar/rounds/reopen', { planYear: 2028, round: '1' })).status).toBe(204);
      const closed = await house.database.rows(`select 1 from obligation where closed_at is not null`);
      expect(closed).toEqual([]);
    });
  });

  it('show in the forecast how late communes shrink the days of their district', async () => {
    const { body } = await hung.get('forecast?planYear=2028&round=1');
    const lines = body.lines as {
      text: string;
      unit: string;
      childrenLate: number;
      slackDays: number;
      daysLeft: number;
    }[];
    expect(lines.map((line) => [line.unit, line.childrenLate, line.slackDays < 0])).toEqual([[THANH_TRI, 16, true]]);
    expect(lines[0]!.text).toMatch(
      /^Huyện Thanh Trì: đã quá hạn 6 ngày, 16 đơn vị chưa nộp \(trong đó 16 đơn vị quá hạn\)/,
    );
  });
});
