import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Edit, Json } from '../../src/forms/index.js';
import { House } from '../house/house.js';
import { Desk, type DraftShown, indicator } from './desk.js';

const FORM = 'm2-commune';

/** Hà and Minh, both admins, work on one draft. */
describe('two admins on one draft', () => {
  let house: House;
  let ha: Desk;
  let minh: Desk;

  beforeAll(async () => {
    house = await House.open({ day: '2027-03-01' });
    ha = await Desk.of(house, await house.person('Trần Thu Hà', { unit: 'so-khdt', role: 'admin' }));
    minh = await Desk.of(house, await house.person('Lê Quang Minh', { unit: 'so-khdt', role: 'admin' }));
  });

  afterAll(() => house.close());

  const rename = (key: string, from: Json, to: string): Edit => ({
    do: 'set',
    list: 'rows',
    key,
    field: 'label',
    from,
    to: { vi: to },
  });

  it('begin the same draft, whoever comes first', async () => {
    const [one, two] = await Promise.all([ha.begins(FORM), minh.begins(FORM)]);
    expect([one.revision, two.revision]).toEqual([0, 0]);
    const [count] = await house.database.rows<{ n: number }>(`select count(*)::int as n from form_draft`);
    expect(count!.n).toBe(1);
  });

  it('edit different rows side by side; each sees the other by taking the draft over', async () => {
    const draft = (await ha.get<DraftShown>(`/forms/${FORM}/draft`)).body;
    if (draft.definition.kind !== 'indicators') throw new Error('not an indicator form');
    const [first, second] = draft.definition.rows;
    const one = await ha.edits(FORM, 0, rename(first!.key, first!.label as never, 'Tên mới của Hà'));
    const two = await minh.edits(FORM, 0, rename(second!.key, second!.label as never, 'Tên mới của Minh'));
    expect([one.refused, two.refused]).toEqual([[], []]);
    expect(one.definition).toBeUndefined();
    expect(two.definition).toMatchObject({
      rows: expect.arrayContaining([expect.objectContaining({ label: { vi: 'Tên mới của Hà' } })]),
    });
  });

  it('are both shown when they change the same cell, with who wrote what stands; nothing is overwritten', async () => {
    const draft = (await minh.get<DraftShown>(`/forms/${FORM}/draft`)).body;
    if (draft.definition.kind !== 'indicators') throw new Error('not an indicator form');
    const row = draft.definition.rows[2]!;
    await ha.edits(FORM, draft.revision, rename(row.key, row.label as never, 'Theo Hà'));
    const late = await minh.edits(FORM, draft.revision, rename(row.key, row.label as never, 'Theo Minh'));
    expect(late.refused).toEqual([
      expect.objectContaining({ index: 0, code: 'changed-meanwhile', now: { vi: 'Theo Hà' }, by: 'Trần Thu Hà' }),
    ]);
    expect(late.definition).toMatchObject({
      rows: expect.arrayContaining([expect.objectContaining({ label: { vi: 'Theo Hà' } })]),
    });
  });

  it('undo with the edits that the server gave back', async () => {
    const before = (await ha.get<DraftShown>(`/forms/${FORM}/draft`)).body;
    const item = indicator('new-row', 'A') as never;
    const done = await ha.edits(FORM, before.revision, { do: 'add', list: 'rows', item, after: null });
    await ha.edits(FORM, done.revision, ...done.undo);
    const after = (await ha.get<DraftShown>(`/forms/${FORM}/draft`)).body;
    expect(after.definition).toEqual(before.definition);
  });

  it('write nothing of a batch of which one edit is refused, and are told which', async () => {
    const before = (await ha.get<DraftShown>(`/forms/${FORM}/draft`)).body;
    const taken = await ha.edits(
      FORM,
      before.revision,
      { do: 'set-form', field: 'title', from: before.definition.title as never, to: { vi: 'Tên khác' } },
      { do: 'set', list: 'rows', key: 'no-such-row', field: 'min', from: null, to: '0' },
    );
    expect(taken.refused).toEqual([expect.objectContaining({ index: 1, code: 'unknown-member' })]);
    expect([taken.revision, taken.undo]).toEqual([before.revision, []]);
    expect((await ha.get<DraftShown>(`/forms/${FORM}/draft`)).body).toEqual(before);
  });

  it('write nothing of a paste that would make the form longer than five thousand rows', async () => {
    const before = (await ha.get<DraftShown>(`/forms/${FORM}/draft`)).body;
    const pasted = Array.from({ length: 5000 }, (_, at): Edit => {
      const item = indicator(`pasted-${at}`, 'A') as never;
      return { do: 'add', list: 'rows', item, after: null };
    });
    const taken = await ha.edits(FORM, before.revision, ...pasted);
    expect(new Set(taken.refused.map(({ code }) => code))).toEqual(new Set(['too-many']));
    expect(taken.refused[0]!.text).toContain('5.000');
    const log = await house.database.rows(`select 1 from form_draft_edit where item_key like 'pasted-%'`);
    expect(log).toEqual([]);
    expect((await ha.get<DraftShown>(`/forms/${FORM}/draft`)).body).toEqual(before);
  });

  it('are told that the draft changed when one publishes or discards what the other has edited since', async () => {
    const seen = (await ha.get<DraftShown>(`/forms/${FORM}/draft`)).body;
    await minh.edits(FORM, seen.revision, {
      do: 'set-form',
      field: 'title',
      from: seen.definition.title as never,
      to: { vi: 'M2 cấp xã, sửa năm 2027' },
    });
    const late = await ha.post<{ code: string; message: string }>(`/forms/${FORM}/draft/discard`, {
      seen: seen.revision,
    });
    expect([late.status, late.body.code]).toEqual([409, 'definitions.changed-meanwhile']);
    expect(late.body.message).toContain('Lê Quang Minh');
  });

  it('need each other to publish where the profile says so', async () => {
    await house.database.rows(`update profile_state set rules = '{"publishing": {"second-person": true}}'`);
    await expect(minh.publishes(FORM, 'Sửa tên chỉ tiêu')).rejects.toThrow(/needs-second-person/);
    const linh = await Desk.of(house, await house.person('Phạm Ngọc Linh', { unit: 'so-khdt', role: 'admin' }));
    expect(await linh.publishes(FORM, 'Sửa tên chỉ tiêu')).toBe(2);
    const { body } = await ha.get<{ versions: { secondPerson: string | null; publishedBy: string }[] }>(
      `/forms/${FORM}/versions`,
    );
    expect(body.versions[0]).toMatchObject({ secondPerson: 'Phạm Ngọc Linh', publishedBy: 'Lê Quang Minh' });
  });

  it('lose nothing to a workbook that went out before: only what was changed in it counts, the same cell is asked about', async () => {
    await ha.begins(FORM);
    const shown = async () => (await ha.get<DraftShown>(`/forms/${FORM}/draft`)).body;
    const out = await ha.file(`/forms/${FORM}/workbook?version=draft`);
    const rowsOf = ({ definition }: DraftShown) => (definition.kind === 'indicators' ? definition.rows : []);
    const draft = await shown();
    const [mine, both] = [rowsOf(draft)[4]!, rowsOf(draft)[5]!];
    const added = indicator('so-ho-ngheo', mine.group);
    await minh.edits(
      FORM,
      draft.revision,
      { do: 'add', list: 'rows', item: added as never, after: mine.key },
      rename(both.key, both.label as never, 'Theo Minh sau khi xuất'),
    );
    const untouched = await ha.sends<Read>(`/forms/${FORM}/draft/workbook`, out);
    expect(untouched.body).toMatchObject({ edits: [], differences: [], faults: [], meanwhile: 0 });

    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(out as unknown as ArrayBuffer);
    const sheet = workbook.getWorksheet('Chỉ tiêu')!;
    const line = (key: string) => rowsOf(draft).findIndex((row) => row.key === key) + 3;
    sheet.getRow(line(mine.key)).getCell(3).value = 'Theo tệp của Hà';
    sheet.getRow(line(both.key)).getCell(3).value = 'Cũng theo tệp của Hà';
    const read = await ha.sends<Read>(`/forms/${FORM}/draft/workbook`, Buffer.from(await workbook.xlsx.writeBuffer()));
    expect(read.body).toMatchObject({ faults: [], meanwhile: 1 });
    expect(read.body.edits.map((edit) => 'key' in edit && edit.key)).toEqual([mine.key, both.key]);
    const taken = await ha.edits(FORM, read.body.revision, ...read.body.edits);
    expect(taken.refused).toEqual([
      expect.objectContaining({
        code: 'changed-meanwhile',
        by: 'Lê Quang Minh',
        now: { vi: 'Theo Minh sau khi xuất' },
      }),
    ]);
    // A batch is taken whole or not at all: without the cell that is asked about it is.
    await ha.edits(FORM, read.body.revision, read.body.edits[0]!);
    const names = rowsOf(await shown()).map(({ key, label }) => [key, label.vi]);
    expect(names).toContainEqual([mine.key, 'Theo tệp của Hà']);
    expect(names).toContainEqual([both.key, 'Theo Minh sau khi xuất']);
    expect(names.map(([key]) => key)).toContain('so-ho-ngheo');
  });
});

interface Read {
  revision: number;
  edits: Edit[];
  differences: object[];
  faults: object[];
  meanwhile: number;
}
