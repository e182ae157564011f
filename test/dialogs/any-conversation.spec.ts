import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { chatSteps, readSeveralRows } from '../../src/forms/index.js';
import { questionMark, readToken } from '../../src/modules/conversations/button-token.js';
import { readEdit } from '../../src/modules/conversations/commands.js';
import type { Dialog } from '../../src/modules/conversations/dialog.js';
import type { TurnView } from '../../src/modules/conversations/turn-view.js';
import type { Incoming } from '../../src/modules/conversations/incoming.js';
import { readDialog } from '../../src/modules/conversations/read-dialog.js';
import type { Button } from '../../src/modules/outbox/index.js';
import { MAI, NINE, owing, PASTED, Talk } from './talk.js';

const value = (given: string) => ({ state: 'value', value: given }) as const;

/** Everything a view can hold at once: two reports to fill, one submitted, a wish that waits, a workbook that came in. */
const EVERYTHING: TurnView = {
  ...MAI,
  severalUnits: true,
  owed: [
    { ...owing(), forms: [{ key: 'm3', title: 'M3' }] },
    { ...owing({}, { id: 'o-2', title: 'Hoàn thiện kế hoạch (vòng 2)', unit: '00668' }), form: undefined },
  ],
  submitted: [{ ...owing({ growth: { now: value('1') } }, { id: 'o-3', settled: true }) }],
  units: [
    { code: '00667', name: 'Xã Ngũ Hiệp' },
    { code: '00668', name: 'Xã Tứ Hiệp' },
  ],
  late: ['o-8', 'o-9'].map((obligation) => ({
    obligation,
    unit: '00664',
    unitName: 'Xã Tứ Hiệp',
    title: 'Dự thảo',
    lastDay: '2027-06-10',
    daysLate: 5,
    toReview: true,
  })),
  wishes: [
    {
      obligation: 'o-7',
      title: 'Dự thảo',
      unitName: 'Xã Tứ Hiệp',
      lastDay: '2027-06-29',
      wishedLastDay: '2027-07-05',
      reason: 'bận',
    },
  ],
};

const WORDS = [
  ...[
    'việc',
    '/dien',
    '/baocao',
    '/sua',
    'sửa 3',
    'sửa 2: 5 / 6',
    '/bieu',
    'duyệt',
    'xin gia hạn',
    '/trogiup',
    '?',
    'giúp',
  ],
  ...[
    'gặp cán bộ theo dõi',
    'trả lời 12: được',
    'đang ở đâu',
    'tiếp tục',
    'dừng',
    'nộp',
    'xem lại',
    'bỏ qua',
    'quay lại',
  ],
  ...[
    '1',
    '2',
    '3',
    '9',
    '12,5',
    '12,5; 13',
    '1.234',
    '1.234; 2.345',
    '3 tỷ',
    '1000000',
    'đúng',
    'không',
    'sai',
    'đạt',
  ],
  ...['chưa có số liệu', 'chưa có số liệu, chờ quyết toán, 05/7', 'không áp dụng', 'như kỳ trước', 'x', '-', '5/10'],
  ...['28/6', '5/7', 'đến 5/7 vì chờ số liệu', '80%', 'vong1 80% cham vi thieu so lieu, xong 28/6', 'vẫn đồng ý'],
  ...[
    '3: 1,2; 4: như kỳ trước; 5-7: 0',
    '1: 1.234; 2: không; 3: abc; 12: 7',
    PASTED,
    '1\n2\n3\n4',
    '3: 1 / 2',
    'tất cả',
  ],
  ...['/cham', 'nhắc ngay 1', 'nhận 2', 'hẹn 1 28/6', 'hẹn 2', 'gia hạn 1 20/6', 'miễn 1', 'trả lại 2', 'chấp nhận 1'],
  ...['/vuongmac', 'báo vướng mắc: thiếu người', 'giải quyết 3: xong'],
  ...['english', 'tiếng việt', '/start', 'đồng ý', 'từ chối', 'constructor', '__proto__', '   ', '\u0000'],
];

