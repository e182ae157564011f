import { describe, expect, it } from '@jest/globals';
import { MAI, NINE, OWED, Talk } from '../../../test/dialogs/talk.js';
import { chatSteps, type IndicatorForm, type Row } from '../../forms/index.js';
import type { TurnView } from './dialog.js';

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

  it('is asked about where two questions want one', () => {
    const mai = new Talk({ ...view(PLAN, MAP), file: { is: 'evidence', name: 'anh.jpg' } });
    expect(mai.sends(PHOTO)).toContain('2. Bản đồ');
    mai.says('2');
    expect(mai.turn.effects).toMatchObject([{ do: 'keep-file', rowKey: 'map' }]);
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
