import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MAI, owing, Talk } from '../../../test/dialogs/talk.js';
import { namedIn } from './named-in.js';
import { readStatusLine, readWholeLine } from './status-line.js';

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

  it('takes no short word for a difficulty', () => {
    const line = 'vong 1 dang lam, dc 60 phan tram r nha, ngay 25/6 xong';
    expect(readWholeLine(line, TODAY, 'Dự thảo kế hoạch cấp xã (vòng 1)').draft).toEqual({
      state: 'in_progress',
      progress: 60,
      expectedOn: '2027-06-25',
    });
  });

  it.each([
    ['đã nộp', { state: 'done' }],
    ['xong roi 100%', { state: 'done', progress: 100 }],
    ['chua lam', { state: 'not_started' }],
    ['vướng giải phóng mặt bằng', { difficulty: 'vướng giải phóng mặt bằng' }],
    ['gan xong 95%', { state: 'in_progress', progress: 95 }],
    ['0% chua bat dau', { state: 'not_started', progress: 0 }],
  ])('«%s» tells what it tells', (line, told) => expect(read(line)).toMatchObject(told));

  it.each([
    ['50% late because tax data is missing, done 20/7', 'tax data is missing'],
    ['50% late because of the storm, done by 20/7', 'the storm'],
    ['50% due to a power cut, finished on 20/7', 'a power cut'],
    ['50% late as two schools have not answered, expected 20/7', 'two schools have not answered'],
    ['50% missing tax data, done 20/7', 'missing tax data'],
    ['50%, difficulty: tax data, done 20/7', 'tax data'],
    ['50% difficulty: because of tax data, will be done 20/7', 'tax data'],
    ['50% khó khăn: mất điện, xong 20/7', 'mất điện'],
    ['50% kho khan: mat dien xong 20/7', 'mat dien'],
    ['50%, vướng mắc: chưa có mặt bằng, xong 20/7', 'chưa có mặt bằng'],
    ['50% gặp khó khăn: vì mất điện, xong 20/7', 'mất điện'],
    ['50%, đang gặp khó khăn là mất điện, xong 20/7', 'mất điện'],
    ['50%, lý do: mất điện, xong 20/7', 'mất điện'],
  ])('«%s» says why, without the label', (line, difficulty) =>
    expect(read(line)).toEqual({ progress: 50, state: 'in_progress', difficulty, expectedOn: '2027-07-20' }),
  );

  it.each(['50% không có khó khăn gì, xong 20/7', '50% khong vuong, xong 20/7', '50% no difficulties, done 20/7'])(
    '«%s» names no difficulty',
    (line) => expect(read(line)).toEqual({ progress: 50, state: 'in_progress', expectedOn: '2027-07-20' }),
  );

  it.each([
    ['not done', 'in_progress'],
    ['almost done', 'in_progress'],
    ['done', 'done'],
  ])('«%s» is %s', (line, state) => expect(read(line)).toEqual({ state }));

  it('tells nothing that it does not say', () => {
    expect(read('xin chào')).toEqual({});
    expect(read('xong 28/6')).toEqual({ expectedOn: '2027-06-28' });
    expect(read('180%')).toEqual({});
  });
});

describe('the words of a line that are nothing else', () => {
  const TITLE = 'Dự thảo kế hoạch cấp xã (vòng 1)';
  const whole = (line: string) => readWholeLine(line, TODAY, TITLE);

  it.each([
    ['vong 1 50% cán bộ nghỉ ốm, xong 20/7', 'cán bộ nghỉ ốm'],
    ['vòng 1 50%, số liệu thuế bị thiếu, xong 20/7', 'số liệu thuế bị thiếu'],
    ['50% vì mất điện, hỏng máy, xong 20/7', 'mất điện; hỏng máy'],
    ['round 1 50% tax office closed, done 20/7', 'tax office closed'],
    ['50% không triển khai được, xong 20/7', 'không triển khai được'],
    ['vong 2 50% xong 20/7', 'vong 2'],
  ])('«%s»: join the difficulty', (line, difficulty) => expect(whole(line).draft).toMatchObject({ difficulty }));

  it.each([
    'vong1 80% cham, xong 28/6',
    'Vòng 1: đang làm 80%, dự kiến xong ngày 28/6 ạ',
    'du thao ke hoach cap xa 80% xong 28/6',
    'round 1 late 80%, will be done by 28/6',
  ])('«%s» has none', (line) =>
    expect(whole(line)).toEqual({ draft: { progress: 80, state: 'in_progress', expectedOn: '2027-06-28' } }),
  );

  it('are told where the work is done', () => {
    expect(whole('da xong, gui ban giay sau')).toEqual({ draft: { state: 'done' }, unread: 'gui ban giay sau' });
  });

  it('are told, and hinder nothing, where they tell of what is done', () => {
    expect(whole('60% đã tổng hợp xong thu chi, cán bộ nghỉ ốm, xong 28/6')).toEqual({
      draft: { progress: 60, state: 'in_progress', difficulty: 'cán bộ nghỉ ốm', expectedOn: '2027-06-28' },
      unread: 'đã tổng hợp xong thu chi',
    });
    expect(whole('60% máy hỏng chưa sửa xong, xong 28/6').draft.difficulty).toBe('máy hỏng chưa sửa xong');
  });

  it('are never lost, whatever they are', () => {
    const word = fc.stringMatching(/^[b-df-hj-np-tv-z]{6,9}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), fc.constantFrom(0, 1, 2), (words, at) => {
        const parts = ['vong 1 50%', 'cham', 'xong 20/7'];
        parts.splice(at + 1, 0, words.join(' '));
        const { draft, unread } = whole(parts.join(', '));
        for (const one of words) expect(`${draft.difficulty} ${unread}`).toContain(one);
      }),
    );
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

  it.each([
    ['bao cao vong 1 50% late because tax data is missing, done 20/7', 'tax data is missing'],
    ['báo cáo vòng 1 50%, khó khăn: mất điện, xong 20/7', 'mất điện'],
    ['báo cáo vòng 1 50% cán bộ nghỉ ốm, xong 20/7', 'cán bộ nghỉ ốm'],
  ])('shows back all that «%s» says', (line, difficulty) => {
    const mai = new Talk(TWO);
    expect(mai.says(line)).toContain(`Khó khăn: ${difficulty}\n`);
    mai.says('đúng');
    expect(mai.turn.effects).toMatchObject([{ do: 'status', obligation: 'o-1', report: { progress: 50, difficulty } }]);
  });

  it('says what of a line on finished work is not recorded', () => {
    const said = new Talk(TWO).says('/baocao vong 1 da xong, gui ban giay sau');
    expect(said).toContain('«gui ban giay sau»');
    expect(said).toContain('Tình trạng: Đã xong');
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
