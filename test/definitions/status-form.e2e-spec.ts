import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ShortForm } from '../../src/forms/index.js';
import { House } from '../house/house.js';
import type { Phone } from '../house/phone.js';
import { Desk, type DraftShown } from './desk.js';

/** Hà words the questions that Mai is asked. */
describe('the questions of a status report', () => {
  let house: House;
  let ha: Desk;
  let mai: Phone;

  beforeAll(async () => {
    house = await House.open({ day: '2027-06-15' });
    await house.openCycle(2028);
    ha = await Desk.of(house, await house.person('Trần Thu Hà', { unit: 'so-khdt', role: 'admin' }));
    mai = await house.phoneOf(await house.person('Nguyễn Thị Mai', { unit: '00667', role: 'official' }));
  });

  afterAll(() => house.close());

  it('are asked as an admin words them, from the moment they are published', async () => {
    expect(await mai.says('/baocao')).toContain('Tình trạng hiện nay?');
    const draft = await ha.begins('status');
    const questions = (draft.definition as ShortForm).questions;
    const [state, progress, difficulty] = questions;
    const words = (vi: string) => ({ vi });
    await ha.edits(
      'status',
      draft.revision,
      {
        do: 'set',
        list: 'questions',
        key: 'state',
        field: 'ask',
        from: state!.ask as never,
        to: words('Việc này đến đâu rồi?'),
      },
      {
        do: 'set',
        list: 'questions',
        key: 'state',
        field: 'choices',
        from: state!.choices as never,
        to: state!.choices!.map((one) =>
          one.key === 'blocked' ? { ...one, label: words('Đang vướng') } : one,
        ) as never,
      },
      { do: 'set', list: 'questions', key: 'progress', field: 'hidden', from: progress!.hidden ?? null, to: true },
      {
        do: 'set',
        list: 'questions',
        key: 'difficulty',
        field: 'ask',
        from: difficulty!.ask as never,
        to: words('Đồng chí cần giúp gì?'),
      },
    );
    expect(await ha.publishes('status', 'Hỏi gọn hơn')).toBe(2);
    const asked = await mai.says('/baocao');
    expect(asked).toContain('Việc này đến đâu rồi?');
    expect(asked).toContain('3. Đang vướng');
    expect(await mai.says('3')).toContain('Đồng chí cần giúp gì?');
    await mai.says('thiếu số liệu thuế');
    const confirm = await mai.says('28/6');
    expect(confirm).toContain('Đang vướng');
    await mai.says('đúng');
    const [kept] = await house.database.rows(`select state, difficulty, progress from status_report`);
    expect(kept).toEqual({ state: 'blocked', difficulty: 'thiếu số liệu thuế', progress: null });
  });

  it('are also those that an admin adds, in the order given, and whoever watches the unit reads the answers', async () => {
    const draft = await ha.begins('status');
    const { questions } = draft.definition as ShortForm;
    const state = questions.find(({ key }) => key === 'state')!;
    await ha.edits(
      'status',
      draft.revision,
      {
        do: 'set',
        list: 'questions',
        key: 'state',
        field: 'choices',
        from: state.choices as never,
        to: [...state.choices!, { key: 'waiting', label: { vi: 'Chờ ý kiến huyện' } }] as never,
      },
      {
        do: 'add',
        list: 'questions',
        after: null,
        item: {
          key: 'staff',
          label: { vi: 'Số người làm' },
          ask: { vi: 'Có mấy người đang làm?' },
          type: 'integer',
          required: true,
          min: '0',
          max: '20',
          provenance: 'added',
        } as never,
      },
    );
    const preview = await ha.post<{ chat: { text: string }[]; asked: boolean }>('/forms/preview', {
      definition: (await ha.get<DraftShown>('/forms/status/draft')).body.definition,
    });
    expect(preview.body.asked).toBe(true);
    expect(preview.body.chat[0]!.text).toContain('Có mấy người đang làm?');
    await ha.publishes('status', 'Hỏi thêm số người làm');
    expect(await mai.says('/baocao')).toContain('Có mấy người đang làm?');
    expect(await mai.says('25')).toContain('20');
    expect(await mai.says('3')).toContain('5. Chờ ý kiến huyện');
    await mai.says('5');
    await mai.says('không');
    expect(await mai.says('28/6')).toContain('Số người làm: 3');
    const [kept] = await house.database.rows(
      `select state, form_version, answers from status_report order by said_at desc limit 1`,
    );
    expect(kept).toEqual({ state: 'waiting', form_version: 3, answers: { staff: '3' } });
    const binh = await Desk.of(house, await house.person('Trần Văn Bình', { unit: '020', role: 'supervisor' }));
    const { body } = await binh.get<{ reports: object[] }>('/status-reports');
    expect(body.reports).toMatchObject([
      { stateLabel: 'Chờ ý kiến huyện', more: [{ label: 'Số người làm', value: '3' }], expectedOn: '2027-06-28' },
    ]);
  });

  it('are the product’s own where the form is out of use', async () => {
    await ha.post('/forms/status/retire', { note: 'Thử' });
    expect(await mai.says('/baocao')).toContain('Tình trạng hiện nay?');
  });
});
