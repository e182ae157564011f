import { useCallback } from 'react';
import { call } from '../api/client';
import { useRefresh } from '../api/refresh';
import { useResource } from '../api/use-resource';
import { useQuestionsTexts } from '../texts/questions';
import { QuestionRow, type WaitingQuestion } from './question-row';

/** What officials asked in a chat, and superiors ask the own unit, and waits for whoever is signed in; nothing is shown where nothing waits. */
export function QuestionsSection() {
  const texts = useQuestionsTexts();
  const { turn, refresh } = useRefresh();
  // `turn` is not used by the call: a new turn asks anew.
  const load = useCallback(
    async (signal: AbortSignal) => {
      const [asked, ofUnits] = await Promise.all([
        call<{ waiting: WaitingQuestion[] }>('/api/questions', { signal }),
        call<{ waiting: Omit<WaitingQuestion, 'kind' | 'answers'>[] }>('/api/unit-questions/waiting', { signal }),
      ]);
      const toUnits = ofUnits.waiting.map((one) => ({ ...one, kind: 'unit' as const, answers: [] }));
      return [...toUnits, ...asked.waiting];
    },
    [turn],
  );
  const waiting = useResource(load).data ?? [];
  if (waiting.length === 0) return null;
  return (
    <section aria-labelledby="questions">
      <h2 id="questions">
        {texts.title} <span className="number">{waiting.length}</span>
      </h2>
      <p className="quiet">{texts.hint}</p>
      <ul className="rows">
        {waiting.map((asked) => (
          <QuestionRow key={asked.number} asked={asked} done={refresh} />
        ))}
      </ul>
    </section>
  );
}
