import { Modal } from 'antd';
import { useState } from 'react';
import { useRefresh } from '../api/refresh';
import { problemText } from '../page/problem-text';
import { usePeopleTexts } from '../texts/people';
import { useTexts } from '../texts/texts';
import { type ListPreview, markedList, previewList, useApplyList } from './queries';

const MOST_SHOWN = 100;

/** A list from Excel: read, shown in words, written only after a yes. */
export function UploadDialog({ close }: { close: () => void }) {
  const texts = usePeopleTexts();
  const house = useTexts();
  const { refresh } = useRefresh();
  const [chosen, setChosen] = useState<{ file: File; read?: ListPreview }>();
  const [problem, setProblem] = useState<unknown>();
  const apply = useApplyList();
  const read = (file: File) => {
    setProblem(undefined);
    apply.reset();
    setChosen({ file });
    previewList(file).then(
      (found) => setChosen({ file, read: found }),
      (refused: unknown) => {
        setProblem(refused);
        setChosen(undefined);
      },
    );
  };
  const marked = async (file: File) => {
    const address = URL.createObjectURL(await markedList(file));
    Object.assign(document.createElement('a'), { href: address, download: file.name }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  };
  const found = chosen?.read;
  const count = found && found.faults.length === 0 ? found.changes.length : 0;
  const all = found
    ? Object.entries(found.counts).reduce((sum, [key, n]) => sum + (key === 'unchanged' ? 0 : n), 0)
    : 0;
  const write = () => {
    if (!chosen || !found) return;
    const onSuccess = () => {
      refresh(texts.applied(found.summary));
      close();
    };
    apply.mutate({ file: chosen.file, digest: found.digest }, { onSuccess });
  };
  const refused = problem ?? apply.error;
  return (
    <Modal
      open
      width={720}
      title={texts.uploadTitle}
      closable={{ 'aria-label': texts.close }}
      onCancel={close}
      footer={
        <div className="buttons">
          {count > 0 && (
            <button type="button" className="main" disabled={apply.isPending} onClick={write}>
              {texts.apply(all)}
            </button>
          )}
          <button type="button" onClick={close}>
            {texts.close}
          </button>
        </div>
      }
    >
      <p>{texts.uploadHint}</p>
      <label className="field">
        {texts.choose}
        <input
          type="file"
          accept=".xlsx"
          disabled={(chosen && !found) || apply.isPending}
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file) read(file);
            event.target.value = '';
          }}
        />
      </label>
      <div role="status">
        {chosen && !found && <p>{texts.reading}</p>}
        {found && found.faults.length === 0 && <p>{all === 0 ? texts.nothing : found.summary}</p>}
        {found && found.faults.length > 0 && <p className="wrong">{texts.faults(found.faults.length)}:</p>}
      </div>
      {refused !== undefined && refused !== null && (
        <p className="wrong" role="alert">
          {problemText(refused, house)}
        </p>
      )}
      {found && found.faults.length > 0 && (
        <>
          <ul className="said-list">
            {found.faults.slice(0, MOST_SHOWN).map(({ cell, text }, at) => (
              <li key={at}>
                <strong>{texts.cell(cell.cell)}</strong>: {text}
              </li>
            ))}
          </ul>
          <button type="button" onClick={() => void marked(chosen.file).catch(setProblem)}>
            {texts.marked}
          </button>
        </>
      )}
      {count > 0 && (
        <ul className="said-list">
          {found!.changes.slice(0, MOST_SHOWN).map(({ line, text }) => (
            <li key={line}>{text}</li>
          ))}
        </ul>
      )}
    </Modal>
  );
}
