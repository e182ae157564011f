import { Checkbox, Modal } from 'antd';
import { useState } from 'react';
import { problemText } from '../page/problem-text';
import { TextInput } from '../people/text-input';
import { useLadderTexts } from '../texts/ladder';
import { useTexts } from '../texts/texts';
import { Difference } from './difference';
import type { LadderFile } from './queries';

interface Given {
  title: string;
  ladder: LadderFile;
  today: string;
  /** Where a note is proposed, none must be written. */
  proposedNote?: string;
  busy: boolean;
  problem: unknown;
  apply: (wish: { note: string; replan: boolean }) => void;
  close: () => void;
}

/** Shows what a ladder would change before it counts; what is planned already follows only where that is asked for. */
export function ApplyDialog({ title, ladder, today, proposedNote = '', busy, problem, apply, close }: Given) {
  const texts = useLadderTexts();
  const house = useTexts();
  const [note, setNote] = useState(proposedNote);
  const [replan, setReplan] = useState(false);
  const [tried, setTried] = useState(false);
  const submit = () => {
    setTried(true);
    if (note.trim() !== '') apply({ note: note.trim(), replan });
  };
  return (
    <Modal
      open
      width={760}
      title={title}
      okText={texts.apply}
      cancelText={house.page.cancel}
      closable={{ 'aria-label': texts.close }}
      confirmLoading={busy}
      onOk={submit}
      onCancel={close}
    >
      <div className="person-form">
        <Difference ladder={ladder} today={today} />
        <TextInput
          label={texts.note}
          value={note}
          most={500}
          wrong={tried && note.trim() === '' ? texts.noteNeeded : undefined}
          change={setNote}
        />
        <div>
          <Checkbox checked={replan} onChange={(event) => setReplan(event.target.checked)}>
            {texts.replan}
          </Checkbox>
          <p className="quiet">{texts.replanHint}</p>
        </div>
        {problem ? (
          <p className="wrong" role="alert">
            {problemText(problem, house)}
          </p>
        ) : null}
      </div>
    </Modal>
  );
}
