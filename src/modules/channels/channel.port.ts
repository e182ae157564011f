import type { FetchedFile, Incoming } from '../conversations/index.js';
import type { Body, SendOutcome } from '../outbox/index.js';

export interface Capabilities {
  /** Longest text of one message, in UTF-16 units after escaping as the channel counts. */
  maxText: number;
  buttons: boolean;
  edits: boolean;
  /** Whether a link can carry a start payload (deep link). */
  startPayload: boolean;
  /** Whether messages of one chat arrive in the order sent. */
  ordered: boolean;
  /** Whether a second send under the same key shows nothing twice: then an unknown outcome may simply be tried again. */
  idempotent: boolean;
  perChatPerSecond: number;
  perSecond: number;
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
  send(address: string, body: Body, key: string): Promise<SendOutcome>;
  /** The bytes of a file somebody sent, by its `fileId`; never throws, reads no more than is allowed. Absent: takes no files. */
  fetchFile?(fileId: string): Promise<FetchedFile>;
}
