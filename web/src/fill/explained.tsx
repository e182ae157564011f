import { useState } from 'react';
import { useFillTexts } from '../texts/fill';
import { Explain } from './explain';
import { useFill } from './use-report';

interface Props {
  /** What is explained, for whoever does not see the page. */
  name: string;
  note: string | undefined;
  /** Whether a check asks for it. */
  asked: boolean;
  keep: (note: string | null) => void;
}

/** The explanation at a place that has no other details: asked for, read, and worded anew. */
export function Explained({ name, note, asked, keep }: Props) {
  const texts = useFillTexts();
  const { open } = useFill();
  const [changing, setChanging] = useState(false);
  const field = `${texts.explain}: ${name}`;
  const take = (given: string) => {
    setChanging(false);
    keep(given || null);
  };
  if (note === undefined) return asked && open ? <Explain name={field} keep={take} /> : null;
  if (changing) return <Explain name={field} was={note} keep={take} />;
  return (
    <p className="explained">
      {texts.note}: {note}{' '}
      {open && (
        <button type="button" className="plain" aria-label={texts.changeNoteOf(name)} onClick={() => setChanging(true)}>
          {texts.changeNote}
        </button>
      )}
    </p>
  );
}
