import { useQuery } from '@tanstack/react-query';
import { Dialog } from '../dialog';
import { useId, useState } from 'react';
import { problemText } from '../../page/problem-text';
import { useEditorTexts } from '../../texts/editor';
import { useTexts } from '../../texts/texts';
import type { SaidCarry } from '../draft/answers';
import { useDraft, useOpenDraft } from '../draft/use-draft';
import type { Carry } from '../model/forms';
import { CarriesEditor } from './carries-editor';

interface Props {
  onPublished: (version: number) => void;
  onClose: () => void;
}

/** Why the form changes, and how figures that were given go on; then the draft becomes a version. */
export function PublishDialog({ onPublished, onClose }: Props) {
  const texts = useEditorTexts();
  const page = useTexts();
  const id = useId();
  const { store, desk, formKey } = useOpenDraft();
  const revision = useDraft((state) => state.revision);
  const checked = useDraft((state) => state.checkedRevision);
  const secondPerson = useDraft((state) => state.secondPersonNeeded);
  const differences = useDraft((state) => state.differences);
  const [note, setNote] = useState('');
  const [chosen, setChosen] = useState<SaidCarry[]>();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const proposed = useQuery({ queryKey: ['carries', formKey, revision], queryFn: desk.carries, gcTime: 0 });
  const carries = chosen ?? proposed.data?.carries ?? [];
  const isChecked = checked === revision;

  const publish = async () => {
    if (note.trim() === '') return setProblem(texts.publish.noteNeeded);
    setBusy(true);
    setProblem('');
    try {
      await store.settled();
      const given = carries.map(({ text: _said, ...carry }) => carry as Carry);
      const { version } = await desk.publish({ seen: store.state.revision, note: note.trim(), carries: given });
      onPublished(version);
    } catch (failure) {
      setProblem(problemText(failure, page));
      setBusy(false);
    }
  };

  return (
    <Dialog
      title={texts.publish.title}
      onCancel={onClose}
      footer={
        <div className="buttons">
          <button
            type="button"
            className="main"
            disabled={!isChecked || busy || proposed.isPending}
            onClick={() => void publish()}
          >
            {texts.publish.publish}
          </button>
          <button type="button" onClick={onClose}>
            {texts.publish.cancel}
          </button>
        </div>
      }
    >
      <div className="editor-form">
        {!isChecked && <p className="ask">{texts.publish.notChecked}</p>}
        {secondPerson && <p className="ask">{texts.publish.secondPerson}</p>}
        {differences.length > 0 && (
          <ul className="said-list">
            {differences.slice(0, 20).map((one, at) => (
              <li key={at}>{one.text}</li>
            ))}
          </ul>
        )}
        {differences.length > 20 && <p className="quiet">{texts.pasting.restFaults(differences.length - 20)}</p>}
        {proposed.error && <p className="wrong">{problemText(proposed.error, page)}</p>}
        <CarriesEditor carries={carries} onChange={setChosen} />
        <div className="panel-field">
          <label htmlFor={id}>{texts.publish.note}</label>
          <textarea id={id} rows={3} value={note} onChange={(event) => setNote(event.target.value)} />
        </div>
        {problem && (
          <p className="wrong" role="alert">
            {problem}
          </p>
        )}
      </div>
    </Dialog>
  );
}
