import { Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { useRefresh } from '../api/refresh';
import { Problem } from '../page/problem';
import { useFormsTexts } from '../texts/forms';
import { useTexts } from '../texts/texts';
import { useRetirement } from './queries';

/** Asks for the reason before a form is retired or used again; what was typed stays where the server refuses. */
export function RetireDialog(given: { formKey: string; act: 'retire' | 'revive'; close: () => void }) {
  const { formKey, act, close } = given;
  const texts = useFormsTexts();
  const house = useTexts();
  const { refresh } = useRefresh();
  const id = useId();
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const change = useRetirement(formKey, act);
  const isMissing = tried && note.trim() === '';
  const save = () => {
    setTried(true);
    if (note.trim() === '') return;
    change.mutate(note.trim(), {
      onSuccess: () => {
        refresh(act === 'retire' ? texts.retiredDone : texts.revivedDone);
        close();
      },
    });
  };
  return (
    <Modal
      open
      title={act === 'retire' ? texts.retireTitle : texts.reviveTitle}
      okText={act === 'retire' ? texts.retire : texts.revive}
      cancelText={house.page.cancel}
      confirmLoading={change.isPending}
      onOk={save}
      onCancel={close}
    >
      <p>{act === 'retire' ? texts.retireHint : texts.reviveHint}</p>
      <label htmlFor={`${id}-note`}>{texts.reason}</label>
      <Input.TextArea
        id={`${id}-note`}
        rows={3}
        maxLength={2000}
        value={note}
        status={isMissing ? 'error' : undefined}
        aria-invalid={isMissing}
        aria-describedby={isMissing ? `${id}-wrong` : undefined}
        onChange={(event) => setNote(event.target.value)}
      />
      {isMissing && (
        <p id={`${id}-wrong`} className="wrong" role="alert">
          {texts.reasonNeeded}
        </p>
      )}
      <Problem of={change.error} />
    </Modal>
  );
}
