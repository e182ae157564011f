import path from 'node:path';
import { type Cell, type Cells, chatSteps, type IndicatorForm, type Row } from '../../src/forms/index.js';
import { newDialog, type Dialog } from '../../src/modules/conversations/dialog.js';
import type { Turn } from '../../src/modules/conversations/effect.js';
import type { OwedView, TurnView } from '../../src/modules/conversations/turn-view.js';
import type { Incoming } from '../../src/modules/conversations/incoming.js';
import { takeTurn } from '../../src/modules/conversations/turn.js';
import type { Button } from '../../src/modules/outbox/index.js';
import { Messages, packageRoot } from '../../src/modules/shared/index.js';

export const messages = Messages.read(path.join(packageRoot, 'config', 'messages'));

const row = (key: string, label: string, more: Partial<Row> = {}): Row => ({
  key,
  code: key,
  group: 'A',
  seq: 1,
  label: { vi: label, en: `Indicator ${key}` },
  unit: { code: 'percent', vi: '%' },
  type: 'number',
  decimals: 2,
  min: '-100',
  max: '100000',
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

const measure = (key: string, label: string, year: 0 | 1) => ({
  key,
  label: { vi: label },
  year,
  sort: year === 1 ? ('plan' as const) : ('outcome' as const),
  required: true,
  asked: true,
});

/** Nine indicators, this year's estimate and next year's plan of each, as a commune answers them. */
export const NINE: IndicatorForm = {
  kind: 'indicators',
  key: 'm3',
  template: 'M3',
  title: { vi: 'Mẫu M3' },
  provenance: 'directive',
  groups: [{ key: 'A', title: { vi: 'Kinh tế' } }],
  measures: [measure('now', 'Ước thực hiện năm {N}', 0), measure('next', 'Kế hoạch năm {N+1}', 1)],
  rows: [
    row('growth', 'Tốc độ tăng vốn đầu tư', { decimals: 3 }),
    row('revenue', 'Tổng thu ngân sách nhà nước trên địa bàn', {
      unit: { code: 'billion_VND', vi: 'Tỷ đồng' },
      decimals: 3,
      leadAgency: 'Công chức Tài chính - Kế toán',
      help: { method: { vi: 'Cộng các khoản thu phát sinh trên địa bàn' } },
    }),
    row('births', 'Giảm tỷ suất sinh thô'),
    row('third', 'Giảm tỷ lệ sinh con thứ 3'),
    row('nutrition', 'Giảm tỷ lệ suy dinh dưỡng'),
    row('poor', 'Giảm tỷ lệ hộ nghèo'),
    row('culture', 'Tỷ lệ gia đình văn hóa'),
    row('waste', 'Tỷ lệ rác thải được thu gom'),
    row('strong', 'Chính quyền trong sạch, vững mạnh', {
      type: 'boolean',
      unit: { code: 'boolean', vi: 'Đạt/Không đạt' },
    }),
  ],
};

export const OWED: OwedView = {
  id: 'o-1',
  title: 'Dự thảo kế hoạch cấp xã (vòng 1)',
  unit: '00667',
  unitName: 'Xã Ngũ Hiệp',
  lastDay: '2027-06-29',
  dueOn: '2027-06-30',
  daysLeft: 14,
  settled: false,
  signedDocument: false,
  planYear: 2028,
};

/** Something owed with the nine indicators to fill. */
export const owing = (cells: Cells = {}, more: Partial<OwedView> = {}): OwedView => ({
  ...OWED,
  ...more,
  form: {
    definition: NINE,
    steps: chatSteps(NINE, cells),
    cells,
    last: {
      revenue: { now: { labelKey: 'last-actual', year: 2026, value: '3.1' } },
      third: {
        now: { labelKey: 'last-actual', year: 2026, value: '0.2' },
        next: { labelKey: 'last-plan', year: 2027, value: '0.25' },
      },
    },
    reportYear: 2027,
    submitted: false,
    revision: 1,
  },
});

export const MAI: TurnView = {
  now: '2027-06-15T02:00:00.500Z',
  today: '2027-06-15',
  locale: 'vi',
  person: { id: 'p-1', name: 'Nguyễn Thị Mai', title: 'công chức', units: ['Xã Ngũ Hiệp'] },
  owed: [owing()],
  buttons: true,
};

const incoming = (content: Incoming['content'], sentAt = '2027-06-15T02:00:01.500Z', eventId = 'e'): Incoming => ({
  channel: 'webchat',
  address: 'a',
  eventId,
  sentAt,
  chat: 'private',
  content,
});

/** A conversation of Mai with the bot, without a database: answers are kept as the shell keeps them. */
export class Talk {
  dialog: Dialog = newDialog();
  turn: Turn = { dialog: this.dialog, replies: [], effects: [] };
  /** Every effect so far. */
  readonly effects: Turn['effects'] = [];

  constructor(public view: TurnView = MAI) {}

  /** Says one thing after the other; gives the last answer of the bot. */
  says(...texts: string[]): string {
    for (const text of texts) this.takes(incoming({ type: 'text', text }));
    return this.said;
  }

  sends(content: Incoming['content'], sentAt?: string, eventId?: string): string {
    return this.takes(incoming(content, sentAt, eventId));
  }

  /** Taps a button, however old. */
  taps(button: Button): string {
    return this.takes(incoming({ type: 'button', token: button.token }));
  }

  /** The buttons under the bot's last answer. */
  get buttons(): Button[] {
    return this.turn.replies.flatMap((reply) => reply.buttons?.flat() ?? []);
  }

  button(label: string): Button {
    const found = this.buttons.find((one) => one.label === label);
    if (!found) throw new Error(`no button "${label}" among ${this.buttons.map((one) => one.label).join(', ')}`);
    return found;
  }

  get said(): string {
    return this.turn.replies.map((reply) => reply.text).join('\n');
  }

  /** The answers of the form. */
  get cells(): Cells {
    return this.view.owed[0]?.form?.cells ?? {};
  }

  /** What stands in one cell: its value, or the state it is in. */
  at(rowKey: string, measureKey: string): string | boolean | undefined {
    const cell = this.cells[rowKey]?.[measureKey];
    return cell?.state === 'value' ? cell.value : cell?.state;
  }

  /** Somebody else answers. */
  colleague(name: string, rowKey: string, measureKey: string, cell: Cell): void {
    this.put('o-1', rowKey, measureKey, cell);
    this.view = {
      ...this.view,
      owed: this.view.owed.map((owed) =>
        owed.form ? { ...owed, form: { ...owed.form, others: [{ rowKey, measure: measureKey, name }] } } : owed,
      ),
    };
  }

  private takes(one: Incoming): string {
    this.turn = takeTurn(this.dialog, one, this.view, messages);
    this.dialog = JSON.parse(JSON.stringify(this.turn.dialog)) as Dialog;
    this.effects.push(...this.turn.effects);
    for (const effect of this.turn.effects) {
      if (effect.do === 'answer') this.put(effect.obligation, effect.rowKey, effect.measure, effect.cell);
    }
    return this.said;
  }

  private put(obligation: string, rowKey: string, measureKey: string, cell: Cell): void {
    const owed = this.view.owed.map((one) => {
      if (one.id !== obligation || !one.form) return one;
      const cells = { ...one.form.cells, [rowKey]: { ...one.form.cells[rowKey], [measureKey]: cell } };
      return { ...one, form: { ...one.form, cells, steps: chatSteps(one.form.definition, cells), others: [] } };
    });
    this.view = { ...this.view, owed };
  }
}

/** Nine lines as somebody pastes them from a document. */
export const PASTED = [
  '1: 7,5; 8',
  '2: 31,25; 33',
  '3: 0,1; 0,12',
  '4: như kỳ trước',
  '5: 0,3; 0,25',
  '6: 0,5; 0,4',
  '7: 90,5; 91',
  '8: 95; 96',
  '9: đạt; đạt',
].join('\n');
