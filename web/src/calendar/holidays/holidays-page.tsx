import { useState } from 'react';
import { ChoiceField } from '../../page/choice-field';
import { ResourceView } from '../../page/resource-view';
import { useHolidayTexts } from '../../texts/holidays';
import { CalendarFrame } from '../calendar-frame';
import { HolidayRow } from './holiday-row';
import { ImportDialog } from './import-dialog';
import { ImportRow } from './import-row';
import { type Holidays, useHolidays } from './queries';
import { csvAddress } from './csv';

/** Which days are not worked and which are worked in exchange, by year; a year is imported from a file and taken back. */
export default function HolidaysPage() {
  const texts = useHolidayTexts();
  return (
    <CalendarFrame hint={texts.hint}>
      <ResourceView of={useHolidays()}>{(known) => <OfYears known={known} />}</ResourceView>
    </CalendarFrame>
  );
}

function OfYears({ known }: { known: Holidays }) {
  const texts = useHolidayTexts();
  const years = [...new Set(known.days.map(({ date }) => date.slice(0, 4)))];
  const now = known.today.slice(0, 4);
  const [year, setYear] = useState(years.includes(now) ? now : (years.at(-1) ?? now));
  const [isOpen, setOpen] = useState(false);
  const days = known.days.filter(({ date }) => date.startsWith(year));
  const assumed = days.filter(({ status }) => status === 'assumed').length;
  const standing = known.imports.filter(({ undoneAt }) => undoneAt === undefined);
  return (
    <>
      <p>{texts.policy[known.due]}</p>
      <div className="form-filters">
        <div className="form-filter">
          <ChoiceField
            label={texts.year}
            value={year}
            options={years.map((value) => ({ value, label: value }))}
            change={setYear}
          />
        </div>
        <div className="buttons">
          <button type="button" className="main" onClick={() => setOpen(true)}>
            {texts.import}
          </button>
          <a className="button" href={csvAddress(days)} download={`ngay-nghi-${year}.csv`}>
            {texts.download(year)}
          </a>
        </div>
      </div>
      <h2>{texts.ofYear(year)}</h2>
      {days.length === 0 ? (
        <p className="empty">{texts.none}</p>
      ) : (
        <p role="status">{assumed > 0 ? texts.someAssumed(assumed, days.length) : texts.allDecreed(days.length)}</p>
      )}
      <ul className="rows short">
        {days.map((day) => (
          <HolidayRow key={day.date} day={day} />
        ))}
      </ul>
      <h2>{texts.imports}</h2>
      {known.imports.length === 0 && <p className="empty">{texts.noImports}</p>}
      <ul className="rows">
        {known.imports.map((one) => (
          <ImportRow
            key={one.id}
            one={one}
            // A later file for the same year speaks for it: that one goes first.
            isNewest={one === standing.find(({ years: of }) => of.some((each) => one.years.includes(each)))}
          />
        ))}
      </ul>
      {isOpen && <ImportDialog today={known.today} close={() => setOpen(false)} />}
    </>
  );
}
