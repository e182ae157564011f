import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Desk, indicator } from '../definitions/desk.js';
import { House } from '../house/house.js';

const FORM = 'm3-commune';
const PDF = Buffer.from('%PDF-1.7\nBiên bản họp\n');

/** Hà asks for the minutes as a file; Mai answers for Xã Ngũ Hiệp, Lan for Xã Duyên Hà. */
describe('a row that asks for a file', () => {
  let house: House;
  let mai: string;
  let lan: string;
  let report: string;

  beforeAll(async () => {
    house = await House.open({ day: '2027-06-10' });
    const ha = await Desk.of(house, await house.person('Trần Thu Hà', { unit: 'so-khdt', role: 'admin' }));
    const draft = await ha.begins(FORM);
    const item = indicator('minutes', 'A', {
      type: 'file',
      label: { vi: 'Biên bản họp' },
      required: false,
      min: undefined,
      max: undefined,
    });
    await ha.edits(FORM, draft.revision, {
      do: 'add',
      list: 'rows',
      item: JSON.parse(JSON.stringify(item)) as never,
      after: null,
    });
    await ha.publishes(FORM, 'Cần biên bản');
    await house.openCycle(2028);
    mai = await house.cookieOf(await house.person('Nguyễn Thị Mai', { unit: '00667', role: 'official' }));
    lan = await house.cookieOf(await house.person('Đỗ Thị Lan', { unit: '00670', role: 'official' }));
    const [found] = await house.database.rows<{ id: string }>(
      `select id from obligation where unit_code = '00667' and milestone = 'r1-commune'`,
    );
    report = found!.id;
  });

  afterAll(() => house.close());

  const upload = (name: string, payload: Buffer, cookie = mai) =>
    house.app.inject({
      method: 'POST',
      url: `/api/reports/${report}/files?name=${encodeURIComponent(name)}`,
      headers: { cookie, 'content-type': 'application/octet-stream' },
      payload,
    });
  const answer = (value: string) =>
    house.app.inject({
      method: 'PUT',
      url: `/api/reports/${report}/answers`,
      headers: { cookie: mai },
      payload: { cells: { minutes: { 'estimate-current': { state: 'value', value } } } },
    });

  it('keeps what is sent, once, and gives it back only to be saved', async () => {
    const kept = await upload('Biên bản.pdf', PDF);
    expect(kept.statusCode).toBe(201);
    const { id } = kept.json<{ id: string }>();
    expect((await upload('Biên bản.pdf', PDF)).json()).toMatchObject({ id });
    expect((await answer(id)).statusCode).toBe(200);
    const back = await house.app.inject({ url: `/api/reports/${report}/files/${id}`, headers: { cookie: mai } });
    expect(back.rawPayload.equals(PDF)).toBe(true);
    expect(back.headers['content-disposition']).toMatch(/^attachment; filename\*=UTF-8''Bi%C3%AAn/);
  });

  it('refuses what is not what its name says, in a sentence', async () => {
    const refused = await upload('anh.png', Buffer.from('MZ program'));
    expect(refused.statusCode).toBe(415);
    expect(refused.json<{ message: string }>().message).toContain('Chỉ nhận tệp PDF');
  });

  it('takes no file that the report does not have', async () => {
    const refused = await answer('00000000-0000-4000-8000-000000000000');
    expect([refused.statusCode, refused.json<{ code: string }>().code]).toEqual([404, 'reports.file-unknown']);
    expect((await answer('not-a-file')).statusCode).toBe(404);
  });

  it('lets nobody of another unit send or read one', async () => {
    expect((await upload('Biên bản.pdf', PDF, lan)).statusCode).toBe(403);
    const list = await house.app.inject({ url: `/api/reports/${report}/files`, headers: { cookie: lan } });
    expect(list.statusCode).toBe(403);
  });

  it('refuses a file beyond what is taken before it is read into the report', async () => {
    const refused = await upload('to.pdf', Buffer.concat([PDF, Buffer.alloc(21 * 1024 * 1024)]));
    expect(refused.statusCode).toBe(413);
  });
});
