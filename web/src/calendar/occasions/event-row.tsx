import { addDays, showDay } from '../../texts/days';
import { useOccasionTexts } from '../../texts/occasions';
import type { CalendarEvent } from './queries';

/** One event with what follows from it; corrected and withdrawn here. */
export function EventRow({
  event,
  change,
  withdraw,
}: {
  event: CalendarEvent;
  change: () => void;
  withdraw: () => void;
}) {
  const texts = useOccasionTexts();
  const name = `${event.title}, ${event.unitName}`;
  return (
    <li className="row form-row" data-event={event.unit}>
      <div>
        <h3 className="row-title">{name}</h3>
        <p>{texts.events.ended(showDay(event.endedOn), event.heldByName)}</p>
        {event.follows.map(({ title, dueOn, settled }) => (
          <p key={title}>
            {texts.events.follows(title, showDay(addDays(dueOn, -1)))}{' '}
            {settled && <span className="badge settled">{texts.events.states[settled]}</span>}
          </p>
        ))}
        {event.note && <p className="quiet">{event.note}</p>}
      </div>
      <div className="form-state">
        {event.mayChange && (
          <div className="buttons">
            <button type="button" onClick={change} aria-label={texts.events.changeOf(name)}>
              {texts.events.change}
            </button>
            <button type="button" onClick={withdraw} aria-label={texts.withdrawOf(name)}>
              {texts.events.withdraw}
            </button>
          </div>
        )}
      </div>
    </li>
  );
}
