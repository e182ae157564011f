import { AskFirst } from '../page/ask-first';
import { useRefresh } from '../api/refresh';
import { Problem } from '../page/problem';
import { usePeopleTexts } from '../texts/people';
import { type ListedPerson, useComeBack, useLeave } from './queries';

/** The person leaves, asked twice, or is back. */
export function PersonLeaves({ person, close }: { person: ListedPerson; close: () => void }) {
  const texts = usePeopleTexts();
  const { refresh } = useRefresh();
  const leave = useLeave(person.id);
  const back = useComeBack(person.id);
  const problem = leave.error ?? back.error;
  const done = (said: string) => () => {
    refresh(said);
    close();
  };
  return (
    <section className="person-leaves">
      {person.active ? (
        <AskFirst
          title={texts.leaveSure}
          okText={texts.yes}
          cancelText={texts.no}
          onConfirm={() => leave.mutate(undefined, { onSuccess: done(texts.leftDone(person.name)) })}
        >
          <button type="button">{texts.leave}</button>
        </AskFirst>
      ) : (
        <button type="button" onClick={() => back.mutate(undefined, { onSuccess: done(texts.backDone(person.name)) })}>
          {texts.comeBack}
        </button>
      )}
      <Problem of={problem} />
    </section>
  );
}
