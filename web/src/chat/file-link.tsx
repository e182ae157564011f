import { api } from '../api/client';
import { useChatTexts } from '../texts/chat';

/** A file that came with a line, to be saved. */
export function FileLink({ line, name }: { line: number; name: string }) {
  const texts = useChatTexts();
  return (
    <a href={api.chatFileAddress(line)} download={name} className="bubble-file" aria-label={texts.save(name)}>
      {texts.file(name)}
    </a>
  );
}
