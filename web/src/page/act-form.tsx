import { type FormEvent, type ReactNode, useState } from 'react';
import { useTexts } from '../texts/texts';
import { problemText } from './problem-text';

interface Given {
  save: string;
  /** False keeps it from being sent: something of `children` is wrong, and says so. */
  ready: boolean;
  /** It was tried: from now on what is wrong may be said. */
  onTry?: () => void;
  send: () => Promise<unknown>;
  /** After it was sent, and where it is given up. */
  close: () => void;
  children?: ReactNode;
}

/** The form of one act beside the row it is about: sent once, closed when it was; what was typed stays where it was refused. */
export function ActForm({ save, ready, onTry, send, close, children }: Given) {
  const house = useTexts();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onTry?.();
    if (!ready || busy) return;
    setBusy(true);
    setProblem(undefined);
    send()
      .then(close, (error: unknown) => setProblem(problemText(error, house)))
      .finally(() => setBusy(false));
  };
  return (
    <form className="act" noValidate onSubmit={submit}>
      {children}
      {problem !== undefined && (
        <p role="alert" className="wrong">
          {problem}
        </p>
      )}
      <div className="buttons">
        <button type="submit" className="main" disabled={busy}>
          {save}
        </button>
        <button type="button" onClick={close}>
          {house.page.cancel}
        </button>
      </div>
    </form>
  );
}
