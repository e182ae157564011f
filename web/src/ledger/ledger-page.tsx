import { useId, useState } from 'react';
import { ChoiceField } from '../page/choice-field';
import { PageTurns } from '../page/page-turns';
import { ResourceView } from '../page/resource-view';
import { Tabs } from '../page/tabs';
import { TextInput } from '../people/text-input';
import { UnitSelect } from '../people/unit-select';
import { hasRole, useSession } from '../session/session';
import '../style/forms.css';
import '../style/people.css';
import '../style/ladder.css';
import { isDay } from '../texts/days';
import { useLedgerTexts } from '../texts/ledger';
import { EntryRow } from './entry-row';
import { PassedOver } from './passed-over';
import { type LedgerFilter, useLedger } from './queries';
import { Standing } from './standing';

/** Every message with its outcome, and what was not sent; for admins also what waits and what the watchdog found. */
export default function LedgerPage() {
  const texts = useLedgerTexts();
  const session = useSession().data;
  return (
    <section className="people ladder">
      <h1>{texts.title}</h1>
      <p className="quiet">{texts.hint}</p>
      {session && hasRole(session, 'admin') && <Standing />}
      <Tabs
        label={texts.tabs}
        tabs={[
          { key: 'messages', label: texts.messagesTab, children: <Entries /> },
          { key: 'passed-over', label: texts.passedOverTab, children: <PassedOver /> },
        ]}
      />
    </section>
  );
}

/** The messages, the newest first. */
function Entries() {
  const texts = useLedgerTexts();
  const id = useId();
  const [filter, setFilter] = useState<LedgerFilter>({});
  const page = useLedger({ ...filter, day: isDay(filter.day ?? '') ? filter.day : undefined });
  const narrow = (part: LedgerFilter) => setFilter({ ...filter, ...part, before: undefined });
  const choices = (words: Record<string, string>) => [
    { value: '', label: texts.all },
    ...Object.entries(words).map(([value, label]) => ({ value, label })),
  ];
  return (
    <>
      <div className="ladder-line" role="search" aria-label={texts.filters}>
        <ChoiceField
          label={texts.state}
          value={filter.state ?? ''}
          options={choices(texts.states)}
          change={(state) => narrow({ state: (state || undefined) as LedgerFilter['state'] })}
        />
        <ChoiceField
          label={texts.kind}
          value={filter.kind ?? ''}
          options={choices(texts.kinds)}
          change={(kind) => narrow({ kind: (kind || undefined) as LedgerFilter['kind'] })}
        />
        <TextInput label={texts.day} type="date" value={filter.day ?? ''} change={(day) => narrow({ day })} />
        <div className="field">
          <label htmlFor={id}>{texts.unit}</label>
          <UnitSelect id={id} value={filter.unit} change={(unit) => narrow({ unit })} />
        </div>
      </div>
      <ResourceView of={page}>
        {({ entries, before }) => (
          <>
            {entries.length === 0 && <p className="empty">{texts.none}</p>}
            <ul className="rows">
              {entries.map((entry) => (
                <EntryRow key={entry.id} entry={entry} />
              ))}
            </ul>
            <PageTurns
              older={
                before === undefined ? undefined : { say: texts.older, turn: () => setFilter({ ...filter, before }) }
              }
              newest={filter.before === undefined ? undefined : { say: texts.newest, turn: () => narrow({}) }}
            />
          </>
        )}
      </ResourceView>
    </>
  );
}
