import { useState } from 'react';
import type { OwedItem } from '../api/types';
import { PageLink } from '../page/router';
import { addDays, showDay } from '../texts/days';
import { useTexts, word } from '../texts/texts';
import { DocumentForm } from './document-form';
import { DocumentRecord } from './document-record';
import { howLong, tone } from './how-long';
import { OwedForms } from './owed-forms';
import { StatusLine } from './status-line';

/** One obligation: where it stands, whose, until when; the rest on demand. */
export function OwedRow({ item, own }: { item: OwedItem; own: boolean }) {
  const texts = useTexts();
  const [isWriting, setWriting] = useState(false);
  const left = howLong(item, texts);
  const loud = tone(item);
  return (
    <li className={`row ${loud}`}>
      <div className="row-main">
        <span className={`badge ${loud}`}>{word(texts.owed.states, item.late ? 'overdue' : item.state)}</span>
        <div className="row-what">
          <h2 className="row-title">{item.title}</h2>
          <p>
            {item.unitName}, {texts.owed.planYear(item.planYear)}
          </p>
          <p className="row-when">
            {texts.owed.lastDay(showDay(item.lastDay), showDay(item.dueOn))}
            {left && (
              <>
                {', '}
                <strong className={loud}>{left}</strong>
              </>
            )}
          </p>
          {item.firstDueOn !== item.dueOn && (
            <p className="quiet">{texts.owed.extendedFrom(showDay(addDays(item.firstDueOn, -1)))}</p>
          )}
        </div>
        {item.progress && (
          <p className="row-progress">
            <span>{texts.owed.progress(item.progress.answered, item.progress.asked)}</span>
            <progress aria-hidden="true" value={item.progress.answered} max={Math.max(1, item.progress.asked)} />
          </p>
        )}
      </div>
      {item.forms.length > 0 && !item.signedDocument && item.state !== 'not-open' && (
        <p>
          <PageLink to={`/bao-cao/${item.id}`}>{own && isOpen(item) ? texts.owed.fillIn : texts.owed.lookAt}</PageLink>
        </p>
      )}
      {item.signedDocument && own && item.state !== 'not-open' && isOpen(item) && (
        <>
          <div className="buttons">
            <button type="button" aria-expanded={isWriting} onClick={() => setWriting(!isWriting)}>
              {texts.owed.document.record}
              <span className="unseen">: {item.title}</span>
            </button>
          </div>
          {isWriting && <DocumentForm item={item} close={() => setWriting(false)} />}
        </>
      )}
      {item.state === 'document-recorded' && <Recorded item={item} />}
      {item.owedForms && item.owedForms.length > 0 && <OwedForms of={item.owedForms} />}
      {item.status && <StatusLine status={item.status} />}
      <Details item={item} />
    </li>
  );
}

function Recorded({ item }: { item: OwedItem }) {
  const texts = useTexts();
  const [isOpened, setOpened] = useState(false);
  return (
    <details onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary>{texts.owed.document.recorded}</summary>
      {isOpened && <DocumentRecord obligation={item.id} />}
    </details>
  );
}

const isOpen = ({ state, owedForms = [] }: OwedItem): boolean =>
  state === 'open' || state === 'overdue' || state === 'in-progress' || owedForms.length > 0;

function Details({ item }: { item: OwedItem }) {
  const texts = useTexts();
  return (
    <details>
      <summary>{texts.owed.more}</summary>
      <dl>
        {item.signedDocument && <dd>{texts.owed.signed}</dd>}
        {item.recipients.length > 0 && (
          <>
            <dt>{texts.owed.recipients}</dt>
            <dd>{item.recipients.map(({ name }) => name).join('; ')}</dd>
          </>
        )}
        {item.forms.length > 0 && (
          <>
            <dt>{texts.owed.forms}</dt>
            {item.forms.map(({ key, title }) => (
              <dd key={key}>{title}</dd>
            ))}
          </>
        )}
        {item.clause && (
          <>
            <dt>
              {texts.owed.clause}: {item.clause.section}
            </dt>
            <dd>
              <blockquote lang="vi">{item.clause.quote}</blockquote>
            </dd>
          </>
        )}
      </dl>
    </details>
  );
}
