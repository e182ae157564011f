import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import path from 'node:path';
import type { ChatStep, IndicatorForm } from '../../forms/index.js';
import { Messages, packageRoot } from '../shared/index.js';
import { newDialog, type Dialog } from './dialog.js';
import type { Turn } from './effect.js';
import type { OwedView, TurnView } from './turn-view.js';
import type { Incoming } from './incoming.js';
import { takeTurn } from './turn.js';

const messages = Messages.read(path.join(packageRoot, 'config', 'messages'));
const NOW = '2027-06-15T02:00:00.500Z';

const step = (rowKey: string, measureKey: string, more: Partial<ChatStep> = {}): ChatStep => ({
  rowKey,
  measureKey,
  label: { vi: `Chỉ tiêu ${rowKey}` },
  measureLabel: { vi: measureKey === 'now' ? 'Ước năm {N}' : 'Kế hoạch năm {N+1}' },
  unit: { code: 'billion_VND', vi: 'Tỷ đồng' },
  type: 'number',
  bounds: { min: '0' },
  decimals: 3,
  required: true,
  help: {},
  ...more,
});
const YES_NO: Partial<ChatStep> = { type: 'boolean', unit: { code: 'boolean', vi: 'Đạt/Không đạt' }, bounds: {} };
const STEPS = [step('thu', 'now'), step('thu', 'next'), step('sach', 'now', YES_NO), step('sach', 'next', YES_NO)];

const FORM: IndicatorForm = {
  kind: 'indicators',
  key: 'm3',
  template: 'M3',
  title: { vi: 'Mẫu M3' },
  provenance: 'directive',
  groups: [],
  measures: [],
  rows: [],
};

const DRAFT: OwedView = {
  id: 'o-1',
  title: 'Dự thảo kế hoạch',
  unit: '00667',
  unitName: 'Xã Ngũ Hiệp',
  lastDay: '2027-06-29',
  dueOn: '2027-06-30',
  daysLeft: 14,
  settled: false,
  signedDocument: false,
  planYear: 2028,
  form: { definition: FORM, steps: STEPS, cells: {}, last: {}, reportYear: 2027, submitted: false, revision: 0 },
};

const MAI: TurnView = {
  now: NOW,
  today: '2027-06-15',
  locale: 'vi',
  person: { id: 'p-1', name: 'Nguyễn Thị Mai', title: 'công chức', units: ['Xã Ngũ Hiệp'] },
  owed: [DRAFT],
  buttons: true,
};
const STRANGER: TurnView = { ...MAI, person: undefined, owed: [] };
const CODE = { code: '7KQ4M-XR2HD', person: 'p-1', name: 'Nguyễn Thị Mai', title: 'công chức', units: ['Xã Ngũ Hiệp'] };

const incoming = (
  content: Incoming['content'],
  sentAt = '2027-06-15T02:00:01.500Z',
  chat: Incoming['chat'] = 'private',
): Incoming => ({
  channel: 'webchat',
  address: 'a',
  eventId: 'e',
  sentAt,
  chat,
  content,
});
const said = (text: string, sentAt?: string): Incoming => incoming({ type: 'text', text }, sentAt);

/** A dialog that carries its answers along, as the shell would. */
function talk(view: TurnView, ...texts: string[]): Turn & { view: TurnView } {
  let now = view;
  let turn: Turn = { dialog: newDialog(), replies: [], effects: [] };
  for (const text of texts) {
    turn = takeTurn(turn.dialog, said(text), now, messages);
    for (const effect of turn.effects) if (effect.do === 'answer') now = answered(now, effect);
  }
  return { ...turn, view: now };
}

function answered(
  view: TurnView,
  { rowKey, measure, cell }: Extract<Turn['effects'][number], { do: 'answer' }>,
): TurnView {
  const owed = view.owed.map((one) => {
    if (!one.form) return one;
    const cells = { ...one.form.cells, [rowKey]: { ...one.form.cells[rowKey], [measure]: cell } };
    return { ...one, form: { ...one.form, cells } };
  });
  return { ...view, owed };
}

