import { useState } from 'react';
import { problemText } from '../page/problem-text';
import { useFillTexts } from '../texts/fill';
import { useTexts } from '../texts/texts';
import type { Cell } from './engine';
import { reports } from './report';
import { useFill } from './use-report';

/** A file as an answer: sent at once, and named by the answer from then on. */
export function FileAnswer({ cell, label, take }: { cell?: Cell; label: string; take: (cell: Cell) => void }) {
  const texts = useFillTexts();
  const page = useTexts();
  const { store } = useFill();
  const { obligation } = store.state.report;
  const [problem, setProblem] = useState<unknown>();
  const send = (file: File | undefined) => {
    if (!file) return;
    setProblem(undefined);
    reports.keepFile(obligation, file).then(({ id }) => take({ state: 'value', value: id }), setProblem);
  };
  return (
    <div className="cell-file">
      <label className="link">
        {texts.file}
        <input
          type="file"
          className="unseen"
          aria-label={label}
          accept=".pdf,.png,.jpg,.jpeg,.docx,.xlsx"
          onChange={(event) => send(event.target.files?.[0])}
        />
      </label>
      {cell?.state === 'value' && <a href={reports.fileAddress(obligation, String(cell.value))}>{texts.fileOpen}</a>}
      {problem !== undefined && (
        <p role="alert" className="fault">
          {problemText(problem, page)}
        </p>
      )}
    </div>
  );
}
