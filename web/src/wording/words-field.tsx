import { Input } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { useId, useRef } from 'react';
import { useWordingTexts } from '../texts/wording';
import { word } from '../texts/texts';

interface Given {
  label: string;
  value: string;
  placeholders: readonly string[];
  wrong?: string;
  hint?: string;
  change: (text: string) => void;
}

/** A text with buttons that put in what is filled in later, where the cursor stands. */
export function WordsField({ label, value, placeholders, wrong, hint, change }: Given) {
  const texts = useWordingTexts();
  const id = useId();
  const area = useRef<TextAreaRef>(null);
  const put = (name: string) => {
    const field = area.current?.resizableTextArea?.textArea;
    const [from, to] = [field?.selectionStart ?? value.length, field?.selectionEnd ?? value.length];
    change(`${value.slice(0, from)}{${name}}${value.slice(to)}`);
    area.current?.focus();
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <Input.TextArea
        ref={area}
        id={id}
        rows={3}
        maxLength={2000}
        value={value}
        status={wrong ? 'error' : undefined}
        aria-invalid={wrong !== undefined}
        aria-describedby={(wrong ?? hint) ? `${id}-about` : undefined}
        onChange={(event) => change(event.target.value)}
      />
      {(wrong ?? hint) && (
        <p id={`${id}-about`} className={wrong ? 'wrong' : 'quiet'}>
          {wrong ?? hint}
        </p>
      )}
      {placeholders.length > 0 && (
        <p className="words-names">
          <span className="quiet">{texts.placeholders}</span>
          {placeholders.map((name) => (
            <button
              key={name}
              type="button"
              aria-label={texts.insert(word(texts.placeholderNames, name))}
              onClick={() => put(name)}
            >
              {word(texts.placeholderNames, name)}
            </button>
          ))}
        </p>
      )}
    </div>
  );
}
