import type { FetchedFile, Incoming } from '../conversations/index.js';
import type { Attachment, Body, SendOutcome } from '../outbox/index.js';

/** A message as an adapter is given it: texts fit `maxText`, and a file comes with its content. */
export interface Outgoing extends Pick<Body, 'text' | 'buttons'> {
  /** Only where `capabilities.keeps`: what is to be made where the text is shown. */
  oneTime?: Body['oneTime'];
  /** Only where `capabilities.documents`. */
  attachment?: Attachment & { fileRef: string };
}

export interface Capabilities {
  /** Longest text of one message, in UTF-16 units after escaping as the channel counts. */
  maxText: number;
  buttons: boolean;
  edits: boolean;
  /** The files that a message can carry, in bytes, and the longest text beside one; false where it carries none. */
  documents: false | { maxBytes: number; maxCaption: number };
  /** Whether a link can carry a start payload (deep link). */
  startPayload: boolean;
  /** Whether messages of one chat arrive in the order sent. */
  ordered: boolean;
  /** Whether a second send under the same key shows nothing twice: then an unknown outcome may simply be tried again. */
  idempotent: boolean;
  /** Whether anybody can answer there. Where nobody can, it is the last resort for notices and offers nothing to be typed. */
  listens: boolean;
  /** Whether the bot may write where nobody wrote just now; else it only answers, and notices take another channel. */
  writesFirst: boolean;
  /** Whether its wire is a table of ours: then what works once is made where a text is shown, and not before. */
  keeps?: boolean;
  /** What the provider takes at most, for all our processes together; where a limit is absent there is none. */
  perChatPerSecond?: number;
  perSecond?: number;
  /** In one group, where the provider counts groups by another measure. */
  perMinutePerGroup?: number;
}

/**
 * One messenger. An adapter knows its wire and nothing of forms; `send` makes exactly one attempt and never throws.
 */
export interface Channel {
  readonly name: string;
  readonly capabilities: Capabilities;
  /** Whether a webhook call truly comes from the provider; constant time, before anything is parsed. */
  authentic(headers: Record<string, string | string[] | undefined>): boolean;
  /** Never throws; what it does not know becomes `unsupported`. */
  decode(body: unknown): Incoming[];
  /** Tell the provider that a tap was seen (spinners end). Failures are harmless. */
  acknowledge(incoming: Incoming): Promise<void>;
  /** `key` is the message's unique key, for channels that can tell a second attempt. */
  send(address: string, message: Outgoing, key: string): Promise<SendOutcome>;
  /** Whether the chat is a group; missing where there are no groups. */
  isGroup?(address: string): boolean;
  /** The content of a file that somebody sent, at most `most` bytes of it (what a dialog takes, where not given); never throws.
   * Missing where no files come in. */
  fetchFile?(fileId: string, most?: number): Promise<FetchedFile>;
}
