import { useEffect, useState } from 'react';
import { useEditorTexts } from '../../texts/editor';
import { useOpenDraft } from '../draft/use-draft';
import { editOf } from '../model/field';
import type { Item, Json, ListName } from '../model/forms';
import { freeKey, keyFrom } from '../model/new-key';

type Choice = { key: string; label: { vi: string; en?: string } };

/** What a row of choices lets one choose; the key of a choice stays when its name changes, so that answers stay too. */
export function ChoicesEditor({ list, member }: { list: ListName; member: Item }) {
  const { store } = useOpenDraft();
  const texts = useEditorTexts();
  const choices = (member['choices'] ?? []) as unknown as Choice[];
  const [name, setName] = useState('');
  const put = (next: Choice[]) => {
    const edit = editOf(list, member, 'choices', next.length > 0 ? (next as unknown as Json) : undefined);
    if (edit) store.do([edit]);
  };
  const add = () => {
    const vi = name.normalize('NFC').trim();
    if (vi === '') return;
    const key = freeKey(keyFrom(vi, 'lua-chon'), new Set(choices.map((choice) => choice.key)));
    put([...choices, { key, label: { vi } }]);
    setName('');
  };
  return (
    <section className="panel-rule">
      <h3>{texts.panel.choices}</h3>
      <ul className="choice-list">
        {choices.map((choice, at) => (
          <li key={choice.key}>
            <ChoiceName
              choice={choice}
              label={`${texts.panel.choiceName} ${at + 1}`}
              onName={(vi) => put(choices.with(at, { ...choice, label: { ...choice.label, vi } }))}
            />
            <button
              type="button"
              className="plain"
              aria-label={texts.panel.removeChoice(choice.label.vi)}
              onClick={() => put(choices.filter((one) => one !== choice))}
            >
              ✕
            </button>
          </li>
        ))}
      </ul>
      <div className="formula-line">
        <input
          type="text"
          aria-label={texts.panel.choiceName}
          value={name}
          onChange={(event) => setName(event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && add()}
        />
        <button type="button" onClick={add}>
          {texts.panel.addChoice}
        </button>
      </div>
    </section>
  );
}

function ChoiceName({ choice, label, onName }: { choice: Choice; label: string; onName: (vi: string) => void }) {
  const [text, setText] = useState(choice.label.vi);
  useEffect(() => setText(choice.label.vi), [choice.label.vi]);
  const write = () => {
    const vi = text.normalize('NFC').trim();
    if (vi === '') setText(choice.label.vi);
    else if (vi !== choice.label.vi) onName(vi);
  };
  return (
    <input
      type="text"
      aria-label={label}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={write}
      onKeyDown={(event) => event.key === 'Enter' && write()}
    />
  );
}
