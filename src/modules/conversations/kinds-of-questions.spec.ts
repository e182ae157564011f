import { describe, expect, it } from '@jest/globals';
import path from 'node:path';
import { chatSteps, type IndicatorForm, type Row } from '../../forms/index.js';
import { Messages, packageRoot } from '../shared/index.js';
import { newDialog } from './dialog.js';
import type { Turn } from './effect.js';
import type { TurnView } from './turn-view.js';
import type { Incoming } from './incoming.js';
import { takeTurn } from './turn.js';

const messages = Messages.read(path.join(packageRoot, 'config', 'messages'));

const row = (key: string, more: Partial<Row>): Row => ({
  key,
  code: key,
  group: 'A',
  seq: 1,
  label: { vi: `Chỉ tiêu ${key}` },
  unit: { code: 'billion_VND', vi: 'Tỷ đồng' },
  type: 'number',
  decimals: 1,
  required: true,
  appliesTo: 'all',
  leadAgency: '',
  assignedDown: false,
  aggregation: { rule: 'sum' },
  direction: 'up',
  help: {},
  provenance: 'added',
  ...more,
});

/** Whether there is a market, what sort it is, what it brings (odd above 100), when it opened. */
const FORM: IndicatorForm = {
  kind: 'indicators',
  key: 'market',
  template: 'M3',
  title: { vi: 'Chợ' },
  provenance: 'added',
  groups: [{ key: 'A', title: { vi: 'Chợ' } }],
  measures: [
    {
      key: 'now',
      label: { vi: 'Năm {N}' },
      year: 0,
      sort: 'outcome',
      standing: 'estimate',
      required: true,
      asked: true,
      standingAsked: true,
    },
  ],
  rows: [
    row('has', { type: 'boolean', unit: { code: 'boolean', vi: 'Có/Không' } }),
    row('sort', {
      type: 'choice',
      choices: [
        { key: 'big', label: { vi: 'Chợ hạng 1' } },
        { key: 'small', label: { vi: 'Chợ dân sinh' } },
      ],
      visibleWhen: { op: 'is', of: { op: 'cell', row: 'has' }, value: true },
    }),
    row('income', { ask: { vi: 'Chợ thu bao nhiêu trong năm {N}' } }),
    row('opened', { type: 'date', min: '2020-01-01', required: false }),
  ],
  checks: [
    {
      key: 'usual',
      level: 'soft',
      row: 'income',
      holds: { op: 'compare', a: { op: 'cell' }, by: '<=', b: { op: 'number', value: '100' } },
      message: { vi: 'Số thu trên 100 tỷ đồng là bất thường' },
    },
  ],
};

const view = (cells: Record<string, Record<string, never>> = {}): TurnView => ({
  now: '2027-06-15T02:00:00.500Z',
  today: '2027-06-15',
  locale: 'vi',
  person: { id: 'p-1', name: 'Nguyễn Thị Mai', title: 'công chức', units: ['Xã Ngũ Hiệp'] },
  owed: [
    {
      id: 'o-1',
      title: 'Báo cáo chợ',
      unit: '00667',
      unitName: 'Xã Ngũ Hiệp',
      lastDay: '2027-06-29',
      dueOn: '2027-06-30',
      daysLeft: 14,
      settled: false,
      signedDocument: false,
      planYear: 2028,
      form: {
        definition: FORM,
        steps: chatSteps(FORM, cells),
        cells,
        last: {},
        reportYear: 2027,
        submitted: false,
        revision: 0,
      },
    },
  ],
  buttons: true,
});

/** Says one thing after the other; answers are kept as the shell keeps them. */
function talk(...texts: string[]): Turn & { cells: Record<string, Record<string, unknown>> } {
  let turn: Turn = { dialog: newDialog(), replies: [], effects: [] };
  const cells: Record<string, Record<string, never>> = {};
  for (const said of texts) {
    const incoming: Incoming = {
      channel: 'webchat',
      address: 'a',
      eventId: said,
      sentAt: '2027-06-15T02:00:01.500Z',
      chat: 'private',
      content: { type: 'text', text: said },
    };
    turn = takeTurn(turn.dialog, incoming, view(structuredClone(cells)), messages);
    for (const effect of turn.effects) {
      if (effect.do === 'answer') (cells[effect.rowKey] ??= {})[effect.measure] = effect.cell as never;
    }
  }
  return { ...turn, cells };
}

