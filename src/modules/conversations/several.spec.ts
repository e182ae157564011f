import { describe, expect, it } from '@jest/globals';
import { chatSteps } from '../../forms/index.js';
import { MAI, NINE, owing, PASTED, Talk } from '../../../test/dialogs/talk.js';

const value = (text: string) => ({ state: 'value', value: text }) as const;

describe('several answers in one message', () => {
  it('are a whole report when nine lines are pasted: one message, the summary, «đúng», submitted', () => {
    const mai = new Talk();
    const asked = mai.says(PASTED.replace('4: như kỳ trước', '4: 0,2; 0,25'));
    expect(asked).toContain('Đã ghi 18 câu');
    expect(asked).toContain('9. Chính quyền trong sạch, vững mạnh');
    expect(asked).toContain('«đúng»');
    mai.says('đúng');
    expect(mai.turn.effects).toEqual([{ do: 'submit', obligation: 'o-1' }]);
    expect(mai.at('revenue', 'next')).toBe('33');
    expect(mai.at('strong', 'now')).toBe(true);
  });

  it.each(['7,5 8', '7,5; 8', '7,5 / 8'])(
    'are both columns of the row after «%s», where one figure was asked about',
    (text) => {
      const mai = new Talk();
      mai.says('/dien', '3: 12,5');
      mai.says(text);
      expect([mai.at('births', 'now'), mai.at('births', 'next')]).toEqual(['7.5', '8']);
    },
  );

  it.each(['12 5', '1 234,5'])('are not guessed out of «%s», which may be one figure', (text) => {
    const mai = new Talk();
    mai.says('/dien', '3: 12,5');
    expect(mai.says(text)).toContain('gõ số thứ tự của cột');
    expect(mai.effects).toEqual([]);
  });

  it('are asked about once where a row got one figure and two columns are open, then everything goes on', () => {
    const mai = new Talk();
    const asked = mai.says('/dien', '3: 1,2; 4: như kỳ trước; 5-7: 0');
    expect(mai.cells).toEqual({});
    expect(asked).toContain('Chỉ tiêu 3, 4, 5, 6, 7 mới có một câu trả lời');
    expect(asked).toMatch(/1\. Ước thực hiện năm 2027\n2\. Kế hoạch năm 2028\n3\. Tất cả các cột/);
    const said = mai.says('3');
    expect(mai.at('third', 'now')).toBe('0.2');
    expect(mai.at('third', 'next')).toBe('0.25');
    expect(mai.at('poor', 'next')).toBe('0');
    // Nothing of it is lost, and the first open question is asked.
    expect(said).toContain('Chỉ tiêu 1/9');
  });

  it('go to the one column that is open', () => {
    const mai = new Talk({ ...MAI, owed: [owing({ births: { now: value('1') } })] });
    mai.says('3: 2');
    expect([mai.at('births', 'now'), mai.at('births', 'next')]).toEqual(['1', '2']);
  });

  it('are written where they are understood; the rest is asked one after the other', () => {
    const mai = new Talk();
    const asked = mai.says('/dien', '1: 1.234 / 5; 2: không / abc; 3: 4 / 5; 12: 7');
    expect(mai.cells).toEqual({ growth: { next: value('5') }, births: { now: value('4'), next: value('5') } });
    expect(asked).toContain('«12: 7»');
    expect(asked).toContain('«1.234»');
    const second = mai.says('1');
    expect(mai.at('growth', 'now')).toBe('1234');
    expect(second).toContain('«không»');
    const third = mai.says('1');
    expect(mai.at('revenue', 'now')).toBe('0');
    expect(third).toContain('Chưa đọc được con số nào');
    expect(third).toContain('Chỉ tiêu 2/9');
    expect(mai.says('33')).toContain('Chỉ tiêu 4/9');
  });

  it('that were misread are forgotten once the same questions are answered', () => {
    const done = Object.fromEntries(
      ['growth', 'revenue', 'births', 'third', 'nutrition', 'poor', 'culture', 'waste'].map((key) => [
        key,
        { now: value('1'), next: value('1') },
      ]),
    );
    const mai = new Talk({ ...MAI, owed: [owing(done)] });
    mai.says('/dien', '22;23', '24;25');
    const said = mai.says('đạt; không đạt');
    expect([mai.at('strong', 'now'), mai.at('strong', 'next')]).toEqual([true, false]);
    expect(said).not.toContain('Chưa rõ');
    expect(said).toContain('9. Chính quyền trong sạch, vững mạnh');
  });

  it('wait through a stop: what was still to be asked is asked when the form is taken up again', () => {
    const mai = new Talk();
    mai.says('1: 1.234 / 5; 2: 1.235 / 6', 'dừng', 'việc');
    const asked = mai.says('tiếp tục');
    expect(asked).toContain('«1.234»');
    expect(mai.says('1')).toContain('«1.235»');
  });

  it('say what was there before where they change it', () => {
    const mai = new Talk({ ...MAI, owed: [owing({ births: { now: value('1'), next: value('2') } })] });
    expect(mai.says('3: 7 / 2')).toContain('từ 1% thành 7%');
  });

  it('ask which form where several are open, and keep the message meanwhile', () => {
    const mai = new Talk({ ...MAI, owed: [owing(), owing({}, { id: 'o-2', title: 'Báo cáo quý' })] });
    expect(mai.says('3: 1 / 2; 4: 3 / 4')).toContain('Đồng chí muốn nhập biểu nào');
    mai.says('1');
    expect(mai.at('births', 'now')).toBe('1');
  });
});

