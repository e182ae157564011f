import { describe, expect, it } from '@jest/globals';
import { MAI, owing, Talk } from '../../../test/dialogs/talk.js';

const value = (given: string | boolean) => ({ state: 'value', value: given }) as const;

describe('an old button', () => {
  it('answers its own question after a yes, and today’s question is asked again', () => {
    const mai = new Talk();
    mai.says('/dien', '1.234');
    const grouped = mai.button('1.234%');
    mai.says('5', '6');
    const asked = mai.taps(grouped);
    expect(asked).toContain('Chỉ tiêu 1: Tốc độ tăng vốn đầu tư');
    expect(asked).toContain('Sửa từ 5% thành 1.234%?');
    expect(mai.at('growth', 'now')).toBe('5');
    const after = mai.says('1');
    expect(mai.at('growth', 'now')).toBe('1234');
    expect(after).toContain('Chỉ tiêu 2/9');
    expect(mai.cells['revenue']).toBeUndefined();
  });

  it('changes nothing after a no', () => {
    const mai = new Talk();
    mai.says('/dien', '9: đạt; đạt', 'sửa 9');
    const no = mai.button('Không đạt');
    mai.says('bỏ qua', 'sửa 1');
    expect(mai.taps(no)).toContain('từ Đạt thành Không đạt');
    expect(mai.says('2')).toContain('Chỉ tiêu 1/9');
    expect(mai.at('strong', 'now')).toBe(true);
  });

  it('asks why where it says that there is no figure', () => {
    const mai = new Talk();
    mai.says('/dien');
    const none = mai.button('Chưa có số liệu');
    mai.says('5', '6');
    expect(mai.taps(none)).toContain('thành chưa có số liệu?');
    mai.says('1');
    expect(mai.at('growth', 'now')).toBe('5');
    expect(mai.says('chờ quyết toán, 05/7')).toContain('Chỉ tiêu 2/9');
    expect(mai.at('growth', 'now')).toBe('not-available');
  });

  it('that says once more that there is no figure asks nothing anew', () => {
    const mai = new Talk();
    mai.says('/dien');
    const none = mai.button('Chưa có số liệu');
    mai.taps(none);
    const asked = mai.taps(none);
    expect(asked).toContain('đã được ghi nhận');
    expect(asked).toContain('lý do');
    mai.says('chờ quyết toán, 05/7');
    const later = mai.taps(none);
    expect(later).toContain('đã ghi chưa có số liệu (chờ quyết toán');
    expect(later).toContain('Kế hoạch năm 2028');
    mai.says('6');
    expect(mai.at('growth', 'next')).toBe('6');
  });

  it('says that nothing changed where it is no answer, or says what stands already', () => {
    const mai = new Talk();
    mai.says('/dien');
    const skip = mai.button('Bỏ qua');
    mai.says('9: đạt; đạt');
    mai.says('sửa 9');
    const yes = mai.button('Đạt');
    mai.says('sửa 1');
    expect(mai.taps(skip)).toContain('chưa có gì thay đổi');
    expect(mai.taps(yes)).toContain('đã ghi Đạt');
    expect(mai.effects).toHaveLength(2);
  });

  it('fits into what a messenger takes', () => {
    const mai = new Talk();
    mai.says('/dien', '123.456.789.012,5');
    for (const text of ['1.234', '2', 'chưa có', '9: đạt', '3']) {
      mai.says(text);
      for (const { token } of mai.buttons) expect(Buffer.byteLength(token)).toBeLessThanOrEqual(64);
    }
  });
});

describe('a colleague who answered the same question meanwhile', () => {
  it('is named with the answer, and it is changed only after a yes', () => {
    const mai = new Talk();
    mai.says('/dien');
    mai.colleague('Phạm Thị Lan', 'growth', 'now', value('7'));
    const asked = mai.says('5');
    expect(asked).toContain('Đồng chí Phạm Thị Lan vừa trả lời chỉ tiêu 1');
    expect(asked).toContain('7%');
    expect(mai.at('growth', 'now')).toBe('7');
    mai.says('2');
    expect(mai.at('growth', 'now')).toBe('7');
  });

  it('is no reason to ask where both said the same, or answered something else', () => {
    const mai = new Talk({ ...MAI, owed: [owing()] });
    mai.says('/dien');
    mai.colleague('Phạm Thị Lan', 'growth', 'now', value('5'));
    expect(mai.says('5')).toContain('Đã ghi');
    mai.colleague('Phạm Thị Lan', 'waste', 'now', value('5'));
    expect(mai.says('6')).toContain('Chỉ tiêu 2/9');
  });
});
