import { type ReactNode, useState } from 'react';
import { TextField } from '../board/text-field';
import { ActForm } from '../page/act-form';
import { useDeskTexts } from '../texts/desk';

interface Given {
  /** What the words are: a reason for a yes, for a no, for a return. */
  label: string;
  save: string;
  /** Said before it is sent, where it goes further than the reader may think. */
  warning?: string;
  children?: ReactNode;
  /** False keeps it from being sent: something of `children` is wrong. */
  ready?: boolean;
  send: (words: string) => Promise<unknown>;
  close: () => void;
}

/** Words for a decision; they are needed, because whoever asked reads them. */
export function DecisionForm({ label, save, warning, children, ready = true, send, close }: Given) {
  const texts = useDeskTexts();
  const [words, setWords] = useState('');
  const [tried, setTried] = useState(false);
  const tooShort = words.trim().length < 3;
  return (
    <ActForm
      save={save}
      ready={!tooShort && ready}
      onTry={() => setTried(true)}
      send={() => send(words.trim())}
      close={close}
    >
      {children}
      <TextField
        label={label}
        value={words}
        wrong={tried && tooShort ? texts.wordsNeeded : undefined}
        change={setWords}
      />
      {warning !== undefined && <p className="ask">{warning}</p>}
    </ActForm>
  );
}
