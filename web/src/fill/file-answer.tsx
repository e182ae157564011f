import { useState } from 'react';
import { problemText } from '../page/problem-text';
import { useFillTexts } from '../texts/fill';
import { useTexts } from '../texts/texts';
import type { Cell } from './engine';
import { reports } from './report';
import { kept } from './typed-answer';
import { useFill } from './use-report';

interface Props {
  cell?: Cell;
  id: string;
  label: string;
  take: (cell: Cell | null) => void;
}

/** A file as an answer: sent at once, and named by the answer from then on. */
export function FileAnswer({ cell, id, label, take }: Props) {
  const texts = useFillTexts();
  const page = useTexts();
  const { store } = useFill();
  const { obligation } = store.state.report;
  const [sending, setSending] = useState<string>();
  const [problem, setProblem] = useState<unknown>();
  const send = async (file: File | undefined) => {
    if (!file) return;
    setProblem(undefined);
    setSending(file.name);
    try {
      const { id: stored } = await reports.keepFile(obligation, file);
      take(kept(stored, cell));
    } catch (refused) {
      setProblem(refused);
    } finally {
      setSending(undefined);
    }
  };
  return (
    <div className="cell-file">
      <input
        id={id}
        type="file"
        aria-label={label}
        aria-describedby={`${id}-about`}
        onChange={(event) => void send(event.target.files?.[0])}
      />
      {sending && <p role="status">{texts.file.sending}</p>}
      {cell?.state === 'value' && (
        <p>
          <a href={reports.fileAddress(obligation, String(cell.value))}>{texts.file.open}</a>{' '}
          <button type="button" className="plain" onClick={() => take(null)}>
            {texts.file.remove}
          </button>
        </p>
      )}
      {problem !== undefined && (
        <p role="alert" className="fault">
          {problemText(problem, page)}
        </p>
      )}
    </div>
  );
}
