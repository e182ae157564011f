import { describe, expect, it } from '@jest/globals';
import { MAI, owing, Talk } from '../../../test/dialogs/talk.js';

const asked = () => {
  const mai = new Talk();
  mai.says('/dien');
  return mai;
};

describe('what officials say as they speak', () => {
  it.each(['toi can lam gi', 'Hôm nay có việc gì không ạ', 'việc của tôi', 'việc nhé'])(
    'lists what is owed after «%s»',
    (text) => {
      const said = new Talk().says(text);
      expect(said).toMatch(/^Đồng chí có 1 việc/);
    },
  );

  it.each(['dạ đúng ạ', 'vâng ạ', 'đúng rồi', 'da dung roi a', 'Dạ, đúng.', 'chuẩn', 'ừ'])(
    'takes «%s» for a yes where one is asked for',
    (text) => {
      const mai = asked();
      expect(mai.says('khoảng 7,5')).toContain('Có đúng không');
      mai.says(text);
      expect(mai.turn.effects).toMatchObject([{ do: 'answer' }]);
    },
  );

  it.each(['sai rồi', 'nhầm rồi ạ', 'không đúng', 'ko ạ'])('takes «%s» for a no', (text) => {
    const mai = asked();
    mai.says('khoảng 7,5');
    expect(mai.says(text)).toContain('nhập lại');
    expect(mai.turn.effects).toEqual([]);
  });

  it.each(['dung', 'thoi', 'dung lai', 'tạm dừng nhé', 'thôi ạ', 'thôi để mai làm tiếp'])(
    'stops at a question for a number after «%s»',
    (text) => {
      expect(asked().says(text)).toContain('Đã tạm dừng');
    },
  );

  it('takes «dung» for a yes where it may be one', () => {
    const mai = asked();
    mai.says('khoảng 7,5');
    mai.says('dung');
    expect(mai.turn.effects).toMatchObject([{ do: 'answer' }]);
  });

  it.each([
    'để em hỏi lại đã',
    'De toi kiem tra lai da a',
    'em hỏi lại kế toán rồi báo sau',
    'tôi sẽ trả lời sau',
    'lát nữa nhé',
  ])('leaves a question for later after «%s», and goes on with the next', (text) => {
    const said = asked().says(text);
    expect(said).toMatch(/^Chỉ tiêu «Tốc độ tăng vốn đầu tư» được để sau[\s\S]*Kế hoạch năm 2028\?/);
  });

  it.each(['một tỉ', 'cho tôi hỏi cách tính', 'hỏi cán bộ theo dõi', 'để em báo 7,5'])(
    'hears no putting off in «%s»',
    (text) => {
      expect(asked().says(text)).not.toContain('được để sau');
    },
  );

  it('keeps a question of a status report until it can be answered, and says no more about it', () => {
    const mai = new Talk();
    mai.says('báo cáo');
    expect(mai.says('để em hỏi lại đã')).toBe('Câu hỏi trên vẫn giữ nguyên, đồng chí trả lời tại đây khi đã rõ.');
    expect(mai.says('2')).toContain('phần trăm');
  });

  it('reads «thứ sáu tuần sau nữa» as a day until which more time is asked for', () => {
    const mai = new Talk();
    expect(mai.says('xin gia hạn đến thứ sáu tuần sau nữa vì mất điện')).toContain(
      'đến hết ngày 02/07/2027. Lý do: mất điện',
    );
  });

  it('never submits after «đã nộp», which tells and asks for nothing', () => {
    const mai = asked();
    mai.says('xem lại');
    mai.says('đã nộp');
    expect(mai.turn.effects).toEqual([]);
  });

  it.each(['căn cứ pháp lý là gì', 'cách tính thế nào ạ', 'giúp tôi với'])(
    'explains the question after «%s»',
    (text) => {
      const said = asked().says(text);
      expect(said).toMatch(/^Chỉ tiêu 1\/9/);
      expect(said).toContain('/trogiup');
    },
  );

  it('corrects an indicator after «sửa câu 1 thành 9 / 10»', () => {
    const mai = asked();
    mai.says('sửa câu 1 thành 9 / 10');
    expect(mai.turn.effects).toMatchObject([
      { do: 'answer', cell: { value: '9' } },
      { do: 'answer', cell: { value: '10' } },
    ]);
  });

  it('begins the form after «nhập số liệu» and shows it after «nộp», with a list in sight', () => {
    const mai = new Talk();
    mai.says('việc');
    expect(mai.says('nhap so lieu')).toContain('Chỉ tiêu 1/9');
    mai.says('dừng');
    expect(mai.says('nộp')).toContain('Tóm tắt');
    expect(mai.turn.effects).toEqual([]);
  });

  it('answers a greeting with what there is to do, and thanks with thanks', () => {
    expect(new Talk().says('chào em')).toMatch(/^Kính gửi đồng chí Nguyễn Thị Mai\.\n\nĐồng chí có 1 việc/);
    expect(new Talk().says('ok cảm ơn em nhé')).toMatch(/^Trân trọng cảm ơn/);
    expect(new Talk().says('vâng ạ')).toMatch(/^Trân trọng cảm ơn/);
  });

  it('takes thanks in the middle of a form for thanks, and puts the question again', () => {
    expect(asked().says('cảm ơn đồng chí')).toMatch(/^Trân trọng cảm ơn đồng chí\.\n\nChỉ tiêu 1\/9/);
  });

  it('asks for no number from 1 to 1', () => {
    const mai = new Talk();
    mai.says('việc');
    expect(mai.says('ủa cái này là gì')).not.toContain('từ 1 đến 1');
  });

  it('asks for the question after «gặp cán bộ theo dõi ạ», which says none', () => {
    const mai = asked();
    expect(mai.says('gặp cán bộ theo dõi ạ')).toContain('gõ câu hỏi');
    expect(mai.turn.effects).toEqual([]);
  });

  it.each(['không có', 'không có gì ạ', 'ko có khó khăn gì'])('takes «%s» for no difficulty', (text) => {
    const mai = new Talk();
    mai.says('báo cáo', '2', '60', text, '28/6');
    expect(mai.turn.replies[0]!.text).toContain('khó khăn: không có;');
  });

  it('passes «vướng mắc: …» on as a difficulty', () => {
    const mai = new Talk({ ...MAI, owed: [owing()], units: [{ code: '00667', name: 'Xã Ngũ Hiệp' }] });
    mai.says('vướng mắc: chưa có hướng dẫn tính tỷ lệ rác');
    expect(mai.turn.effects).toMatchObject([{ do: 'raise', text: 'chưa có hướng dẫn tính tỷ lệ rác' }]);
  });
});
