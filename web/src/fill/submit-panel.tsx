import { useState } from 'react';
import { problemText } from '../page/problem-text';
import { useFillTexts } from '../texts/fill';
import { useTexts } from '../texts/texts';
import { completeness, messageOf } from './engine';
import { reports } from './report';
import { useFill, useReport, useWriting } from './use-report';

/** So many missing cells are named; the rest is a number. */
const NAMED = 12;

/** What is still missing, cell by cell, and the button that submits. */
export function SubmitPanel({ show }: { show: (form: string, cell: string) => void }) {
  const texts = useFillTexts();
  const page = useTexts();
  const { store, say, locale } = useFill();
  const write = useWriting();
  const { report, answers } = useReport();
  const [asked, setAsked] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const headline = report.forms[0];
  if (report.about?.signedDocument) return <p className="quiet">{texts.submit.document}</p>;
  if (headline?.definition.kind !== 'indicators') return null;
  const { definition } = headline;
  const { missing } = completeness(definition, answers);
  const nameOf = (row: string | undefined, measure: string | undefined) => {
    const found = definition.rows.find((one) => one.key === row);
    const column = definition.measures.find((one) => one.key === measure);
    return found && column ? texts.answer(write.text(found.label), write.text(column.label)) : '';
  };
  const findings = report.forms.flatMap(({ key, definition: form }) =>
    form.kind === 'indicators'
      ? form.rows.flatMap((row) =>
          Object.entries(store.rowView(key, row.key).cells).flatMap(([measure, { findings }]) =>
            findings.map((finding) => ({ form: key, row: row.key, measure, ...finding })),
          ),
        )
      : [],
  );
  const submit = async () => {
    setProblem(undefined);
    try {
      if (!(await store.settled())) return;
      await reports.submit(report.obligation);
      await store.reload();
    } catch (refused) {
      setProblem(refused);
      setAsked(false);
    }
  };
  return (
    <section className="submit-panel" aria-labelledby="submit-title">
      <h2 id="submit-title">{texts.submit.title}</h2>
      {missing.length === 0 ? (
        <p>{texts.submit.ready}</p>
      ) : (
        <>
          <p>{texts.submit.missing(missing.length)}</p>
          <ul>
            {missing.slice(0, NAMED).map(({ row, measure }) => (
              <li key={`${row} ${measure}`}>
                <button type="button" className="link" onClick={() => show(headline.key, `cell-${row}-${measure}`)}>
                  {nameOf(row, measure)}
                </button>
              </li>
            ))}
            {missing.length > NAMED && <li>{texts.submit.more(missing.length - NAMED)}</li>}
          </ul>
        </>
      )}
      {findings.length > 0 && (
        <>
          <p>{texts.submit.findings(findings.length)}</p>
          <ul>
            {findings.slice(0, NAMED).map(({ form, row, measure, issue }) => {
              const { key, params } = messageOf(issue, locale);
              return (
                <li key={`${form} ${row} ${measure} ${issue.code}`}>
                  <button type="button" className="link" onClick={() => show(form, `cell-${row}-${measure}`)}>
                    {say(key, params)}
                  </button>
                </li>
              );
            })}
          </ul>
        </>
      )}
      {problem !== undefined && (
        <p role="alert" className="fault">
          {problemText(problem, page)}
        </p>
      )}
      {asked ? (
        <p className="ask" role="alert">
          {texts.submit.sure}{' '}
          <button type="button" onClick={() => void submit()}>
            {texts.submit.button}
          </button>{' '}
          <button type="button" onClick={() => setAsked(false)}>
            {page.page.cancel}
          </button>
        </p>
      ) : (
        <button type="button" disabled={missing.length > 0} onClick={() => setAsked(true)}>
          {texts.submit.button}
        </button>
      )}
    </section>
  );
}
