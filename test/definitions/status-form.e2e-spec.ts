import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ShortForm } from '../../src/forms/index.js';
import { House } from '../house/house.js';
import type { Phone } from '../house/phone.js';
import { Desk } from './desk.js';

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

  it('are the product’s own where the form is out of use', async () => {
    await ha.post('/forms/status/retire', { note: 'Thử' });
    expect(await mai.says('/baocao')).toContain('Tình trạng hiện nay?');
  });
});
