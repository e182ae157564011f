import { describe, expect, it } from '@jest/globals';
import { MAI, Talk } from '../../../test/dialogs/talk.js';
import type { TurnView } from './turn-view.js';

const NGU_HIEP = { code: '00667', name: 'Xã Ngũ Hiệp' };
const HERS: TurnView = { ...MAI, units: [NGU_HIEP] };
const OPEN = { number: 7, unitName: 'Xã Tứ Hiệp', askedOn: '2027-06-14', text: 'thiếu mẫu biểu', answers: 0 };

describe('«/vuongmac»', () => {
  it('passes the next words on, whatever they are', () => {
    const mai = new Talk(HERS);
    expect(mai.says('/vuongmac')).toContain('vướng mắc của Xã Ngũ Hiệp');
    mai.says('gia hạn chưa được trả lời, thiếu mẫu biểu');
    expect(mai.turn.effects).toEqual([
      { do: 'raise', unit: '00667', text: 'gia hạn chưa được trả lời, thiếu mẫu biểu' },
    ]);
    expect(mai.dialog.place.at).toBe('idle');
  });

  it('takes the words along in one message, and keeps its place in a form', () => {
    for (const line of ['báo vướng mắc: thiếu số liệu thuế', '/vuongmac thiếu số liệu thuế']) {
      const mai = new Talk(HERS);
      mai.says('/dien', '1: 1 / 2');
      expect(mai.says(line)).toContain('Chỉ tiêu 2/9');
      expect(mai.turn.effects).toEqual([
        {
          do: 'raise',
          unit: '00667',
          obligation: 'o-1',
          rowKey: 'revenue',
          text: 'Tổng thu ngân sách nhà nước trên địa bàn: thiếu số liệu thuế',
        },
      ]);
    }
  });

  it('leads back to the form after the words were asked for', () => {
    const mai = new Talk(HERS);
    expect(mai.says('/dien', '/vuongmac', 'thiếu số liệu')).toContain('Chỉ tiêu 1/9');
    expect(mai.effects).toMatchObject([{ do: 'raise', rowKey: 'growth' }]);
  });

  it('asks which unit where there are several, and keeps the words meanwhile', () => {
    const lan = new Talk({ ...MAI, owed: [], units: [NGU_HIEP, { code: '00664', name: 'Xã Tứ Hiệp' }] });
    expect(lan.says('/vuongmac thiếu người')).toContain('2. Xã Tứ Hiệp');
    expect(lan.says('5')).toContain('từ 1 đến 2');
    lan.says('2');
    expect(lan.turn.effects).toEqual([{ do: 'raise', unit: '00664', text: 'thiếu người' }]);
  });

  it('sends nothing after «dừng», and «vướng mắc» stays the state of a report', () => {
    const mai = new Talk(HERS);
    mai.says('/vuongmac', 'dừng', '/baocao', 'vướng mắc');
    expect(mai.effects).toEqual([]);
    expect(mai.dialog.place).toMatchObject({ at: 'status', draft: { state: 'blocked' } });
  });

  it('lists what waits for whoever receives it, and what is followed', () => {
    const binh = new Talk({ ...MAI, owed: [], units: [], difficulties: { mine: [], waiting: [OPEN] } });
    expect(binh.says('/vuongmac')).toMatch(
      /chờ đồng chí[\s\S]*Số 7 \(Xã Tứ Hiệp, ngày 14\/06\/2027, chưa có trả lời\)/,
    );
    const mai = new Talk({ ...HERS, difficulties: { mine: [{ ...OPEN, answers: 1 }], waiting: [] } });
    expect(mai.says('/vuongmac')).toContain('đã trả lời, chưa giải quyết xong');
  });
});

describe('«giải quyết 12: …»', () => {
  it('settles a difficulty', () => {
    for (const text of [
      'giải quyết 12: đã ban hành mẫu',
      'da giai quyet vuong mac so 12: đã ban hành mẫu',
      '/giaiquyet 12 đã ban hành mẫu',
    ]) {
      const binh = new Talk({ ...MAI, owed: [] });
      binh.says(text);
      expect(binh.turn.effects).toEqual([{ do: 'settle', number: 12, text: 'đã ban hành mẫu' }]);
    }
  });

  it('is nothing but words without its colon, or where words are asked for', () => {
    const mai = new Talk(HERS);
    mai.says('giải quyết 30 hồ sơ tồn đọng', '/vuongmac', 'giải quyết 12: chưa ai làm');
    expect(mai.effects).toEqual([{ do: 'raise', unit: '00667', text: 'giải quyết 12: chưa ai làm' }]);
  });
});
