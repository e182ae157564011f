import { describe, expect, it } from '@jest/globals';
import { askedInTable, understand, type Field, type Understood } from './index.js';

const today = '2026-11-22';

function brief(understood: Understood): string {
  if ('value' in understood) return `${understood.outcome} ${understood.value}`.trim();
  if (understood.outcome === 'ask') return `ask ${understood.options.join('|')}`.trim();
  if (understood.outcome === 'invalid') return `invalid ${understood.because.code}`;
  return understood.rest ? `${understood.state}: ${understood.rest}` : understood.state;
}

const read = (field: Field, input: string) => brief(understand(field, input, { today }));

describe('a day (today is Sunday 22/11/2026)', () => {
  it.each([
    ['15/6/2027', 'ok 2027-06-15'],
    ['15.06.2027', 'ok 2027-06-15'],
    ['2027-06-15', 'ok 2027-06-15'],
    ['15-6-27', 'confirm 2027-06-15'],
    ['15/6/98', 'confirm 1998-06-15'],
    ['15062027', 'confirm 2027-06-15'],
    ['6/15/2027', 'confirm 2027-06-15'],
    ['ngày 15 tháng 6', 'ask 2026-06-15|2027-06-15'],
    ['ngày 15 tháng 6 năm 2027', 'ok 2027-06-15'],
    ['ngày mười lăm tháng sáu năm 2027', 'ok 2027-06-15'],
    ['mùng 5 tháng 6 năm sau', 'ok 2027-06-05'],
    ['22/11', 'confirm 2026-11-22'],
    ['31/12', 'ask 2025-12-31|2026-12-31'],
    ['29/2', 'ask 2024-02-29|2028-02-29'],
    ['ngày 15', 'ask 2026-11-15|2026-12-15'],
    ['hôm nay', 'ok 2026-11-22'],
    ['dạ ngày mai ạ', 'ok 2026-11-23'],
    ['hoom nay', 'confirm 2026-11-22'],
    ['ngày kia', 'confirm 2026-11-24'],
    ['3 ngày nữa', 'confirm 2026-11-25'],
    ['CN', 'ask 2026-11-22|2026-11-29'],
    ['thứ sáu tuần sau', 'confirm 2026-11-27'],
    ['thứ sáu tuần sau nữa', 'confirm 2026-12-04'],
    ['chủ nhật tuần tới nữa', 'confirm 2026-12-06'],
    ['thứ 6 tuần này', 'confirm 2026-11-20'],
    ['thứ 6, 27/11', 'ok 2026-11-27'],
    ['thứ 5, 27/11/2026', 'ask 2026-11-27'],
    ['cuối tháng', 'confirm 2026-11-30'],
    ['cuối tháng 2', 'ask 2026-02-28|2027-02-28'],
    ['cuối quý', 'confirm 2026-12-31'],
    ['cuối tuần', 'ask 2026-11-21|2026-11-22'],
    ['trước 15/6/2027', 'ask 2027-06-14|2027-06-15'],
    ['17h 15/6/2027', 'confirm 2027-06-15'],
    ['6/2027', 'ask 2027-06-01|2027-06-30'],
    ['31/2', 'invalid no-such-day'],
    ['ngày 31 tháng 4', 'invalid no-such-day'],
    ['29/2/2027', 'invalid no-such-day'],
    ['thứ 8', 'invalid no-such-weekday'],
    ['15/6/027', 'invalid date-year'],
    ['rằm tháng 7 âm lịch', 'invalid lunar-date'],
    ['tuần sau', 'invalid date-day-missing'],
    ['hello', 'invalid not-a-date'],
    ['chưa xác định', 'no_data'],
    ['chưa có số liệu, chờ ý kiến', 'no_data: chờ ý kiến'],
    ['không', 'ask no_data|not_applicable'],
    ['👍', 'ask'],
  ])('«%s» is: %s', (input, expected) => expect(read({ type: 'date' }, input)).toBe(expected));

  it('that must be past has its year fixed', () => {
    expect(read({ type: 'date', past: true }, '15/12')).toBe('ok 2025-12-15');
    expect(read({ type: 'date', past: true }, 'thứ 6')).toBe('ok 2026-11-20');
    expect(read({ type: 'date', past: true }, 'mai')).toBe('invalid date-in-future');
  });

  it('that must be to come has its year fixed the other way', () => {
    expect(read({ type: 'date', future: true }, '28/6')).toBe('ok 2027-06-28');
    expect(read({ type: 'date', future: true }, '28/6/2026')).toBe('invalid date-in-past');
  });

  it('out of bounds is refused', () => {
    const field: Field = { type: 'date', min: '2026-12-01', max: '2027-06-30' };
    expect(read(field, '30/11/2026')).toBe('invalid date-too-early');
    expect(read(field, '1/7/2027')).toBe('invalid date-too-late');
    expect(read(field, '15/6')).toBe('confirm 2027-06-15');
  });
});

