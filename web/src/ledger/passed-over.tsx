import { useId, useState } from 'react';
import { ChoiceField } from '../page/choice-field';
import { PageTurns } from '../page/page-turns';
import { ResourceView } from '../page/resource-view';
import { TextInput } from '../people/text-input';
import { UnitSelect } from '../people/unit-select';
import { isDay, showDay } from '../texts/days';
import { useLedgerTexts } from '../texts/ledger';
import { word } from '../texts/texts';
import { type PassedOverFilter, usePassedOver } from './queries';

/** Notices of which no message was written: what it was about, who would have been told, and why nobody was. */
export function PassedOver() {
  const texts = useLedgerTexts();
  const id = useId();
  const [filter, setFilter] = useState<PassedOverFilter>({});
  const page = usePassedOver({ ...filter, day: isDay(filter.day ?? '') ? filter.day : undefined });
  const narrow = (part: PassedOverFilter) => setFilter({ ...filter, ...part, before: undefined });
  return (
    <>
      <p className="quiet">{texts.passedOverHint}</p>
      <div className="ladder-line" role="search" aria-label={texts.passedOverFilters}>
        <ChoiceField
          label={texts.state}
          value={filter.state ?? ''}
          options={[
            { value: '', label: texts.all },
            ...Object.entries(texts.passedOverStates).map(([value, label]) => ({ value, label })),
          ]}
          change={(state) => narrow({ state: (state || undefined) as PassedOverFilter['state'] })}
        />
        <TextInput label={texts.day} type="date" value={filter.day ?? ''} change={(day) => narrow({ day })} />
        <div className="field">
          <label htmlFor={id}>{texts.unit}</label>
          <UnitSelect id={id} value={filter.unit} change={(unit) => narrow({ unit })} />
        </div>
      </div>
      <ResourceView of={page}>
        {({ notices, before }) => (
          <>
            {notices.length === 0 && <p className="empty">{texts.passedOverNone}</p>}
            <ul className="rows">
              {notices.map((one) => (
                <li key={one.key} className="row">
                  <h3 className="row-title">
                    {one.rung}: {one.unit}{' '}
                    <span className={`badge ${one.state === 'unreached' ? 'late' : ''}`}>
                      {word(texts.passedOverStates, one.state)}
                    </span>
                  </h3>
                  {one.title !== undefined && <p>{one.title}</p>}
                  <p className="quiet">
                    {showDay(one.on)} · {texts.audience(word(texts.roles, one.audience.role), one.audience.unit)}
                  </p>
                  {one.state === 'unreached' ? (
                    <>
                      <p className="quiet">{texts.because(one.why)}</p>
                      <p>{texts.why(texts.nobodyLinked)}</p>
                    </>
                  ) : (
                    <p>{texts.why(one.why)}</p>
                  )}
                </li>
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
