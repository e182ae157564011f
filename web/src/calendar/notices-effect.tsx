import { useCalendarTexts } from '../texts/calendar';
import { showInstant } from '../texts/days';
import { word } from '../texts/texts';
import type { NoticeDifference } from './queries';

const MOST_SHOWN = 50;

/** What an act makes of the planned notices: one sentence, and the notices themselves on demand. */
export function NoticesEffect({ difference }: { difference: NoticeDifference }) {
  const texts = useCalendarTexts();
  const shown = difference.lines.slice(0, MOST_SHOWN);
  return (
    <>
      <p>
        {texts.noticesChange}: <strong className="difference">{difference.sentence}</strong>
      </p>
      {shown.length > 0 && (
        <details>
          <summary>{texts.details(shown.length)}</summary>
          <ul>
            {shown.map(({ change, before, notice }) => (
              <li key={`${change} ${notice.key}`}>
                {texts.changeLine(
                  notice.unitName,
                  word(texts.changes, change),
                  showInstant(notice.at),
                  before === undefined ? undefined : showInstant(before),
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