const text = (turn: Turn): string => turn.replies.map((reply) => reply.text).join('\n');

describe('linking a chat', () => {
  const withCode: TurnView = { ...STRANGER, enrolment: CODE };

  it('shows whose code it is and binds nobody before a yes', () => {
    const turn = takeTurn(newDialog(), said(CODE.code), withCode, messages);
    expect(text(turn)).toContain('Nguyễn Thị Mai');
    expect(text(turn)).toContain('Xã Ngũ Hiệp');
    expect(turn.effects).toEqual([]);
    expect(takeTurn(turn.dialog, said('đúng'), withCode, messages).effects).toEqual([{ do: 'link', code: CODE.code }]);
  });

  it('takes "dừng" for a stop, never for "đúng"', () => {
    const asked = takeTurn(newDialog(), said(CODE.code), withCode, messages);
    for (const word of ['dừng', 'Dừng lại', '/dung', 'không']) {
      expect(takeTurn(asked.dialog, said(word), withCode, messages).effects).toEqual([]);
    }
  });

  it('tells a stranger nothing but how to link', () => {
    for (const word of ['việc', '/dien', 'xin chào', '/baocao 80%']) {
      expect(text(talk(STRANGER, word))).toBe(messages.t('vi', 'bot.ask-code'));
    }
  });
});

describe('filling a form', () => {
  it('records an answer, echoes it and asks the next question', () => {
    const turn = talk(MAI, '/dien', '1.234,5');
    expect(turn.effects).toEqual([
      { do: 'answer', obligation: 'o-1', rowKey: 'thu', measure: 'now', cell: { state: 'value', value: '1234.5' } },
    ]);
    expect(text(turn)).toContain('1.234,5 Tỷ đồng');
    expect(text(turn)).toContain('Kế hoạch năm 2028');
  });

  it('takes both columns of a row from one message', () => {
    expect(talk(MAI, '/dien', '12,5; 13').effects.map((effect) => effect.do === 'answer' && effect.cell)).toEqual([
      { state: 'value', value: '12.5' },
      { state: 'value', value: '13' },
    ]);
  });

  it('asks where a number has two readings, and takes the one picked by its number', () => {
    const asked = talk(MAI, '/dien', '1.234');
    expect(asked.effects).toEqual([]);
    expect(text(asked)).toMatch(/1\. .*\n2\. /);
    const [effect] = talk(MAI, '/dien', '1.234', '1').effects;
    expect(effect).toMatchObject({ do: 'answer', cell: { state: 'value', value: '1234' } });
  });

  it('keeps why a figure is not there yet and when it is expected', () => {
    const [effect] = talk(MAI, '/dien', 'chưa có số liệu', 'chờ quyết toán, 05/7').effects;
    expect(effect).toMatchObject({
      cell: { state: 'not-available', reason: 'chờ quyết toán', expectedOn: '2027-07-05' },
    });
  });

  it('submits only when no question is open', () => {
    const early = talk(MAI, '/dien', '12,5; 13', 'bỏ qua', 'bỏ qua', 'nộp');
    expect(early.effects).toEqual([]);
    expect(text(early)).toContain('2 câu');
    expect(talk(MAI, '/dien', '12,5; 13', 'đạt; không đạt', 'nộp').effects).toEqual([
      { do: 'submit', obligation: 'o-1' },
    ]);
  });

  it('shows a full form before it is submitted, however «nộp» was come by', () => {
    const shown = talk(MAI, '/dien', '12,5; 13', 'đạt; không đạt', 'sửa 1', 'nộp');
    expect(shown.effects).toEqual([]);
    expect(text(shown)).toContain('Tóm tắt Dự thảo kế hoạch');
    for (const yes of ['nộp', 'đúng']) {
      const turn = talk(MAI, '/dien', '12,5; 13', 'đạt; không đạt', 'sửa 1', 'nộp', yes);
      expect(turn.effects).toEqual([{ do: 'submit', obligation: 'o-1' }]);
    }
  });

  it('names the annexes that a submitted report still owes, beside what is owed', () => {
    const annexes = [
      { obligation: 'o-9', title: 'Dự thảo kế hoạch', unitName: 'Xã Ngũ Hiệp', forms: ['Mẫu M1', 'Mẫu M2'] },
    ];
    const said = text(talk({ ...MAI, owed: [], annexes }, 'việc'));
    expect(said).toContain('không còn việc nào');
    expect(said).toContain('• Dự thảo kế hoạch (Xã Ngũ Hiệp): Mẫu M1; Mẫu M2');
    expect(said).toContain('/trang');
  });

  it('goes on where it was left, after a stop and other talk', () => {
    const turn = talk(MAI, '/dien', '12,5', 'dừng', 'việc', 'tiếp tục');
    expect(turn.dialog.place).toMatchObject({ at: 'fill', rowKey: 'thu', measure: 'next' });
  });
});

