import { SomeOf } from '../../page/some-of';
import { showDay } from '../../texts/days';
import { useOccasionTexts } from '../../texts/occasions';
import type { Window } from './queries';

type Named = Window['holders'][number]['awaited'][number];

interface Given {
  window: Window;
  /** Opens the dialog; absent where nothing can be recorded. */
  record?: (unit: Named, heldBy: Named) => void;
}

/** A window with the terms that follow its events, and by holder who has none recorded. */
export function WindowSection({ window, record }: Given) {
  const texts = useOccasionTexts().events;
  const { title, from, to, terms, holders } = window;
  const waiting = holders.filter(({ awaited }) => awaited.length > 0);
  return (
    <section aria-label={title} data-window={window.milestone}>
      <h3>{title}</h3>
      {from && to && <p className="quiet">{texts.span(showDay(from), showDay(to))}</p>}
      {terms.map((term) => (
        <p key={term.title}>{texts.term(term.title, term.days, term.count === 'working')}</p>
      ))}
      {waiting.length === 0 && <p>{texts.allRecorded}</p>}
      {waiting.map((holder) => (
        <details key={holder.code} open={waiting.length === 1} data-holder={holder.code}>
          <summary>{texts.holder(holder.name, holder.awaited.length, holder.units.length)}</summary>
          <SomeOf all={holder.awaited} short>
            {(unit) => (
              <li key={unit.code} className="row awaited">
                <span className="row-title">{unit.name}</span>
                {record && (
                  <button
                    type="button"
                    aria-label={texts.recordOf(unit.name, title)}
                    onClick={() => record(unit, holder)}
                  >
                    {texts.record}
                  </button>
                )}
              </li>
            )}
          </SomeOf>
        </details>
      ))}
    </section>
  );
}
