import { useState } from 'react';
import { DayField } from '../board/day-field';
import { DecisionForm } from '../desk/decision-form';
import { ActForm } from '../page/act-form';
import { ChoiceField } from '../page/choice-field';
import { PageLink } from '../page/router';
import { addDays, isDay, showDay } from '../texts/days';
import { useConferencesTexts } from '../texts/conferences';
import { PanelFields } from './panel-fields';
import { type Conference, type Half, type HeldWindow, useCancel, useHold, useMove } from './queries';

interface Given {
  conference: Conference;
  /** Where the reader may plan it. */
  window: HeldWindow | undefined;
  done: (said: string) => void;
}

/** One unit's conference: when, where, under whom; moving it, calling it off, recording that it was held, its minutes. */
export function ConferenceRow({ conference: one, window: held, done }: Given) {
  const texts = useConferencesTexts();
  const [act, setAct] = useState<'move' | 'cancel' | 'hold'>();
  const close = () => setAct(undefined);
  const cancel = useCancel();
  const { conclusion } = one;
  const mayChange = one.mayAct && one.state === 'planned';
  const button = (which: 'move' | 'cancel' | 'hold', words: string) => (
    <button
      type="button"
      aria-expanded={act === which}
      aria-label={`${words}: ${one.unitName}`}
      onClick={() => setAct(which)}
    >
      {words}
    </button>
  );
  return (
    <li className={`row ${conclusion?.late ? 'late' : one.state === 'held' ? 'settled' : 'soon'}`}>
      <h3 className="row-title">
        {one.unitName} <span className="badge">{texts.states[one.state]}</span>
      </h3>
      <p>
        <strong>
          {texts.halves[one.half]} {showDay(one.day)}
        </strong>
        , {one.room}. {texts.chairedBy(one.chairName)}
      </p>
      <p className="quiet">
        {one.title}. {texts.holder(one.heldByName)}
      </p>
      {one.note !== '' && <p>{texts.note(one.note)}</p>}
      {conclusion && (
        <p className={conclusion.late ? 'wrong' : undefined}>
          {conclusion.settled
            ? texts.concluded(conclusion.owedBy)
            : texts.conclusionOwed(conclusion.owedBy, showDay(addDays(conclusion.dueOn, -1)), conclusion.late)}{' '}
          {one.mayAct && !conclusion.settled && (
            <PageLink to={`/bao-cao/${conclusion.obligation}`}>{texts.conclude}</PageLink>
          )}
        </p>
      )}
      <div className="buttons">
        <PageLink to={`/hoi-nghi/${one.id}`}>{texts.minutesOf(one.unitName)}</PageLink>
        {mayChange && button('move', texts.move)}
        {mayChange && button('hold', texts.hold)}
        {mayChange && button('cancel', texts.callOff)}
      </div>
      {act === 'move' && held && <MoveForm conference={one} window={held} close={close} done={done} />}
      {act === 'hold' && <HoldForm conference={one} close={close} done={done} />}
      {act === 'cancel' && (
        <DecisionForm
          label={texts.callOffWhy}
          save={texts.callOffSave}
          close={close}
          send={async (reason) => {
            await cancel.mutateAsync({ id: one.id, reason });
            done(texts.calledOff(one.unitName));
          }}
        />
      )}
    </li>
  );
}

interface FormGiven {
  conference: Conference;
  close: () => void;
  done: (said: string) => void;
}

function MoveForm({ conference: one, window: held, close, done }: FormGiven & { window: HeldWindow }) {
  const texts = useConferencesTexts();
  const move = useMove();
  const [panel, setPanel] = useState({ chair: one.chair, room: one.room });
  const [day, setDay] = useState(one.day);
  const [half, setHalf] = useState<Half>(one.half);
  const chairs = held.chairs.some(({ id }) => id === one.chair)
    ? held.chairs
    : [{ id: one.chair, name: one.chairName }, ...held.chairs];
  return (
    <ActForm
      save={texts.moveSave}
      ready={isDay(day) && panel.room.trim() !== ''}
      close={close}
      send={async () => {
        await move.mutateAsync({ id: one.id, ...panel, day, half });
        done(texts.moved(one.unitName));
      }}
    >
      <DayField
        label={texts.day}
        value={day}
        min={held.first}
        echo={isDay(day) ? showDay(day) : undefined}
        wrong={isDay(day) ? undefined : texts.dayNeeded}
        change={setDay}
      />
      <ChoiceField
        label={texts.half}
        value={half}
        options={(['morning', 'afternoon'] as const).map((value) => ({ value, label: texts.halves[value] }))}
        change={setHalf}
      />
      <PanelFields panel={panel} chairs={chairs} tried change={setPanel} />
    </ActForm>
  );
}

function HoldForm({ conference: one, close, done }: FormGiven) {
  const texts = useConferencesTexts();
  const hold = useHold();
  const [endedOn, setEndedOn] = useState(one.day);
  return (
    <ActForm
      save={texts.holdSave}
      ready={isDay(endedOn)}
      close={close}
      send={async () => {
        await hold.mutateAsync({ id: one.id, endedOn });
        done(texts.heldNow(one.unitName));
      }}
    >
      <DayField
        label={texts.endedOn}
        value={endedOn}
        min={one.day}
        echo={isDay(endedOn) ? texts.holdEcho(showDay(endedOn)) : undefined}
        wrong={isDay(endedOn) ? undefined : texts.dayNeeded}
        change={setEndedOn}
      />
    </ActForm>
  );
}
