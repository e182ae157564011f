import { type FormEvent, useState } from 'react';
import { api, ApiProblem } from '../api/client';
import type { LateItem } from '../api/types';
import { problemText } from '../page/problem-text';
import { addDays, isDay, showDay } from '../texts/days';
import { useTexts } from '../texts/texts';
import { DayField } from './day-field';
import { TextField } from './text-field';

/** The server asks this one back, and takes a second call with `confirmed`. */
const PASSES_OWN_DUE = 'calendar.extension-passes-own-due';

interface Given {
  item: LateItem;
  today: string;
  done: (said: string) => void;
  cancel: () => void;
}

/** Grants a later day. People say the last allowed day; the record keeps the day after it, the first that is too late. */
export function ExtensionForm({ item, today, done, cancel }: Given) {
  const texts = useTexts();
  const [day, setDay] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<{ text: string; ask: boolean }>();
  const change = <T,>(set: (value: T) => void) => {
    return (value: T) => {
      // A confirmation is for exactly what was asked about.
      setProblem(undefined);
      set(value);
    };
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isDay(day) || reason.trim() === '' || busy) return;
    const confirmed = problem?.ask === true ? true : undefined;
    setBusy(true);
    api
      .extend(item.obligation, { dueOn: addDays(day, 1), reason: reason.trim(), confirmed })
      .then(
        ({ dueOn }) => done(texts.act.extended(showDay(addDays(dueOn, -1)))),
        (error: unknown) =>
          setProblem({
            text: problemText(error, texts),
            ask: error instanceof ApiProblem && error.code === PASSES_OWN_DUE,
          }),
      )
      .finally(() => setBusy(false));
  };
  return (
    <form className="act" noValidate onSubmit={submit}>
      <DayField
        label={texts.act.lastDay}
        value={day}
        min={today}
        echo={isDay(day) ? texts.act.dueEcho(showDay(day), showDay(addDays(day, 1))) : undefined}
        wrong={tried && !isDay(day) ? texts.act.dayNeeded : undefined}
        change={change(setDay)}
      />
      <TextField
        label={texts.act.reason}
        value={reason}
        wrong={tried && reason.trim() === '' ? texts.act.reasonNeeded : undefined}
        change={change(setReason)}
      />
      {problem && (
        <p role="alert" className={problem.ask ? 'ask' : 'wrong'}>
          {problem.text}
        </p>
      )}
      <div className="buttons">
        <button type="submit" className="main" disabled={busy}>
          {problem?.ask ? texts.act.confirmExtension : texts.act.saveExtension}
        </button>
        <button type="button" onClick={cancel}>
          {texts.page.cancel}
        </button>
      </div>
    </form>
  );
}
