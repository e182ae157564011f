import { describe, expect, it } from '@jest/globals';
import { MAI, Talk } from '../../../test/dialogs/talk.js';
import type { TurnView } from './turn-view.js';

const WHOLE = '1: 5; 6\n2: 7; 8\n3: 1; 1\n4: 1; 1\n5: 1; 1\n6: 1; 1\n7: 90; 91\n8: 92; 93\n9: đạt; đạt';
const text = (given: string) => ({ type: 'text', text: given }) as const;

/** The same conversation, with what the ledger knows of the question that stands. */
const knowing = (talk: Talk, known: Pick<TurnView, 'unseen' | 'askedAt'>): Talk => {
  talk.view = { ...talk.view, unseen: undefined, askedAt: undefined, ...known };
  return talk;
};

describe('a question of which nobody knows whether it was read', () => {
  it('takes no answer said again for its own, and is asked anew', () => {
    const mai = new Talk(MAI);
    mai.says('/dien', '5; 6');
    const asked = knowing(mai, { unseen: 'unknown' }).says('5; 6');
    expect(asked).toContain('có thể chưa đến được đồng chí nên tin «5; 6» chưa được ghi');
    expect(asked).toContain('Chỉ tiêu 2/9');
    expect(mai.cells['revenue']).toBeUndefined();
    knowing(mai, {}).says('7; 8');
    expect(mai.at('revenue', 'now')).toBe('7');
  });

  it('is read by whoever taps its button', () => {
    const mai = new Talk(MAI);
    mai.says('/dien', '5; 6');
    const button = mai.button('Chưa có số liệu');
    expect(knowing(mai, { unseen: 'unknown' }).taps(button)).toContain('lý do');
  });

  it('lets through what names its rows', () => {
    const mai = new Talk(MAI);
    mai.says('/dien', '5; 6');
    knowing(mai, { unseen: 'unknown' }).says('2: 7; 8');
    expect(mai.at('revenue', 'now')).toBe('7');
  });
});

describe('a question that left us late', () => {
  it('is not answered, while it leaves, by what was said before it was put', () => {
    const mai = new Talk(MAI);
    mai.says('/dien', '5; 6');
    knowing(mai, { unseen: 'leaving' });
    expect(mai.sends(text('9; 9'), '2027-06-15T01:59:50.400Z')).toContain('được gửi trước khi có câu hỏi');
    expect(mai.cells['revenue']).toBeUndefined();
  });

  it('is not answered by what was said before it left', () => {
    const mai = new Talk(MAI);
    mai.says('/dien', '5; 6');
    knowing(mai, { askedAt: '2027-06-15T02:00:20.000Z' });
    expect(mai.sends(text('5; 6'), '2027-06-15T02:00:12.400Z')).toContain('được gửi trước khi có câu hỏi');
    expect(mai.cells['revenue']).toBeUndefined();
    mai.sends(text('7; 8'), '2027-06-15T02:00:24.400Z');
    expect(mai.at('revenue', 'now')).toBe('7');
  });
});

describe('what is typed twice in a row', () => {
  const asked = { askedAt: '2027-06-15T02:00:37.400Z' };

  it.each([
    ['in the second in which the question left, by a messenger that tells whole seconds', '02:00:36.000', asked],
    ['a moment before it left', '02:00:37.300', asked],
    ['while it leaves', '02:00:37.300', { unseen: 'leaving' } as const],
  ])('answers one question (%s)', (_, time, known) => {
    const mai = new Talk(MAI);
    mai.says('/dien', '5; 6');
    knowing(mai, known).sends(text('5; 6'), `2027-06-15T${time}Z`);
    expect(mai.cells['revenue']).toBeUndefined();
  });

  it('answers one question where something else came in between, as a network brings it', () => {
    const mai = new Talk(MAI);
    mai.says('/dien', '5; 6', '/dien');
    knowing(mai, asked).sends(text('5; 6'), '2027-06-15T02:00:37.300Z');
    expect(mai.cells['revenue']).toBeUndefined();
  });

  it('answers two where the second question was read', () => {
    const mai = new Talk(MAI);
    mai.says('/dien', '5; 6');
    knowing(mai, asked).sends(text('5; 6'), '2027-06-15T02:00:39.000Z');
    expect(mai.at('revenue', 'now')).toBe('5');
  });

  it('is no reason to doubt what is typed once, a moment after the question left', () => {
    const mai = new Talk(MAI);
    mai.says('/dien', '5; 6');
    knowing(mai, asked).sends(text('7; 8'), '2027-06-15T02:00:36.000Z');
    expect(mai.at('revenue', 'now')).toBe('7');
  });
});

describe('a summary that was not read', () => {
  it.each<Pick<TurnView, 'unseen'>>([{ unseen: 'waits' }, { unseen: 'unknown' }])('submits nothing (%p)', (known) => {
    const mai = new Talk(MAI);
    mai.says('/dien', WHOLE);
    const shown = knowing(mai, known).says('đúng');
    expect(shown).toContain('Tóm tắt');
    expect(mai.effects.some((effect) => effect.do === 'submit')).toBe(false);
    knowing(mai, {}).says('đúng');
    expect(mai.effects.some((effect) => effect.do === 'submit')).toBe(true);
  });

  it('goes back to no row because its number was said again', () => {
    const mai = new Talk(MAI);
    mai.says('/dien', WHOLE);
    expect(knowing(mai, { unseen: 'waits' }).says('8')).toContain('Tóm tắt');
    expect(mai.dialog.place.at).toBe('summary');
  });
});

describe('a question that is repeated', () => {
  it('is answered by whoever has read it the first time', () => {
    const mai = new Talk(MAI);
    mai.says('/dien', '5; 6');
    // Said again for the first question, and refused: the second one stands once more below the refusal.
    knowing(mai, { askedAt: '2027-06-15T02:00:20.000Z' });
    expect(mai.sends(text('5; 6'), '2027-06-15T02:00:12.400Z')).toContain('Chỉ tiêu 2/9');
    mai.view = { ...mai.view, now: '2027-06-15T02:00:40.000Z' };
    mai.sends(text('5; 6'), '2027-06-15T02:00:13.400Z');
    // Written before the repetition, after the question itself.
    mai.sends(text('7; 8'), '2027-06-15T02:00:35.400Z');
    expect(mai.at('revenue', 'now')).toBe('7');
  });

  it('has the buttons of each time for its own', () => {
    const mai = new Talk(MAI);
    mai.says('/dien', '1.234');
    const first = mai.button('1.234%');
    mai.sends({ type: 'unsupported', what: 'sticker' });
    mai.taps(first);
    expect(mai.at('growth', 'now')).toBe('1234');
  });

  it('keeps no button of another question', () => {
    const mai = new Talk(MAI);
    mai.says('/dien', '1.234');
    const first = mai.button('1.234%');
    mai.says('xyz', '5');
    expect(mai.taps(first)).toContain('Sửa từ 5% thành 1.234%?');
  });
});
