import { useChatTexts } from '../texts/chat';
import { useTexts } from '../texts/texts';
import { shown } from './shown';
import type { Waiting } from './transcript';

/** A message that the server has not acknowledged: on its way, waiting for the network, or refused with the reason. */
export function WaitingBubble(given: { message: Waiting; live: boolean; again: () => void; drop: () => void }) {
  const texts = useTexts();
  const chat = useChatTexts();
  const { message } = given;
  const refused = message.refused !== undefined;
  return (
    <div className={refused ? 'bubble own refused' : 'bubble own waiting'}>
      <span className="unseen">{texts.chat.me}: </span>
      <span className="bubble-text">
        {message.file === undefined ? shown(message.text, texts.chat.startShown) : chat.file(message.file)}
      </span>
      <span className="bubble-foot">
        {refused
          ? `${texts.chat.refused}. ${message.lost ? chat.fileLost : message.refused}`
          : given.live
            ? texts.chat.sending
            : texts.chat.waiting}
      </span>
      {refused && (
        <span className="bubble-actions">
          {!message.lost && (
            <button type="button" onClick={given.again}>
              {texts.chat.again}
            </button>
          )}
          <button type="button" onClick={given.drop}>
            {texts.chat.drop}
          </button>
        </span>
      )}
    </div>
  );
}
