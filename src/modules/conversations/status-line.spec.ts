import { describe, expect, it } from '@jest/globals';
import { MAI, owing, Talk } from '../../../test/dialogs/talk.js';
import { namedIn } from './named-in.js';
import { readStatusLine } from './status-line.js';

const TODAY = '2027-06-15';
const read = (line: string) => readStatusLine(line, TODAY);

describe('a status report in one line', () => {
  it.each([
    'vong1 80% cham vi thieu so lieu thue, xong 28/6',
    'vòng 1 80% chậm vì thiếu số liệu thuế, xong 28/6',
    'VONG 1: 80 % CHAM VI THIEU SO LIEU THUE; XONG 28/6',
    '80% cham, xong 28/6, vi thieu so lieu thue',
    'dang lam 80%, thieu so lieu thue, du kien xong ngay 28/6',
    'xong 28/6 80% do thieu so lieu thue',
    '80 phan tram cham vi thieu so lieu thue se xong truoc ngay 28/6/2027',
    '80% chậm vì thiếu số liệu thuế xong 28.6',
  ])('«%s» tells all four things', (line) => {
    const draft = read(line);
    expect(draft).toMatchObject({ progress: 80, state: 'in_progress', expectedOn: '2027-06-28' });
    expect(draft.difficulty?.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()).toBe('thieu so lieu thue');
  });

  it.each([
    ['đã nộp', { state: 'done' }],
    ['xong roi 100%', { state: 'done', progress: 100 }],
    ['chua lam', { state: 'not_started' }],
    ['vướng giải phóng mặt bằng', { difficulty: 'vướng giải phóng mặt bằng' }],
    ['gan xong 95%', { state: 'in_progress', progress: 95 }],
    ['0% chua bat dau', { state: 'not_started', progress: 0 }],
  ])('«%s» tells what it tells', (line, told) => expect(read(line)).toMatchObject(told));

  it('tells nothing that it does not say', () => {
    expect(read('xin chào')).toEqual({});
    expect(read('xong 28/6')).toEqual({ expectedOn: '2027-06-28' });
    expect(read('180%')).toEqual({});
  });
});

describe('the act that a line names', () => {
  const ACTS = [
    { title: 'Dự thảo kế hoạch cấp xã (vòng 1)' },
    { title: 'Hoàn thiện kế hoạch cấp xã (vòng 2)' },
    { title: 'Báo cáo tiến độ các dự án đầu tư XDCB quý II' },
  ];
  it.each([
    ['vong1 80%', 0],
    ['vòng 2 dang lam', 1],
    ['hoan thien ke hoach 50%', 1],
    ['bao cao tien do 20%', 2],
  ])('«%s»', (line, index) => expect(namedIn(line, ACTS)).toBe(ACTS[index]));
  it.each(['80% cham', 'ke hoach cap xa 80%', '', 'abc'])('is none of «%s»', (line) =>
    expect(namedIn(line, ACTS)).toBeUndefined(),
  );
});

describe('«báo cáo»', () => {
  const TWO = { ...MAI, owed: [owing(), owing({}, { id: 'o-2', title: 'Hoàn thiện kế hoạch cấp xã (vòng 2)' })] };

  it('takes four taps, which act included', () => {
    const mai = new Talk(TWO);
    mai.says('báo cáo');
    let taps = 0;
    for (const label of ['2', '75%', 'Không có', 'Đúng hạn (29/06/2027)']) {
      mai.taps(mai.button(label));
      taps += 1;
    }
    expect(taps).toBeLessThanOrEqual(4);
    expect(mai.turn.effects).toEqual([
      {
        do: 'status',
        obligation: 'o-2',
        report: { state: 'in_progress', progress: 75, expectedOn: '2027-06-29' },
      },
    ]);
    expect(mai.said).toContain('75%');
  });

  it('is one line and a yes, with or without the command', () => {
    for (const line of [
      '/baocao vong1 80% cham vi thieu so lieu thue, xong 28/6',
      'vong1 80% cham vi thieu so lieu thue, xong 28/6',
    ]) {
      const mai = new Talk(TWO);
      expect(mai.says(line)).toContain('thieu so lieu thue');
      mai.says('đúng');
      expect(mai.turn.effects).toEqual([
        {
          do: 'status',
          obligation: 'o-1',
          report: { state: 'in_progress', progress: 80, difficulty: 'thieu so lieu thue', expectedOn: '2027-06-28' },
        },
      ]);
    }
  });

  it('is one inside a form too, where the line calls itself a report', () => {
    const mai = new Talk(TWO);
    mai.says('việc', '1');
    expect(mai.says('báo cáo vong1 80% cham vi thieu so lieu thue, xong 28/6')).toContain('80%');
    mai.says('đúng');
    expect(mai.turn.effects).toMatchObject([{ do: 'status', obligation: 'o-1', report: { progress: 80 } }]);
  });

  it('asks which where the line does not say, and keeps the line', () => {
    const mai = new Talk(TWO);
    expect(mai.says('/baocao 80% xong 28/6')).toContain('về việc nào');
    expect(mai.says('1')).toContain('80%');
  });
});
