import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { profileFolder, readProfile } from '../../src/modules/profiles/index.js';
import { type BaseFigure, UnitsService } from '../../src/modules/units/index.js';
import { House } from '../house/house.js';

jest.setTimeout(120_000);

const NGU_HIEP = '00667';
const DUYEN_HA = '00670';
const DONG_MY = '00685';
const THANH_TRI = '020';
const DECISION = 'Nghị quyết 15/NQ-UBTVQH';

/** Mai answers for Xã Ngũ Hiệp, Lan for Xã Duyên Hà, Phúc for Xã Đông Mỹ; Hà administers. */
describe('units that are merged and split', () => {
  let house: House;
  let ha: string;
  let mai: string;
  let maiId: string;

  beforeAll(async () => {
    house = await House.open({ day: '2027-06-15' });
    await house.openCycle(2028);
    maiId = await house.person('Nguyễn Thị Mai', { unit: NGU_HIEP, role: 'official' });
    await house.person('Đỗ Thị Lan', { unit: DUYEN_HA, role: 'official' });
    await house.person('Ngô Văn Phúc', { unit: DONG_MY, role: 'official' });
    ha = await house.cookieOf(await house.person('Nguyễn Thu Hà', { unit: 'so-khdt', role: 'admin' }));
    mai = await house.cookieOf(maiId);
    const figure = (unit: string, code: string, value: string): BaseFigure => ({
      unit,
      code,
      year: 2026,
      sort: 'outcome',
      value,
      source: 'test',
    });
    await house.database.transaction((em) =>
      house
        .of(UnitsService)
        .saveBaseFigures(em, [
          figure(NGU_HIEP, 'state-budget-revenue', '10.5'),
          figure(DUYEN_HA, 'state-budget-revenue', '4.25'),
          figure(DONG_MY, 'state-budget-revenue', '10'),
          figure(NGU_HIEP, 'waste-collection-rate', '90'),
          figure(DUYEN_HA, 'waste-collection-rate', '80'),
          figure(NGU_HIEP, 'poor-households', '30'),
          figure(DUYEN_HA, 'poor-households', '20'),
          figure(NGU_HIEP, 'households', '4000'),
          figure(DUYEN_HA, 'households', '1000'),
        ]),
    );
  });

  afterAll(() => house.close());

  const call = async (method: 'GET' | 'POST', url: string, payload?: object, cookie = ha) => {
    const reply = await house.app.inject({ method, url, headers: { cookie }, ...(payload ? { payload } : {}) });
    return { status: reply.statusCode, body: (reply.body ? reply.json() : {}) as Record<string, never> };
  };
  /** Everything that a change could touch. */
  const everything = () =>
    house.database.rows(
      `select (select jsonb_agg(to_jsonb(o) order by id) from obligation o) as obligations,
         (select jsonb_agg(to_jsonb(r) order by person_id, unit_code, role) from person_role r) as roles,
         (select jsonb_agg(to_jsonb(s) order by predecessor) from succession s) as successions,
         (select jsonb_agg(to_jsonb(u) order by code) from unit u where valid_to is null or valid_to >= valid_from or valid_from is null) as units`,
    );
  const merger = {
    sort: 'merge',
    from: '2027-06-20',
    decision: DECISION,
    units: [NGU_HIEP, DUYEN_HA],
    into: [{ code: '00668', name: 'Xã Ngũ Duyên' }],
  };

  it('are shown first: what moves, what is waived, who goes where; nothing of it stands', async () => {
    const before = await everything();
    const { status, body } = await call('POST', '/api/unit-changes/preview', merger);
    expect(status).toBe(200);
    const { founded, ended, obligations, people, added } = body as unknown as Record<
      string,
      { does?: string; name?: string }[]
    >;
    expect(founded).toEqual([{ code: '00668', name: 'Xã Ngũ Duyên' }]);
    expect(ended!.map((one) => one.name)).toEqual(['Xã Ngũ Hiệp', 'Xã Duyên Hà']);
    expect(people!.map((one) => one.name)).toEqual(['Nguyễn Thị Mai', 'Đỗ Thị Lan']);
    expect(new Set(obligations!.map((one) => one.does))).toEqual(new Set(['waived']));
    expect([obligations!.length, added!.length]).toEqual([10, 5]);
    expect(await everything()).toEqual(before);
  });

  it('are an admin’s act, and refused in a sentence where they cannot be', async () => {
    expect((await call('POST', '/api/unit-changes/preview', merger, mai)).status).toBe(403);
    const refused = async (change: object) => {
      const { status, body } = await call('POST', '/api/unit-changes/preview', change);
      return [status, (body as unknown as { message: string }).message];
    };
    expect(await refused({ ...merger, units: [NGU_HIEP, '99999'] })).toEqual([422, expect.stringContaining('99999')]);
    expect(await refused({ ...merger, units: [NGU_HIEP, THANH_TRI] })).toEqual([
      422,
      expect.stringContaining('không cùng loại'),
    ]);
    expect(await refused({ ...merger, into: [{ code: '00668' }] })).toEqual([
      422,
      expect.stringContaining('cần có tên'),
    ]);
    const halves = [
      { code: DONG_MY, share: '0.6' },
      { code: '00686', name: 'Xã Mỹ Nam', share: '0.3' },
    ];
    expect(await refused({ ...merger, sort: 'split', units: [DONG_MY], into: halves })).toEqual([
      422,
      expect.stringContaining('đúng 1'),
    ]);
  });

  it('become one: the new unit owes its own, its people answer for it, and what they began stays', async () => {
    const phone = await house.phoneOf(maiId);
    await phone.says('/dien');
    await phone.says('12,5; 13');
    const { status } = await call('POST', '/api/unit-changes', { change: merger, confirmed: true });
    expect(status).toBe(201);
    const owed = await house.database.rows<{ unit_code: string; settled_as: string | null; begun: boolean }>(
      `select o.unit_code, o.settled_as, b.obligation_id is not null as begun
       from obligation o left join obligation_begun b on b.obligation_id = o.id
       where o.milestone = 'r1-commune' and o.unit_code in (?) order by o.unit_code`,
      [[NGU_HIEP, DUYEN_HA, '00668']],
    );
    expect(owed).toEqual([
      { unit_code: NGU_HIEP, settled_as: 'waived', begun: true },
      { unit_code: '00668', settled_as: null, begun: false },
      { unit_code: DUYEN_HA, settled_as: 'waived', begun: false },
    ]);
    await house.advanceTo('2027-06-21');
    const own = await call('GET', '/api/obligations?scope=own&state=open', undefined, mai);
    const { items } = own.body as unknown as { items: { unit: string; unitName: string }[] };
    expect(new Set(items.map((item) => item.unitName))).toEqual(new Set(['Xã Ngũ Duyên']));
  });

  it('compare with last year’s figures of both where they add up, and say so; else they say why not', async () => {
    const [draft] = await house.database.rows<{ id: string }>(
      `select id from obligation where unit_code = '00668' and milestone = 'r1-commune'`,
    );
    const { body } = await call('GET', `/api/reports/${draft!.id}`, undefined, mai);
    const { last } = body as unknown as { last: Record<string, Record<string, { value?: string; note: string }>> };
    expect(last['state-budget-revenue']!['estimate-current']).toMatchObject({
      value: '14.75',
      note: `= 10,5 (Xã Ngũ Hiệp) + 4,25 (Xã Duyên Hà); tính lại theo đơn vị từ ngày 20/06/2027: ${DECISION}`,
    });
    expect(last['poor-household-rate']!['estimate-current']!.value).toBe('1');
    expect(last['waste-collection-rate']!['estimate-current']).toEqual({
      label: '',
      note: expect.stringContaining('Không so sánh được: chỉ tiêu này không cộng được'),
    });
    const phone = await house.phoneOf(maiId);
    const first = await phone.says('/dien');
    expect(first).toContain('Không so sánh được');
    expect(await phone.says('5; 6')).toContain('= 10,5 (Xã Ngũ Hiệp) + 4,25 (Xã Duyên Hà)');
  });

  it('are not taken back once somebody has answered for the new unit', async () => {
    const { body } = await call('GET', '/api/unit-changes');
    const [change] = (body as unknown as { changes: { id: string }[] }).changes;
    const { status, body: said } = await call('POST', `/api/unit-changes/${change!.id}/undo`);
    expect([status, (said as unknown as { message: string }).message]).toEqual([
      409,
      expect.stringContaining('1 báo cáo'),
    ]);
  });

  it('tell before it is done which figures of the year before can be compared, and which cannot', async () => {
    const change = {
      ...merger,
      from: '2027-10-01',
      units: ['00679', '00682'],
      into: [{ code: '00681', name: 'Xã Mới' }],
    };
    const { status, body } = await call('POST', '/api/unit-changes/preview', change);
    expect(status).toBe(200);
    const { told } = body as unknown as {
      told: {
        into: object[];
        comparisons: { name: string; year: number; restated: number; gaps: { why: string; count: number }[] }[];
      };
    };
    expect(told.into).toEqual([{ code: '00681', name: 'Xã Mới', isNew: true }]);
    const [comparison] = told.comparisons;
    expect(comparison).toMatchObject({ name: 'Xã Mới', year: 2026, restated: 0 });
    expect(comparison!.gaps.map((gap) => gap.why).sort()).toEqual(['figure-missing', 'not-additive']);
    expect(comparison!.gaps.every((gap) => gap.count > 0)).toBe(true);
  });

  it('still owe under the old name what was due before, and somebody can answer for it', async () => {
    const late = {
      ...merger,
      from: '2027-07-15',
      units: ['00673', '00676'],
      into: [{ code: '00674', name: 'Xã Mới' }],
    };
    const tham = await house.person('Lý Thị Thắm', { unit: '00673', role: 'official' });
    const { status, body } = await call('POST', '/api/unit-changes', { change: late, confirmed: true });
    expect(status).toBe(201);
    const { obligations } = (body as unknown as { done: { obligations: { milestone: string; does: string }[] } }).done;
    expect(obligations.filter((one) => one.does === 'stays').map((one) => one.milestone)).toEqual([
      'r1-commune',
      'r1-commune',
    ]);
    const roles = await house.database.rows<{ unit: string; first: string | null; last: string | null }>(
      `select unit_code as unit, first_day::text as first, last_day::text as last from person_role where person_id = ?::uuid order by unit_code`,
      [tham],
    );
    expect(roles).toEqual([
      { unit: '00673', first: null, last: null },
      { unit: '00674', first: '2027-07-15', last: null },
    ]);
    const { id } = body as unknown as { id: string };
    expect((await call('POST', `/api/unit-changes/${id}/undo`)).status).toBe(204);
  });

  it('stand against the profile’s files', async () => {
    const { profile } = readProfile(profileFolder('hanoi-directive'));
    await house.database.transaction((em) => house.of(UnitsService).saveOfProfile(em, profile!.units));
    expect((await house.of(UnitsService).tree()).get(NGU_HIEP).validTo).toBe('2027-06-19');
  });

  it('are split: the part that stays is compared with its share, and taking it back leaves everything as it was', async () => {
    const before = await everything();
    const change = {
      sort: 'split',
      from: '2027-06-22',
      decision: DECISION,
      units: [DONG_MY],
      into: [
        { code: DONG_MY, share: '0.6' },
        { code: '00686', name: 'Xã Mỹ Nam', share: '0.4' },
      ],
    };
    const made = await call('POST', '/api/unit-changes', { change, confirmed: true });
    expect(made.status).toBe(201);
    const phuc = await house.cookieOf(await house.person('Ngô Văn Phúc đọc', { unit: DONG_MY, role: 'official' }));
    const [draft] = await house.database.rows<{ id: string }>(
      `select id from obligation where unit_code = ? and milestone = 'r1-commune'`,
      [DONG_MY],
    );
    const { body } = await call('GET', `/api/reports/${draft!.id}`, undefined, phuc);
    const { last } = body as unknown as { last: Record<string, Record<string, { value: string; note: string }>> };
    expect(last['state-budget-revenue']!['estimate-current']).toMatchObject({
      value: '6',
      note: expect.stringContaining('0,6 × 10'),
    });
    await house.database.rows(
      `delete from person_role where person_id in (select id from person where name = 'Ngô Văn Phúc đọc')`,
    );
    const { id } = made.body as unknown as { id: string };
    expect((await call('POST', `/api/unit-changes/${id}/undo`)).status).toBe(204);
    expect(await everything()).toEqual(before);
    expect((await call('POST', `/api/unit-changes/${id}/undo`)).status).toBe(409);
    const acts = await house.database.rows<{ action: string }>(
      `select action from audit_event where action in ('units merged', 'unit split', 'unit change undone') order by at`,
    );
    expect(acts.map((one) => one.action)).toEqual([
      'units merged',
      'units merged',
      'unit change undone',
      'unit split',
      'unit change undone',
    ]);
  });
});
