import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import exceljs, { type Worksheet } from 'exceljs';
import { House } from '../house/house.js';

const NGU_HIEP = '00667';
const THANH_TRI = '020';
const GIA_LAM = '018';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

interface Preview {
  summary: string;
  counts: Record<string, number>;
  changes: { sort: string; line: number; text: string }[];
  faults: { cell: { sheet: string; cell: string }; text: string }[];
  digest: string;
  message?: string;
}

/** Hà administers, Minh heads Thanh Trì, Dung heads Gia Lâm, Mai reports for Ngũ Hiệp. */
describe('a workbook of people', () => {
  let house: House;
  const cookies: Record<string, string> = {};

  beforeAll(async () => {
    house = await House.open({ day: '2027-06-15' });
    const people: Record<string, string> = {
      ha: await house.person('Nguyễn Thu Hà', { unit: 'so-khdt', role: 'admin' }),
      minh: await house.person('Lê Quang Minh', { unit: THANH_TRI, role: 'head' }),
      dung: await house.person('Lê Thị Dung', { unit: GIA_LAM, role: 'head' }),
      mai: await house.person('Nguyễn Thị Mai', { unit: NGU_HIEP, role: 'official' }),
    };
    for (const [name, id] of Object.entries(people)) cookies[name] = await house.cookieOf(id);
    await house.database.rows(`update person set phone = '+84900000001', code = 'CB-MAI' where id = ?`, [
      people['mai'],
    ]);
  }, 120_000);
  afterAll(() => house.close());

  const template = async (who: string, filled = false) => {
    const reply = await house.app.inject({
      url: `/api/people/workbook?filled=${filled}`,
      headers: { cookie: cookies[who]! },
    });
    expect(reply.statusCode).toBe(200);
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(reply.rawPayload.buffer.slice(0) as ArrayBuffer);
    return workbook;
  };
  const bytes = async (workbook: exceljs.Workbook) => Buffer.from(await workbook.xlsx.writeBuffer());
  const send = async <T>(who: string, file: Buffer, url = '/preview') => {
    const reply = await house.app.inject({
      method: 'POST',
      url: `/api/people/workbook${url}`,
      headers: { cookie: cookies[who]!, 'content-type': XLSX },
      payload: file,
    });
    const isJson = String(reply.headers['content-type']).startsWith('application/json');
    return { status: reply.statusCode, body: (isJson ? reply.json() : reply.rawPayload) as T };
  };
  const sheetOf = (workbook: exceljs.Workbook) => workbook.getWorksheet('Danh sách cán bộ')!;
  /** code, name, title, phone, email, unit, role, leaves */
  const put = (sheet: Worksheet, at: number, cells: (string | number | object)[]) =>
    cells.forEach((value, column) => (sheet.getRow(at).getCell(column + 2).value = value as string));

  it('goes out with drop-downs, units and guidance; a supervisor’s holds the own subtree', async () => {
    const workbook = await template('minh', true);
    expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual(['Danh sách cán bộ', 'Đơn vị', 'Hướng dẫn']);
    const sheet = sheetOf(workbook);
    const names = [3, 4].map((at) => sheet.getRow(at).getCell(3).text).sort();
    expect(names).toEqual(['Lê Quang Minh', 'Nguyễn Thị Mai']);
    expect(sheet.getCell('H5').dataValidation.formulae).toEqual(['"cán bộ báo cáo,lãnh đạo đơn vị,cán bộ theo dõi"']);
    expect(sheet.getCell('G5').dataValidation.type).toBe('list');
    expect(workbook.getWorksheet('Đơn vị')!.rowCount).toBe(1 + 18);
    expect(
      sheetOf(await template('minh'))
        .getRow(3)
        .getCell(3).text,
    ).toBe('');
    const refused = await house.app.inject({ url: '/api/people/workbook', headers: { cookie: cookies['mai']! } });
    expect(refused.statusCode).toBe(403);
  });

  it('comes back unchanged and changes nothing', async () => {
    const { body } = await send<Preview>('minh', await bytes(await template('minh', true)));
    // Minh has neither number nor address: the list asks for one, and that is all.
    expect(body.faults.map((one) => one.text)).toEqual([expect.stringContaining('cần mã cán bộ')]);
    expect(body.changes).toEqual([]);
  });

  it('says in words what it would do; does it once confirmed, and nothing more when it comes again', async () => {
    const workbook = await template('minh');
    const sheet = sheetOf(workbook);
    put(sheet, 3, ['CB-MAI', 'Nguyễn Thị Mai', 'công chức', '', '', 'xa dong my', 'Cán bộ báo cáo']);
    put(sheet, 4, ['', 'Phạm Văn Tân', '', 912345678, 'tan@x.gov.vn', 'Ngũ Hiệp', 'cán bộ báo cáo']);
    put(sheet, 5, ['', 'Bùi Thị Hạnh', '', '0912 000 111', '', 'Xã Tứ Hiệp, Huyện Thanh Trì', 'Lãnh đạo đơn vị']);
    const file = await bytes(workbook);
    const { body: preview } = await send<Preview>('minh', file);
    expect(preview.faults).toEqual([]);
    expect(preview.summary).toContain('2 người mới, 1 đổi đơn vị hoặc vai trò');
    expect(preview.changes.map((one) => one.text)).toEqual([
      expect.stringMatching(/^Nguyễn Thị Mai: chuyển từ .*Xã Ngũ Hiệp sang .*Xã Đông Mỹ; chức vụ mới công chức\.$/),
      'Thêm Phạm Văn Tân: cán bộ báo cáo, Xã Ngũ Hiệp.',
      'Thêm Bùi Thị Hạnh: lãnh đạo đơn vị, Xã Tứ Hiệp.',
    ]);
    const count = async () => (await house.database.rows(`select 1 from person`)).length;
    const before = await count();
    expect((await send('minh', file, '?confirm=other')).status).toBe(409);
    expect(await count()).toBe(before);
    expect((await send('minh', file, `?confirm=${preview.digest}`)).status).toBe(200);
    expect(await count()).toBe(before + 2);
    const [tan] = await house.database.rows<{ phone: string }>(`select phone from person where name = 'Phạm Văn Tân'`);
    expect(tan!.phone).toBe('+84912345678');
    const again = await send<Preview>('minh', file);
    expect(again.body).toMatchObject({ changes: [], faults: [], counts: { unchanged: 3 } });
    put(sheet, 4, ['', 'Phạm Văn Tân', '', 912345678, 'tan@x.gov.vn', 'Ngũ Hiệp', 'cán bộ báo cáo', 'có']);
    const left = await send<Preview>('minh', await bytes(workbook));
    expect(left.body.summary).toContain('1 thôi làm việc');
  });

  it('names faults by cell, writes nothing, and gives the same file back with notes', async () => {
    const workbook = await template('minh');
    const sheet = sheetOf(workbook);
    put(sheet, 3, ['', 'Lê Văn Một', '', '09', '', 'Xã Không Có', 'trưởng ban']);
    put(sheet, 4, ['', 'Lê Văn Hai', '', '0912222333', '', 'Huyện Gia Lâm', 'Cán bộ báo cáo']);
    put(sheet, 5, [
      '',
      { formula: 'C4&"x"', result: 'Lê Văn Haix' },
      '',
      '0912222444',
      '',
      'Ngũ Hiệp',
      'Cán bộ báo cáo',
    ]);
    const file = await bytes(workbook);
    const { body } = await send<Preview>('minh', file);
    expect(body.faults.map((one) => one.cell.cell).sort()).toEqual(['C5', 'E3', 'G3', 'G4', 'H3']);
    expect((await send('minh', file, `?confirm=${body.digest}`)).status).toBe(422);
    const marked = await send<Buffer>('minh', file, '/marked');
    const back = new exceljs.Workbook();
    await back.xlsx.load(marked.body.buffer.slice(0) as ArrayBuffer);
    const note = sheetOf(back).getCell('G3').note as { texts: { text: string }[] };
    expect(note.texts.map((run) => run.text).join('')).toContain('Không tìm thấy đơn vị «Xã Không Có»');
  });

  it('is read by its header where it is a list of somebody’s own', async () => {
    const workbook = new exceljs.Workbook();
    const sheet = workbook.addWorksheet('Sheet1');
    sheet.addRow(['DANH SÁCH CÁN BỘ ĐẦU MỐI']);
    sheet.addRow(['STT', 'HỌ VÀ TÊN', 'Đơn vị', 'Vai trò', 'Điện thoại', 'Ghi chú']);
    sheet.addRow([1, 'Cao Thị Xuân', 'Xã Ngũ Hiệp', 'cán bộ báo cáo', '0913 333 444', 'mới']);
    const { body } = await send<Preview>('minh', await bytes(workbook));
    expect(body.changes.map((one) => one.text)).toEqual(['Thêm Cao Thị Xuân: cán bộ báo cáo, Xã Ngũ Hiệp.']);
  });

  it.each([
    ['no workbook', async () => Buffer.from('họ tên, điện thoại')],
    ['an empty file', async () => Buffer.alloc(0)],
    [
      'a workbook without a list',
      async () => {
        const workbook = new exceljs.Workbook();
        workbook.addWorksheet('A').addRow(['gì đó']);
        return Buffer.from(await workbook.xlsx.writeBuffer());
      },
    ],
  ])('is refused in a sentence where it is %s', async (_what, file) => {
    const { status, body } = await send<{ message: string }>('ha', await file());
    expect([415, 422]).toContain(status);
    expect(body.message).toMatch(/[Đđ]ề nghị|nội dung|Excel/);
  });

  it('takes thousands of people, each told apart, in one go', async () => {
    const workbook = await template('ha');
    const sheet = sheetOf(workbook);
    const units = Array.from({ length: 40 }, (_, at) => workbook.getWorksheet('Đơn vị')!.getCell(`A${at + 30}`).text);
    for (let n = 0; n < 3000; n++) {
      put(sheet, n + 3, [
        `N${n}`,
        `Nguyễn Văn Người`,
        '',
        `0970${String(n).padStart(6, '0')}`,
        '',
        units[n % 40]!,
        'cán bộ báo cáo',
      ]);
    }
    const file = await bytes(workbook);
    const { body } = await send<Preview>('ha', file);
    expect(body).toMatchObject({ faults: [], counts: { added: 3000 } });
    expect((await send('ha', file, `?confirm=${body.digest}`)).status).toBe(200);
    expect((await send<Preview>('ha', file)).body).toMatchObject({ changes: [], counts: { unchanged: 3000 } });
  }, 180_000);
});
