import { type FormEvent, useState } from 'react';
import { api } from '../api/client';
import type { LateItem } from '../api/types';
import { problemText } from '../page/problem-text';
import { useBoardActsTexts } from '../texts/board-acts';
import { useTexts } from '../texts/texts';
import { TextField } from './text-field';

interface Given {
  item: LateItem;
  done: (said: string) => void;
  cancel: () => void;
}

/** The unit need not hand this in, and why. */
export function WaiverForm({ item, done, cancel }: Given) {
  const texts = useBoardActsTexts();
  const house = useTexts();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const isMissing = reason.trim().length < 3;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isMissing || busy) return;
    setBusy(true);
    setProblem(undefined);
    api
      .waive(item.obligation, reason.trim())
      .then(
        () => done(texts.waived(item.unitName)),
        (error: unknown) => setProblem(problemText(error, house)),
      )
      .finally(() => setBusy(false));
  };
  return (
    <form className="act" noValidate onSubmit={submit}>
      <p className="quiet">{texts.waiveHint}</p>
      <TextField
        label={texts.reason}
        value={reason}
        wrong={tried && isMissing ? texts.reasonNeeded : undefined}
        change={setReason}
      />
      {problem && (
        <p role="alert" className="wrong">
          {problem}
        </p>
      )}
      <div className="buttons">
        <button type="submit" className="main" disabled={busy}>
          {texts.saveWaiver}
        </button>
        <button type="button" onClick={cancel}>
          {house.page.cancel}
        </button>
      </div>
    </form>
  );
}
