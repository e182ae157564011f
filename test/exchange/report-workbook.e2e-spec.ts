import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ValueType } from 'exceljs';
import { House } from '../house/house.js';
import { at, type Preview, type Said, saved, WorkbookDesk, XLSX } from './workbook-desk.js';

const FORM = 'm3-commune';
const NGU_HIEP = '00667';
const YEN_MY = '00661';
const REVENUE = 'state-budget-revenue';
const GROWTH = 'investment-growth';
const value = (given: string) => ({ state: 'value', value: given });

/** Mai fills in the forms of Ngũ Hiệp, her colleague Lan too; Bình answers for another commune. */
describe('an official who fills in a form as a workbook', () => {
  let house: House;
  let mai: WorkbookDesk;
  let lan: WorkbookDesk;
  let binh: WorkbookDesk;
  let report: string;

  beforeAll(async () => {
    house = await House.open({ day: '2027-06-10' });
    await house.openCycle(2028);
    const official = (name: string, unit: string) => house.person(name, { unit, role: 'official' });
    mai = await WorkbookDesk.of(house, await official('Nguyễn Thị Mai', NGU_HIEP));
    lan = await WorkbookDesk.of(house, await official('Trần Thị Lan', NGU_HIEP));
    binh = await WorkbookDesk.of(house, await official('Lê Văn Bình', YEN_MY));
    report = await mai.obligation(/^r1-commune$/);
  });

  afterAll(() => house.close());

  const stored = async () => {
    const reply = await mai.get(`/api/reports/${report}`);
    return reply.json<{ revision: number; answers: Preview['answers'] & { records: object; sections: object } }>();
  };

  it('sees before anything is written what the file would change', async () => {
    const book = await mai.downloads(report, FORM);
    at(book.worksheets[0]!, REVENUE, ':estimate-current').value = 12.5;
    at(book.worksheets[0]!, REVENUE, ':plan-next').value = '1.234,5';
    const { status, body } = await mai.sends<Preview>(report, book);
    expect(status).toBe(200);
    expect(body).toMatchObject({ form: FORM, issues: [], revision: 0 });
    expect(body.changed).toEqual([
      {
        row: REVENUE,
        measure: 'estimate-current',
        label: 'Tổng thu ngân sách nhà nước trên địa bàn, Ước thực hiện cả năm 2027',
        before: null,
        after: '12,5',
        meanwhile: false,
      },
      expect.objectContaining({ measure: 'plan-next', before: null, after: '1.234,5' }),
    ]);
    expect(body.answers.cells[REVENUE]).toEqual({ 'estimate-current': value('12.5'), 'plan-next': value('1234.5') });
    expect(await stored()).toMatchObject({ revision: 0, answers: { cells: {} } });
    const written = await mai.sends<{ revision: number }>(report, book, '?write=true&revision=0');
    expect(written.body).toEqual({ revision: 1 });
    expect((await stored()).answers.cells[REVENUE]).toEqual(body.answers.cells[REVENUE]);
  });

  it('finds the answers so far in the next download, and changes nothing by sending it as it is', async () => {
    const book = await mai.downloads(report, FORM);
    expect(at(book.worksheets[0]!, REVENUE, ':plan-next').value).toBe(1234.5);
    const sent = await mai.sends<Preview>(report, book);
    expect(sent.body.changed).toEqual([]);
    expect((await mai.sends(report, book, '?write=true&revision=1')).body).toEqual({ revision: 1 });
  });

  it('keeps what a colleague has answered since the download', async () => {
    const book = await mai.downloads(report, FORM);
    const cells = { [REVENUE]: { 'plan-next': value('1300') }, [GROWTH]: { 'plan-next': value('8') } };
    const put = await lan.put(`/api/reports/${report}/answers`, { cells });
    expect(put.json()).toEqual({ revision: 2 });
    at(book.worksheets[0]!, REVENUE, ':estimate-current').value = 13;
    at(book.worksheets[0]!, REVENUE, ':plan-next').value = 1250;
    const { body } = await mai.sends<Preview>(report, book);
    expect(body.changed.map(({ measure, before, after, meanwhile }) => [measure, before, after, meanwhile])).toEqual([
      ['estimate-current', '12,5', '13', false],
      ['plan-next', '1.300', '1.250', true],
    ]);
    const late = await mai.sends<Said>(report, book, '?write=true&revision=1');
    expect([late.status, late.body.code]).toEqual([409, 'reports.changed-meanwhile']);
    expect((await mai.sends(report, book, '?write=true&revision=2')).body).toEqual({ revision: 3 });
    expect((await stored()).answers.cells).toEqual({
      [REVENUE]: { 'estimate-current': value('13'), 'plan-next': value('1250') },
      [GROWTH]: { 'plan-next': value('8') },
    });
  });

  it('writes nothing where one answer is wrong, and is told every fault with its cell', async () => {
    const before = await stored();
    const book = await mai.downloads(report, FORM);
    const [sheet] = book.worksheets;
    at(sheet!, REVENUE, ':plan-next').value = 'khoảng một nghìn';
    at(sheet!, GROWTH, ':plan-next').value = 9;
    const preview = await mai.sends<Preview>(report, book);
    const cell = at(sheet!, REVENUE, ':plan-next').address;
    expect(preview.body.issues).toEqual([
      {
        cell: { sheet: sheet!.name, cell },
        text: expect.stringContaining('«khoảng một nghìn» không phải là một con số'),
      },
    ]);
    // What cannot be read does not look as if it were taken away.
    expect(preview.body.changed.map((one) => one.row)).toEqual([GROWTH]);
    const written = await mai.sends<Said>(report, book, `?write=true&revision=${before.revision}`);
    expect([written.status, written.body.code]).toEqual([422, 'reports.wrong-answers']);
    expect(written.body.issues).toEqual(preview.body.issues);
    expect(await stored()).toEqual(before);
  });

  it('gets the same file back with its faults in coloured cells, mends them there and sends it again', async () => {
    const book = await mai.downloads(report, FORM);
    const cell = at(book.worksheets[0]!, REVENUE, ':plan-next');
    cell.value = 'khoảng một nghìn';
    cell.note = 'Hỏi lại chị Lan';
    at(book.worksheets[0]!, GROWTH, ':plan-next').value = 9;
    const marked = await mai.marked(report, book);
    const [list, sheet] = marked.worksheets;
    expect([list!.name, list!.getCell('A2').text]).toEqual(['Cần sửa', 'Những ô cần sửa hoặc giải thích']);
    expect(list!.getCell('B6').value).toMatchObject({ hyperlink: `#'${sheet!.name}'!${cell.address}` });
    expect(list!.getCell('C6').text).toContain('khoảng một nghìn');
    const faulty = sheet!.getCell(cell.address);
    expect(faulty.fill).toMatchObject({ fgColor: { argb: 'FFFFD9D9' } });
    expect(JSON.stringify(faulty.note)).toMatch(/không phải là một con số.*Hỏi lại chị Lan/s);
    expect(faulty.value).toBe('khoảng một nghìn');
    expect(at(sheet!, GROWTH, ':plan-next').fill).not.toMatchObject({ fgColor: { argb: 'FFFFD9D9' } });

    faulty.value = 1000;
    const again = await mai.sends<Preview>(report, marked);
    expect([again.body.issues, again.body.changed.map((one) => one.after)]).toEqual([[], ['9', '1.000']]);
    const clean = await mai.marked(report, marked);
    expect(clean.worksheets.map((one) => one.name)).toEqual(['Cần sửa', sheet!.name, 'Trạng thái', 'nhip']);
    expect(clean.worksheets[0]!.getCell('A3').text).toContain('không có lỗi');
    const note = JSON.stringify(clean.worksheets[1]!.getCell(cell.address).note);
    expect(note).toContain('Hỏi lại chị Lan');
    expect(note).not.toContain('không phải là một con số');
    expect(clean.worksheets[1]!.getCell(cell.address).fill).not.toMatchObject({ fgColor: { argb: 'FFFFD9D9' } });
  });

  it('fills in lists and texts the same way', async () => {
    const { revision } = await stored();
    const list = await mai.downloads(report, 'm4-cbdt');
    const [sheet] = list.worksheets;
    const line = sheet!.getRow(8);
    [1, 'Khởi công mới', '@x', "=cmd|'/C calc'!A0"].forEach((given, at) => (line.getCell(at + 2).value = given));
    const preview = await mai.sends<Preview>(report, list);
    expect([preview.body.issues, preview.body.changed.map((one) => [one.row, one.after])]).toEqual([
      [],
      [
        ['1', '1'],
        ['1', 'Khởi công mới'],
        ['1', '@x'],
        ['1', "=cmd|'/C calc'!A0"],
      ],
    ]);
    expect((await mai.sends(report, list, `?write=true&revision=${revision}`)).status).toBe(200);
    const back = (await mai.downloads(report, 'm4-cbdt')).worksheets[0]!.getRow(7).getCell(5);
    expect([back.type, back.value]).toEqual([ValueType.String, "=cmd|'/C calc'!A0"]);

    const outline = await mai.downloads(report, 'm1-commune');
    const written: string[] = [];
    outline.worksheets[0]!.eachRow((row, number) => {
      if (number < 7 || row.getCell(1).text === '') return;
      row.getCell(3).value = `+SUM của ${'Đồng chí'.normalize('NFD')} @${number}`;
      written.push(`+SUM của Đồng chí @${number}`);
    });
    const texts = await mai.sends<Preview>(report, outline);
    expect(texts.body.changed.map((one) => one.after)).toEqual(written);
    expect((await mai.sends(report, outline, `?write=true&revision=${revision + 1}`)).status).toBe(200);
    const { answers } = await stored();
    expect(Object.values((answers.sections as Record<string, object>)['m1-commune']!).sort()).toEqual(written.sort());
  });

  it('is told when the file belongs to another unit, plan year, form, version or round, and nothing is taken', async () => {
    const before = await stored();
    const told = async (
      desk: WorkbookDesk,
      key: string,
      change: (stamp: (row: number, text: string) => void) => void,
    ) => {
      const book = await desk.downloads(desk === binh ? await binh.obligation(/^r1-commune$/) : report, key);
      const stamp = book.getWorksheet('nhip')!;
      change((row, text) => (stamp.getRow(row).getCell(2).value = text));
      const { status, body } = await mai.sends<Said>(report, book, '?write=true&revision=5');
      return [status, body.message];
    };
    expect(await told(binh, FORM, () => {})).toEqual([
      422,
      'Tệp này là biểu của Xã Yên Mỹ, không phải của Xã Ngũ Hiệp; đồng chí chọn đúng tệp rồi gửi lại.',
    ]);
    expect(await told(mai, FORM, (stamp) => stamp(1, '2029'))).toEqual([
      422,
      'Tệp này là biểu của năm kế hoạch 2029, không phải năm 2028; đồng chí chọn đúng tệp rồi gửi lại.',
    ]);
    expect(await told(mai, FORM, (stamp) => stamp(4, 'm3-district'))).toEqual([
      422,
      'Tệp này là biểu m3-district, không thuộc báo cáo này; đồng chí chọn đúng tệp hoặc đúng báo cáo rồi gửi lại.',
    ]);
    expect(await told(mai, FORM, (stamp) => stamp(5, '0'))).toEqual([
      422,
      'Biểu «M3 - Hệ thống chỉ tiêu trình HĐND cấp xã quyết nghị» đã thay đổi sau khi tệp này được tải về; đồng chí tải biểu mới, chép số liệu sang rồi gửi lại.',
    ]);
    expect(await told(mai, FORM, (stamp) => stamp(6, 'r2-commune'))).toEqual([
      422,
      'Tệp này được tải về cho một báo cáo khác trong năm dùng cùng biểu «M3 - Hệ thống chỉ tiêu trình HĐND cấp xã quyết nghị»; đồng chí tải biểu của báo cáo này, chép số liệu sang rồi gửi lại.',
    ]);
    expect(await stored()).toEqual(before);
  });

  it('is told in one sentence when the file is no workbook, and nobody else reads or writes the report', async () => {
    const word = await mai.sends<Said>(report, Buffer.from('Kính gửi'), '', 'application/octet-stream');
    expect([word.status, word.body.code]).toEqual([422, 'forms.workbook-unreadable']);
    const json = await mai.sends<Said>(report, Buffer.from('{}'), '', 'application/json');
    expect([json.status, json.body.message]).toEqual([415, 'Đề nghị đồng chí gửi tệp Excel (.xlsx).']);
    const large = await mai.sends<Said>(report, Buffer.alloc(21 * 1024 * 1024));
    expect([large.status, large.body.code]).toEqual([413, 'request.too-large']);
    const empty = await mai.sends<Said>(report, Buffer.alloc(0));
    expect([empty.status, empty.body.code]).toEqual([422, 'forms.workbook-empty-file']);
    const unasked = await mai.get(`/api/reports/${report}/workbook?form=m3-district`);
    expect([unasked.statusCode, unasked.json<Said>().code]).toEqual([404, 'exchange.form-not-asked']);

    const file = await saved(await mai.downloads(report, FORM));
    const statuses = [(await binh.get(`/api/reports/${report}/workbook?form=${FORM}`)).statusCode];
    for (const after of ['', '?write=true&revision=5', '/marked']) {
      statuses.push((await binh.sends(report, file, after)).status);
    }
    expect(statuses).toEqual([403, 403, 403, 403]);
    const stranger = await house.app.inject({
      method: 'POST',
      url: `/api/reports/${report}/workbook`,
      headers: { 'content-type': XLSX },
      payload: file,
    });
    expect(stranger.statusCode).toBe(401);
  });

  it('is told when the report has been submitted already', async () => {
    const book = await mai.downloads(report, FORM);
    const { revision } = await stored();
    await house.database.em.execute(`update report set state = 'submitted' where obligation_id = '${report}'`);
    at(book.worksheets[0]!, REVENUE, ':plan-next').value = 7;
    const { status, body } = await mai.sends<Said>(report, book, `?write=true&revision=${revision}`);
    expect([status, body.code]).toEqual([409, 'reports.already-submitted']);
  });
});
