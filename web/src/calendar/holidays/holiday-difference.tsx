import { showDay } from '../../texts/days';
import { useHolidayTexts } from '../../texts/holidays';
import { useLanguage } from '../../texts/texts';
import type { Holiday, Read } from './queries';

/** What a file changes: days, deadlines that other days lie around, and due days that move. */
export function HolidayDifference({ read }: { read: Read }) {
  const texts = useHolidayTexts();
  const { locale } = useLanguage();
  const inWords = (day: Holiday) =>
    texts.dayInWords(
      showDay(day.date),
      locale === 'vi' ? day.nameVi : day.nameEn,
      texts.kinds[day.kind],
      texts.statuses[day.status],
    );
  const around = ({ lastDayOff, offBefore, offAfter }: Read['deadlines'][number]['is']) =>
    texts.around(lastDayOff, offBefore, offAfter);
  return (
    <>
      <ul>
        {read.added.map((day) => (
          <li key={day.date}>
            <strong>{texts.added}</strong>: {inWords(day)}
          </li>
        ))}
        {read.removed.map((day) => (
          <li key={day.date}>
            <strong>{texts.removed}</strong>: {inWords(day)}
          </li>
        ))}
        {read.changed.map(({ was, is }) => (
          <li key={is.date}>
            <strong>{texts.changed}</strong>: {inWords(was)} → {inWords(is)}
          </li>
        ))}
      </ul>
      <p>
        <strong>{texts.dueDays(read.dueDays)}</strong>
      </p>
      {read.moves.length > 0 && (
        <ul>
          {read.moves.map(({ title, from, to, units }) => (
            <li key={`${title} ${from} ${to}`}>{texts.moveLine(title, units, showDay(from), showDay(to))}</li>
          ))}
        </ul>
      )}
      {read.deadlines.length > 0 && (
        <details>
          <summary>{texts.deadlines(read.deadlines.length)}</summary>
          <ul>
            {read.deadlines.map(({ milestone, title, lastDay, units, was, is }) => (
              <li key={`${milestone} ${lastDay}`}>
                {texts.deadlineLine(title, units, showDay(lastDay))}: {around(was)} → {around(is)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
