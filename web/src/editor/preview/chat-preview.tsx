import { useEffect, useRef } from 'react';
import { useEditorTexts } from '../../texts/editor';
import type { Preview } from './use-preview';

/** What the bot asks, in order; the question about the chosen row is brought into view. */
export function ChatPreview({ chat, asked, chosen }: Pick<Preview, 'chat' | 'asked'> & { chosen?: string }) {
  const texts = useEditorTexts();
  const place = useRef<HTMLOListElement>(null);
  const about = chosen === undefined ? -1 : chat.findIndex(({ text }) => text.includes(chosen));
  useEffect(() => {
    const bubble = place.current?.children[about];
    const window = place.current?.closest('.face-inside');
    if (!window || !(bubble instanceof HTMLElement)) return;
    window.scrollTop += bubble.getBoundingClientRect().top - window.getBoundingClientRect().top - 8;
  }, [about, chat]);
  if (chat.length === 0) return <p className="quiet">{texts.preview.noQuestions}</p>;
  const questions = (
    <ol className="chat-preview" ref={place}>
      {chat.map(({ text, buttons }, at) => (
        <li key={at} className={at === about ? 'chosen' : ''}>
          <p className="bubble-said">{text}</p>
          {buttons.map((line, index) => (
            <p key={index} className="bubble-buttons">
              {line.map((label) => (
                <span key={label}>{label}</span>
              ))}
            </p>
          ))}
        </li>
      ))}
    </ol>
  );
  if (asked) return questions;
  return (
    <>
      <p className="quiet">{texts.preview.notAsked}</p>
      {questions}
    </>
  );
}
