import { useCallback } from 'react';
import { api } from '../api/client';
import { useRefresh } from '../api/refresh';
import { useResource } from '../api/use-resource';
import { SomeOf } from '../page/some-of';
import { useBoardActsTexts } from '../texts/board-acts';

/** Whom late units below will make late: what is due soon and still waits. Nothing where nothing waits, or while it is not known. */
export function Ahead() {
  const texts = useBoardActsTexts();
  const { turn } = useRefresh();
  // `turn` is not used by the call: a new turn asks anew.
  const load = useCallback((signal: AbortSignal) => api.ahead(signal), [turn]);
  const lines = useResource(load).data?.lines ?? [];
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby="ahead">
      <h2 id="ahead">
        {texts.ahead} <span className="number">{lines.length}</span>
      </h2>
      <p className="quiet">{texts.aheadHint}</p>
      <SomeOf all={lines} step={10}>
        {({ id, title, daysLeft, text }) => (
          <li key={id} className={`row ${daysLeft < 0 ? 'late' : 'soon'}`}>
            <div className="row-main">
              <span className={`badge ${daysLeft < 0 ? 'late' : 'soon'}`}>{texts.left(daysLeft)}</span>
              <div className="row-what">
                <h3 className="row-title">{text}</h3>
                <p className="quiet">{title}</p>
              </div>
            </div>
          </li>
        )}
      </SomeOf>
    </section>
  );
}
