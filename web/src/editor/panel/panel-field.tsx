import { type ChangeEvent, type KeyboardEvent, useEffect, useId, useState } from 'react';
import { useEditorTexts } from '../../texts/editor';
import { useOpenDraft } from '../draft/use-draft';
import { optionsOf } from '../grid/cell-editors';
import { useReading } from '../grid/use-reading';
import { readText, textOf } from '../model/cell-text';
import { editOf, type Field, isChosen, topOf, valueAt } from '../model/field';
import type { Item, ListName } from '../model/forms';
import { afterPress } from '../steady-press';
import { isLong } from './panel-fields';

interface Props {
  list: ListName;
  member: Item;
  field: Field;
  /** The server's sentence about this field. */
  fault?: string;
}

/** One field of a member: written when it is left or Enter is pressed; a text that is no answer stays, with the reason. */
export function PanelField(props: Props) {
  if (props.field.kind === 'yes-no') return <YesNoField {...props} />;
  if (isChosen(props.field)) return <ChoiceField {...props} />;
  return <TypedField {...props} />;
}

function TypedField({ list, member, field, fault }: Props) {
  const { store } = useOpenDraft();
  const texts = useEditorTexts();
  const reading = useReading();
  const id = useId();
  const stands = textOf(field, member, reading());
  const [text, setText] = useState(stands);
  const [wrong, setWrong] = useState('');
  useEffect(() => {
    setText(stands);
    setWrong('');
  }, [stands]);
  const write = () => {
    const read = readText(field, text, member, reading());
    // A sentence that comes or goes moves what stands below it, perhaps the very button that is being pressed.
    afterPress(() => setWrong(read.ok ? '' : texts.typed[read.fault](text)));
    if (!read.ok) return;
    const name = topOf(field);
    const edit = editOf(list, member, name, read.member[name]);
    if (edit) store.do([edit]);
    else setText(stands);
  };
  const said = wrong || fault;
  const box = {
    id,
    value: text,
    'aria-invalid': said ? true : undefined,
    'aria-describedby': said ? `${id}-said` : undefined,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => setText(event.target.value),
    onBlur: write,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Enter' && !event.shiftKey && !isLong(field)) write();
      if (event.key === 'Escape') setText(stands);
    },
  };
  return (
    <div className={field.kind === 'text' ? 'panel-field wide' : 'panel-field'}>
      <label htmlFor={id}>{texts.fields[field.name] ?? field.name}</label>
      {isLong(field) ? <textarea rows={3} {...box} /> : <input type="text" {...box} />}
      {said && (
        <p className="wrong" id={`${id}-said`}>
          {said}
        </p>
      )}
    </div>
  );
}

function ChoiceField({ list, member, field, fault }: Props) {
  const { store } = useOpenDraft();
  const texts = useEditorTexts();
  const reading = useReading();
  const id = useId();
  const choose = (value: string) => {
    const options = field.options?.find((one) => String(one) === value);
    const edit = editOf(list, member, field.name, value === '' ? undefined : (options ?? value));
    if (edit) store.do([edit]);
  };
  return (
    <div className="panel-field">
      <label htmlFor={id}>{texts.fields[field.name] ?? field.name}</label>
      <select
        id={id}
        value={String(valueAt(member, field.name) ?? '')}
        aria-invalid={fault ? true : undefined}
        onChange={(event) => choose(event.target.value)}
      >
        {optionsOf(field, reading()).map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
      {fault && <p className="wrong">{fault}</p>}
    </div>
  );
}

function YesNoField({ list, member, field, fault }: Props) {
  const { store } = useOpenDraft();
  const texts = useEditorTexts();
  const stands = (valueAt(member, field.name) ?? field.otherwise ?? false) === true;
  const turn = () => {
    const edit = editOf(list, member, field.name, !stands === field.otherwise ? undefined : !stands);
    if (edit) store.do([edit]);
  };
  return (
    <div className="panel-field">
      <label className="panel-box">
        <input type="checkbox" checked={stands} onChange={turn} />
        {texts.fields[field.name] ?? field.name}
      </label>
      {fault && <p className="wrong">{fault}</p>}
    </div>
  );
}
