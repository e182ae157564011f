import { Dialog } from '../dialog';
import { useEditorTexts } from '../../texts/editor';
import type { PasteFault } from '../model/paste';

const SHOWN = 20;

interface Props {
  faults: readonly PasteFault[];
  onRest: () => void;
  onCancel: () => void;
}

/** Cells that mean nothing in their columns: nothing is pasted until somebody has said what becomes of the rest. */
export function PasteDialog({ faults, onRest, onCancel }: Props) {
  const texts = useEditorTexts();
  return (
    <Dialog
      title={texts.pasting.title}
      onCancel={onCancel}
      footer={
        <div className="buttons">
          <button type="button" className="main" onClick={onRest}>
            {texts.pasting.rest}
          </button>
          <button type="button" onClick={onCancel}>
            {texts.pasting.cancel}
          </button>
        </div>
      }
    >
      <p>{texts.pasting.faults(faults.length)}</p>
      <ul className="said-list">
        {faults.slice(0, SHOWN).map(({ row, field, text, fault }, at) => (
          <li key={at}>
            <strong>{texts.pasting.place(row, texts.fields[field.name] ?? field.name)}</strong>:{' '}
            {texts.typed[fault](text)}
          </li>
        ))}
      </ul>
      {faults.length > SHOWN && <p className="quiet">{texts.pasting.restFaults(faults.length - SHOWN)}</p>}
    </Dialog>
  );
}
