import { Dialog } from '../dialog';
import { useEffect, useState } from 'react';
import { problemText } from '../../page/problem-text';
import { useEditorTexts } from '../../texts/editor';
import { useTexts } from '../../texts/texts';
import type { WorkbookReading } from '../draft/answers';
import { useOpenDraft } from '../draft/use-draft';

/** Lines of one list that are shown; how many more there are is told. */
const SHOWN = 50;

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
      {problem !== undefined && (
        <p className="wrong" role="alert">
          {problemText(problem, page)}
        </p>
      )}
      {found && <Faults all={found.faults} />}
      {found && count === 0 && found.faults.length === 0 && <p>{texts.nothing}</p>}
      {found && count > 0 && (
        <>
          <p>{found.summary}</p>
          {found.meanwhile > 0 && <p className="ask">{texts.meanwhile(found.meanwhile)}</p>}
          <ul className="said-list">
            {found.differences.slice(0, SHOWN).map((one, at) => (
              <li key={at}>{one.text}</li>
            ))}
          </ul>
          {found.differences.length > SHOWN && <p className="quiet">{texts.rest(found.differences.length - SHOWN)}</p>}
          {found.proposed.length > 0 && (
            <>
              <p>{texts.proposed}</p>
              <ul className="said-list">
                {found.proposed.slice(0, SHOWN).map((one) => (
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

/** What is wrong with the file as a whole, then cell by cell. */
function Faults({ all }: { all: WorkbookReading['faults'] }) {
  const texts = useEditorTexts().workbook;
  const inCells = all.flatMap(({ cell, text }) => (cell ? [{ ...cell, text }] : []));
  return (
    <>
      {all.map(
        ({ cell, text }) =>
          !cell && (
            <p key={text} className="wrong" role="alert">
              {text}
            </p>
          ),
      )}
      {inCells.length > 0 && (
        <>
          <p className="wrong">{texts.faults}:</p>
          <ul className="said-list">
            {inCells.slice(0, SHOWN).map(({ sheet, cell, text }, at) => (
              <li key={at}>
                <strong>{texts.cell(sheet, cell)}</strong>: {text}
              </li>
            ))}
          </ul>
          {inCells.length > SHOWN && <p className="quiet">{texts.rest(inCells.length - SHOWN)}</p>}
        </>
      )}
    </>
  );
}
