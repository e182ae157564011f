import { useId } from 'react';
import { useTexts } from '../texts/texts';

/** The name a person signs in with. */
export function LoginField({ value, hint, change }: { value: string; hint?: string; change: (text: string) => void }) {
  const texts = useTexts();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{texts.password.login}</label>
      <input
        id={id}
        type="text"
        inputMode="email"
        maxLength={200}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        value={value}
        aria-describedby={hint && `${id}-hint`}
        onChange={(event) => change(event.target.value)}
      />
      {hint && (
        <p id={`${id}-hint`} className="quiet">
          {hint}
        </p>
      )}
    </div>
  );
}
