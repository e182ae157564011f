import { useState } from 'react';
import { DayField } from '../board/day-field';
import { addDays, isDay, showDay, showInstant } from '../texts/days';
import { useDeskTexts } from '../texts/desk';
import { DecisionForm } from './decision-form';
import { useGrant, useRefuse, type Wish } from './queries';

/** A unit asks for more time: who, until when and why, what that would pass; granted, perhaps for another day, or refused. */
export function WishRow({ wish, done }: { wish: Wish; done: (said: string) => void }) {
  const texts = useDeskTexts();
  const grant = useGrant();
  const refuse = useRefuse();
  const [act, setAct] = useState<'grant' | 'refuse'>();
  const [lastDay, setLastDay] = useState(addDays(wish.wishedDueOn, -1));
  const { obligation, passesOwnDue: own } = wish;
  const close = () => setAct(undefined);
  const dueOn = isDay(lastDay) ? addDays(lastDay, 1) : '';
  const tooEarly = dueOn === '' || dueOn <= wish.dueOn;
  const last = (due: string) => showDay(addDays(due, -1));
  const passes = own !== undefined && dueOn >= own ? texts.passes(showDay(own)) : undefined;
  return (
    <li className="row soon">
      <h3 className="row-title">
        {wish.unitName}: {wish.title}
      </h3>
      <p>
        <strong>{texts.wished(last(wish.wishedDueOn))}</strong> {texts.standing(last(wish.dueOn))}
      </p>
      <p>{texts.reason(wish.reason)}</p>
      <p className="quiet">{texts.by(wish.askedBy, showInstant(wish.askedAt))}</p>
      {own !== undefined && <p className="ask">{texts.passes(showDay(own))}</p>}
      <div className="buttons">
        <button
          type="button"
          className="main"
          aria-expanded={act === 'grant'}
          aria-label={`${texts.grant}: ${wish.unitName}`}
          onClick={() => setAct('grant')}
        >
          {texts.grant}
        </button>
        <button
          type="button"
          aria-expanded={act === 'refuse'}
          aria-label={`${texts.refuse}: ${wish.unitName}`}
          onClick={() => setAct('refuse')}
        >
          {texts.refuse}
        </button>
      </div>
      {act === 'grant' && (
        <DecisionForm
          label={texts.grantWords}
          save={passes === undefined ? texts.grantSave : texts.grantAnyway}
          warning={passes}
          ready={!tooEarly}
          close={close}
          send={async (reason) => {
            await grant.mutateAsync({ obligation, dueOn, reason, confirmed: passes !== undefined });
            done(texts.granted(wish.unitName, showDay(lastDay)));
          }}
        >
          <DayField
            label={texts.lastDay}
            value={lastDay}
            min={wish.dueOn}
            echo={isDay(lastDay) ? texts.echo(showDay(lastDay), showDay(dueOn)) : undefined}
            wrong={tooEarly ? texts.later(last(wish.dueOn)) : undefined}
            change={setLastDay}
          />
        </DecisionForm>
      )}
      {act === 'refuse' && (
        <DecisionForm
          label={texts.refuseWords}
          save={texts.refuseSave}
          close={close}
          send={async (reason) => {
            await refuse.mutateAsync({ obligation, reason });
            done(texts.refused(wish.unitName));
          }}
        />
      )}
    </li>
  );
}
