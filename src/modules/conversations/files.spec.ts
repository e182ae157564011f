import { describe, expect, it } from '@jest/globals';
import { MAI, NINE, OWED, Talk } from '../../../test/dialogs/talk.js';
import { chatSteps, type IndicatorForm, type Row } from '../../forms/index.js';
import type { TurnView } from './turn-view.js';

const base: Row = NINE.rows[0]!;
const file = (key: string, label: string): Row => ({ ...base, key, code: key, label: { vi: label }, type: 'file' });

/** A form that asks for a figure and for evidence of it. */
const FORM = (files: Row[]): IndicatorForm => ({
  ...NINE,
  measures: [NINE.measures[0]!],
  rows: [base, ...files],
});

const view = (...files: Row[]): TurnView => {
  const definition = FORM(files);
  const form = {
    definition,
    steps: chatSteps(definition),
    cells: {},
    last: {},
    reportYear: 2027,
    submitted: false,
    revision: 1,
  };
  return { ...MAI, owed: [{ ...OWED, form }] };
};

/** What the shell keeps: the answer is there the next time. */
const withFile = (before: TurnView, value: string): TurnView => {
  const [owed] = before.owed;
  return {
    ...before,
    owed: [{ ...owed!, form: { ...owed!.form!, cells: { plan: { now: { state: 'value', value } } } } }],
  };
};

const PHOTO = { type: 'file', fileId: 'f', name: 'anh.jpg', mediaType: 'image/jpeg' } as const;
const PLAN = file('plan', 'Bản chụp quyết định');
const MAP = file('map', 'Bản đồ');

describe('a photo', () => {
  it('answers the question that asks for a file, and the form goes on', () => {
    const mai = new Talk(view(PLAN));
    expect(mai.says('/dien', '5')).toContain('gửi ảnh hoặc tệp');
    expect(mai.says('đã gửi')).toContain('cần một tệp');
    mai.view = { ...mai.view, file: { is: 'evidence', name: 'anh.jpg' } };
    expect(mai.sends(PHOTO)).toContain('Đã nhận tệp «anh.jpg»');
    expect(mai.turn.effects).toEqual([
      { do: 'keep-file', obligation: 'o-1', rowKey: 'plan', measure: 'now', event: 'webchat/e', name: 'anh.jpg' },
    ]);
    expect(mai.said).toContain('Tóm tắt');
  });

  it('is asked for alone: two files go in no one message', () => {
    const [owed] = view(PLAN).owed;
    const definition = { ...FORM([PLAN]), measures: NINE.measures };
    const form = { ...owed!.form!, definition, steps: chatSteps(definition) };
    const mai = new Talk({ ...MAI, owed: [{ ...OWED, form }] });
    expect(mai.says('/dien')).toContain('gửi luôn cả');
    expect(mai.says('5; 6')).toMatch(/Bản chụp quyết định(?![\s\S]*gửi luôn cả)/);
  });

  it('is asked about where two questions want one', () => {
    const mai = new Talk({ ...view(PLAN, MAP), file: { is: 'evidence', name: 'anh.jpg' } });
    expect(mai.sends(PHOTO)).toContain('2. Bản đồ');
    mai.says('2');
    expect(mai.turn.effects).toMatchObject([{ do: 'keep-file', rowKey: 'map' }]);
  });

  it('takes the place of another only after a yes; the second of two is not lost unheard', () => {
    const mai = new Talk({ ...view(PLAN), file: { is: 'evidence', name: 'trang-1.jpg' } });
    expect(mai.sends(PHOTO)).toContain('Đã nhận tệp «trang-1.jpg»');
    const there = withFile(mai.view, 'file-1');
    mai.view = { ...there, file: { is: 'evidence', name: 'trang-2.jpg' } };
    expect(mai.sends(PHOTO)).toContain('đã có tệp. Thay bằng tệp «trang-2.jpg»?');
    expect(mai.turn.effects).toEqual([]);
    expect(mai.says('không')).toContain('Tệp «trang-2.jpg» gửi trước chưa được ghi');
    mai.sends(PHOTO);
    mai.says('đúng');
    expect(mai.turn.effects).toMatchObject([{ do: 'keep-file', name: 'trang-2.jpg' }]);
  });

  it('that still waits for its question is told of when the next one comes, or when something else is begun', () => {
    const mai = new Talk({ ...view(PLAN, MAP), file: { is: 'evidence', name: 'trang-1.jpg' } });
    mai.sends(PHOTO);
    mai.view = { ...mai.view, file: { is: 'evidence', name: 'trang-2.jpg' } };
    expect(mai.sends({ ...PHOTO, fileId: 'g' }, undefined, 'e2')).toMatch(
      /^Tệp «trang-1.jpg» gửi trước chưa được ghi[\s\S]*Tệp «trang-2.jpg» trả lời cho chỉ tiêu nào/,
    );
    expect(mai.says('việc')).toMatch(/^Tệp «trang-2.jpg» gửi trước chưa được ghi[\s\S]*Đồng chí có 1 việc/);
  });

  it('names the unit of each question where somebody answers for two', () => {
    const [owed] = view(PLAN).owed;
    const both = [owed!, { ...owed!, id: 'o-2', unit: '00670', unitName: 'Xã Duyên Hà' }];
    const mai = new Talk({ ...MAI, owed: both, file: { is: 'evidence', name: 'anh.jpg' } });
    expect(mai.sends(PHOTO)).toMatch(/1\. .*Xã Ngũ Hiệp\)[\s\S]*2\. .*Xã Duyên Hà\)/);
  });

  it('may be missing, for a reason', () => {
    const mai = new Talk(view(PLAN));
    mai.says('/dien', '5', 'chưa có số liệu, chờ ký');
    expect(mai.at('plan', 'now')).toBe('not-available');
  });

  it('is not taken where nothing asks for it, and the question that stands is asked again', () => {
    const mai = new Talk({ ...view(), file: { is: 'evidence', name: 'anh.jpg' } });
    mai.says('/dien');
    expect(mai.sends(PHOTO)).toMatch(/không yêu cầu tệp nào[\s\S]*Chỉ tiêu 1\/1/);
    expect(mai.effects).toEqual([]);
  });
});
