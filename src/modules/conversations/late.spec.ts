import { describe, expect, it } from '@jest/globals';
import { MAI, Talk } from '../../../test/dialogs/talk.js';
import type { LateView, TurnView } from './turn-view.js';

const DUYEN_HA: LateView = {
  obligation: 'o-1',
  unit: '00655',
  unitName: 'Xã Duyên Hà',
  title: 'Dự thảo kế hoạch',
  lastDay: '2027-06-10',
  daysLate: 5,
  toReview: false,
};
const TU_HIEP: LateView = {
  ...DUYEN_HA,
  obligation: 'o-2',
  unit: '00664',
  unitName: 'Xã Tứ Hiệp',
  daysLate: 2,
  said: {
    stateLabel: 'Vướng mắc',
    progress: 40,
    difficulty: 'thiếu số liệu thuế',
    expectedOn: '2027-06-20',
    more: [],
  },
  toReview: true,
};
const colleague = (person: string, name: string) => ({
  person,
  name,
  title: 'chuyên viên',
  unitName: 'Huyện Thanh Trì',
});
const BINH: TurnView = {
  ...MAI,
  owed: [],
  late: [DUYEN_HA, TU_HIEP],
  colleagues: [colleague('p-2', 'Phạm Thị Lan'), colleague('p-3', 'Phạm Văn Hùng')],
};

const listed = (...more: string[]): Talk => {
  const binh = new Talk(BINH);
  binh.says('/cham', ...more);
  return binh;
};

