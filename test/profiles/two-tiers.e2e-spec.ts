import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import ExcelJS from 'exceljs';
import { LoadProfileService } from '../../src/modules/profiles/index.js';
import { House } from '../house/house.js';

jest.setTimeout(120_000);

const THANH_TRI = '00640';

/** Mai answers for Xã Thanh Trì; Bình follows the communes in the department that has the planning department's role. */
describe('the product under a profile of two tiers', () => {
  let house: House;

  beforeAll(async () => {
    house = await House.open({ day: '2027-06-15', env: { PROFILE: 'hanoi-2025' } });
  });

  afterAll(() => house.close());

  it('opens a plan year, takes a commune’s answers in the chat, shows them above and puts them together', async () => {
    const { added } = await house.openCycle(2028);
    expect(added).toBe(1210);
    const mai = await house.person('Nguyễn Thị Mai', { unit: THANH_TRI, role: 'official' });
    const binh = await house.cookieOf(
      await house.person('Trần Văn Bình', { unit: 'so-tai-chinh', role: 'supervisor' }),
    );

    const phone = await house.phoneOf(mai);
    let said = await phone.says('/dien');
    let answers = 0;
    while (!/nộp/i.test(said) && answers < 25) {
      const yesOrNo = said.includes('đạt hoặc không đạt');
      said = await phone.says(yesOrNo ? 'đạt; đạt' : /tăng thêm/.test(said) ? '1; 0' : '5; 6');
      answers += 1;
    }
    // Nineteen rows; the one of residential groups is asked of wards alone.
    expect(answers).toBe(18);
    expect(await phone.says('nộp')).toMatch(/^Đã nộp/m);

    const owed = await house.app.inject({ url: '/api/obligations?scope=below&state=all', headers: { cookie: binh } });
    const { items } = owed.json<{
      items: { unit: string; milestone: string; phase?: string; report?: { state: string } }[];
    }>();
    expect(items.filter((item) => item.milestone === 'r1-commune')).toHaveLength(126);
    const [kept] = await house.database.rows<{ settled_as: string }>(
      `select settled_as from obligation where unit_code = ? and milestone = 'r1-commune'`,
      [THANH_TRI],
    );
    expect(kept!.settled_as).toBe('submitted');

    const workbook = await house.app.inject({
      url: '/api/rollups/so-tai-chinh/workbook?planYear=2028&milestone=r1-commune&form=m3-city',
      headers: { cookie: binh },
    });
    expect([workbook.statusCode, workbook.headers['content-type']]).toEqual([
      200,
      expect.stringContaining('spreadsheet'),
    ]);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(workbook.rawPayload as never);
    const text = book.worksheets
      .flatMap((sheet) => sheet.getSheetValues().map((line) => JSON.stringify(line)))
      .join('\n');
    expect(text).toContain('Xã Thanh Trì');
  });

  it('shows to nobody else what a commune owes, and asks a merged department for the rows of both', async () => {
    const lan = await house.cookieOf(await house.person('Phạm Thị Lan', { unit: '00643', role: 'official' }));
    const reply = await house.app.inject({ url: '/api/obligations?scope=own&state=all', headers: { cookie: lan } });
    const { items } = reply.json<{ items: { unit: string }[] }>();
    expect(new Set(items.map((item) => item.unit))).toEqual(new Set(['00643']));
    const farming = await house.cookieOf(await house.person('Vũ Thị Nga', { unit: 'so-nnmt', role: 'official' }));
    const [draft] = await house.database.rows<{ id: string }>(
      `select id from obligation where unit_code = 'so-nnmt' and milestone = 'r1-dept'`,
    );
    const report = await house.app.inject({ url: `/api/reports/${draft!.id}`, headers: { cookie: farming } });
    const { forms } = report.json<{ forms: { key: string; definition: { rows?: { leadAgency: string }[] } }[] }>();
    const agencies = new Set(
      forms.find((form) => form.key === 'm2-city')!.definition.rows!.map((row) => row.leadAgency),
    );
    expect(agencies).toEqual(new Set(['Sở NN&PTNT', 'Sở TN&MT']));
  });

  it('is refused on data that belong to another profile, in one sentence', async () => {
    await expect(house.of(LoadProfileService).load('hanoi-directive')).rejects.toThrow(
      /Dữ liệu này thuộc bộ cấu hình «hanoi-2025»/,
    );
  });
});
