import { useState } from 'react';
import { call } from '../api/client';
import type { LateItem } from '../api/types';
import { ActForm } from '../page/act-form';
import { useBoardActsTexts } from '../texts/board-acts';
import { TextField } from './text-field';

interface Given {
  item: LateItem;
  done: (said: string) => void;
  cancel: () => void;
}

/** A question to the unit about what is late; the answer comes to the asker's chat. */
export function AskForm({ item, done, cancel }: Given) {
  const texts = useBoardActsTexts();
  const [words, setWords] = useState('');
  const [tried, setTried] = useState(false);
  const isMissing = words.trim().length < 3;
  const send = async () => {
    const address = `/api/obligations/${encodeURIComponent(item.obligation)}/question`;
    await call(address, { method: 'POST', body: { text: words.trim() } });
    done(texts.asked(item.unitName));
  };
  return (
    <ActForm save={texts.sendQuestion} ready={!isMissing} onTry={() => setTried(true)} send={send} close={cancel}>
      <TextField
        label={texts.question}
        value={words}
        wrong={tried && isMissing ? texts.questionNeeded : undefined}
        change={setWords}
      />
    </ActForm>
  );
}
