import { describe, expect, it } from '@jest/globals';
import { MAI, Talk } from '../../../test/dialogs/talk.js';
import type { TurnView } from './turn-view.js';

/** Mai has answered the first question; the second one stands in line. */
function answeredOnce(known: (talk: Talk) => Partial<TurnView>): Talk {
  const mai = new Talk(MAI);
  mai.says('/dien', '5; 6');
  mai.view = { ...mai.view, ...known(mai) };
  return mai;
}
const inLine = (talk: Talk): Partial<TurnView> => ({ unseen: 'waits', waiting: talk.turn.replies[0] });

describe('what is said again because nothing came', () => {
  it('is answered by what stands in line for it, marked as a repetition', () => {
    const mai = answeredOnce(inLine);
    const [first] = mai.turn.replies;
    mai.says('5; 6');
    expect(mai.turn.replies).toEqual([{ ...first, repeats: true }]);
    expect(mai.effects).toHaveLength(2);
    expect(mai.cells['revenue']).toBeUndefined();
  });

  it('leaves the question as it was, with its buttons', () => {
    const mai = answeredOnce(inLine);
    const button = mai.button('Chưa có số liệu');
    mai.says('5; 6', '5; 6');
    mai.view = { ...mai.view, unseen: undefined, waiting: undefined };
    expect(mai.taps(button)).toContain('lý do');
  });

  it('may be a button', () => {
    const mai = new Talk(MAI);
    mai.says('/dien');
    const button = mai.button('Chưa có số liệu');
    mai.taps(button);
    mai.view = { ...mai.view, ...inLine(mai) };
    const [asked] = mai.turn.replies;
    mai.taps(button);
    expect(mai.turn.replies).toEqual([{ ...asked, repeats: true }]);
  });

  it('is told so where the question has left already', () => {
    const mai = answeredOnce(() => ({ unseen: 'unknown' }));
    expect(mai.says('5; 6')).toContain('chưa được ghi');
  });
});

describe('what is said for the first time while a question stands in line', () => {
  it('is told that it came too early', () => {
    const mai = answeredOnce(inLine);
    expect(mai.says('7; 8')).toContain('được gửi trước khi có câu hỏi');
    expect(mai.turn.replies[0]!.repeats).toBeUndefined();
  });
});
