import { type KeyboardEvent, useEffect, useState } from 'react';
import type { Typed } from './typed-answer';

/** What was typed and is no answer yet: why, and what it may have meant. */
export type Unclear = Exclude<Typed<never>, { given: unknown }>;

interface Field<T> {
  /** The answer as it is read. */
  shown: string;
  /** Whether what stands in the field could not be read when it was left. */
  isUnread: boolean;
  read: (text: string) => Typed<T>;
  /** The field was left, or Enter was pressed, with something else in it than before. */
  leave: (found: Typed<T>) => void;
  /** On the way there: what would be given; undefined while it is no answer. */
  typing?: (given: T | null | undefined) => void;
  /** Everything stands as it did before. */
  undo: () => void;
}

/** A field in which an answer is typed as people write; what cannot be read stays as it was typed. */
export function useTypedField<T>({ shown, isUnread, read, leave, typing, undo }: Field<T>) {
  const [text, setText] = useState<string>();
  // Another answer stands there: as it was understood, chosen instead of typed, or somebody else's.
  useEffect(() => {
    if (!isUnread) setText(undefined);
  }, [shown, isUnread]);
  const back = () => {
    setText(undefined);
    undo();
  };
  const finish = () => {
    if (text === undefined) return;
    if (text.trim() === shown) back();
    else leave(read(text));
  };
  return {
    value: text ?? shown,
    onChange: (event: { target: { value: string } }) => {
      setText(event.target.value);
      if (!typing) return;
      const found = read(event.target.value);
      typing('given' in found ? found.given : undefined);
    },
    onBlur: finish,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Enter') finish();
      if (event.key === 'Escape') back();
    },
  };
}
