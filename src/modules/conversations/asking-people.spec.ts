import { describe, expect, it } from '@jest/globals';
import { MAI, owing, Talk } from '../../../test/dialogs/talk.js';
import type { TurnView } from './turn-view.js';

const value = (given: string) => ({ state: 'value', value: given }) as const;

describe('«xin gia hạn»', () => {
  it('asks until when and why, and is sent after a yes', () => {
    const mai = new Talk();
    expect(mai.says('xin gia hạn')).toContain('29/06/2027');
    expect(mai.says('28/6')).toContain('phải sau hạn cuối');
    expect(mai.says('5/7')).toContain('Lý do');
    expect(mai.says('vì chờ số liệu thuế')).toContain('chờ số liệu thuế');
    mai.says('1');
    expect(mai.turn.effects).toEqual([
      { do: 'ask-extension', obligation: 'o-1', dueOn: '2027-07-06', reason: 'chờ số liệu thuế' },
    ]);
  });

  it('may say it all in one line', () => {
    const mai = new Talk();
    expect(mai.says('xin gia han den 5/7 vi cho so lieu thue')).toMatch(/05\/07\/2027\. Lý do: cho so lieu thue/);
    mai.says('đúng');
    expect(mai.turn.effects).toMatchObject([{ dueOn: '2027-07-06', reason: 'cho so lieu thue' }]);
  });

  it.each([
    ['xin gia hạn đến ngày 5 tháng 7 vì mất điện', '05/07/2027. Lý do: mất điện.'],
    ['gia han them 5 ngay do cho so lieu thue a', '04/07/2027. Lý do: cho so lieu thue.'],
    ['xin gia hạn thêm một tuần vì mưa bão', '06/07/2027. Lý do: mưa bão.'],
    ['xin gia hạn vì mất điện, đến 5/7', '05/07/2027. Lý do: mất điện.'],
  ])('understands «%s»', (line, shown) => {
    expect(new Talk().says(line)).toContain(shown);
  });

  it('keeps the reason where the day is not clear, and takes none of the day into it', () => {
    const mai = new Talk();
    expect(mai.says('xin gia hạn đến khi có điện lại vì mất điện')).toContain('Chưa rõ ngày');
    expect(mai.says('5/7')).toContain('05/07/2027. Lý do: mất điện.');
  });

  it('takes day and reason in one answer, and no words without a day for the reason', () => {
    const mai = new Talk();
    mai.says('xin gia hạn');
    expect(mai.says('khi nào có số liệu')).toContain('Chưa rõ ngày');
    expect(mai.says('đến 5/7 vì chờ số liệu')).toContain('Lý do: chờ số liệu.');
  });

  it('sends nothing after a no, a stop, or where nothing is due', () => {
    for (const word of ['2', 'dừng']) {
      const mai = new Talk();
      mai.says('gia hạn đến 5/7 vì bận', word);
      expect(mai.effects).toEqual([]);
      expect(mai.dialog.place.at).toBe('idle');
    }
    expect(new Talk({ ...MAI, owed: [] }).says('xin gia hạn')).toContain('không còn việc nào');
  });
});

describe('a wish for more time', () => {
  const WISH = {
    obligation: 'o-7',
    title: 'Dự thảo kế hoạch cấp xã (vòng 1)',
    unitName: 'Xã Ngũ Hiệp',
    lastDay: '2027-06-29',
    wishedLastDay: '2027-07-05',
    reason: 'chờ số liệu thuế',
  };
  const BINH: TurnView = { ...MAI, owed: [], wishes: [WISH] };

  it('is granted by one word', () => {
    const binh = new Talk(BINH);
    expect(binh.says('duyệt')).toContain('Xã Ngũ Hiệp đề nghị gia hạn');
    binh.taps(binh.button('Đồng ý'));
    expect(binh.turn.effects).toEqual([
      { do: 'grant-extension', obligation: 'o-7', dueOn: '2027-07-06', confirmed: false },
    ]);
  });

  it('is shown before it is granted where «đồng ý ạ» answers its notice', () => {
    const binh = new Talk(BINH);
    expect(binh.says('đồng ý ạ')).toContain('Xã Ngũ Hiệp đề nghị gia hạn');
    expect(binh.turn.effects).toEqual([]);
    binh.says('đồng ý ạ');
    expect(binh.turn.effects).toMatchObject([{ do: 'grant-extension', obligation: 'o-7' }]);
  });

  it('is granted by one tap of the notice, whatever was asked meanwhile', () => {
    const binh = new Talk(BINH);
    binh.says('việc');
    binh.sends({ type: 'button', token: '/duyet o-7 1' });
    expect(binh.turn.effects).toMatchObject([{ do: 'grant-extension', obligation: 'o-7' }]);
    expect(binh.sends({ type: 'button', token: '/duyet o-9 1' })).toContain('đã được trả lời');
  });

  it('is refused with a reason, in which words that are commands elsewhere are words', () => {
    const binh = new Talk(BINH);
    binh.says('duyệt', 'từ chối', 'gia hạn lần này không phù hợp');
    expect(binh.turn.effects).toEqual([
      { do: 'refuse-extension', obligation: 'o-7', reason: 'gia hạn lần này không phù hợp' },
    ]);
  });

  it('is granted past the own due by «vẫn đồng ý»', () => {
    const binh = new Talk(BINH);
    binh.says('duyệt', 'vẫn đồng ý');
    expect(binh.turn.effects).toMatchObject([{ confirmed: true }]);
  });

  it('is picked by number where several wait, and gone where it was answered', () => {
    const binh = new Talk({ ...BINH, wishes: [WISH, { ...WISH, obligation: 'o-8', unitName: 'Xã Tứ Hiệp' }] });
    binh.says('duyệt');
    expect(binh.says('2')).toContain('Xã Tứ Hiệp');
    binh.view = { ...binh.view, wishes: [] };
    expect(binh.says('1')).toContain('đã được trả lời');
    expect(binh.effects).toEqual([]);
  });
});

