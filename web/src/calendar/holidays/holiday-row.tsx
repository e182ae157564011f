import { showDay } from '../../texts/days';
import { useHolidayTexts } from '../../texts/holidays';
import { useLanguage } from '../../texts/texts';
import type { Holiday } from './queries';

/** One special day: when, what it is called, whether it is off, on what grounds. */
export function HolidayRow({ day }: { day: Holiday }) {
  const texts = useHolidayTexts();
  const { locale } = useLanguage();
  const { date, kind, status } = day;
  return (
    <li className={`row ${status === 'assumed' ? 'soon' : 'settled'}`} data-day={date}>
      <h3 className="row-title">
        {texts.weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()]}, {showDay(date)}
      </h3>
      <p>{locale === 'vi' ? day.nameVi : day.nameEn}</p>
      <p>
        <span className="badge">{texts.kinds[kind]}</span>{' '}
        <span className={`badge ${status === 'assumed' ? 'soon' : 'settled'}`}>{texts.statuses[status]}</span>
      </p>
      <p className="quiet">
        {texts.source}: {day.source}
      </p>
    </li>
  );
}
