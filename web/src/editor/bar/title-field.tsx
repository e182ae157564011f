import { useEffect, useState } from 'react';
import { useEditorTexts } from '../../texts/editor';

/** The form's name, changed behind a fold: it is read always and changed seldom. */
export function TitleField({ value, onTitle }: { value: string; onTitle: (value: string) => void }) {
  const texts = useEditorTexts();
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const write = () => {
    const title = text.normalize('NFC').trim();
    if (title === '') setText(value);
    else if (title !== value) onTitle(title);
  };
  return (
    <details className="title-field">
      <summary>{texts.formTitle}</summary>
      <input
        type="text"
        aria-label={texts.formTitle}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={write}
        onKeyDown={(event) => event.key === 'Enter' && write()}
      />
    </details>
  );
}
