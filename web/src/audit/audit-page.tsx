import { Select } from 'antd';
import { useId, useState } from 'react';
import { PageTurns } from '../page/page-turns';
import { ResourceView } from '../page/resource-view';
import { TextInput } from '../people/text-input';
import { UnitSelect } from '../people/unit-select';
import '../style/calendar.css';
import '../style/forms.css';
import '../style/people.css';
import { useAuditTexts } from '../texts/audit';
import { showInstant } from '../texts/days';
import { type AuditEntry, type AuditFilter, type AuditKind, useTrail } from './queries';

const EVERYTHING: AuditFilter = { from: '', to: '' };

/** The audit trail, newest first. */
export default function AuditPage() {
  const texts = useAuditTexts();
  const id = useId();
  const [filter, setFilter] = useState(EVERYTHING);
  // Another filter begins at its newest entry.
  const narrow = (change: Partial<AuditFilter>) => setFilter({ ...filter, before: undefined, ...change });
  const kinds = Object.keys(texts.kinds) as AuditKind[];
  return (
    <section className="calendar">
      <h1>{texts.title}</h1>
      <p className="quiet">{texts.hint}</p>
      <div className="form-filters" role="search" aria-label={texts.filters}>
        <div className="form-filter">
          <label htmlFor={`${id}-kind`}>{texts.kind}</label>
          <Select<AuditKind | 'all'>
            id={`${id}-kind`}
            value={filter.kind ?? 'all'}
            options={[
              { value: 'all', label: texts.all },
              ...kinds.map((kind) => ({ value: kind, label: texts.kinds[kind] })),
            ]}
            onChange={(kind) => narrow({ kind: kind === 'all' ? undefined : kind })}
          />
        </div>
        <div className="form-filter wide">
          <label htmlFor={`${id}-unit`}>{texts.unit}</label>
          <UnitSelect id={`${id}-unit`} value={filter.unit} change={(unit) => narrow({ unit })} />
        </div>
        <TextInput label={texts.from} type="date" value={filter.from} change={(from) => narrow({ from })} />
        <TextInput label={texts.to} type="date" value={filter.to} change={(to) => narrow({ to })} />
      </div>
      <ResourceView of={useTrail(filter)}>
        {({ entries, before }) => (
          <>
            {entries.length === 0 && <p role="status">{texts.nothing}</p>}
            <ul className="rows">
              {entries.map((entry) => (
                <AuditRow key={entry.id} entry={entry} />
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
    </section>
  );
}

function AuditRow({ entry }: { entry: AuditEntry }) {
  const texts = useAuditTexts();
  const { at, actor, action, subject, why, count, kind } = entry;
  return (
    <li className="row form-row">
      <div>
        <h2 className="row-title">
          {action}: {subject}
        </h2>
        <p>
          {actor?.name ?? texts.system}, <time dateTime={at}>{showInstant(at)}</time>
          {count === undefined ? '' : `, ${texts.count(count)}`}
        </p>
        {why && (
          <p>
            {texts.why}: {why}
          </p>
        )}
      </div>
      <div className="form-state">
        <span className="badge">{texts.kinds[kind]}</span>
      </div>
    </li>
  );
}
