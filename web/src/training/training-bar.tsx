import { type FormEvent, useEffect, useId, useState } from 'react';
import { api } from '../api/client';
import { useRefresh } from '../api/refresh';
import { useResource } from '../api/use-resource';
import { problemText } from '../page/problem-text';
import { ResourceView } from '../page/resource-view';
import { addDays, isDay, showDay } from '../texts/days';
import { useTexts } from '../texts/texts';

type Move = Parameters<typeof api.moveClock>[0];

/** The training clock: shows its day, and lets those who may advance it. Everything on the page is asked for anew after. */
export function TrainingBar({ mayMove }: { mayMove: boolean }) {
  const texts = useTexts();
  const clock = useResource(api.trainingClock);
  const { refresh } = useRefresh();
  const [since, setSince] = useState<number>();
  const [said, setSaid] = useState<{ text: string; wrong?: boolean }>();
  const move = (to: Move) => {
    setSince(Date.now());
    setSaid(undefined);
    api
      .moveClock(to)
      .then(
        ({ today, counts }) => setSaid({ text: texts.training.done(showDay(today), counts.sent) }),
        (problem: unknown) => setSaid({ text: problemText(problem, texts), wrong: true }),
      )
      .finally(() => {
        setSince(undefined);
        clock.reload();
        refresh();
      });
  };
  return (
    <section className="training" aria-label={texts.training.title}>
      <ResourceView of={clock}>
        {({ today }) => (
          <div className="training-row">
            <strong>{texts.training.today(showDay(today))}</strong>
            {mayMove && <Moves today={today} busy={since !== undefined} move={move} />}
          </div>
        )}
      </ResourceView>
      <div aria-live="polite">
        {since !== undefined && <Running since={since} />}
        {said && <p className={said.wrong ? 'wrong' : undefined}>{said.text}</p>}
      </div>
    </section>
  );
}

function Moves({ today, busy, move }: { today: string; busy: boolean; move: (to: Move) => void }) {
  const texts = useTexts();
  const [day, setDay] = useState('');
  const field = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isDay(day)) move({ date: day });
  };
  return (
    <>
      <button type="button" disabled={busy} onClick={() => move({ advanceDays: 1 })}>
        {texts.training.plusOne}
      </button>
      <button type="button" disabled={busy} onClick={() => move({ advanceDays: 7 })}>
        {texts.training.plusSeven}
      </button>
      <form className="inline" onSubmit={submit}>
        <label htmlFor={field}>{texts.training.setDay}</label>
        <input
          id={field}
          type="date"
          required
          min={addDays(today, 1)}
          max={addDays(today, 400)}
          value={day}
          onChange={(event) => setDay(event.target.value)}
        />
        <button type="submit" disabled={busy}>
          {texts.training.go}
        </button>
      </form>
    </>
  );
}

/** A sign of life: the server answers once everything of those days has happened. */
function Running({ since }: { since: number }) {
  const texts = useTexts();
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const tick = setInterval(() => setSeconds(Math.round((Date.now() - since) / 1000)), 1000);
    return () => clearInterval(tick);
  }, [since]);
  return (
    <div className="running">
      <progress aria-label={texts.training.title} />
      <span aria-hidden="true">{texts.training.running(seconds)}</span>
      <span className="unseen">{texts.training.running(0)}</span>
    </div>
  );
}
