import { api } from '../api/client';
import type { ChatLine } from '../api/types';

const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 15_000;

interface Given {
  /** The newest line known; the server goes on after it. */
  after: () => number;
  line: (line: ChatLine) => void;
  live: (live: boolean) => void;
}

/**
 * Lines as they are added. A broken connection is taken up again by the browser, which names the last line it got; where
 * the browser gives up (an error page of a proxy, a phone that slept), a new one is opened after the newest line known.
 */
export class LineStream {
  private source?: EventSource;
  private timer?: ReturnType<typeof setTimeout>;
  private pause = FIRST_PAUSE_MS;

  constructor(private readonly given: Given) {}

  /** Opens the connection, or a fresh one in place of one that may be dead. */
  open(): void {
    this.close();
    const source = new EventSource(api.chatStreamAddress(this.given.after()));
    this.source = source;
    source.onopen = () => {
      this.pause = FIRST_PAUSE_MS;
      this.given.live(true);
    };
    source.addEventListener('line', (event) => {
      if (typeof event.data === 'string') this.given.line(JSON.parse(event.data) as ChatLine);
    });
    source.onerror = () => {
      this.given.live(false);
      if (source.readyState !== EventSource.CLOSED) return;
      this.timer = setTimeout(() => this.open(), this.pause);
      this.pause = Math.min(this.pause * 2, LONGEST_PAUSE_MS);
    };
  }

  close(): void {
    clearTimeout(this.timer);
    this.source?.close();
    this.source = undefined;
  }
}
