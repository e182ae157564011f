/** A choice under a message. `token` is what comes back when it is tapped (≤ 64 bytes); `typed` is what a person types instead. */
export interface Button {
  label: string;
  token: string;
  typed: string;
}

/** What a message says, in plain text; each adapter escapes it for its wire. `buttons` are rows; channels without buttons show none: the text names the typed words. */
export interface Body {
  text: string;
  buttons?: Button[][];
  /** A file that goes along; `fileRef` is opened by `Attachments` when the message leaves, so that it is as new as can be. */
  attachment?: { name: string; fileRef: string };
  /** Says what a message of the chat says that had not arrived yet: sent only where that one does not arrive. */
  repeats?: true;
  /** Something that works once and stands in no table: made where the message is shown, in the place of `place`. */
  oneTime?: OneTimeText;
}

/** Names what is to stand in a text that lets somebody in, so that the ledger holds no secret. */
export interface OneTimeText {
  /** What stands in the text meanwhile. */
  place: string;
  /** `<prefix>/<rest>`: whoever knows the prefix makes it (`OneTimeTexts`). */
  ref: string;
  /** Whose it is: a chat that is no longer this person's shows nothing. */
  person: string;
}

/** Most urgent first; what the product says of itself goes right after replies. */
export const MESSAGE_KINDS = ['reply', 'system', 'escalation', 'last-day', 'reminder', 'digest'] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

export const MESSAGE_STATES = [
  'due',
  'claimed',
  'sending',
  'sent',
  'unknown',
  'skipped',
  'rejected',
  'unreachable',
] as const;

/** What is promised of a kind of message on a channel that cannot tell a second attempt (docs/delivery.md). */
export const GUARANTEES = ['at-most-once', 'at-least-once'] as const;
export type Guarantee = (typeof GUARANTEES)[number];

/** An escalation of which nobody knows whether it arrived is sent once more, marked; anything else is left at that. */
export const guaranteeOf = (kind: MessageKind): Guarantee => (kind === 'escalation' ? 'at-least-once' : 'at-most-once');

/** What became of one attempt to send. Exactly one HTTP attempt stands behind each. */
export type SendOutcome =
  | { outcome: 'sent'; providerId?: string }
  /** Surely not accepted: try again after so many seconds; `scope` says whether the chat or the whole bot is limited. */
  | { outcome: 'retry'; afterSeconds: number; scope: 'chat' | 'global' }
  /** No connection stood, so surely not accepted: try again soon, later each time, after so many seconds at the latest. */
  | { outcome: 'unreached'; mostSeconds: number }
  /** The person cannot be reached there any more (blocked, deactivated). */
  | { outcome: 'unreachable'; why: string }
  /** The chat lives under another address now. */
  | { outcome: 'moved'; to: string }
  /** Refused for what it is; sending it again cannot help. */
  | { outcome: 'rejected'; detail: string }
  /** Nobody knows whether it arrived (timeout, dropped connection): never sent again blindly. */
  | { outcome: 'unknown'; detail: string };
