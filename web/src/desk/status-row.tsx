import { useState } from 'react';
import { problemText } from '../page/problem-text';
import { addDays, showDay, showInstant } from '../texts/days';
import { useDeskTexts } from '../texts/desk';
import { useTexts } from '../texts/texts';
import { DecisionForm } from './decision-form';
import { type StatusReport, useReview } from './queries';

/** A short report of where a unit stands: accepted, or returned with a reason that its giver hears. */
export function StatusRow({ report, done }: { report: StatusReport; done: (said: string) => void }) {
  const texts = useDeskTexts();
  const house = useTexts();
  const review = useReview();
  const [returning, setReturning] = useState(false);
  const [problem, setProblem] = useState<string>();
  const { obligation, unitName } = report;
  const accept = () => {
    setProblem(undefined);
    review.mutateAsync({ obligation, outcome: 'accepted' }).then(
      () => done(texts.accepted(unitName)),
      (error: unknown) => setProblem(problemText(error, house)),
    );
  };
  const facts = [
    report.stateLabel,
    ...(report.progress === undefined ? [] : [texts.progress(report.progress)]),
    ...(report.expectedOn === undefined ? [] : [texts.expected(showDay(report.expectedOn))]),
  ];
  return (
    <li className="row soon">
      <h3 className="row-title">
        {unitName}: {report.title}
      </h3>
      <p>{facts.join(' · ')}</p>
      {report.difficulty !== undefined && <p>{texts.difficulty(report.difficulty)}</p>}
      {report.more.map(({ label, value, note }) => (
        <p key={label}>{house.status.more(label, value, note)}</p>
      ))}
      <p className="quiet">
        {texts.by(report.saidBy, showInstant(report.saidAt))} {texts.standing(showDay(addDays(report.dueOn, -1)))}
      </p>
      {problem !== undefined && (
        <p role="alert" className="wrong">
          {problem}
        </p>
      )}
      <div className="buttons">
        <button type="button" className="main" aria-label={`${texts.accept}: ${unitName}`} onClick={accept}>
          {texts.accept}
        </button>
        <button
          type="button"
          aria-expanded={returning}
          aria-label={`${texts.giveBack}: ${unitName}`}
          onClick={() => setReturning(true)}
        >
          {texts.giveBack}
        </button>
      </div>
      {returning && (
        <DecisionForm
          label={texts.returnWords}
          save={texts.returnSave}
          close={() => setReturning(false)}
          send={async (reason) => {
            await review.mutateAsync({ obligation, outcome: 'returned', reason });
            done(texts.returned(unitName));
          }}
        />
      )}
    </li>
  );
}
