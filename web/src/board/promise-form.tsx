import { type FormEvent, useState } from 'react';
import { api } from '../api/client';
import type { LateItem } from '../api/types';
import { problemText } from '../page/problem-text';
import { isDay, showDay } from '../texts/days';
import { useTexts } from '../texts/texts';
import { DayField } from './day-field';
import { TextField } from './text-field';

interface Given {
  item: LateItem;
  today: string;
  done: (said: string) => void;
  cancel: () => void;
}

/** A dated answer to an escalation; nothing higher is told until the day after it. */
export function PromiseForm({ item, today, done, cancel }: Given) {
  const texts = useTexts();
  const [day, setDay] = useState('');
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isDay(day) || busy) return;
    setBusy(true);
    setProblem(undefined);
    api
      .promise(item.obligation, { promisedOn: day, note: note.trim() })
      .then(
        () => done(texts.act.promised(showDay(day))),
        (error: unknown) => setProblem(problemText(error, texts)),
      )
      .finally(() => setBusy(false));
  };
  return (
    <form className="act" noValidate onSubmit={submit}>
      <DayField
        label={texts.act.promiseDay}
        value={day}
        min={today}
        echo={isDay(day) ? texts.act.dayEcho(showDay(day)) : undefined}
        wrong={tried && !isDay(day) ? texts.act.dayNeeded : undefined}
        change={setDay}
      />
      <TextField label={texts.act.note} value={note} change={setNote} />
      {problem && (
        <p role="alert" className="wrong">
          {problem}
        </p>
      )}
      <div className="buttons">
        <button type="submit" className="main" disabled={busy}>
          {texts.act.savePromise}
        </button>
        <button type="button" onClick={cancel}>
          {texts.page.cancel}
        </button>
      </div>
    </form>
  );
}
