import { AskFirst } from '../page/ask-first';
import { useState } from 'react';
import { useRefresh } from '../api/refresh';
import { Problem } from '../page/problem';
import { ResourceView } from '../page/resource-view';
import { showDay } from '../texts/days';
import { usePeopleTexts } from '../texts/people';
import { DelegationDialog } from './delegation-dialog';
import { type Delegation, useDelegations, useEndDelegation } from './queries';

/** Who stands in for whom, and who is on leave. */
export function Delegations() {
  const texts = usePeopleTexts();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <p className="quiet">{texts.delegationHint}</p>
      <div className="buttons">
        <button type="button" className="main" onClick={() => setOpen(true)}>
          {texts.setDelegation}
        </button>
      </div>
      <ResourceView of={useDelegations()}>
        {(all) =>
          all.length === 0 ? (
            <p>{texts.noDelegations}</p>
          ) : (
            <ul className="rows">
              {all.map((one) => (
                <DelegationRow key={one.id} one={one} />
              ))}
            </ul>
          )
        }
      </ResourceView>
      {isOpen && <DelegationDialog close={() => setOpen(false)} />}
    </>
  );
}

function DelegationRow({ one }: { one: Delegation }) {
  const texts = usePeopleTexts();
  const { refresh } = useRefresh();
  const end = useEndDelegation();
  const what =
    one.deputyName === undefined ? texts.onLeave(one.personName) : texts.actsFor(one.deputyName, one.personName);
  const badge = { ahead: 'soon', 'in-force': 'settled', over: '' }[one.standing];
  return (
    <li className={`row person-row ${badge}`}>
      <div>
        <h3 className="row-title">{what}</h3>
        <p>
          {one.role && `${texts.roles[one.role]}, ${one.unitName ?? ''}; `}
          {texts.days(showDay(one.firstDay), showDay(one.lastDay))}
        </p>
        {one.decision && <p className="quiet">{texts.byDecision(one.decision)}</p>}
      </div>
      <div className="form-state">
        <span className={`badge ${badge}`}>{texts.standings[one.standing]}</span>
        {one.mayEnd && (
          <AskFirst
            title={texts.endSure}
            okText={texts.yes}
            cancelText={texts.no}
            onConfirm={() => end.mutate(one.id, { onSuccess: () => refresh(texts.ended) })}
          >
            <button type="button" aria-label={texts.endOf(what)}>
              {texts.end}
            </button>
          </AskFirst>
        )}
        <Problem of={end.error} />
      </div>
    </li>
  );
}
