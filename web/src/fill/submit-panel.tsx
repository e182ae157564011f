import { type ReactNode, useState } from 'react';
import { useRefresh } from '../api/refresh';
import { problemText } from '../page/problem-text';
import { SomeOf } from '../page/some-of';
import { useFillTexts } from '../texts/fill';
import { useTexts } from '../texts/texts';
import { type Issue, messageOf } from './engine';
import { leftToDo } from './left-to-do';
import { nameOf } from './place-name';
import { owesForms } from './owed-forms';
import type { Place } from './places';
import { reports } from './report';
import { fieldOfPlace, useFill, useReport, useWriting } from './use-report';

/** What is still missing, each a way to its place, and the button that submits. */
export function SubmitPanel({ show }: { show: (form: string, place: Place, field?: string) => void }) {
  const texts = useFillTexts();
  const { store, around } = useFill();
  const write = useWriting();
  const state = useReport();
  const { report, unread } = state;
  const { headline, missing, findings, others, hasWholeAnnex } = leftToDo(state, store.rowView);
  const ofAnnexes = owesForms(report);
  const link = (form: string, place: Place, text: ReactNode, field?: string) => (
    <li key={`${form} ${JSON.stringify(place)} ${String(text)}`}>
      <button type="button" className="plain" onClick={() => show(form, place, field)}>
        {text}
      </button>
    </li>
  );
  const formOf = (place: Place) => (place.kind === 'cell' ? '' : place.form);
  return (
    <section className="submit-panel" aria-labelledby="submit">
      <h2 id="submit">{ofAnnexes ? texts.submit.annexes : texts.submit.title}</h2>
      {missing.length === 0 && !ofAnnexes && <p>{texts.submit.ready}</p>}
      {missing.length > 0 && (
        <>
          <p>{texts.submit.missing(missing.length)}</p>
          <SomeOf all={missing} step={8}>
            {(place) => link(headline?.key ?? '', place, nameOf(report, place, { write }))}
          </SomeOf>
        </>
      )}
      {unread.length > 0 && (
        <>
          <p>{texts.submit.unread(unread.length)}</p>
          <ul className="rows">
            {unread.map(({ place }) => link(formOf(place), place, nameOf(report, place, { write })))}
          </ul>
        </>
      )}
      {findings.length > 0 && (
        <>
          <p>{texts.submit.faults(findings.length)}</p>
          <SomeOf all={findings} step={8}>
            {({ form, place, issue }) => {
              const { key, params } = messageOf(issue, around.locale);
              return link(form, place, around.say(key, params), fieldOfLine(form, place, issue));
            }}
          </SomeOf>
        </>
      )}
      {others.map(({ form, count }) => (
        <p key={form.key} className="quiet">
          {texts.submit.others(write.text(form.definition.title), count)}
        </p>
      ))}
      <SubmitButton
        ready={missing.length === 0 && unread.length === 0 && findings.length === 0 && (!ofAnnexes || hasWholeAnnex)}
      />
    </section>
  );
}

/** The field of a line that a finding is about, as the list names it. */
function fieldOfLine(form: string, place: Place, { path: { index, column } }: Issue): string | undefined {
  if (place.kind !== 'list' || index === undefined) return undefined;
  return [fieldOfPlace(form, place), index, ...(column === undefined ? [] : [column])].join('_');
}

function SubmitButton({ ready }: { ready: boolean }) {
  const texts = useFillTexts();
  const page = useTexts();
  const { store } = useFill();
  const { refresh } = useRefresh();
  const { report, conflicts } = useReport();
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const submit = async () => {
    setBusy(true);
    setProblem('');
    try {
      if (!(await store.settled()) || conflicts.length > 0) return setProblem(texts.submit.unsaved);
      await reports.submit(report.obligation);
      await store.reload();
      refresh(texts.submit.done);
      window.scrollTo(0, 0);
    } catch (refused) {
      setProblem(problemText(refused, page));
    } finally {
      setBusy(false);
      setAsked(false);
    }
  };
  return (
    <>
      {problem && (
        <p role="alert" className="fault">
          {problem}
        </p>
      )}
      {asked ? (
        <div role="group" aria-label={texts.submit.title}>
          <p>{owesForms(report) ? texts.submit.sureAnnexes : texts.submit.sure}</p>
          <p className="buttons">
            <button type="button" className="main" autoFocus disabled={busy} onClick={() => void submit()}>
              {texts.submit.confirm}
            </button>
            <button type="button" disabled={busy} onClick={() => setAsked(false)}>
              {texts.cancel}
            </button>
          </p>
        </div>
      ) : (
        <button type="button" className="main" disabled={!ready} onClick={() => setAsked(true)}>
          {owesForms(report) ? texts.submit.annexes : texts.submit.button}
        </button>
      )}
    </>
  );
}