describe('how work stands', () => {
  it.each([
    ['xong rồi ạ', 'ok done'],
    ['dạ em nộp rồi ạ', 'ok done'],
    ['hoan thanh', 'ok done'],
    ['mới làm xong', 'ok done'],
    ['xong 100%', 'ok done'],
    ['chưa hoàn thành', 'ok in_progress'],
    ['chưa thể hoàn thành', 'ok in_progress'],
    ['sắp xong', 'ok in_progress'],
    ['mới bắt đầu', 'ok in_progress'],
    ['mai xong', 'confirm in_progress'],
    ['80%', 'confirm in_progress'],
    ['ddang lamf', 'confirm in_progress'],
    ['chuwa xong', 'confirm in_progress'],
    ['chu7a xong', 'confirm in_progress'],
    ['chưa làm xong', 'ok in_progress'],
    ['đã hoàn thành công tác tổng hợp', 'ok done'],
    ['nộp', 'confirm done'],
    ['báo cáo', 'confirm done'],
    ['bao giờ xong', 'ask in_progress|done'],
    ['cần nộp gì', 'ask in_progress|done'],
    ['chưa biết đến bao giờ mới xong', 'ask in_progress|done'],
    ['đã hẹn mai nộp', 'ask done|in_progress'],
    ['xong phần 1', 'ask in_progress|done'],
    ['chưa bắt đầu', 'ok not_started'],
    ['chưa làm gì', 'ok not_started'],
    ['đang vướng mặt bằng', 'ok blocked'],
    ['chưa xong, đang vướng', 'ok blocked'],
    ['không làm được', 'ok blocked'],
    ['chưa nộp', 'ask in_progress|not_started'],
    ['chưa', 'ask not_started|in_progress'],
    ['cơ bản xong', 'ask in_progress|done'],
    ['không vướng gì', 'ask in_progress|done'],
    ['đang làm nhưng vướng số liệu', 'ask blocked|in_progress'],
    ['chờ số liệu', 'ask in_progress|blocked'],
    ['đã làm', 'ask done|in_progress'],
    ['xong chưa?', 'ask done'],
    ['in_progress', 'ok in_progress'],
    ['hello', 'invalid status-unclear'],
  ])('«%s» is: %s', (input, expected) => expect(read({ type: 'status' }, input)).toBe(expected));
});

describe('yes or no', () => {
  it.each([
    ['Có ạ', 'ok true'],
    ['đạt', 'ok true'],
    ['rồi', 'ok true'],
    ['đúng', 'ok true'],
    ['YES', 'ok true'],
    ['dạ không', 'ok false'],
    ['k', 'ok false'],
    ['hong', 'ok false'],
    ['chưa đạt', 'ok false'],
    ['sai', 'ok false'],
    ['khoong', 'confirm false'],
    ['cos', 'confirm true'],
    ['1', 'confirm true'],
    ['xã đã đạt từ năm 2025', 'confirm true'],
    ['có nhưng chưa đạt', 'ask true|false'],
    ['không sai', 'ask true|false'],
    ['có không', 'ask true|false'],
    ['đạt 80%', 'ask true|false'],
    ['-', 'ask false|no_data'],
    ['không biết', 'ask no_data'],
    ['chưa có số liệu', 'no_data'],
    ['không áp dụng', 'not_applicable'],
    ['👍', 'ask true|false'],
    ['hello', 'invalid not-yes-or-no'],
  ])('«%s» is: %s', (input, expected) => expect(read({ type: 'bool' }, input)).toBe(expected));
});

describe('free text', () => {
  it('is kept as typed but for the blanks around it', () => {
    expect(read({ type: 'text', required: true }, ' - 1.234  <b>ko</b> ')).toBe('ok - 1.234  <b>ko</b>');
  });

  it('must hold something where it is required, and more than invisible characters', () => {
    expect(read({ type: 'text', required: true }, ' \u200b ')).toBe('invalid text-required');
    expect(read({ type: 'text' }, '')).toBe('ok');
  });

  it('loses the control characters that nobody types', () => {
    expect(read({ type: 'text' }, 'thôn\u0000 A\u001b\nthôn B')).toBe('ok thôn A\nthôn B');
  });

  it('may have 500 characters however they are composed', () => {
    expect(read({ type: 'text' }, 'ệ'.repeat(500).normalize('NFD'))).toBe(`ok ${'ệ'.repeat(500)}`);
    expect(read({ type: 'text' }, 'ệ'.repeat(501))).toBe('invalid too-long');
  });
});

describe('what is asked, as a table words it', () => {
  it('is refused where nobody knows a word of it', () => {
    expect(askedInTable('int', 'colour=red', today)).toBe('unknown context "colour=red"');
    expect(askedInTable('int', 'count>=many', today)).toBe('unknown context "count>=many"');
    expect(askedInTable('date', 'today=2026-02-30', today)).toBe('unknown context "today=2026-02-30"');
    expect(askedInTable('integer', '', today)).toMatch(/^unknown field "integer"/);
  });

  it('becomes a field', () => {
    expect(askedInTable('percent', '-100..100; last=5', today)).toEqual({
      field: { type: 'percent', min: '-100', max: '100', last: '5' },
      context: { today },
    });
    expect(askedInTable('date', '2027-01-01..;future;today=2027-02-03', today)).toEqual({
      field: { type: 'date', min: '2027-01-01', future: true },
      context: { today: '2027-02-03' },
    });
    expect(askedInTable('int', 'count>=1;<=10', today)).toMatchObject({ field: { min: '1', max: '10' } });
  });
});