describe('a message that does not belong to the present question', () => {
  const asked = talk(MAI, '/dien');

  it('changes nothing when it is an old button', () => {
    const old = takeTurn(asked.dialog, incoming({ type: 'button', token: '0.bỏ qua' }), MAI, messages);
    expect(old.effects).toEqual([]);
    expect(old.dialog.place).toEqual(asked.dialog.place);
    expect(text(old)).toContain(messages.t('vi', 'bot.old-button'));
  });

  it('is not its answer when it was sent before the question was asked', () => {
    const turn = takeTurn(asked.dialog, said('5', '2027-06-15T02:00:00.400Z'), MAI, messages);
    expect(turn.effects).toEqual([]);
    expect(text(turn)).toContain('«5»');
  });

  it('is refused in a group', () => {
    const turn = takeTurn(asked.dialog, incoming({ type: 'text', text: '5' }, undefined, 'group'), MAI, messages);
    expect(turn).toMatchObject({ dialog: asked.dialog, effects: [] });
  });
});

describe('any conversation', () => {
  const word = fc.constantFrom(
    'việc',
    '/dien',
    '/baocao',
    '1',
    '2',
    '9',
    '12,5',
    '1.234',
    'đúng',
    'không',
    'dừng',
    'bỏ qua',
    'quay lại',
    'nộp',
    'xem lại',
    'tiếp tục',
    'english',
    'tiếng việt',
    'chưa có số liệu',
    '28/6',
    '80%',
    '?',
  );
  const content = fc.oneof(
    { weight: 6, arbitrary: word.map((said): Incoming['content'] => ({ type: 'text', text: said })) },
    {
      weight: 2,
      arbitrary: fc
        .string({ minLength: 1, maxLength: 200, unit: 'binary' })
        .map((said): Incoming['content'] => ({ type: 'text', text: said })),
    },
    {
      weight: 1,
      arbitrary: fc.nat(30).map((prompt): Incoming['content'] => ({ type: 'button', token: `${prompt}.1` })),
    },
    { weight: 1, arbitrary: fc.constant<Incoming['content']>({ type: 'unsupported', what: 'sticker' }) },
  );

  it('always gets an answer that a messenger takes, and never throws', () => {
    fc.assert(
      fc.property(
        fc.array(content, { maxLength: 25 }),
        fc.constantFrom<'vi' | 'en'>('vi', 'en'),
        (contents, locale) => {
          let view: TurnView = { ...MAI, locale };
          let dialog: Dialog = newDialog();
          for (const one of contents) {
            const turn = takeTurn(dialog, incoming(one), view, messages);
            expect(turn.replies.length).toBeGreaterThan(0);
            for (const reply of turn.replies) {
              expect(reply.text.trim()).not.toBe('');
              expect(reply.text).not.toMatch(/bot\.[a-z-]+/);
              expect(reply.text.length).toBeLessThanOrEqual(4096);
              for (const button of reply.buttons?.flat() ?? [])
                expect(Buffer.byteLength(button.token)).toBeLessThanOrEqual(64);
            }
            for (const effect of turn.effects) if (effect.do === 'answer') view = answered(view, effect);
            dialog = turn.dialog;
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});
