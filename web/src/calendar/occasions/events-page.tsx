import { useState } from 'react';
import { ChoiceField } from '../../page/choice-field';
import { ResourceView } from '../../page/resource-view';
import { SomeOf } from '../../page/some-of';
import { useOccasionTexts } from '../../texts/occasions';
import { CalendarFrame } from '../calendar-frame';
import { EventDialog, type Told } from './event-dialog';
import { EventRow } from './event-row';
import { type CalendarEvent, type Events, useEvents } from './queries';
import { WindowSection } from './window-section';
import { WithdrawDialog } from './withdraw-dialog';

/** Events from which terms are counted: which are awaited, which are recorded, what follows from each. */
export default function EventsPage() {
  const texts = useOccasionTexts();
  const [chosen, setPlanYear] = useState<number>();
  // Which years are open only the server knows.
  const [guess] = useState(() => new Date().getFullYear() + 1);
  const cycles = useEvents(guess).data?.cycles ?? [guess];
  const planYear = chosen ?? (cycles.includes(guess) ? guess : (cycles.at(-1) ?? guess));
  const events = useEvents(planYear);
  return (
    <CalendarFrame hint={texts.events.hint}>
      <ResourceView of={events}>
        {(known) => <Known known={known} planYear={planYear} choose={setPlanYear} />}
      </ResourceView>
    </CalendarFrame>
  );
}

function Known({ known, planYear, choose }: { known: Events; planYear: number; choose: (year: number) => void }) {
  const texts = useOccasionTexts().events;
  const [told, setTold] = useState<Told>();
  const [gone, setGone] = useState<CalendarEvent>();
  const { events, windows, cycles, today } = known;
  const isOpen = cycles.includes(planYear);
  return (
    <>
      <div className="form-filters">
        <div className="form-filter">
          <ChoiceField
            label={texts.planYear}
            value={String(planYear)}
            options={[...new Set([...cycles, planYear])]
              .sort()
              .map((year) => ({ value: String(year), label: String(year) }))}
            change={(year) => choose(Number(year))}
          />
        </div>
      </div>
      {!isOpen && <p role="status">{texts.notOpen(planYear)}</p>}
      <h2>{texts.awaiting}</h2>
      {windows.length === 0 && <p className="empty">{texts.nothingAwaited}</p>}
      {windows.map((window) => (
        <WindowSection
          key={window.milestone}
          window={window}
          record={isOpen ? (unit, heldBy) => setTold({ window, unit, heldBy }) : undefined}
        />
      ))}
      <h2>{texts.recorded}</h2>
      {events.length === 0 && <p className="empty">{texts.none}</p>}
      <SomeOf all={events}>
        {(event) => (
          <EventRow key={event.id} event={event} change={() => setTold({ event })} withdraw={() => setGone(event)} />
        )}
      </SomeOf>
      {told && <EventDialog told={told} planYear={planYear} today={today} close={() => setTold(undefined)} />}
      {gone && (
        <WithdrawDialog
          what="event"
          id={gone.id}
          title={`${gone.title}, ${gone.unitName}`}
          today={today}
          close={() => setGone(undefined)}
        />
      )}
    </>
  );
}