const text = (turn: Turn): string => turn.replies.map((reply) => reply.text).join('\n');

describe('a question that waits for a condition', () => {
  it('comes once the condition holds', () => {
    expect(text(talk('/dien', 'có', '3'))).toContain('Chỉ tiêu sort');
  });

  it('is passed over where it does not', () => {
    expect(text(talk('/dien', 'không', '3'))).toContain('Chợ thu bao nhiêu trong năm 2027');
  });
});

describe('a choice', () => {
  it.each(['2', 'chợ dân sinh', 'Cho dan', 'CHỢ DÂN SINH'])('is understood as "%s"', (typed) => {
    expect(talk('/dien', 'có', '3', typed).cells['sort']).toEqual({ now: { state: 'value', value: 'small' } });
  });

  it('is asked again where two fit or none does', () => {
    for (const typed of ['chợ', 'siêu thị', '7']) {
      const turn = talk('/dien', 'có', '3', typed);
      expect(text(turn)).toContain('gõ số thứ tự');
      expect(turn.cells['sort']).toBeUndefined();
    }
  });

  it('may have no data, with a reason', () => {
    const turn = talk('/dien', 'có', '3', 'chưa có số liệu', 'chờ quyết định');
    expect(turn.cells['sort']).toEqual({ now: { state: 'not-available', reason: 'chờ quyết định' } });
  });
});

describe('an answer whose standing is asked', () => {
  it('is written down at once, and its standing when it is said', () => {
    const asked = talk('/dien', 'không');
    expect(asked.cells['has']).toEqual({ now: { state: 'value', value: false } });
    expect(text(asked)).toContain('ước tính, sơ bộ hay chính thức');
    expect(talk('/dien', 'không', 'so bo').cells['has']).toEqual({
      now: { state: 'value', value: false, standing: 'preliminary' },
    });
    expect(text(talk('/dien', 'không', 'chắc chắn'))).toContain('gõ 1, 2 hoặc 3');
  });
});

describe('an answer that a soft check finds odd', () => {
  const TO_INCOME = ['/dien', 'không', '3', '120', '1'];

  it('is kept, asked about, and explained by its note', () => {
    const asked = talk(...TO_INCOME);
    expect(text(asked)).toContain('Số thu trên 100 tỷ đồng là bất thường');
    expect(asked.cells['income']).toEqual({ now: { state: 'value', value: '120', standing: 'estimate' } });
    const explained = talk(...TO_INCOME, 'mở thêm khu chợ mới');
    expect(explained.cells['income']).toEqual({
      now: { state: 'value', value: '120', standing: 'estimate', note: 'mở thêm khu chợ mới' },
    });
    expect(text(explained)).toContain('Chỉ tiêu opened');
  });

  it('is answered anew by a bare number, which is no explanation', () => {
    expect(talk(...TO_INCOME, '90', '1').cells['income']).toEqual({
      now: { state: 'value', value: '90', standing: 'estimate' },
    });
  });

  it('may be explained later, but not be submitted without', () => {
    const later = [...TO_INCOME, 'bỏ qua', '15/6/2024', '1'];
    expect(text(talk(...later))).toContain('Gõ «nộp»');
    const turn = talk(...later, 'nộp');
    expect(text(turn)).toContain('Số thu trên 100 tỷ đồng là bất thường');
    expect(turn.effects).toEqual([]);
    const done = talk(...later, 'nộp', 'mở thêm khu chợ mới', 'nộp');
    expect(done.effects).toEqual([{ do: 'submit', obligation: 'o-1' }]);
  });
});
