import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Edit, Row } from '../../src/forms/index.js';
import { House } from '../house/house.js';
import type { Phone } from '../house/phone.js';
import exceljs from 'exceljs';
import { type Checked, Desk, type DraftShown, indicator } from './desk.js';

interface WorkbookRead {
  revision: number;
  edits: Edit[];
  differences: { text: string }[];
  summary: string;
  faults: { text: string }[];
}

const FORM = 'm3-commune';
const NGU_HIEP = '00667';

/** Mai answers for a commune; Hà changes forms in the planning department. */
describe('an admin adds an indicator to the form of the communes', () => {
  let house: House;
  let ha: Desk;
  let mai: Phone;
  let maiId: string;

  beforeAll(async () => {
    house = await House.open({ day: '2027-06-10' });
    await house.openCycle(2028);
    ha = await Desk.of(house, await house.person('Trần Thu Hà', { unit: 'so-khdt', role: 'admin' }));
    maiId = await house.person('Nguyễn Thị Mai', { unit: NGU_HIEP, role: 'official' });
    mai = await house.phoneOf(maiId);
    // A report under way before anything changes.
    await mai.says('/dien');
    await mai.says('12,5; 13');
  });

  afterAll(() => house.close());

  it('sees its three faces before anybody else does', async () => {
    const draft = await ha.begins(FORM);
    const row = indicator('public-services', 'A', { ask: { vi: 'Năm {N} xã thu từ dịch vụ công bao nhiêu' } });
    const taken = await ha.edits(FORM, draft.revision, { do: 'add', list: 'rows', item: row as never, after: null });
    expect(taken.refused).toEqual([]);
    expect(taken.differences.map((one) => one.text)).toEqual([expect.stringContaining('Thu từ dịch vụ công')]);
    const { definition } = (await ha.get<DraftShown>(`/forms/${FORM}/draft`)).body;
    const preview = await ha.post<{
      schema: { properties: Record<string, unknown> };
      chat: { text: string }[];
      sheet: { rows: { key: string }[] };
    }>('/forms/preview', { definition, unitKind: 'commune', planYear: 2028 });
    expect(preview.status).toBe(200);
    expect(Object.keys(preview.body.schema.properties)[0]).toBe('public-services');
    expect(preview.body.chat[0]!.text).toContain('Năm 2027 xã thu từ dịch vụ công bao nhiêu');
    expect(preview.body.sheet.rows.map((one) => one.key)).toContain('public-services');
    expect(await mai.says('/tieptuc')).not.toContain('dịch vụ công');
  });

  it('puts a soft check and a help text on it, each an edit of its own', async () => {
    const { revision } = (await ha.get<DraftShown>(`/forms/${FORM}/draft`)).body;
    const edits: Edit[] = [
      {
        do: 'add',
        list: 'checks',
        after: null,
        item: {
          key: 'public-services-usual',
          level: 'soft',
          row: 'public-services',
          measures: ['estimate-current'],
          holds: { op: 'compare', a: { op: 'cell' }, by: '<=', b: { op: 'number', value: '100' } },
          message: { vi: 'Số thu trên 100 tỷ đồng là bất thường' },
        },
      },
      {
        do: 'set',
        list: 'rows',
        key: 'public-services',
        field: 'help',
        from: {},
        to: { meaning: { vi: 'Phí và giá dịch vụ do xã thu' } },
      },
    ];
    const taken = await ha.edits(FORM, revision, ...edits);
    expect([taken.refused, taken.faults]).toEqual([[], []]);
  });

  it('is told before publishing what it does to the reports under way', async () => {
    const draft = (await ha.get<DraftShown>(`/forms/${FORM}/draft`)).body;
    const early = await ha.post<{ code: string }>(`/forms/${FORM}/draft/publish`, {
      seen: draft.revision,
      note: 'Theo kết luận họp ngày 9/6',
    });
    expect([early.status, early.body.code]).toEqual([422, 'definitions.not-checked']);
    const { dryRun, faults } = (await ha.post<Checked>(`/forms/${FORM}/draft/check`, { seen: draft.revision })).body;
    expect(faults).toEqual([]);
    expect(dryRun).toMatchObject({ replayed: 1, openReports: 1, refusedCount: 0 });
    // Every other commune has not begun, in each round that asks for the form.
    expect(dryRun!.notBegun).toBeGreaterThan(500);
    expect(dryRun!.notices).toBeGreaterThan(500);
    expect(dryRun!.text).toContain('1 báo cáo đang làm');
  });

  it('leaves reports on their version until they are moved', async () => {
    expect(await ha.publishes(FORM, 'Theo kết luận họp ngày 9/6')).toBe(2);
    expect(await mai.says('/dien')).not.toContain('dịch vụ công');
    const moves = await ha.get<{ reports: { differences: string[]; summary: string }[] }>(`/forms/${FORM}/moves?to=2`);
    expect(moves.body.reports).toEqual([
      expect.objectContaining({ unitName: 'Xã Ngũ Hiệp', from: 1, changes: [], lost: [], issues: [] }),
    ]);
    // What that means to this report, in words.
    const [report] = moves.body.reports;
    expect(report!.differences).toContain('Thêm chỉ tiêu «Thu từ dịch vụ công».');
    // However many rows stand below the new one, their new numbers are one sentence.
    expect(report!.differences.filter((text) => text.includes('số'))).toEqual(['Các dòng phía sau được đánh số lại.']);
    expect(report!.summary).toMatch(/^Giữ nguyên \d+ câu trả lời\.$/);
  });

  it('moves them all at once; the bot asks the new question and why the figure is so high', async () => {
    const moved = await ha.post<{ move: string; moved: number; notBegun: number }>(`/forms/${FORM}/moves`, { to: 2 });
    expect(moved.body).toMatchObject({ moved: 1 });
    expect(moved.body.notBegun).toBeGreaterThan(500);
    const asked = await mai.says('/dien');
    expect(asked).toContain('Năm 2027 xã thu từ dịch vụ công bao nhiêu');
    // Who moved the report answered nothing.
    expect(asked).not.toContain('Trần Thu Hà');
    const why = await mai.says('120 tỷ');
    expect(why).toContain('Số thu trên 100 tỷ đồng là bất thường');
    expect(await mai.says('chợ mới đi vào hoạt động từ tháng 3')).toContain('Thu từ dịch vụ công');
    const { body } = await (
      await Desk.of(house, maiId)
    ).get<{ answers: { cells: Record<string, unknown> } }>(`/reports/${await obligationOf(house)}`);
    expect(body.answers.cells).toMatchObject({
      'public-services': {
        'estimate-current': { state: 'value', value: '120', note: 'chợ mới đi vào hoạt động từ tháng 3' },
      },
      'investment-growth': { 'estimate-current': { state: 'value', value: '12.5' } },
    });
  });

  it('takes a move back only where nobody has answered since', async () => {
    const { moves } = (await ha.get<{ moves: { id: string; moved: number }[] }>(`/forms/${FORM}/moves/history`)).body;
    const undone = await ha.post<{ restored: number; kept: { unitName: string }[] }>(
      `/forms/${FORM}/moves/${moves[0]!.id}/undo`,
    );
    expect(undone.body.kept).toEqual([expect.objectContaining({ unitName: 'Xã Ngũ Hiệp' })]);
    expect(undone.body.restored).toBeGreaterThan(500);
    const again = await ha.post<{ code: string }>(`/forms/${FORM}/moves/${moves[0]!.id}/undo`);
    expect([again.status, again.body.code]).toEqual([409, 'reports.move-undone']);
    expect(await mai.says('/dien')).toContain('dịch vụ công');
  });

  it('keeps every version as it was published, with who, when and why', async () => {
    const { body } = await ha.get<{
      versions: { version: number; publishedBy: string | null; note: string; planYears: number[] }[];
    }>(`/forms/${FORM}/versions`);
    expect(body.versions.map(({ planYears }) => planYears)).toEqual([[2028], [2028]]);
    expect(body.versions).toEqual([
      expect.objectContaining({ version: 2, publishedBy: 'Trần Thu Hà', note: 'Theo kết luận họp ngày 9/6' }),
      expect.objectContaining({ version: 1, publishedBy: null }),
    ]);
    const diff = await ha.get<{ differences: { text: string }[] }>(`/forms/${FORM}/diff?from=1&to=2`);
    expect(diff.body.differences.length).toBeGreaterThan(1);
    const first = await ha.get<{ definition: { rows: Row[] } }>(`/forms/${FORM}?version=1`);
    expect(first.body.definition.rows.map((row) => row.key)).not.toContain('public-services');
    await expect(house.database.rows(`update form_version set note = 'x' where form_key = ?`, [FORM])).rejects.toThrow(
      /never changed/,
    );
  });

  it('goes out as a workbook and comes back: first what would change, then, confirmed, as edits', async () => {
    await ha.begins(FORM);
    const out = await ha.file(`/forms/${FORM}/workbook?version=draft`);
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(out as unknown as ArrayBuffer);
    expect(workbook.getWorksheet('Kiểm tra')!.getSheetValues().join()).toContain('≤ 100');
    const untouched = await ha.sends<WorkbookRead>(`/forms/${FORM}/draft/workbook`, out);
    expect(untouched.body).toMatchObject({ edits: [], differences: [], faults: [] });
    const sheet = workbook.getWorksheet('Chỉ tiêu')!;
    sheet.getRow(3).getCell(3).value = 'Thu từ dịch vụ công của xã';
    const read = await ha.sends<WorkbookRead>(
      `/forms/${FORM}/draft/workbook`,
      Buffer.from(await workbook.xlsx.writeBuffer()),
    );
    expect(read.body.summary).toContain('1 chỉ tiêu đổi tên');
    const { body: draft } = await ha.get<DraftShown>(`/forms/${FORM}/draft`);
    expect(draft.differences).toEqual([]);
    const taken = await ha.edits(FORM, read.body.revision, ...read.body.edits);
    expect(taken.differences).toEqual([expect.objectContaining({ effect: 'mapping' })]);
  });

  it('is told how many answers a new condition leaves unasked in each report', async () => {
    const { revision } = (await ha.get<DraftShown>(`/forms/${FORM}/draft`)).body;
    const high = { op: 'number', value: '90' };
    const to = { op: 'compare', a: { op: 'cell', row: 'investment-growth' }, by: '>', b: high };
    const waits: Edit = { do: 'set', list: 'rows', key: 'public-services', field: 'visibleWhen', from: null, to };
    expect((await ha.edits(FORM, revision, waits)).faults).toEqual([]);
    expect(await ha.publishes(FORM, 'Chỉ hỏi nơi tăng cao')).toBe(3);
    const { body } = await ha.get<{ reports: { summary: string; lost: string[] }[] }>(`/forms/${FORM}/moves?to=3`);
    expect(body.reports).toEqual([expect.objectContaining({ lost: [] })]);
    expect(body.reports[0]!.summary).toContain('1 câu trả lời không còn được hỏi, vẫn được giữ và hiển thị.');
  });

  it('is not let in without being an admin', async () => {
    const desk = await Desk.of(house, maiId);
    for (const path of ['/forms', `/forms/${FORM}`, `/forms/${FORM}/draft`, `/forms/${FORM}/moves?to=1`]) {
      expect((await desk.get(path)).status).toBe(403);
    }
    expect((await desk.post(`/forms/${FORM}/draft`)).status).toBe(403);
  });
});

async function obligationOf(house: House): Promise<string> {
  const [found] = await house.database.rows<{ id: string }>(
    `select id from obligation where unit_code = ? and milestone = 'r1-commune'`,
    [NGU_HIEP],
  );
  return found!.id;
}
