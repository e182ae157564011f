import { Dialog } from '../dialog';
import { useState } from 'react';
import { problemText } from '../../page/problem-text';
import { useEditorTexts } from '../../texts/editor';
import { useTexts } from '../../texts/texts';
import { useOpenDraft } from '../draft/use-draft';

/** A draft belongs to everybody who edited it: what goes is said before it goes. */
export function DiscardDialog({ onDiscarded, onClose }: { onDiscarded: () => void; onClose: () => void }) {
  const { store, desk } = useOpenDraft();
  const texts = useEditorTexts().discard;
  const page = useTexts();
  const [problem, setProblem] = useState<unknown>();
  const discard = async () => {
    try {
      await store.settled();
      await desk.discard(store.state.revision);
      onDiscarded();
    } catch (failure) {
      setProblem(failure);
    }
  };
  return (
    <Dialog
      title={texts.title}
      onCancel={onClose}
      footer={
        <div className="buttons">
          <button type="button" onClick={() => void discard()}>
            {texts.discard}
          </button>
          <button type="button" className="main" onClick={onClose}>
            {texts.cancel}
          </button>
        </div>
      }
    >
      <p>{texts.why}</p>
      {problem !== undefined && <p className="wrong">{problemText(problem, page)}</p>}
    </Dialog>
  );
}
