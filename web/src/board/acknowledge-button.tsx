import { useState } from 'react';
import { api } from '../api/client';
import { useRefresh } from '../api/refresh';
import type { LateItem } from '../api/types';
import { problemText } from '../page/problem-text';
import { useBoardActsTexts } from '../texts/board-acts';
import { useTexts } from '../texts/texts';

/** One press: whoever looks has seen the lateness and takes care of it, so that no deputy is told instead. */
export function AcknowledgeButton({ item }: { item: LateItem }) {
  const texts = useBoardActsTexts();
  const house = useTexts();
  const { refresh } = useRefresh();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const acknowledge = () => {
    setBusy(true);
    setProblem(undefined);
    api
      .acknowledge(item.obligation)
      .then(
        () => refresh(texts.acknowledged),
        (error: unknown) => setProblem(problemText(error, house)),
      )
      .finally(() => setBusy(false));
  };
  return (
    <>
      <button type="button" disabled={busy} onClick={acknowledge}>
        {texts.acknowledge}
        <span className="unseen">: {house.act.on(item.title, item.unitName)}</span>
      </button>
      {problem && (
        <p role="alert" className="wrong">
          {problem}
        </p>
      )}
    </>
  );
}
