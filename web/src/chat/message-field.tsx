import { type FormEvent, type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import { useTexts } from '../texts/texts';
import { AttachButton } from './attach-button';

const LONGEST = 4000;

/**
 * Where one types, always there. Enter sends, Shift+Enter begins a new line; a pasted list keeps its lines. Files can be
 * chosen where `send` is given.
 */
export function MessageField({ say, send: sendFile }: { say: (text: string) => void; send?: (file: File) => void }) {
  const texts = useTexts();
  const [text, setText] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    const area = field.current;
    if (!area) return;
    // As high as its text; CSS sets the limit.
    area.style.height = 'auto';
    area.style.height = `${area.scrollHeight}px`;
  }, [text]);
  const send = () => {
    if (text.trim() === '') return;
    say(text);
    setText('');
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send();
    // The soft keyboard stays for the next answer.
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // While a Vietnamese input method composes, Enter belongs to it.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };
  return (
    <form className="chat-field" onSubmit={submit}>
      {sendFile && <AttachButton send={sendFile} />}
      <label htmlFor={id} className="unseen">
        {texts.chat.field}
      </label>
      <textarea
        id={id}
        ref={field}
        rows={1}
        maxLength={LONGEST}
        autoComplete="off"
        enterKeyHint="send"
        placeholder={texts.chat.placeholder}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {/* Taking the press instead of the focus keeps the soft keyboard open. */}
      <button
        type="submit"
        className="main"
        disabled={text.trim() === ''}
        onMouseDown={(event) => event.preventDefault()}
      >
        {texts.chat.send}
      </button>
    </form>
  );
}
