import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { ConversationsService, type FetchedFile, IncomingFiles } from '../../src/modules/conversations/index.js';
import { Attachments } from '../../src/modules/outbox/index.js';
import { at, opened, saved, XLSX } from '../exchange/workbook-desk.js';
import { House } from '../house/house.js';
import type { Phone } from '../house/phone.js';

const NGU_HIEP = '00667';

// The whole product is started: on a busy machine that takes a while.
jest.setTimeout(180_000);

/** Mai of Xã Ngũ Hiệp gets a form as a workbook in her chat and sends it back. */
describe('a workbook by chat', () => {
  let house: House;
  let mai: Phone;
  let person: string;
  let obligation: string;
  let address: string;
  const sent = new Map<string, FetchedFile>();

  beforeAll(async () => {
    house = await House.open({ day: '2027-06-15' });
    await house.openCycle(2028);
    person = await house.person('Nguyễn Thị Mai', { unit: NGU_HIEP, role: 'official' });
    mai = await house.phoneOf(person);
    const [found] = await house.database.rows<{ id: string; address: string }>(
      `select o.id, l.address from obligation o, channel_link l
       where o.unit_code = ? and o.milestone = 'r1-commune' and l.person_id = ?::uuid`,
      [NGU_HIEP, person],
    );
    ({ id: obligation, address } = found!);
    house.of(IncomingFiles).from('webchat', async (fileId) => sent.get(fileId) ?? { problem: 'gone' });
  });

  afterAll(() => house.close());

  /** Sends a file into the chat, as the channel hands it on. */
  async function sends(name: string, content: Buffer | 'gone'): Promise<string> {
    const fileId = randomUUID();
    if (content !== 'gone') sent.set(fileId, { content });
    await house.of(ConversationsService).keep([
      {
        channel: 'webchat',
        address,
        eventId: randomUUID(),
        sentAt: house.clock.now().toISOString(),
        chat: 'private',
        content: { type: 'file', fileId, name, mediaType: XLSX },
      },
    ]);
    await house.of(ConversationsService).takeTurns('webchat', address);
    return mai.hears();
  }

  const workbook = async () => {
    const file = await house.of(Attachments).open(`workbook/${obligation}/m3-commune`, person);
    return opened(file!.content);
  };
  const revenue = async () => {
    const [report] = await house.database.rows<{ cell: unknown }>(
      `select answers -> 'cells' -> 'state-budget-revenue' as cell from report where obligation_id = ?::uuid`,
      [obligation],
    );
    return report?.cell;
  };

  it('is given out for the form that is chosen', async () => {
    const which = await mai.says('/bieu');
    expect(which).toContain('Đồng chí cần biểu nào');
    const number = which
      .split('\n')
      .find((line) => line.includes('M3'))!
      .split('.')[0]!;
    expect(await mai.says(number)).toContain('đã điền sẵn');
    const [given] = await house.database.rows<{ attachment: unknown }>(
      `select body -> 'attachment' as attachment from message where address = ? order by seq desc limit 1`,
      [address],
    );
    expect(given?.attachment).toMatchObject({ fileRef: `workbook/${obligation}/m3-commune` });
  });

  it('is shown in words when it comes back, and applied after a yes', async () => {
    const book = await workbook();
    at(book.worksheets[0]!, 'state-budget-revenue', ':estimate-current').value = 31.25;
    const shown = await sends('bieu.xlsx', await saved(book));
    expect(shown).toContain('tệp thay đổi 1 ô');
    expect(shown).toContain('31,25');
    expect(await revenue()).toBeUndefined();
    expect(await mai.says('đúng')).toContain('Đã ghi 1 thay đổi');
    expect(await revenue()).toMatchObject({ 'estimate-current': { value: '31.25' } });
  });

  it('changes nothing where a cell is wrong, and names the cell', async () => {
    const book = await workbook();
    at(book.worksheets[0]!, 'state-budget-revenue', ':estimate-current').value = 'nhiều';
    expect(await sends('bieu.xlsx', await saved(book))).toMatch(/chưa đúng nên chưa ghi gì[\s\S]*![A-Z]+\d+:/);
    await mai.says('đúng');
    expect(await revenue()).toMatchObject({ 'estimate-current': { value: '31.25' } });
  });

  it('comes back with a note at the wrong cell, and is taken once that is mended', async () => {
    const [given] = await house.database.rows<{ ref: string }>(
      `select body -> 'attachment' ->> 'fileRef' as ref from message
       where address = ? and body -> 'attachment' is not null order by seq desc limit 1`,
      [address],
    );
    const marked = await house.of(Attachments).open(given!.ref, person);
    const book = await opened(marked!.content);
    // The first sheet lists the faults.
    const cell = at(book.worksheets[1]!, 'state-budget-revenue', ':estimate-current');
    expect(JSON.stringify(cell.note)).toContain('nhiều');
    // Nobody else is given it, whatever the reference.
    expect(await house.of(Attachments).open(given!.ref, await house.person('Người lạ'))).toBeUndefined();
    cell.value = 33;
    expect(await sends('bieu.xlsx', await saved(book))).toContain('tệp thay đổi 1 ô');
    await mai.says('2');
  });

  it('is not applied over what changed since it was shown', async () => {
    const book = await workbook();
    at(book.worksheets[0]!, 'state-budget-revenue', ':estimate-current').value = 40;
    await sends('bieu.xlsx', await saved(book));
    const cookie = await house.cookieOf(person);
    await house.app.inject({
      method: 'PUT',
      url: `/api/reports/${obligation}/answers`,
      headers: { cookie },
      payload: { cells: { 'investment-growth': { 'estimate-current': { state: 'value', value: '5' } } } },
    });
    expect(await mai.says('đúng')).toContain('đã được sửa từ lúc xem trước');
    expect(await revenue()).toMatchObject({ 'estimate-current': { value: '31.25' } });
  });

  it('and any other file is answered with what to do', async () => {
    expect(await sends('anh.exe', Buffer.from('MZ'))).toContain('Loại tệp này không được nhận');
    expect(await sends('bieu.xlsx', 'gone')).toContain('Không lấy được tệp');
    const picture = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]);
    expect(await sends('anh.png', picture)).toContain('không yêu cầu tệp nào');
    // Zalo tells no name: a picture of either kind is taken for what it is.
    expect(await sends('anh.jpg', picture)).toContain('không yêu cầu tệp nào');
  });

  it('says of a workbook of another unit whose it is, and of one that cannot be read how to save it', async () => {
    const lan = await house.person('Đỗ Thị Lan', { unit: '00670', role: 'official' });
    const [hers] = await house.database.rows<{ id: string }>(
      `select id from obligation where unit_code = '00670' and milestone = 'r1-commune'`,
    );
    const file = await house.of(Attachments).open(`workbook/${hers!.id}/m3-commune`, lan);
    expect(await sends('bieu.xlsx', file!.content)).toMatch(/là biểu của Xã Duyên Hà[\s\S]*gõ \/bieu/);
    const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
    expect(await sends('bieu.xls', old)).toContain('lưu lại dưới dạng .xlsx');
    expect(await sends('bieu.xlsx', Buffer.concat([old, Buffer.from('EncryptedPackage', 'utf16le')]))).toContain(
      'bỏ mật khẩu',
    );
    expect(await sends('bieu.xlsx', file!.content.subarray(0, 3000))).toMatch(/Không đọc được|bị hỏng/);
  });

  it('is not taken for the report of another round, although that asks the same form', async () => {
    const book = await workbook();
    book.getWorksheet('nhip')!.getRow(6).getCell(2).value = 'r2-commune';
    at(book.worksheets[0]!, 'state-budget-revenue', ':estimate-current').value = 50;
    expect(await sends('bieu.xlsx', await saved(book))).toMatch(/không thuộc báo cáo nào đang mở[\s\S]*gõ \/bieu/);
  });

  it('is nothing that a stranger’s chat may bring', async () => {
    const [before] = await house.database.rows<{ count: number }>(
      `select count(*)::int as count from received_file where content is not null`,
    );
    await house.of(ConversationsService).keep([
      {
        channel: 'webchat',
        address: 'stranger',
        eventId: randomUUID(),
        sentAt: house.clock.now().toISOString(),
        chat: 'private',
        content: { type: 'file', fileId: [...sent.keys()][0]!, name: 'bieu.xlsx', mediaType: XLSX },
      },
    ]);
    await house.of(ConversationsService).takeTurns('webchat', 'stranger');
    expect(
      await house.database.rows(`select count(*)::int as count from received_file where content is not null`),
    ).toEqual([before]);
  });
});