describe('«gặp cán bộ theo dõi»', () => {
  it('passes the next words on and leads back to the question that was asked', () => {
    const mai = new Talk();
    mai.says('/dien', '1: 1 / 2', 'gặp cán bộ theo dõi');
    const said = mai.says('Số thuế lấy ở đâu, có gia hạn không?');
    expect(mai.turn.effects).toEqual([
      {
        do: 'ask',
        obligation: 'o-1',
        rowKey: 'revenue',
        text: 'Tổng thu ngân sách nhà nước trên địa bàn: Số thuế lấy ở đâu, có gia hạn không?',
      },
    ]);
    expect(said).toContain('Chỉ tiêu 2/9');
  });

  it('takes the question along in the same message', () => {
    const mai = new Talk();
    mai.says('gap can bo theo doi: so thue lay o dau?');
    expect(mai.turn.effects).toMatchObject([{ do: 'ask', text: 'so thue lay o dau?' }]);
  });

  it('is answered by the question’s number', () => {
    const binh = new Talk({ ...MAI, owed: [] });
    for (const text of [
      'trả lời 12: Lấy ở chi cục thuế',
      'tra loi cau hoi so 12 Lấy ở chi cục thuế',
      '/traloi 12 Lấy ở chi cục thuế',
    ]) {
      binh.says(text);
      expect(binh.turn.effects).toEqual([{ do: 'reply', number: 12, text: 'Lấy ở chi cục thuế' }]);
    }
  });
});

describe('«sửa» after the report is submitted', () => {
  const cells = { growth: { now: value('1'), next: value('2') } };
  const done = owing(cells);
  const submitted = { ...done, settled: true, form: { ...done.form!, submitted: true } };
  const LATER: TurnView = { ...MAI, owed: [], submitted: [submitted] };

  it('asks which row, what it is and why, and keeps the reason', () => {
    const mai = new Talk(LATER);
    expect(mai.says('/sua')).toContain('1. Tốc độ tăng vốn đầu tư: 1%; 2%');
    expect(mai.says('1')).toContain('Đã trả lời: 1%');
    expect(mai.says('5')).toContain('từ 1% thành 5%');
    mai.says('nhập nhầm');
    expect(mai.turn.effects).toEqual([
      {
        do: 'correct',
        obligation: 'o-1',
        rowKey: 'growth',
        measure: 'now',
        cell: { state: 'value', value: '5' },
        reason: 'nhập nhầm',
      },
    ]);
  });

  it('asks about what has two readings, and goes to the other column by «bỏ qua»', () => {
    const mai = new Talk(LATER);
    expect(mai.says('sửa 1', '1.234')).toContain('có thể hiểu theo nhiều cách');
    expect(mai.says('1')).toContain('thành 1.234%');
    mai.says('quay lại', 'bỏ qua', '7', 'tính lại');
    expect(mai.turn.effects).toMatchObject([{ measure: 'next', reason: 'tính lại' }]);
  });

  it('changes nothing without a reason', () => {
    const mai = new Talk(LATER);
    mai.says('sửa 1', '5', 'dừng');
    expect(mai.effects).toEqual([]);
    expect(mai.dialog.place.at).toBe('idle');
  });

  it('says whom to ask once it is closed', () => {
    const mai = new Talk({ ...LATER, submitted: [{ ...submitted, closed: { to: 'Phòng Tài chính - Kế hoạch' } }] });
    mai.says('/sua');
    expect(mai.says('1')).toContain('Phòng Tài chính - Kế hoạch');
  });
});
