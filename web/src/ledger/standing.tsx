import { ResourceView } from '../page/resource-view';
import { showInstant } from '../texts/days';
import { useLedgerTexts } from '../texts/ledger';
import { word } from '../texts/texts';
import { useAlarms, useBacklog } from './queries';

/** What waits and until when, and what the watchdog found; for admins. */
export function Standing() {
  const texts = useLedgerTexts();
  const backlog = useBacklog();
  const alarms = useAlarms();
  const again = () => {
    backlog.reload();
    alarms.reload();
  };
  return (
    <>
      <section aria-labelledby="backlog">
        <h2 id="backlog">{texts.backlog}</h2>
        <ResourceView of={backlog}>
          {({ due, goneAt, nextAt, byKind, byChannel }) => (
            <>
              {due === 0 ? (
                <p>{texts.backlogNone}</p>
              ) : (
                <p>
                  <strong>{texts.backlogDue(due)}</strong>{' '}
                  {goneAt === undefined ? texts.goneUnknown : texts.goneAt(showInstant(goneAt))}
                </p>
              )}
              {nextAt !== undefined && <p className="quiet">{texts.nextAt(showInstant(nextAt))}</p>}
              <ul>
                {byKind.map((one) => (
                  <li key={one.kind}>{texts.waiting(word(texts.kinds, one.kind), one.due, one.sentLastMinute)}</li>
                ))}
                {byChannel.map((one) => (
                  <li key={one.channel} className="quiet">
                    {texts.waiting(
                      one.channel === '' ? texts.noChannel : word(texts.channels, one.channel),
                      one.due,
                      one.sentLastMinute,
                    )}
                  </li>
                ))}
              </ul>
            </>
          )}
        </ResourceView>
        <div className="buttons">
          <button type="button" onClick={again}>
            {texts.refresh}
          </button>
        </div>
      </section>
      <section aria-labelledby="alarms">
        <h2 id="alarms">{texts.alarms}</h2>
        <ResourceView of={alarms}>
          {(found) =>
            found.length === 0 ? (
              <p>{texts.noAlarms}</p>
            ) : (
              <ul className="rows">
                {found.map(({ cause, count, examples, since }) => (
                  <li key={cause} className="row late">
                    <h3 className="row-title">
                      {word(texts.causes, cause)} <span className="number">{count}</span>
                    </h3>
                    <p className="quiet">{texts.since(showInstant(since))}</p>
                    <p className="ledger-examples">{examples.join(', ')}</p>
                  </li>
                ))}
              </ul>
            )
          }
        </ResourceView>
      </section>
    </>
  );
}
