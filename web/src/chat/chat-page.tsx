import { useEffect, useState, useSyncExternalStore } from 'react';
import { problemText } from '../page/problem-text';
import { PageLink, takeFragment } from '../page/router';
import { LanguageSwitch } from '../texts/language-switch';
import { useTexts } from '../texts/texts';
import { ChatSession, type ChatState } from './chat-session';
import { keepShell } from './install';
import { MessageField } from './message-field';
import { Transcript } from './transcript-view';
import { useVisibleHeight } from './use-visible-height';

/** The chat for a phone. `/chat#ma=<code>` links this browser to a person: the code is said once and leaves the address. */
export function ChatPage() {
  const texts = useTexts();
  const [chat] = useState(() => new ChatSession());
  const state = useSyncExternalStore(chat.watch, chat.state);
  useVisibleHeight();
  useEffect(() => chat.start(), [chat]);
  useEffect(keepShell, []);
  useEffect(() => {
    const readCode = () => {
      const code = new URLSearchParams(takeFragment()).get('ma');
      if (code) chat.say(`/start ${code}`);
    };
    readCode();
    window.addEventListener('hashchange', readCode);
    return () => window.removeEventListener('hashchange', readCode);
  }, [chat]);
  return (
    <div className="chat">
      <header className="chat-head">
        <PageLink to="/" className="brand">
          {texts.product}
        </PageLink>
        <h1 className="chat-who">
          <span className="unseen">{texts.chat.title}: </span>
          {state.name ? texts.chat.linkedAs(state.name) : state.ready ? texts.chat.notLinked : texts.chat.title}
        </h1>
        <LanguageSwitch />
      </header>
      <Connection state={state} />
      <Transcript state={state} chat={chat} />
      <MessageField say={(text) => chat.say(text)} send={state.name ? (file) => chat.send(file) : undefined} />
    </div>
  );
}

/** Says in words when the server is out of reach; silent while all is well. */
function Connection({ state }: { state: ChatState }) {
  const texts = useTexts();
  const slow = useLasting(state.ready && !state.live, 1500);
  let text = '';
  if (!state.ready && state.problem !== undefined) text = problemText(state.problem, texts);
  else if (slow) text = texts.chat.offline;
  return (
    <p className="chat-offline" role="status">
      {text}
    </p>
  );
}

/** True once `value` has been true for so long: a stream that comes back at once is nothing to speak of. */
function useLasting(value: boolean, milliseconds: number): boolean {
  const [lasting, setLasting] = useState(false);
  useEffect(() => {
    if (!value) {
      setLasting(false);
      return;
    }
    const timer = setTimeout(() => setLasting(true), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return lasting;
}
