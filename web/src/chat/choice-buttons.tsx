import type { ChatButton } from '../api/types';
import { useTexts } from '../texts/texts';

/** Answers as taps, below the line that offers them. Old ones stay: the server knows what they belong to. */
export function ChoiceButtons(given: { rows: ChatButton[][]; newest: boolean; tap: (button: ChatButton) => void }) {
  const texts = useTexts();
  return (
    <div
      className={given.newest ? 'choice-buttons newest' : 'choice-buttons'}
      role="group"
      aria-label={texts.chat.choices}
    >
      {given.rows.map((row) => (
        <div key={row.map(({ token }) => token).join()} className="choice-row">
          {row.map((button) => (
            <button key={button.token} type="button" onClick={() => given.tap(button)}>
              {button.label}
            </button>
          ))}
        </div>
      ))}
    </div>
  );
}
