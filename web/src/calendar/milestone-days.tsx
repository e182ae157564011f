import { useCalendarTexts } from '../texts/calendar';
import { addDays, showDay } from '../texts/days';
import type { YearLine } from './queries';

const MOST_DUES = 4;

/** The days of a milestone in words: what stands, else what the calendar gives. */
export function MilestoneDays({ line }: { line: YearLine }) {
  const texts = useCalendarTexts();
  const { dues, calendarDueOn, opensOn, after, sort } = line;
  const words = (dueOn: string): [string, string] => [showDay(addDays(dueOn, -1)), showDay(dueOn)];
  if (sort === 'window' || sort === 'period') {
    if (!opensOn || !calendarDueOn) return null;
    // The due day is the first too late, as everywhere.
    return <p>{texts.window(showDay(opensOn), showDay(addDays(calendarDueOn, -1)))}</p>;
  }
  const moved = calendarDueOn !== undefined && dues.length > 0 && dues.some((one) => one.dueOn !== calendarDueOn);
  return (
    <>
      {after && <p>{texts.after(after.days, after.count === 'working')}</p>}
      {dues.length === 0 && !after && (
        <p>
          {calendarDueOn
            ? texts.lastDay(...words(calendarDueOn))
            : opensOn
              ? texts.from(showDay(opensOn))
              : texts.noDay}
        </p>
      )}
      {dues.slice(0, MOST_DUES).map(({ dueOn, units }) => (
        <p key={dueOn} className="due">
          {dues.length === 1 ? texts.lastDay(...words(dueOn)) : texts.lastDayOf(...words(dueOn), units)}
        </p>
      ))}
      {dues.length > MOST_DUES && <p>…</p>}
      {moved && <p className="quiet">{texts.calendarSays(words(calendarDueOn)[0])}</p>}
    </>
  );
}
