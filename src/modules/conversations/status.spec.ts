import { describe, expect, it } from '@jest/globals';
import { MAI, owing, Talk } from '../../../test/dialogs/talk.js';

const ONE = { ...MAI, owed: [owing()] };

function asked(locale: 'vi' | 'en' = 'vi'): Talk {
  const mai = new Talk({ ...ONE, locale });
  mai.says('/baocao');
  return mai;
}

const recorded = (mai: Talk) => mai.turn.effects.filter((effect) => effect.do === 'status');

describe('the state of a status report', () => {
  it.each(['báo cáo huyện', 'bao cao thang 6', 'bao cao UBND xa', 'nộp', 'gửi', 'trình', 'trình UBND huyện'])(
    'is never recorded as done from «%s» alone',
    (text) => {
      for (const locale of ['vi', 'en'] as const) {
        const mai = asked(locale);
        mai.says(text);
        expect(recorded(mai)).toEqual([]);
        expect(mai.dialog.place.at).toBe('status');
      }
    },
  );

  it('is shown back where it is likely, and recorded after a yes', () => {
    const mai = asked();
    expect(mai.says('nộp')).toContain('Đồng chí muốn báo: Đã xong. Có đúng không?');
    mai.says('đúng');
    expect(recorded(mai)).toEqual([{ do: 'status', obligation: 'o-1', report: { state: 'done' } }]);
  });

  it('is asked anew after a no, and another answer is taken for what it says', () => {
    const no = asked();
    expect(no.says('nộp', '2')).toContain('4. Đã xong');
    expect(recorded(no)).toEqual([]);
    const other = asked();
    other.says('nộp', 'chưa làm');
    expect(other.dialog.place).toMatchObject({ at: 'status', draft: { state: 'not_started' } });
  });

  it('is shown back in English too', () => {
    expect(asked('en').says('nộp')).toContain('You mean: Done. Is that right?');
  });

  it('is the one of a line that calls itself a report, which is shown back', () => {
    const mai = asked();
    expect(mai.says('báo cáo đã xong')).toContain('Tình trạng: Đã xong');
    expect(recorded(mai)).toEqual([]);
    mai.says('đúng');
    expect(recorded(mai)).toMatchObject([{ report: { state: 'done' } }]);
    const late = asked();
    expect(late.says('báo cáo 50% vì mất điện, xong 20/6')).toContain('Khó khăn: mất điện');
  });

  it('that is said plainly needs no second yes', () => {
    const mai = asked();
    mai.says('đã xong');
    expect(recorded(mai)).toMatchObject([{ report: { state: 'done' } }]);
  });
});
