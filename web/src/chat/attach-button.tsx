import { type ChangeEvent, useId, useState } from 'react';
import { useChatTexts } from '../texts/chat';

/** What the server takes, in bytes. */
const LONGEST = 10 * 1024 * 1024;

/** Chooses photographs or files and sends them as they are; on a phone the camera is among the choices. */
export function AttachButton({ send }: { send: (file: File) => void }) {
  const texts = useChatTexts();
  const id = useId();
  const [refused, setRefused] = useState('');
  const chosen = (event: ChangeEvent<HTMLInputElement>) => {
    const files = [...(event.target.files ?? [])];
    // Emptied, so that choosing the same file again is told as well.
    event.target.value = '';
    const tooLarge = files.find((file) => file.size > LONGEST);
    setRefused(tooLarge ? texts.fileTooLarge(tooLarge.name) : '');
    for (const file of files) if (file.size <= LONGEST) send(file);
  };
  return (
    <>
      <input
        id={id}
        type="file"
        multiple
        className="unseen attach-input"
        accept=".xlsx,.docx,.pdf,image/jpeg,image/png"
        onChange={chosen}
      />
      <label htmlFor={id} className="attach" title={texts.attach}>
        <span className="unseen">{texts.attach}</span>
        <span aria-hidden="true">+</span>
      </label>
      <p role="alert" className="attach-refused">
        {refused}
      </p>
    </>
  );
}
