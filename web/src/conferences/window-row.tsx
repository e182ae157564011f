import { useState } from 'react';
import { problemText } from '../page/problem-text';
import { showDay } from '../texts/days';
import { useConferencesTexts } from '../texts/conferences';
import { useTexts } from '../texts/texts';
import { PanelFields } from './panel-fields';
import { type HeldWindow, type Panel, type Plan, useArrange } from './queries';

/** A window that the reader holds: its days and agenda, how many units have a place, and arranging the others. */
export function WindowRow({ window: held, done }: { window: HeldWindow; done: (said: string) => void }) {
  const texts = useConferencesTexts();
  const house = useTexts();
  const arrange = useArrange();
  const [open, setOpen] = useState(false);
  const [panels, setPanels] = useState<Panel[]>([{ chair: held.chairs[0]?.id ?? '', room: '' }]);
  const [plan, setPlan] = useState<Plan>();
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<string>();
  const left = held.units - held.arranged;
  const ready = panels.every(({ chair, room }) => chair !== '' && room.trim() !== '');
  const change = (next: Panel[]) => {
    // A plan is of exactly the panels that it was made with.
    setPlan(undefined);
    setPanels(next);
  };
  const ask = (confirmed: boolean) => {
    setTried(true);
    if (!ready || arrange.isPending) return;
    setProblem(undefined);
    const { planYear, milestone, heldBy } = held;
    arrange.mutateAsync({ planYear, milestone, heldBy, panels, confirmed }).then(
      (answer) => {
        if (!answer.applied) return setPlan(answer);
        setPlan(undefined);
        setOpen(false);
        done(texts.arrangedNow(answer.sittings.length));
      },
      (error: unknown) => setProblem(problemText(error, house)),
    );
  };
  return (
    <li className={`row ${left > 0 ? 'soon' : 'settled'}`}>
      <h3 className="row-title">{held.title}</h3>
      <p>
        {texts.span(showDay(held.first), showDay(held.last))} · {texts.holder(held.heldByName)}
      </p>
      <p>{texts.places(held.arranged, held.units)}</p>
      {held.agenda.length > 0 && (
        <details>
          <summary>{texts.agenda}</summary>
          <ol>
            {held.agenda.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ol>
        </details>
      )}
      {left > 0 && (
        <div className="buttons">
          <button
            type="button"
            aria-expanded={open}
            aria-label={`${texts.arrange}: ${held.title}`}
            onClick={() => setOpen(!open)}
          >
            {texts.arrange}
          </button>
        </div>
      )}
      {open && (
        <form
          className="act"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            ask(false);
          }}
        >
          {held.chairs.length === 0 && <p className="wrong">{texts.noChairs}</p>}
          {panels.map((panel, index) => (
            <fieldset key={index}>
              <legend>{texts.panel(index + 1)}</legend>
              <PanelFields
                panel={panel}
                chairs={held.chairs}
                tried={tried}
                change={(next) => change(panels.map((one, at) => (at === index ? next : one)))}
              />
              {panels.length > 1 && (
                <button type="button" onClick={() => change(panels.filter((_, at) => at !== index))}>
                  {texts.removePanel(index + 1)}
                </button>
              )}
            </fieldset>
          ))}
          {problem !== undefined && (
            <p role="alert" className="wrong">
              {problem}
            </p>
          )}
          {plan && <PlanShown plan={plan} chairs={held.chairs} />}
          <div className="buttons">
            <button type="submit" className={plan ? undefined : 'main'} disabled={arrange.isPending}>
              {texts.preview}
            </button>
            {plan && plan.sittings.length > 0 && (
              <button type="button" className="main" disabled={arrange.isPending} onClick={() => ask(true)}>
                {texts.invite(plan.sittings.length)}
              </button>
            )}
            {panels.length < 5 && (
              <button type="button" onClick={() => change([...panels, { chair: '', room: '' }])}>
                {texts.addPanel}
              </button>
            )}
            <button type="button" onClick={() => setOpen(false)}>
              {house.page.cancel}
            </button>
          </div>
        </form>
      )}
    </li>
  );
}

function PlanShown({ plan, chairs }: { plan: Plan; chairs: HeldWindow['chairs'] }) {
  const texts = useConferencesTexts();
  const names = new Map(chairs.map(({ id, name }) => [id, name]));
  return (
    <div role="status">
      <p>
        <strong>{texts.planCount(plan.sittings.length)}</strong>
      </p>
      {plan.unplaced.length > 0 && (
        <p className="wrong">{texts.unplaced(plan.unplaced.map(({ name }) => name).join(', '))}</p>
      )}
      <ul>
        {plan.sittings.map((one) => (
          <li key={one.unit}>
            {texts.halves[one.half]} {showDay(one.day)}: {one.unitName} ({names.get(one.chair) ?? ''}, {one.room})
          </li>
        ))}
      </ul>
    </div>
  );
}
