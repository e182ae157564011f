import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { House } from '../house/house.js';
import { deskOf } from './desk.js';

const NGU_HIEP = '00667';
const THANH_TRI = '020';
const GIA_LAM = '018';

type Desk = ReturnType<typeof deskOf>;

/** Hùng receives for the district of Thanh Trì, Dung for its neighbour, Sơn for the planning department; Hà administers. */
describe('what happens in the year and what superiors set', () => {
  let house: House;
  let hung: Desk;
  let dung: Desk;
  let son: Desk;
  let ha: Desk;

  beforeAll(async () => {
    house = await House.open({ day: '2027-09-28' });
    await house.openCycle(2028);
    const at = async (name: string, unit: string, role: 'supervisor' | 'admin') =>
      deskOf(house, await house.cookieOf(await house.person(name, { unit, role })));
    hung = await at('Trần Văn Hùng', THANH_TRI, 'supervisor');
    dung = await at('Lê Thị Dung', GIA_LAM, 'supervisor');
    son = await at('Đỗ Hồng Sơn', 'so-khdt', 'supervisor');
    ha = await at('Phạm Thu Hà', 'so-khdt', 'admin');
  });

  afterAll(() => house.close());

  const made = (milestone: string) =>
    house.database.rows<{ unit: string; occasion: string; due: string; state: string | null }>(
      `select unit_code as unit, occasion, due_on::text as due, settled_as as state from obligation
       where milestone = ? order by unit_code, occasion`,
      [milestone],
    );
  const hearing = {
    planYear: 2028,
    milestone: 'r2-commune-conf',
    unit: NGU_HIEP,
    heldBy: THANH_TRI,
    endedOn: '2027-09-27',
  };

  describe('a conference that ended', () => {
    it('is told with its effect first, and recorded by nobody but the unit that held it', async () => {
      expect((await dung.post('calendar/events', hearing)).status).toBe(403);
      const told = await hung.post('calendar/events', hearing);
      expect(told.body).toEqual({ effect: { added: 1, moved: 0, withdrawn: 0, kept: 0 }, applied: false });
      expect(await made('r2-notice')).toEqual([]);
    });

    it('makes its conclusion notice owed by the chair, five days after it', async () => {
      const done = await hung.post('calendar/events', { ...hearing, confirmed: true });
      expect(done.body).toMatchObject({ effect: { added: 1 }, applied: true });
      expect(await made('r2-notice')).toEqual([
        { unit: THANH_TRI, occasion: `r2-commune-conf/${NGU_HIEP}`, due: '2027-10-03', state: null },
      ]);
      const again = await hung.post('calendar/events', { ...hearing, confirmed: true });
      expect(again.body).toMatchObject({ effect: { added: 0, moved: 0, withdrawn: 0, kept: 0 } });
    });

    it('is named in what the chair owes, by the unit that it was about', async () => {
      const official = await house.person('Phạm Thị Lan', { unit: THANH_TRI, role: 'official' });
      const lan = deskOf(house, await house.cookieOf(official));
      const owed = (await lan.get('obligations')).body as unknown as { items: { milestone: string; title: string }[] };
      expect(owed.items.find((one) => one.milestone === 'r2-notice')?.title).toBe(
        'Thông báo kết luận hội nghị (Xã Ngũ Hiệp)',
      );
    });

    it('moves what follows when it is corrected, and withdraws it when it did not happen', async () => {
      await hung.post('calendar/events', { ...hearing, endedOn: '2027-09-25', confirmed: true });
      expect(await made('r2-notice')).toMatchObject([{ due: '2027-10-01', state: null }]);
      const [event] = (await hung.get('calendar/events?planYear=2028')).body.events as { id: string }[];
      expect((await dung.post(`calendar/events/${event!.id}/withdraw`, { confirmed: true })).status).toBe(403);
      const told = await hung.post(`calendar/events/${event!.id}/withdraw`);
      expect(told.body).toMatchObject({ effect: { withdrawn: 1 }, applied: false });
      await hung.post(`calendar/events/${event!.id}/withdraw`, { confirmed: true });
      expect(await made('r2-notice')).toMatchObject([{ state: 'waived' }]);
      expect((await hung.get('calendar/events?planYear=2028')).body.events).toEqual([]);
    });

    it('is owed again when it is recorded once more', async () => {
      const back = await hung.post('calendar/events', { ...hearing, confirmed: true });
      expect(back.body).toMatchObject({ effect: { added: 0, moved: 1 } });
      expect(await made('r2-notice')).toMatchObject([{ due: '2027-10-03', state: null }]);
    });

    it('leaves alone what was done already: the signed notice stays as it is', async () => {
      const [notice] = await house.database.rows<{ id: string }>(
        `select id from obligation where milestone = 'r2-notice'`,
      );
      const head = await house.person('Lê Quang Minh', { unit: THANH_TRI, role: 'head' });
      const minh = deskOf(house, await house.cookieOf(head));
      const signed = await minh.post(`obligations/${notice!.id}/document`, {
        number: '15/TB-UBND',
        signedOn: '2027-09-28',
        signer: 'Lê Quang Minh',
        recipients: 'UBND xã Ngũ Hiệp',
      });
      expect(signed.status).toBeLessThan(300);
      const read = await minh.get(`obligations/${notice!.id}/document`);
      expect(read.body).toMatchObject({ number: '15/TB-UBND', signedOn: '2027-09-28', recordedBy: 'Lê Quang Minh' });
      expect((await minh.get(`obligations/${notice!.id}/document/file`)).status).toBe(404);
      const corrected = await hung.post('calendar/events', { ...hearing, endedOn: '2027-09-20', confirmed: true });
      expect(corrected.body).toMatchObject({ effect: { moved: 0, kept: 1 } });
      expect(await made('r2-notice')).toMatchObject([{ due: '2027-10-03', state: 'document' }]);
    });

    it('must have ended, in a cycle that is open, about units that are there', async () => {
      const codeOf = async (more: object) => (await ha.post('calendar/events', { ...hearing, ...more })).body.code;
      expect(await codeOf({ endedOn: '2027-09-29' })).toBe('calendar.event-in-the-future');
      expect(await codeOf({ endedOn: '2026-09-28' })).toBe('calendar.event-long-before');
      expect(await codeOf({ planYear: 2031 })).toBe('calendar.cycle-not-open');
      expect(await codeOf({ unit: '99999' })).toBe('calendar.unit-unknown');
      expect(await codeOf({ unit: '00001' })).toBe('calendar.not-about-unit');
      expect(await codeOf({ milestone: 'r1-commune' })).toBe('calendar.nothing-follows');
    });
  });

  describe('a rule that a district sets for its communes', () => {
    const rule = {
      milestone: 'rep-local',
      setBy: THANH_TRI,
      key: 'xdcb',
      fromPlanYear: 2028,
      units: [NGU_HIEP],
      forms: ['m5', 'm6'],
      periods: [
        {
          key: 'q1',
          title: { vi: 'Quý I/{P}', en: 'First quarter of {P}' },
          opens: { monthDay: '02-15', yearOf: 'plan-year' },
          due: { monthDay: '03-05', yearOf: 'plan-year' },
        },
      ],
      decision: 'Công văn 45/UBND-TCKH',
    };

    it('asks for M5 and M6 of the communes that it names, and of nobody before', async () => {
      expect(await made('rep-local')).toEqual([]);
      expect((await dung.post('calendar/rules', rule)).status).toBe(403);
      expect((await hung.post('calendar/rules', rule)).body).toMatchObject({ effect: { added: 1 }, applied: false });
      expect((await hung.post('calendar/rules', { ...rule, confirmed: true })).body).toMatchObject({ applied: true });
      expect(await made('rep-local')).toEqual([
        { unit: NGU_HIEP, occasion: `${THANH_TRI}/xdcb/q1`, due: '2028-03-05', state: null },
      ]);
    });

    it('is set, corrected, withdrawn and looked at by nobody but who acts for the district, and by admins', async () => {
      const deskAt = async (name: string, unit: string, role: 'official' | 'head' | 'supervisor') =>
        deskOf(house, await house.cookieOf(await house.person(name, { unit, role })));
      const strangers = {
        neighbour: dung,
        'head of one of the communes': await deskAt('Hoàng Thị Yến', NGU_HIEP, 'head'),
        'official of the district': await deskAt('Bùi Văn Khoa', THANH_TRI, 'official'),
        'planning department': son,
      };
      const [standing] = (await hung.get('calendar/rules')).body.rules as { id: string }[];
      const change = { ...rule, decision: 'Công văn 99/UBND' };
      const span = { from: '2027-10-01', to: '2028-06-30' };
      for (const [who, desk] of Object.entries(strangers)) {
        const asked = [
          await desk.post('calendar/rules', change),
          await desk.post('calendar/rules', { ...change, confirmed: true }),
          await desk.post(`calendar/rules/${standing!.id}/withdraw`),
          await desk.post(`calendar/rules/${standing!.id}/withdraw`, { confirmed: true }),
          await desk.post('followups/dry-run', { ...span, edit: { kind: 'rule', rule: change } }),
          await desk.post('followups/dry-run', { ...span, edit: { kind: 'rule-end', id: standing!.id } }),
        ];
        expect([who, ...asked.map(({ status }) => status)]).toEqual([who, 403, 403, 403, 403, 403, 403]);
      }
      const minh = await deskAt('Lê Quang Minh', THANH_TRI, 'head');
      for (const desk of [minh, ha])
        expect((await desk.post('calendar/rules', change)).body).toMatchObject({ applied: false });
      const [after] = (await hung.get('calendar/rules')).body.rules as { id: string; decision: string }[];
      expect(after).toMatchObject({ id: standing!.id, decision: rule.decision });
    });

    it('is refused for units, forms and years that are not its own', async () => {
      const codeOf = async (more: object) => (await hung.post('calendar/rules', { ...rule, ...more })).body.code;
      expect(await codeOf({ units: ['so-y-te'] })).toBe('calendar.unit-not-askable');
      expect(await codeOf({ forms: ['m2-city'] })).toBe('calendar.form-not-askable');
      expect(await codeOf({ milestone: 'rep-stat' })).toBe('calendar.may-not-set');
      const [period] = rule.periods;
      expect(await codeOf({ fromPlanYear: 2028, toPlanYear: 2027 })).toBe('calendar.rule-years-backwards');
      expect(await codeOf({ periods: [period, period] })).toBe('calendar.period-twice');
      expect(await codeOf({ periods: [{ ...period, due: period!.opens }] })).toBe('calendar.period-backwards');
    });

    it('moves with a correction, holds in the cycles that open later, and ends when it is withdrawn', async () => {
      const [period] = rule.periods;
      const later = {
        ...rule,
        periods: [{ ...period, due: { monthDay: '03-08', yearOf: 'plan-year' } }],
        confirmed: true,
      };
      expect((await hung.post('calendar/rules', later)).body).toMatchObject({ effect: { moved: 1, added: 0 } });
      await house.openCycle(2029);
      expect(await made('rep-local')).toMatchObject([{ due: '2028-03-08' }, { due: '2029-03-08' }]);
      const [standing] = (await hung.get('calendar/rules')).body.rules as { id: string }[];
      const ended = await hung.post(`calendar/rules/${standing!.id}/withdraw`, { confirmed: true });
      expect(ended.body).toMatchObject({ effect: { withdrawn: 2 } });
      expect((await made('rep-local')).map((one) => one.state)).toEqual(['waived', 'waived']);
    });
  });

  it('offers the planning department the days that the product proposes, and nobody else', async () => {
    const settable = async (desk: Desk) =>
      (
        (await desk.get('calendar/rules')).body.settable as { milestone: string; unit: string; proposals: unknown[] }[]
      ).map((one) => [one.milestone, one.unit, one.proposals.length]);
    expect(await settable(son)).toEqual([
      ['rep-stat', 'so-khdt', 3],
      ['r3-dept-agree', 'so-khdt', 1],
    ]);
    expect(await settable(hung)).toEqual([['rep-local', THANH_TRI, 0]]);
  });

  it('keeps every act in the audit trail', async () => {
    const acts = await house.database.rows<{ action: string }>(
      `select distinct action from audit_event where action like 'event %' or action like 'local rule %' order by action`,
    );
    expect(acts.map(({ action }) => action)).toEqual([
      'event corrected',
      'event recorded',
      'event withdrawn',
      'local rule corrected',
      'local rule set',
      'local rule withdrawn',
    ]);
  });
});
