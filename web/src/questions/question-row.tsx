import { type FormEvent, useState } from 'react';
import { call } from '../api/client';
import { TextField } from '../board/text-field';
import { problemText } from '../page/problem-text';
import { showInstant } from '../texts/days';
import { useQuestionsTexts } from '../texts/questions';
import { useTexts } from '../texts/texts';

/** What waits for an answer, as the server gives it. */
export interface WaitingQuestion {
  /** `unit`: a superior asks the unit. */
  kind: 'question' | 'difficulty' | 'unit';
  /** Of kind `unit`: by which the page answers it. */
  id?: string;
  number: number;
  askedBy: string | null;
  unitName: string;
  text: string;
  askedAt: string;
  answers: { by: string; text: string; at: string }[];
}

type Act = 'answer' | 'settle';
const ADDRESSES: Record<Act, string> = { answer: 'answers', settle: 'settlement' };

/** One question or difficulty: who asks what, what was answered, and answering it; a difficulty is settled besides. */
export function QuestionRow({ asked, done }: { asked: WaitingQuestion; done: (said: string) => void }) {
  const texts = useQuestionsTexts();
  const house = useTexts();
  const [act, setAct] = useState<Act>();
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const { kind, number } = asked;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!act || busy || text.trim() === '') return;
    setBusy(true);
    setProblem(undefined);
    const address =
      kind === 'unit' ? `/api/unit-questions/${asked.id}/answer` : `/api/questions/${number}/${ADDRESSES[act]}`;
    call<void>(address, { method: 'POST', body: { text: text.trim() } })
      .then(
        () => {
          setAct(undefined);
          setText('');
          setTried(false);
          done(act === 'answer' ? texts.sent(number) : texts.settled(number));
        },
        (error: unknown) => setProblem(problemText(error, house)),
      )
      .finally(() => setBusy(false));
  };
  return (
    <li className="row soon">
      <h3 className="row-title">{texts.number(texts.kinds[kind], number)}</h3>
      <p>{asked.text}</p>
      <p className="quiet">
        {(kind === 'unit' ? texts.toUnit : texts.by)(
          asked.askedBy ?? texts.unknownAsker,
          asked.unitName,
          showInstant(asked.askedAt),
        )}
      </p>
      {asked.answers.map((one) => (
        <p key={one.at}>{texts.answered(one.by, one.text)}</p>
      ))}
      <div className="buttons">
        <button
          type="button"
          aria-label={texts.answerTo(number)}
          aria-expanded={act === 'answer'}
          onClick={() => setAct('answer')}
        >
          {texts.answer}
        </button>
        {kind === 'difficulty' && (
          <button
            type="button"
            aria-label={texts.settleOf(number)}
            aria-expanded={act === 'settle'}
            onClick={() => setAct('settle')}
          >
            {texts.settle}
          </button>
        )}
      </div>
      {act && (
        <form className="act" noValidate onSubmit={submit}>
          <TextField
            label={texts.words[act]}
            value={text}
            wrong={tried && text.trim() === '' ? texts.needed : problem}
            change={setText}
          />
          <div className="buttons">
            <button type="submit" className="main" disabled={busy}>
              {texts.send}
            </button>
            <button type="button" onClick={() => setAct(undefined)}>
              {house.page.cancel}
            </button>
          </div>
        </form>
      )}
    </li>
  );
}
