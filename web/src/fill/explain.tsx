import { useState } from 'react';
import { useFillTexts } from '../texts/fill';

/** So much an explanation holds. */
const MOST = 1000;

/** The field in which an explanation is given; `was` is the one that stands. */
export function Explain({ name, was = '', keep }: { name: string; was?: string; keep: (note: string) => void }) {
  const texts = useFillTexts();
  const [note, setNote] = useState(was);
  const finish = () => note.trim() !== was && keep(note.trim());
  const done = () => (note.trim() !== '' || was !== '') && keep(note.trim());
  return (
    <p className="explain">
      <textarea
        rows={1}
        maxLength={MOST}
        aria-label={name}
        placeholder={texts.explain}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        onBlur={finish}
      />
      <button type="button" onClick={done}>
        {texts.keepNote}
      </button>
    </p>
  );
}
