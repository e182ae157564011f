import { Dialog } from '../dialog';
import { useEditorTexts } from '../../texts/editor';
import { useDraft } from '../draft/use-draft';
import type { ListName } from '../model/forms';

/** A place in the form to go to. */
export interface Place {
  list: ListName;
  key: string;
  field?: string;
}

interface Props {
  onGo: (place: Place) => void;
  onClose: () => void;
}

/** What the draft changes, in words, with what each change does to figures that were given. */
export function DifferencesDialog({ onGo, onClose }: Props) {
  const texts = useEditorTexts();
  const differences = useDraft((state) => state.differences);
  const summary = useDraft((state) => state.summary);
  return (
    <Dialog title={texts.differences.title} onCancel={onClose} footer={null}>
      <p>{differences.length === 0 ? texts.differences.none : summary}</p>
      <ul className="said-list">
        {differences.slice(0, SHOWN).map((one, at) => (
          <li key={at}>
            {one.effect && (
              <span className={`badge ${COLOURS[one.effect]}`}>{texts.differences.effects[one.effect]}</span>
            )}
            <PlaceButton said={one} onGo={onGo} onClose={onClose} />
          </li>
        ))}
      </ul>
      {differences.length > SHOWN && <p className="quiet">{texts.pasting.restFaults(differences.length - SHOWN)}</p>}
    </Dialog>
  );
}

/** What keeps the draft from being published; each leads to its place. */
export function FaultsDialog({ onGo, onClose }: Props) {
  const texts = useEditorTexts();
  const faults = useDraft((state) => state.faults);
  return (
    <Dialog title={texts.faults.title} onCancel={onClose} footer={null}>
      {faults.length === 0 && <p>{texts.faults.none}</p>}
      <ul className="said-list">
        {faults.slice(0, SHOWN).map((fault, at) => (
          <li key={at}>
            <PlaceButton said={fault} onGo={onGo} onClose={onClose} />
          </li>
        ))}
      </ul>
      {faults.length > SHOWN && <p className="quiet">{texts.pasting.restFaults(faults.length - SHOWN)}</p>}
    </Dialog>
  );
}

const SHOWN = 200;
const COLOURS = { harmless: 'settled', mapping: 'soon', 'next-round': 'late' } as const;

function PlaceButton({
  said: { text, list, key, field },
  onGo,
  onClose,
}: Props & { said: { text: string; list?: ListName | 'form'; key?: string; field?: string } }) {
  if (list === undefined || list === 'form' || key === undefined) return <span>{text}</span>;
  return (
    <button
      type="button"
      className="plain"
      onClick={() => {
        onClose();
        onGo({ list, key, field });
      }}
    >
      {text}
    </button>
  );
}
