import { describe, expect, it } from '@jest/globals';
import type { Check, Comparison, Condition, Question, ShortForm } from '../../forms/index.js';
import { MAI, owing, Talk } from '../../../test/dialogs/talk.js';

const question = (key: string, vi: string, more: Partial<Question>): Question => ({
  key,
  label: { vi },
  type: 'text',
  required: false,
  provenance: 'added',
  ...more,
});
const choice = (key: string, vi: string) => ({ key, label: { vi } });

const STATE = question('state', 'Tình trạng', {
  type: 'choice',
  required: true,
  choices: [
    choice('not_started', 'Chưa làm'),
    choice('in_progress', 'Đang làm'),
    choice('waiting', 'Chờ ý kiến huyện'),
    choice('blocked', 'Vướng mắc'),
    choice('done', 'Đã xong'),
  ],
});
const PROGRESS = question('progress', 'Tiến độ', { type: 'percent', unitCode: '%', decimals: 0, min: '10', max: '90' });
const MEETING = question('meeting', 'Ngày họp', { type: 'date' });
const STAFF = question('staff', 'Số người làm', { type: 'integer', required: true, min: '0', max: '20' });
const EXPECTED = question('expected_on', 'Dự kiến ngày xong', { type: 'date' });

const form = (questions: Question[], checks?: Check[]): ShortForm => ({
  kind: 'short',
  key: 'status',
  template: 'status',
  title: { vi: 'Báo cáo nhanh' },
  provenance: 'added',
  questions,
  ...(checks ? { checks } : {}),
});

/** Mai is asked by a form as Hà has made it. */
function asked(questions: Question[], checks?: Check[]): Talk {
  const mai = new Talk({ ...MAI, owed: [owing()], statusForm: { version: 4, form: form(questions, checks) } });
  mai.says('/baocao');
  return mai;
}
const recorded = (mai: Talk) => mai.turn.effects.filter((effect) => effect.do === 'status');

describe('a status report by the form of the admins', () => {
  it('asks what they added, in their order, and records it with the version that asked', () => {
    const mai = asked([STAFF, STATE, MEETING]);
    expect(mai.says('3')).toContain('Tình trạng');
    expect(mai.says('2')).toContain('Ngày họp');
    expect(mai.says('15/6', 'đúng')).toContain('Số người làm: 3; Ngày họp: 15/06/2027');
    expect(recorded(mai)).toEqual([
      {
        do: 'status',
        obligation: 'o-1',
        report: { state: 'in_progress', own: { staff: '3', meeting: '2027-06-15' } },
        formVersion: 4,
      },
    ]);
  });

  it('offers a state that they added, by number and by name', () => {
    const byNumber = asked([STATE]);
    byNumber.says('3');
    const byName = asked([STATE]);
    byName.says('cho y kien huyen');
    for (const mai of [byNumber, byName]) expect(recorded(mai)).toMatchObject([{ report: { state: 'waiting' } }]);
  });

  it('takes no state that they no longer offer, neither by word nor from a line', () => {
    const without = { ...STATE, choices: STATE.choices!.filter(({ key }) => key !== 'blocked') };
    const mai = asked([without]);
    expect(mai.says('vướng mắc')).toContain('gõ một số từ 1 đến 4');
    expect(mai.says('vướng vì thiếu số liệu, xong 28/6')).toContain('1. Chưa làm');
    expect(recorded(mai)).toEqual([]);
  });

  it('holds answers to their bounds, and says so', () => {
    const mai = asked([STATE, PROGRESS]);
    expect(mai.says('2')).toContain('từ 10 đến 90');
    expect(mai.says('95')).toMatch(/90/);
    expect(recorded(mai)).toEqual([]);
    mai.says('60%');
    expect(recorded(mai)).toMatchObject([{ report: { state: 'in_progress', progress: 60 } }]);
  });

  it('passes over no question that needs an answer', () => {
    const mai = asked([STATE, STAFF]);
    mai.says('2');
    for (const text of ['bỏ qua', 'chưa có số liệu']) expect(mai.says(text)).toContain('Câu này cần được trả lời.');
    expect(mai.says('sáu mươi')).toContain('20');
    mai.says('4');
    expect(recorded(mai)).toMatchObject([{ report: { own: { staff: '4' } } }]);
  });

  it('asks under a condition only where that holds, and drops an answer that it has made pointless', () => {
    const why = question('helper', 'Cần ai giúp?', {
      visibleWhen: { op: 'is', of: { op: 'column', column: 'state' }, value: 'blocked' },
    });
    const blocked = asked([STATE, why, STAFF]);
    expect(blocked.says('4')).toContain('Cần ai giúp?');
    expect(blocked.says('phòng Tài chính')).toContain('Số người làm');
    expect(blocked.says('quay lại', 'quay lại')).toContain('Tình trạng');
    blocked.says('2', '5');
    expect(recorded(blocked)).toMatchObject([{ report: { state: 'in_progress', own: { staff: '5' } } }]);
    expect(recorded(blocked)).not.toMatchObject([{ report: { own: { helper: 'phòng Tài chính' } } }]);
  });

  it('goes back a question', () => {
    const mai = asked([STATE, STAFF, EXPECTED]);
    mai.says('2', '4');
    expect(mai.says('quay lại')).toContain('Số người làm');
    mai.says('6', 'bỏ qua');
    expect(recorded(mai)).toMatchObject([{ report: { own: { staff: '6' } } }]);
    expect(asked([STATE]).says('quay lại')).toContain('Đây là câu đầu tiên.');
  });

  it('refuses what a hard check refuses, and asks why where a soft one is broken', () => {
    const holds = (by: Comparison, value: string): Condition => ({
      op: 'compare',
      a: { op: 'column', column: 'staff' },
      by,
      b: { op: 'number', value },
    });
    const mai = asked(
      [STATE, STAFF],
      [
        { key: 'some', level: 'hard', column: 'staff', message: { vi: 'Phải có người làm' }, holds: holds('>', '0') },
        { key: 'few', level: 'soft', column: 'staff', message: { vi: 'Nhiều người quá' }, holds: holds('<', '9') },
      ],
    );
    mai.says('2');
    expect(mai.says('0')).toContain('Phải có người làm');
    expect(mai.says('12')).toContain('Nhiều người quá');
    expect(recorded(mai)).toEqual([]);
    mai.says('đợt tổng rà soát');
    expect(recorded(mai)).toMatchObject([{ report: { own: { staff: '12' }, notes: { staff: 'đợt tổng rà soát' } } }]);
  });

  it('goes on where a form was published in between that no longer asks the question', () => {
    const mai = asked([STATE, STAFF, EXPECTED]);
    mai.says('2');
    mai.view = { ...mai.view, statusForm: { version: 5, form: form([STATE, EXPECTED]) } };
    expect(mai.says('4')).toContain('Dự kiến ngày xong');
  });
});
