import { useEffect, useState } from 'react';
import { useEditorTexts } from '../../texts/editor';
import { useLanguage } from '../../texts/texts';
import { readNumber, showNumber } from '../model/number';

interface Props {
  /** A canonical decimal; empty where there is none. */
  value: string;
  onPick: (value: string) => void;
  label?: string;
  /** Tells each number while it is typed, and an emptied box as the empty text; otherwise when the box is left. */
  eager?: boolean;
}

/** A number typed in the reader's notation. */
export function NumberBox({ value, onPick, label, eager = false }: Props) {
  const texts = useEditorTexts();
  const { locale } = useLanguage();
  const [text, setText] = useState('');
  useEffect(() => {
    // What is being typed stays as it is typed as long as it means the same.
    setText((typed) =>
      value !== '' && readNumber(typed, locale) === value ? typed : value === '' ? '' : showNumber(value, locale),
    );
  }, [value, locale]);
  const number = readNumber(text, locale);
  const isWrong = number === undefined && text.trim() !== '';
  const type = (typed: string) => {
    setText(typed);
    if (!eager) return;
    const read = typed.trim() === '' ? '' : readNumber(typed, locale);
    if (read !== undefined && read !== value) onPick(read);
  };
  return (
    <>
      <input
        type="text"
        inputMode="decimal"
        aria-label={label ?? texts.formula.ops.number}
        aria-invalid={isWrong ? true : undefined}
        value={text}
        onChange={(event) => type(event.target.value)}
        onBlur={() => number !== undefined && number !== value && onPick(number)}
      />
      {isWrong && <span className="wrong">{texts.typed.notANumber(text)}</span>}
    </>
  );
}
