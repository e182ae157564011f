import { type ReactNode, useState } from 'react';
import type { Resource } from '../api/use-resource';
import { ResourceView } from '../page/resource-view';
import { QuestionRow } from '../questions/question-row';
import { showInstant } from '../texts/days';
import { useDeskTexts } from '../texts/desk';
import { useQuestionsTexts } from '../texts/questions';
import { type Difficulty, useAnswered, useDifficulties, useStatusReports, useWishes } from './queries';
import { StatusRow } from './status-row';
import { WishRow } from './wish-row';

/** What waits for a decision of whoever receives reports: wishes for more time, status reports, difficulties. */
export default function DeskPage() {
  const texts = useDeskTexts();
  const [said, setSaid] = useState<string>();
  const wishes = useWishes();
  const statuses = useStatusReports();
  const difficulties = useDifficulties();
  const answered = useAnswered();
  return (
    <section className="parts">
      <h1>{texts.title}</h1>
      <p className="quiet">{texts.hint}</p>
      <p role="status" className="said">
        {said}
      </p>
      <Waiting
        id="wishes"
        title={texts.wishes}
        none={texts.noWishes}
        of={wishes}
        count={(data) => data.requests.length}
        rows={(data) => data.requests.map((wish) => <WishRow key={wish.id} wish={wish} done={setSaid} />)}
      />
      <Waiting
        id="statuses"
        title={texts.statuses}
        none={texts.noStatuses}
        of={statuses}
        count={(data) => data.reports.length}
        rows={(data) => data.reports.map((one) => <StatusRow key={one.obligation} report={one} done={setSaid} />)}
      />
      <Waiting
        id="difficulties"
        title={texts.difficulties}
        none={texts.noDifficulties}
        of={difficulties}
        count={(data) => data.items.filter(isOpen).length}
        rows={(data) =>
          data.items
            .filter(isOpen)
            .map((one) => (
              <QuestionRow
                key={`${one.number} ${one.answers.length}`}
                asked={one}
                done={(words) => void answered.mutateAsync(words).then(setSaid)}
              />
            ))
        }
      />
      <Settled items={difficulties.data?.items.filter((one) => !isOpen(one)) ?? []} />
    </section>
  );
}

const isOpen = (one: Difficulty): boolean => one.closedAt === undefined;

interface Given<T> {
  id: string;
  title: string;
  none: string;
  of: Resource<T>;
  count: (data: T) => number;
  rows: (data: T) => ReactNode;
}

function Waiting<T>({ id, title, none, of, count, rows }: Given<T>) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        {title} {of.data !== undefined && <span className="number">{count(of.data)}</span>}
      </h2>
      <ResourceView of={of}>
        {(data) => (count(data) === 0 ? <p className="empty">{none}</p> : <ul className="rows">{rows(data)}</ul>)}
      </ResourceView>
    </section>
  );
}

/** Difficulties that were settled: what was told, what was done about it. */
function Settled({ items }: { items: readonly Difficulty[] }) {
  const texts = useDeskTexts();
  const questions = useQuestionsTexts();
  if (items.length === 0) return null;
  return (
    <details>
      <summary>{texts.settledCount(items.length)}</summary>
      <ul className="rows">
        {items.map((one) => (
          <li key={one.number} className="row settled">
            <h3 className="row-title">{questions.number(questions.kinds[one.kind], one.number)}</h3>
            <p>{one.text}</p>
            <p className="quiet">
              {questions.by(one.askedBy ?? questions.unknownAsker, one.unitName, showInstant(one.askedAt))}
            </p>
            {one.answers.map((answer) => (
              <p key={answer.at}>{questions.answered(answer.by, answer.text)}</p>
            ))}
            {one.settlement && <p>{texts.settledBy(one.settlement.by, one.settlement.text)}</p>}
          </li>
        ))}
      </ul>
    </details>
  );
}
