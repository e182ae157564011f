import { Dialog } from '../dialog';
import { type FormEvent, useId, useState } from 'react';
import { useEditorTexts } from '../../texts/editor';
import { useOpenDraft } from '../draft/use-draft';
import type { ListName } from '../model/forms';
import { memberOf, membersOf } from '../model/members';
import { freeKey, isKey, keyFrom } from '../model/new-key';
import { newMember } from '../model/new-member';
import type { RowWork } from './use-row-work';

interface Props {
  list: ListName;
  work: RowWork;
  /** The member that the new one follows; the last one where absent. */
  after?: string;
  onDone: (key?: string) => void;
}

/** Asks what a new member is called: its code can never be changed, so it is proposed from the name and shown first. */
export function AddDialog({ list, work, after, onDone }: Props) {
  const texts = useEditorTexts();
  const { store } = useOpenDraft();
  const id = useId();
  const [name, setName] = useState('');
  const [typedKey, setTypedKey] = useState<string>();
  const { definition } = store.state;
  const taken = new Set(membersOf(definition, list).map((member) => member.key));
  const key = typedKey ?? (name.trim() === '' ? '' : freeKey(keyFrom(name, 'dong'), taken));
  const wrong =
    name.trim() === '' || key === ''
      ? ''
      : !isKey(key)
        ? texts.typed.badKey
        : taken.has(key)
          ? texts.typed.takenKey
          : undefined;
  const add = (event?: FormEvent) => {
    event?.preventDefault();
    if (wrong !== undefined) return;
    const before = after === undefined ? membersOf(definition, list).at(-1) : memberOf(definition, list, after);
    work.add(newMember(list, key, name.normalize('NFC').trim(), definition, before), before?.key);
    onDone(key);
  };
  return (
    <Dialog
      title={texts.adding.title(texts.one[list])}
      onCancel={() => onDone()}
      footer={
        <div className="buttons">
          <button type="submit" form={`${id}-form`} className="main" disabled={wrong !== undefined}>
            {texts.adding.add}
          </button>
          <button type="button" onClick={() => onDone()}>
            {texts.adding.cancel}
          </button>
        </div>
      }
    >
      <form id={`${id}-form`} onSubmit={add} className="editor-form">
        <div className="panel-field">
          <label htmlFor={`${id}-name`}>{texts.adding.name}</label>
          <input
            id={`${id}-name`}
            type="text"
            autoFocus
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </div>
        <div className="panel-field">
          <label htmlFor={`${id}-key`}>{texts.adding.key}</label>
          <input
            id={`${id}-key`}
            type="text"
            value={key}
            aria-invalid={wrong ? true : undefined}
            aria-describedby={wrong ? `${id}-wrong` : undefined}
            onChange={(event) => setTypedKey(event.target.value)}
          />
          {wrong && (
            <p className="wrong" id={`${id}-wrong`}>
              {wrong}
            </p>
          )}
        </div>
      </form>
    </Dialog>
  );
}