type Step = { say: string } | { tap: number } | { forge: string } | { file: true } | { colleague: number };

const step = fc.oneof(
  { weight: 10, arbitrary: fc.constantFrom(...WORDS).map((say): Step => ({ say })) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }).map((say): Step => ({ say })) },
  { weight: 4, arbitrary: fc.nat(200).map((tap): Step => ({ tap })) },
  { weight: 1, arbitrary: fc.string({ maxLength: 64 }).map((forge): Step => ({ forge })) },
  { weight: 1, arbitrary: fc.constant<Step>({ file: true }) },
  { weight: 1, arbitrary: fc.nat(17).map((colleague): Step => ({ colleague })) },
);

const ROWS = NINE.rows.map((row) => ({ key: row.key, names: [row.label.vi], columns: 2 }));

/** Rows that an answer may be for: the one asked, what waits to be asked, what the message or the button names. */
function mayAnswer(before: Dialog, content: Incoming['content']): Set<string> {
  const { place, left } = before;
  const asked = place.at === 'fill' ? [place, ...(place.queue ?? [])] : [];
  const rows = new Set([...asked, ...(left ? [left, ...(left.queue ?? [])] : [])].map((one) => one.rowKey));
  for (const { pending } of [...asked, ...(left ? [left] : [])]) {
    if (pending?.sort === 'columns') for (const { rowKey } of pending.given) rows.add(rowKey);
  }
  const text = content.type === 'text' ? content.text : '';
  const held = place.at === 'choose' ? (place.typed ?? '') : '';
  for (const said of [text, held]) {
    for (const { row } of readSeveralRows(said, ROWS)?.given ?? []) rows.add(row);
    const edit = readEdit(said);
    if (edit?.row !== undefined && ROWS[edit.row - 1]) rows.add(ROWS[edit.row - 1]!.key);
  }
  if (content.type === 'button') {
    const mark = readToken(content.token)?.question;
    for (const one of chatSteps(NINE)) {
      if (questionMark('o-1', one.rowKey, one.measureKey) === mark) rows.add(one.rowKey);
    }
  }
  return rows;
}

describe('any conversation', () => {
  it('never throws, always answers what a messenger takes, stays in a known place, and no answer lands elsewhere', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 40 }),
        fc.constantFrom<'vi' | 'en'>('vi', 'en'),
        fc.boolean(),
        (steps, locale, whole) => {
          const mai = new Talk({ ...(whole ? EVERYTHING : MAI), locale });
          const seen: Button[] = [];
          for (const one of steps) {
            if ('colleague' in one) {
              const { rowKey, measureKey } = chatSteps(NINE)[one.colleague]!;
              mai.colleague('Phạm Thị Lan', rowKey, measureKey, value('7'));
              continue;
            }
            const content: Incoming['content'] =
              'say' in one
                ? { type: 'text', text: one.say }
                : 'file' in one
                  ? { type: 'file', fileId: 'f', name: 'a.jpg', mediaType: 'image/jpeg' }
                  : {
                      type: 'button',
                      token: 'tap' in one ? (seen[one.tap % Math.max(seen.length, 1)]?.token ?? '') : one.forge,
                    };
            const before = mai.dialog;
            const allowed = mayAnswer(before, content);
            mai.sends(content);
            expect(mai.turn.replies.length).toBeGreaterThan(0);
            for (const reply of mai.turn.replies) {
              expect(reply.text.trim()).not.toBe('');
              // Every text stands in the catalog, with every name filled in.
              expect(reply.text).not.toMatch(/\bbot\.[a-z-]+/);
              for (const button of reply.buttons?.flat() ?? []) {
                expect(Buffer.byteLength(button.token)).toBeLessThanOrEqual(64);
                expect(button.label).not.toBe('');
                seen.push(button);
              }
            }
            for (const effect of mai.turn.effects) {
              if (effect.do === 'answer') expect(allowed).toContain(effect.rowKey);
            }
            expect(readDialog(mai.dialog)).toEqual({ dialog: mai.dialog, lostPlace: false });
          }
        },
      ),
      { numRuns: 250 },
    );
  }, 120_000);
});
