import { Fragment } from 'react';
import type { ChatLine } from '../api/types';
import { dayOf, showDay, timeOf } from '../texts/days';
import { useTexts } from '../texts/texts';
import { ChoiceButtons } from './choice-buttons';
import type { ChatSession, ChatState } from './chat-session';
import { FileLink } from './file-link';
import { ScrollToNewest } from './scroll-to-newest';
import { shown } from './shown';
import { WithLinks } from './with-links';
import { WaitingBubble } from './waiting-bubble';

/** All lines by day, then what is still on its way. */
export function Transcript({ state, chat }: { state: ChatState; chat: ChatSession }) {
  const texts = useTexts();
  const { ready, lines, waiting } = state;
  const newestBot = lines.findLast(({ author }) => author === 'bot')?.line;
  const newestOwn = waiting.length === 0 ? lines.findLast(({ author }) => author === 'person')?.line : undefined;
  const last = waiting.at(-1)?.key ?? lines.at(-1)?.line;
  return (
    <ScrollToNewest last={last} own={waiting.at(-1)?.key}>
      {!ready && waiting.length === 0 && <p className="chat-note">{texts.chat.opening}</p>}
      {ready && lines.length === 0 && waiting.length === 0 && <p className="chat-note">{texts.chat.empty}</p>}
      {/* Read out what is added; not the two hundred lines that were there. */}
      <div role="log" aria-label={texts.chat.log} aria-live={ready ? 'polite' : 'off'} className="chat-lines">
        {lines.map((line, at) => (
          <Fragment key={line.line}>
            {startsDay(line, lines[at - 1]) && <p className="chat-day">{showDay(dayOf(line.at))}</p>}
            <Bubble line={line} sent={line.line === newestOwn} />
            {line.buttons && line.buttons.length > 0 && (
              <ChoiceButtons rows={line.buttons} newest={line.line === newestBot} tap={(button) => chat.tap(button)} />
            )}
          </Fragment>
        ))}
        {waiting.map((message) => (
          <WaitingBubble
            key={message.key}
            message={message}
            live={state.live}
            again={() => chat.again(message)}
            drop={() => chat.drop(message)}
          />
        ))}
      </div>
    </ScrollToNewest>
  );
}

function startsDay(line: ChatLine, before: ChatLine | undefined): boolean {
  return before === undefined || dayOf(before.at) !== dayOf(line.at);
}

function Bubble({ line, sent }: { line: ChatLine; sent: boolean }) {
  const texts = useTexts();
  const own = line.author === 'person';
  return (
    <div className={own ? 'bubble own' : 'bubble'}>
      <span className="unseen">{own ? texts.chat.me : texts.chat.bot}: </span>
      <span className="bubble-text">
        {own ? shown(line.text, texts.chat.startShown) : <WithLinks text={shown(line.text, texts.chat.startShown)} />}
        {line.file && <FileLink line={line.line} name={line.file} />}
      </span>
      <span className="bubble-foot">
        <time dateTime={line.at}>{timeOf(line.at)}</time>
        {sent && `, ${texts.chat.sent}`}
      </span>
    </div>
  );
}
