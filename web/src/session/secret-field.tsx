import { useId, useState } from 'react';
import { useTexts } from '../texts/texts';

interface Given {
  label: string;
  value: string;
  /** What the browser's own store of passwords may fill in here. */
  fill: 'current-password' | 'new-password';
  hint?: string;
  change: (text: string) => void;
}

/** A password, hidden until the reader asks to see it: on a phone it is easily mistyped. */
export function SecretField({ label, value, fill, hint, change }: Given) {
  const texts = useTexts();
  const id = useId();
  const [shown, setShown] = useState(false);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="secret">
        <input
          id={id}
          type={shown ? 'text' : 'password'}
          maxLength={200}
          autoComplete={fill}
          autoCapitalize="none"
          spellCheck={false}
          value={value}
          aria-describedby={hint && `${id}-hint`}
          onChange={(event) => change(event.target.value)}
        />
        <button type="button" aria-pressed={shown} aria-controls={id} onClick={() => setShown(!shown)}>
          {texts.password.show}
        </button>
      </div>
      {hint && (
        <p id={`${id}-hint`} className="quiet">
          {hint}
        </p>
      )}
    </div>
  );
}