describe('«/cham»', () => {
  it('lists what is late with what was said of it, and shows one by its number with what can be done', () => {
    const binh = listed();
    expect(binh.said).toContain('1. Xã Duyên Hà: Dự thảo kế hoạch, hạn cuối 10/06/2027, chậm 5 ngày');
    expect(binh.said).toContain('đơn vị báo: Vướng mắc 40%, khó khăn: thiếu số liệu thuế, dự kiến xong 20/06/2027');
    binh.says('1');
    expect(binh.buttons.map(({ label }) => label)).toEqual([
      ...['Nhắc ngay', 'Nhận xử lý', 'Hẹn ngày', 'Gia hạn', 'Hỏi đơn vị', 'Giao xử lý'],
    ]);
    binh.says('2');
    binh.taps(binh.button('Chấp nhận báo cáo nhanh'));
    expect(binh.turn.effects).toEqual([{ do: 'review-status', obligation: 'o-2', outcome: 'accepted', reason: '' }]);
  });

  it('counts what is late, and each status report that waits, on what is late too', () => {
    expect(listed().said).toContain('Việc chậm: 2; báo cáo nhanh chờ xem: 1.');
    const both = new Talk({ ...BINH, late: [{ ...DUYEN_HA, toReview: true }, TU_HIEP] });
    expect(both.says('/cham')).toContain('Việc chậm: 2; báo cáo nhanh chờ xem: 2.');
  });

  it('says so where nothing is late', () => {
    expect(new Talk({ ...BINH, late: [] }).says('/cham')).toContain('không có việc chậm');
  });

  it.each([
    ['nhắc ngay 1', { do: 'remind-now', unit: '00655' }],
    ['nhac 2', { do: 'remind-now', unit: '00664' }],
    ['nhận 1', { do: 'acknowledge', obligation: 'o-1' }],
    ['hỏi đơn vị 1: vướng ở đâu?', { do: 'ask-unit', obligation: 'o-1', text: 'vướng ở đâu?' }],
    ['giao 2 cho lan', { do: 'hand-over', obligation: 'o-2', person: 'p-2', note: '' }],
    ['hẹn 1 28/6', { do: 'promise', obligation: 'o-1', promisedOn: '2027-06-28', note: '' }],
    ['hẹn 1 đến thứ sáu tuần sau nữa', { do: 'promise', obligation: 'o-1', promisedOn: '2027-07-02', note: '' }],
    [
      'hen 1 den 28/6 vì đã gọi điện',
      { do: 'promise', obligation: 'o-1', promisedOn: '2027-06-28', note: 'đã gọi điện' },
    ],
    ['chấp nhận 2', { do: 'review-status', obligation: 'o-2', outcome: 'accepted', reason: '' }],
    [
      'trả lại 2: chưa rõ lý do',
      { do: 'review-status', obligation: 'o-2', outcome: 'returned', reason: 'chưa rõ lý do' },
    ],
  ])('does «%s» at once', (text, effect) => {
    const binh = listed(text);
    expect(binh.turn.effects).toEqual([effect]);
    // The numbers stand: the next act is typed below the same list.
    expect(binh.dialog.place).toEqual({ at: 'late', obligations: ['o-1', 'o-2'] });
  });

  it('asks for the day or the words that are missing', () => {
    expect(listed('hẹn 2').said).toContain('Xã Tứ Hiệp nộp Dự thảo kế hoạch ngày nào');
    expect(listed('hẹn 2', 'sớm thôi').said).toContain('ngày nào');
    expect(listed('hẹn 2', '20/6').turn.effects).toMatchObject([{ do: 'promise', promisedOn: '2027-06-20' }]);
    expect(listed('trả lại 2', 'gia hạn không phải là lý do').turn.effects).toMatchObject([
      { outcome: 'returned', reason: 'gia hạn không phải là lý do' },
    ]);
  });

  it('grants more time and lets off only after a yes, and past the own due after a second one', () => {
    const binh = listed('gia hạn 1 20/6 vì mất điện');
    expect(binh.said).toMatch(/đến hết ngày 20\/06\/2027\. Lý do: mất điện/);
    expect(binh.effects).toEqual([]);
    binh.says('1');
    const granted = { do: 'grant-extension', obligation: 'o-1', dueOn: '2027-06-21', reason: 'mất điện' };
    expect(binh.turn.effects).toEqual([{ ...granted, confirmed: false }]);
    expect(listed('gia hạn 1', '20/6', 'mất điện', 'vẫn đồng ý').turn.effects).toEqual([
      { ...granted, confirmed: true },
    ]);
    expect(listed('miễn 1 vì xã đã sáp nhập', '2').effects).toEqual([]);
    expect(listed('miễn 1 vì xã đã sáp nhập', 'đúng').effects).toEqual([
      { do: 'waive', obligation: 'o-1', reason: 'xã đã sáp nhập' },
    ]);
  });

  it('never takes another number, another line or another word for an act', () => {
    expect(listed('nhắc ngay 7').said).toContain('từ 1 đến 2');
    expect(listed('nhắc 1 đơn vị').effects).toEqual([]);
    expect(listed('gia hạn 5/7').effects).toEqual([]);
    // Without a list there is no third line.
    expect(new Talk(BINH).says('nhắc ngay 1')).not.toContain('Đã gửi tin nhắc');
    const binh = listed();
    binh.view = { ...BINH, late: [TU_HIEP] };
    expect(binh.says('nhận 1')).toContain('không còn chậm');
    expect(binh.says('nhận 2')).toContain('Xã Tứ Hiệp');
  });

  it('asks to whom something is handed until one colleague is meant', () => {
    const binh = listed('giao 1 cho Phạm');
    expect(binh.said).toContain('Chưa rõ đồng chí nào.');
    expect(binh.said).toContain('2. Phạm Văn Hùng, chuyên viên, Huyện Thanh Trì');
    expect(binh.turn.effects).toEqual([]);
    binh.says('2');
    expect(binh.turn.effects).toEqual([{ do: 'hand-over', obligation: 'o-1', person: 'p-3', note: '' }]);
    const alone = new Talk({ ...BINH, colleagues: [] });
    alone.says('/cham');
    expect(alone.says('giao 1')).toContain('Chưa có đồng nghiệp nào khác theo dõi Xã Duyên Hà');
  });

  it('does nothing more after «dừng», and keeps the list', () => {
    const binh = listed('miễn 1', 'dừng', 'nhận 1');
    expect(listed('giao 1', 'dừng', 'nhận 1').effects).toEqual(binh.effects);
    expect(binh.effects).toEqual([{ do: 'acknowledge', obligation: 'o-1' }]);
  });
});

describe('«gia hạn 1» in words', () => {
  it.each([
    ['gia hạn 1 thêm 8 ngày vì mưa bão', '18/06/2027'],
    ['gia hạn 1 đến ngày 5 tháng 7 do mưa bão', '05/07/2027'],
  ])('understands «%s»', (line, day) => {
    expect(listed(line).turn.replies[0]!.text).toContain(`đến hết ngày ${day}. Lý do: mưa bão.`);
  });

  it('is begun anew where its day is still asked for, and is never its own reason', () => {
    const binh = listed('gia hạn 1');
    expect(binh.says('gia hạn 2 đến 5/7 vì mưa bão')).toContain(
      'cho Xã Tứ Hiệp đến hết ngày 05/07/2027. Lý do: mưa bão.',
    );
  });
});