describe('«sửa»', () => {
  it('goes to the row that is named, or corrects it at once', () => {
    const mai = new Talk({ ...MAI, owed: [owing({ growth: { now: value('1'), next: value('2') } })] });
    expect(mai.says('/dien', 'sửa 1')).toContain('Chỉ tiêu 1/9');
    mai.says('sửa câu 1: 5 / 6');
    expect([mai.at('growth', 'now'), mai.at('growth', 'next')]).toEqual(['5', '6']);
  });

  it('shows all rows where none is named, and says how many there are where there is no such row', () => {
    const mai = new Talk();
    expect(mai.says('/dien', 'sửa')).toContain('Gõ số thứ tự');
    expect(mai.says('sửa 12')).toContain('từ 1 đến 9');
  });
});

describe('«như kỳ trước»', () => {
  it('is the last value, shown back', () => {
    const mai = new Talk();
    expect(mai.says('/dien', '1: 1 / 2', 'nhu ky truoc')).toContain('3,1 Tỷ đồng');
    expect(mai.at('revenue', 'now')).toBe('3.1');
  });

  it('is no answer where no last value is known', () => {
    const mai = new Talk();
    expect(mai.says('/dien', 'như năm ngoái')).toContain('Chưa có số liệu kỳ trước');
    expect(mai.cells).toEqual({});
  });
});

describe('help inside a question', () => {
  it('tells method and who leads it, and asks again', () => {
    const mai = new Talk();
    const said = mai.says('/dien', '1: 1 / 2', 'giúp');
    expect(said).toContain('Cộng các khoản thu phát sinh trên địa bàn');
    expect(said).toContain('Công chức Tài chính - Kế toán');
    expect(said).toContain('Chỉ tiêu 2/9: Tổng thu');
  });

  it('says that there is no guidance where there is none', () => {
    expect(new Talk().says('/dien', '?')).toContain('chưa có hướng dẫn');
  });

  it('says so as well where only a legal basis is known, and tells that', () => {
    const legalBasis = { vi: 'Mục II.2, phụ lục H1', en: 'Section II.2, appendix H1' };
    const based = { ...NINE, rows: NINE.rows.map((row) => ({ ...row, help: { legalBasis } })) };
    const form = { ...owing().form!, definition: based, steps: chatSteps(based, {}) };
    const asks = (locale: 'vi' | 'en') => new Talk({ ...MAI, locale, owed: [{ ...owing(), form }] }).says('/dien', '?');
    expect(asks('vi')).toMatch(/chưa có hướng dẫn[\s\S]*Căn cứ pháp lý: Mục II\.2, phụ lục H1/);
    expect(asks('en')).toContain('Section II.2, appendix H1');
  });
});

describe('a deputy', () => {
  it('is shown in whose stead the answer is given', () => {
    const hoa = new Talk({ ...MAI, owed: [owing({}, { actingFor: 'Phạm Thị Lan' })] });
    expect(hoa.says('việc')).toContain('thay mặt đồng chí Phạm Thị Lan');
    expect(hoa.says('1')).toContain('Đơn vị báo cáo: Xã Ngũ Hiệp (thay mặt đồng chí Phạm Thị Lan)');
  });
});

describe('«đang ở đâu»', () => {
  it('tells the place, what is answered and until when', () => {
    expect(new Talk().says('/dien', '1: 1 / 2', 'dang o dau')).toContain(
      'chỉ tiêu 2/9, đã trả lời 2/18 câu, hạn cuối 29/06/2027',
    );
  });

  it('and a figure that turns up after all is the answer, never the reason for having none', () => {
    const mai = new Talk();
    const said = mai.says('/dien', 'chưa có số liệu', '7,5; 8');
    expect([mai.at('growth', 'now'), mai.at('growth', 'next')]).toEqual(['7.5', '8']);
    expect(said).toContain('Chỉ tiêu 2/9');
    mai.says('chưa có số liệu', 'chờ quyết toán, 5/7');
    expect(mai.at('revenue', 'now')).toBe('not-available');
  });
});
