import type { LateItem } from '../api/types';
import { showInstant } from '../texts/days';
import { useTexts, word } from '../texts/texts';

/** What became of the newest notice to the unit's own people; the whole list stands where it was raised. */
export function LastNotice({ notice }: { notice: LateItem['lastNotice'] }) {
  const texts = useTexts();
  if (!notice) return <p className="quiet">{texts.board.noNotice}</p>;
  return (
    <p className="quiet">
      {texts.board.lastNotice(word(texts.board.noticeStates, notice.state), showInstant(notice.at))}
    </p>
  );
}
