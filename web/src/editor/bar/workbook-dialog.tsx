import { Dialog } from '../dialog';
import { useEffect, useState } from 'react';
import { problemText } from '../../page/problem-text';
import { useEditorTexts } from '../../texts/editor';
import { useTexts } from '../../texts/texts';
import type { WorkbookReading } from '../draft/answers';
import { useOpenDraft } from '../draft/use-draft';

/** What a workbook that came back would change, in words; its edits are posted only after a yes. */
export function WorkbookDialog({ file, onClose }: { file: File; onClose: () => void }) {
  const { store, desk } = useOpenDraft();
  const texts = useEditorTexts().workbook;
  const page = useTexts();
  const [read, setRead] = useState<{ found?: WorkbookReading; problem?: unknown }>({});
  useEffect(() => {
    let isOpen = true;
    const reading = async () => {
      await store.settled();
      return desk.readWorkbook(file);
    };
    reading().then(
      (found) => isOpen && setRead({ found }),
      (problem: unknown) => isOpen && setRead({ problem }),
    );
    return () => {
      isOpen = false;
    };
  }, [store, desk, file]);
  const { found, problem } = read;
  const count = found?.edits.length ?? 0;
  const apply = () => {
    if (found) store.do(found.edits);
    onClose();
  };
  return (
    <Dialog
      title={texts.title}
      onCancel={onClose}
      footer={
        <div className="buttons">
          {count > 0 && (
            <button type="button" className="main" onClick={apply}>
              {texts.apply(count)}
            </button>
          )}
          <button type="button" onClick={onClose}>
            {texts.cancel}
          </button>
        </div>
      }
    >
      {!found && problem === undefined && <p role="status">{texts.reading}</p>}
      {problem !== undefined && <p className="wrong">{problemText(problem, page)}</p>}
      {found && found.faults.length > 0 && (
        <>
          <p className="wrong">{texts.faults}:</p>
          <ul className="said-list">
            {found.faults.slice(0, 50).map(({ cell, text }, at) => (
              <li key={at}>
                <strong>{texts.cell(cell.sheet, cell.cell)}</strong>: {text}
              </li>
            ))}
          </ul>
        </>
      )}
      {found && count === 0 && found.faults.length === 0 && <p>{texts.nothing}</p>}
      {found && count > 0 && (
        <>
          <p>{found.summary}</p>
          <ul className="said-list">
            {found.differences.slice(0, 50).map((one, at) => (
              <li key={at}>{one.text}</li>
            ))}
          </ul>
          {found.proposed.length > 0 && (
            <>
              <p>{texts.proposed}</p>
              <ul className="said-list">
                {found.proposed.slice(0, 50).map((one) => (
                  <li key={one}>{one}</li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
    </Dialog>
  );
}
