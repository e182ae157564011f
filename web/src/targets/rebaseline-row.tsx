import { type FormEvent, useState } from 'react';
import { call } from '../api/client';
import { TextField } from '../board/text-field';
import { problemText } from '../page/problem-text';
import { useTargetsTexts } from '../texts/targets';
import { useLanguage } from '../texts/texts';

/** A question to a unit, as the server gives it. Figures are decimal strings. */
export interface Rebaseline {
  id: string;
  unitName: string;
  planYear: number;
  label: string;
  assigned: string;
  assignedBy: string;
  resolved: string;
  resolvedBy: string;
}

interface Given {
  asked: Rebaseline;
  done: (said: string) => void;
}

/** One question: adopt what was assigned, another figure, or keep what was resolved and say why. */
export function RebaselineRow({ asked, done }: Given) {
  const texts = useTargetsTexts();
  const { locale, texts: common } = useLanguage();
  const [form, setForm] = useState<'adopt' | 'keep'>();
  const [figure, setFigure] = useState('');
  const [decision, setDecision] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const show = (value: string) => (locale === 'vi' ? value.replace('.', ',') : value);
  const send = (body: object, said: string) => {
    if (busy) return;
    setBusy(true);
    setProblem(undefined);
    call<void>(`/api/targets/rebaselines/${encodeURIComponent(asked.id)}/answer`, { method: 'POST', body })
      .then(
        () => done(said),
        (error: unknown) => setProblem(problemText(error, common)),
      )
      .finally(() => setBusy(false));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const by = decision.trim() ? { decision: decision.trim() } : {};
    if (form === 'keep') send({ keep: reason.trim() }, texts.kept(asked.label));
    else if (figure.trim()) send({ adopt: figure.trim(), ...by }, texts.adopted(asked.label));
  };
  return (
    <li className="row">
      <h3 className="row-title">{asked.label}</h3>
      <p>{texts.unit(asked.unitName, asked.planYear)}</p>
      <p>{texts.assigned(show(asked.assigned), asked.assignedBy)}</p>
      <p>{texts.resolved(show(asked.resolved), asked.resolvedBy)}</p>
      {problem && (
        <p role="alert" className="wrong">
          {problem}
        </p>
      )}
      <div className="buttons">
        <button
          type="button"
          className="main"
          disabled={busy}
          onClick={() => send({ adopt: asked.assigned }, texts.adopted(asked.label))}
        >
          {texts.adopt(show(asked.assigned))}
        </button>
        <button type="button" aria-expanded={form === 'adopt'} onClick={() => setForm('adopt')}>
          {texts.adoptOther}
        </button>
        <button type="button" aria-expanded={form === 'keep'} onClick={() => setForm('keep')}>
          {texts.keep}
        </button>
      </div>
      {form && (
        <form className="act" noValidate onSubmit={submit}>
          {form === 'keep' ? (
            <TextField label={texts.reason} value={reason} change={setReason} />
          ) : (
            <>
              <TextField
                label={texts.figure}
                value={figure}
                wrong={tried && !figure.trim() ? texts.figureNeeded : undefined}
                change={setFigure}
              />
              <TextField label={texts.decision} value={decision} change={setDecision} />
            </>
          )}
          <div className="buttons">
            <button type="submit" className="main" disabled={busy}>
              {texts.save}
            </button>
            <button type="button" onClick={() => setForm(undefined)}>
              {common.page.cancel}
            </button>
          </div>
        </form>
      )}
    </li>
  );
}
