import { api, ApiProblem } from '../api/client';
import type { ChatButton, ChatLine } from '../api/types';
import { LineStream } from './line-stream';
import { newKey } from './new-key';
import { Reading } from './reading';
import { Sender } from './sender';
import { addLines, newestOf, notYetLines, type Waiting } from './transcript';
import { storageHere, WaitingBox } from './waiting-box';

export interface ChatState {
  /** False until the lines so far are there. */
  ready: boolean;
  /** Why the chat could not be opened; it is tried again. */
  problem?: unknown;
  name?: string;
  lines: readonly ChatLine[];
  waiting: readonly Waiting[];
  /** Does the server reach this page right now? */
  live: boolean;
}

const AGAIN_MS = 3000;
/** Longer than any turn takes; a phone that lost its network mid-request would wait for minutes. */
const ANSWER_MS = 20_000;
/** Nobody has read a line sooner than this. */
const GLANCE_MS = 250;
/** A photograph over a weak mobile network. */
const FILE_MS = 120_000;

/** One open chat: what was said, what waits, and the two ways to the server. React only looks at `state`. */
export class ChatSession {
  private current: ChatState = { ready: false, lines: [], waiting: [], live: false };
  private readonly watchers = new Set<() => void>();
  private readonly box = new WaitingBox(storageHere());
  private readonly sender = new Sender({
    box: this.box,
    deliver: (message) => this.deliver(message).catch((error: unknown) => this.openAgain(error)),
    acknowledged: (message, line) => this.acknowledged(message, line),
    changed: () => this.show({}),
  });
  /** The content of files on their way, by key: too large for the browser's storage, they live as long as the page. */
  private readonly files = new Map<string, Blob>();
  private readonly reading = new Reading({
    newest: () => this.received,
    tell: (line) => api.chatRead(line),
  });
  private readonly stream = new LineStream({
    after: () => this.received,
    line: (line) => this.heard([line]),
    live: (live) => this.show({ live }),
  });
  /** The newest line that came from the server. An acknowledged line of ours may be ahead of it, with lines between. */
  private received = 0;
  /** The newest line that came in time to be read. */
  private seen = 0;
  private timer?: ReturnType<typeof setTimeout>;
  private stopped = false;

  readonly state = (): ChatState => this.current;

  readonly watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  /** Starts, and gives the way to stop. */
  start(): () => void {
    this.stopped = false;
    const wake = () => this.wake();
    const lost = () => this.show({ live: false });
    const seen = () => {
      if (document.visibilityState !== 'visible') return;
      this.wake();
      this.reading.look();
    };
    window.addEventListener('online', wake);
    window.addEventListener('offline', lost);
    document.addEventListener('visibilitychange', seen);
    this.show({});
    void this.open();
    return () => {
      this.stopped = true;
      clearTimeout(this.timer);
      this.sender.stop();
      this.reading.stop();
      this.stream.close();
      window.removeEventListener('online', wake);
      window.removeEventListener('offline', lost);
      document.removeEventListener('visibilitychange', seen);
    };
  }

  /** Says a text. It is on this device before anything is sent. */
  say(text: string): void {
    const said = text.normalize('NFC').trim();
    if (said !== '') this.keep({ text: said });
  }

  /** Taps a button. A second tap while the first is on its way is a shaking finger, not a second answer. */
  tap({ label, token }: ChatButton): void {
    if (this.box.all().some((message) => message.token === token && message.refused === undefined)) return;
    this.keep({ text: label.normalize('NFC'), token });
  }

  /** Sends a file as it is. */
  send(file: File): void {
    this.keep({ text: '', file: file.name.normalize('NFC') }, file);
  }

  /** Sends a refused message once more. */
  again({ refused: _, ...message }: Waiting): void {
    this.box.put(message);
    this.show({});
    this.sender.wake();
  }

  drop(message: Waiting): void {
    this.box.remove(message.key);
    this.files.delete(message.key);
    this.show({});
  }

  private keep(said: { text: string; token?: string; file?: string }, content?: Blob): void {
    const last = this.box.all().at(-1)?.writtenAt ?? 0;
    // Two messages of one millisecond, or a clock that was set back, must not change places.
    const writtenAt = Math.max(Date.now(), last + 1);
    const key = newKey();
    if (content) this.files.set(key, content);
    this.box.put({ ...said, key, after: newestOf(this.current.lines), seen: this.seen, writtenAt });
    this.show({});
    if (this.current.ready) this.sender.wake();
  }

  private async open(): Promise<void> {
    try {
      const { name } = await api.openChat();
      const { lines } = await api.chatLines();
      if (this.stopped) return;
      this.heard(lines);
      this.show({ ready: true, problem: undefined, name });
      this.stream.open();
      this.sender.wake();
    } catch (problem) {
      if (this.stopped) return;
      this.show({ problem });
      this.timer = setTimeout(() => void this.open(), AGAIN_MS);
    }
  }

  /** The network may be back, or the phone woke up: what looked open may be dead. */
  private wake(): void {
    clearTimeout(this.timer);
    if (!this.current.ready) {
      void this.open();
      return;
    }
    this.stream.open();
    this.sender.wake();
  }

  /** The cookie is gone (a cleaned browser): opens the chat anew, so that the next try is heard. */
  private async openAgain(error: unknown): Promise<never> {
    if (error instanceof ApiProblem && error.code === 'chat.not-open') await api.openChat();
    throw error;
  }

  private deliver({ key, text, token, seen, file: name }: Waiting): Promise<{ line: number }> {
    const file = this.files.get(key);
    if (name !== undefined && file) return api.sendFile(key, name, file, AbortSignal.timeout(FILE_MS));
    const signal = AbortSignal.timeout(ANSWER_MS);
    return api.say(token === undefined ? { key, text, seen } : { key, token }, signal);
  }

  private acknowledged(message: Waiting, line: number): void {
    // Later messages of the same text must not take this line for theirs.
    for (const other of this.box.all()) if (other.after < line) this.box.put({ ...other, after: line });
    const { lines, live } = this.current;
    // The server's clock is not this phone's: until the stream brings the line, it stands beside the one before it.
    const at = lines.at(-1)?.at ?? new Date(message.writtenAt).toISOString();
    const known = lines.some((each) => each.line === line);
    const own: ChatLine = { line, author: 'person', text: message.text, file: message.file, at };
    this.files.delete(message.key);
    this.show(known ? {} : { lines: addLines(lines, [own]) });
    if (!live) void this.catchUp();
  }

  /** Asks for what the stream did not bring, for example behind a proxy that holds streams back. */
  private async catchUp(): Promise<void> {
    const found = await api.chatLines(this.received).catch(() => undefined);
    if (found) this.heard(found.lines);
  }

  private heard(lines: readonly ChatLine[]): void {
    this.received = Math.max(this.received, newestOf(lines));
    const { received } = this;
    setTimeout(() => (this.seen = Math.max(this.seen, received)), GLANCE_MS);
    this.show({ lines: addLines(this.current.lines, lines) });
    this.reading.look();
    // The bot may just have linked this browser to a person.
    if (this.current.ready && this.current.name === undefined && lines.some(({ author }) => author === 'bot'))
      void this.askName();
  }

  private async askName(): Promise<void> {
    const opened = await api.openChat().catch(() => undefined);
    if (opened?.name) this.show({ name: opened.name });
  }

  private show(change: Partial<ChatState>): void {
    if (this.stopped) return;
    const lines = change.lines ?? this.current.lines;
    this.current = { ...this.current, ...change, waiting: notYetLines(lines, this.box.all()) };
    for (const watcher of this.watchers) watcher();
  }
}
