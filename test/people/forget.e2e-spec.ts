import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ForgetService, RegisterService, THE_SHELL } from '../../src/modules/people/index.js';
import { House } from '../house/house.js';

const NGU_HIEP = '00667';
const NAME = 'Khuất Thị Lựu';

describe('a person who is forgotten', () => {
  let house: House;
  let id: string;

  beforeAll(async () => {
    house = await House.open({ day: '2027-06-15' });
    await house.openCycle(2028);
    id = await house.of(RegisterService).add(THE_SHELL, {
      ...{ name: NAME, title: 'công chức hay hát', code: 'QN-4711', phone: '+84912999888', email: 'luu@x.gov.vn' },
      roles: [{ unit: NGU_HIEP, role: 'official' }],
    });
  }, 120_000);
  afterAll(() => house.close());

  /** Tables in which a text stands anywhere. */
  const holding = async (text: string): Promise<string[]> => {
    const tables = await house.database.rows<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const [one] = await house.database.rows(
        `select 1 from "${name}" t where to_jsonb(t)::text ilike '%' || ? || '%' limit 1`,
        [text],
      );
      if (one) found.push(name);
    }
    return found;
  };

  it('stands nowhere any more by name, number, address or word; what the office must show stays', async () => {
    const phone = await house.phoneOf(id);
    await phone.says('/baocao 40% chậm vì thiếu số liệu thuế, xong 28/6');
    await phone.says('1');
    await phone.says('chào trợ lý, tôi là Lựu hay hát');
    const [chat] = await house.database.rows<{ address: string }>(
      `select address from channel_link where person_id = ? and channel = 'webchat'`,
      [id],
    );
    await house.cookieOf(id);
    const before = await house.database.rows(`select 1 from audit_event where subject = ?`, [id]);
    await expect(house.of(ForgetService).forget(id, THE_SHELL.id)).rejects.toThrow('people.still-here');
    await house.of(RegisterService).leave(THE_SHELL, id);
    await house.settle();
    expect(await holding('hay hát')).not.toEqual([]);
    const erased = await house.of(ForgetService).forget(id, THE_SHELL.id);
    expect(erased).toMatchObject({ channel_link: 2, person_role: 1 });
    // None of these can stand in an id by chance: thousands of those are looked through.
    for (const text of [NAME, 'QN-4711', '912999888', 'luu@x.gov.vn', 'hay hát', chat!.address])
      expect([text, await holding(text)]).toEqual([text, []]);
    const after = await house.database.rows(`select 1 from audit_event where subject = ?`, [id]);
    expect(after.length).toBeGreaterThan(before.length);
    expect(await house.database.rows(`select name from person where id = ?`, [id])).toEqual([
      { name: expect.stringMatching(/^Cán bộ đã xoá dữ liệu [0-9A-F]{8}$/) },
    ]);
    expect(await house.database.rows(`select 1 from message where person_id = ?`, [id])).not.toEqual([]);
    expect(await phone.says('/viec')).not.toContain('Dự thảo');
  });

  it('is in no list, and nobody’s chat goes with it that is somebody else’s by now', async () => {
    const mai = await house.person('Nguyễn Thị Mai', { unit: NGU_HIEP, role: 'official' });
    const lan = await house.person('Đỗ Thị Lan', { unit: NGU_HIEP, role: 'official' });
    const phone = await house.phoneOf(mai);
    await house.database.rows(
      `insert into channel_link (id, channel, address, person_id, linked_at, ended_at)
       select gen_random_uuid(), channel, address, ?::uuid, linked_at, now() from channel_link where person_id = ?::uuid`,
      [lan, mai],
    );
    await house.of(RegisterService).leave(THE_SHELL, lan);
    await house.of(ForgetService).forget(lan, THE_SHELL.id);
    expect(await phone.lines()).not.toEqual([]);
    expect(await phone.says('/viec')).toContain('Dự thảo');
    const listed = await house.of(RegisterService).list(THE_SHELL, { active: false });
    expect(listed.map((person) => person.id)).not.toContain(lan);
  });
});
