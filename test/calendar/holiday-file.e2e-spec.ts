import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import exceljs from 'exceljs';
import type { HolidayImportAnswer } from '../../src/modules/calendar/index.js';
import { House } from '../house/house.js';

const HEAD = 'date,kind,name_vi,name_en,status,source';
const DECREE = [
  HEAD,
  '2028-09-02,off,Quốc khánh,National Day,decreed,Thông báo 1/TB-BNV',
  '2028-09-04,off,Quốc khánh,National Day,decreed,Thông báo 1/TB-BNV',
  '2028-09-05,swap-off,Nghỉ bù,Day in exchange,decreed,Thông báo 1/TB-BNV',
].join('\n');

interface Known {
  days: { date: string; status: string }[];
  imports: { id: string; years: number[]; fileName: string; undoneAt?: string }[];
}

describe('the holidays of a year as a file that an admin sends', () => {
  let house: House;
  let cookie: string;

  beforeAll(async () => {
    house = await House.open({ day: '2027-12-01' });
    await house.openCycle(2028);
    // Here a last day that is off moves to the next working day.
    await house.database.rows(`update profile_state set rules = jsonb_set(rules, '{daysOff,due}', '"next"')`);
    cookie = await house.cookieOf(await house.person('Quản trị', { unit: 'so-khdt', role: 'admin' }));
  }, 600_000);
  afterAll(() => house.close());

  const send = async (path: string, body: string | Buffer) => {
    const reply = await house.app.inject({
      method: 'POST',
      url: `/api/calendar/holidays${path}`,
      headers: { cookie, 'content-type': 'application/octet-stream' },
      payload: typeof body === 'string' ? Buffer.from(body) : body,
    });
    return { status: reply.statusCode, body: reply.json<HolidayImportAnswer & { message: string }>() };
  };
  const undo = async (id: string, confirmed: boolean) => {
    const url = `/api/calendar/holidays/imports/${id}/undo`;
    const reply = await house.app.inject({ method: 'POST', url, headers: { cookie }, payload: { confirmed } });
    return { status: reply.statusCode, body: reply.json<Record<string, unknown>>() };
  };
  const known = async () =>
    (await house.app.inject({ url: '/api/calendar/holidays', headers: { cookie } })).json<Known>();
  const of2028 = async () => (await known()).days.filter(({ date }) => date.startsWith('2028'));
  const duesOf = async (milestone: string) =>
    (
      await house.database.rows<{ due: string }>(
        `select distinct due_on::text as due from obligation where milestone = ?`,
        [milestone],
      )
    ).map(({ due }) => due);

  it('is told first: days, due days by milestone, and what the dry run needs to tell of the notices', async () => {
    const before = await of2028();
    const { status, body } = await send('/preview?name=vn.csv', DECREE);
    expect(status).toBe(200);
    expect(body.added.map(({ date }) => date)).toEqual(['2028-09-05']);
    expect(body.moves).toContainEqual(expect.objectContaining({ from: '2028-09-06', to: '2028-09-07', units: 16 }));
    expect(body.dueDays).toBe(body.edit.dues.length);
    const plan = await house.app.inject({
      method: 'POST',
      url: '/api/followups/dry-run',
      headers: { cookie },
      payload: { from: '2028-08-01', to: '2028-10-01', edit: { kind: 'holidays', ...body.edit } },
    });
    expect(plan.json<{ difference: { moved: { reminders: number } } }>().difference.moved.reminders).toBeGreaterThan(0);
    expect(await of2028()).toEqual(before);
  });

  it('is imported exactly as it was shown, and refused once something changed since', async () => {
    const { body } = await send('/preview?name=vn.csv', DECREE);
    const other = await send(`?name=vn.csv&digest=${body.digest}`, DECREE.replace('09-05', '09-06'));
    expect([other.status, other.body.message]).toEqual([409, expect.stringContaining('Đề nghị xem trước lại')]);
    const done = await send(`?name=vn.csv&digest=${encodeURIComponent(body.digest)}`, DECREE);
    expect([done.status, done.body.applied]).toEqual([200, true]);
    expect((await of2028()).map(({ date }) => date)).toEqual(['2028-09-02', '2028-09-04', '2028-09-05']);
    expect(await duesOf('rep-dept-3')).toEqual(['2028-09-07']);
  });

  it('is taken back with the due days that it moved, the newest of a year first', async () => {
    const workbook = new exceljs.Workbook();
    const sheet = workbook.addWorksheet('Ngày nghỉ');
    sheet.addRow(['Ngày nghỉ năm 2028']);
    sheet.addRow(['Ngày', 'Loại', 'Tên', 'Tên tiếng Anh', 'Tình trạng', 'Căn cứ']);
    sheet.addRow([new Date('2028-09-04T00:00:00Z'), 'nghỉ', 'Quốc khánh', 'National Day', 'đã ban hành', 'TB 2']);
    const file = Buffer.from(await workbook.xlsx.writeBuffer());
    const { body } = await send('/preview?name=b.xlsx', file);
    expect(body.removed.map(({ date }) => date)).toEqual(['2028-09-02', '2028-09-05']);
    await send(`?name=b.xlsx&digest=${encodeURIComponent(body.digest)}`, file);
    const [second, first] = (await known()).imports;
    expect([second!.fileName, first!.fileName]).toEqual(['b.xlsx', 'vn.csv']);
    expect(await undo(first!.id, true)).toMatchObject({
      status: 409,
      body: { message: expect.stringContaining('b.xlsx') },
    });
    expect(await undo(second!.id, true)).toMatchObject({ status: 200, body: { applied: true, days: 3 } });
    const told = await undo(first!.id, false);
    expect(told.body).toMatchObject({ applied: false });
    expect(Number(told.body['dueDays'])).toBeGreaterThan(0);
    expect(await duesOf('rep-dept-3')).toEqual(['2028-09-07']);
    expect(await undo(first!.id, true)).toMatchObject({ status: 200, body: { applied: true } });
    expect(await duesOf('rep-dept-3')).not.toContain('2028-09-07');
    expect((await of2028()).some(({ status }) => status === 'assumed')).toBe(true);
    expect(await undo(first!.id, true)).toMatchObject({ status: 409 });
  });

  it('never moves silently what was moved by hand: both days are told, and it follows only where that is asked for', async () => {
    const move = { planYear: 2028, milestone: 'rep-dept-3', shift: { dueOn: '2028-09-11' }, reason: 'Chờ số liệu' };
    const moved = await house.app.inject({
      method: 'POST',
      url: '/api/calendar/moves',
      headers: { cookie },
      payload: { ...move, confirmed: true },
    });
    expect(moved.statusCode).toBe(200);
    const kept = (await send('/preview?name=vn.csv', DECREE)).body;
    expect(kept).toMatchObject({ overHand: false, byHand: [{ from: '2028-09-11', to: '2028-09-07', units: 16 }] });
    const over = (await send('/preview?name=vn.csv&overHand=true', DECREE)).body;
    expect([over.overHand, over.dueDays - kept.dueDays]).toEqual([true, 16]);
    const mixed = await send(`?name=vn.csv&overHand=true&digest=${encodeURIComponent(kept.digest)}`, DECREE);
    expect(mixed.status).toBe(409);
    const done = await send(`?name=vn.csv&digest=${encodeURIComponent(kept.digest)}`, DECREE);
    expect(done.status).toBe(200);
    expect(await duesOf('rep-dept-3')).toEqual(['2028-09-11']);
    expect(await duesOf('rep-district-3')).toEqual(['2028-09-07']);
    await undo((await known()).imports[0]!.id, true);
    const again = (await send('/preview?name=vn.csv&overHand=true', DECREE)).body;
    await send(`?name=vn.csv&overHand=true&digest=${encodeURIComponent(again.digest)}`, DECREE);
    expect(await duesOf('rep-dept-3')).toEqual(['2028-09-07']);
    await undo((await known()).imports[0]!.id, true);
    expect(await duesOf('rep-dept-3')).toEqual(['2028-09-11']);
  });

  it('names every fault by its line, in words, and a file that cannot be read at all in one sentence', async () => {
    const faulty = [HEAD, '2029-02-30,off,Tết,Tet,decreed,TB', '2029-01-01,nghi le,Tết,Tet,sure,'].join('\n');
    const { body } = await send('/preview?name=a.csv', faulty);
    expect(body.faults).toEqual([
      { line: 2, text: '«2029-02-30» không phải là ngày. Đề nghị ghi như 2028-09-02 hoặc 02/09/2028.' },
      { line: 3, text: expect.stringContaining('Tình trạng «sure» chưa đúng') },
      { line: 3, text: 'Chưa có căn cứ (cột source).' },
    ]);
    const sentence = async (content: string | Buffer) => (await send('/preview?name=a.csv', content)).body.message;
    expect(await sentence('')).toBe('Tệp gửi lên không có nội dung.');
    expect(await sentence('a,b\n1,2\n')).toMatch(/^Tệp thiếu cột/);
    expect(await sentence(HEAD)).toBe('Tệp không có ngày nào. Chưa nhập gì.');
    expect(await sentence(Buffer.from([0x4e, 0xe0, 0xff, 0x0a]))).toMatch(/UTF-8/);
    expect(await sentence(Buffer.from('PK\u0003\u0004 no workbook'))).toMatch(/Excel/);
  });
});
