/** One thing a person did in a chat, whatever the channel. `eventId` is unique per channel for ever. */
export interface Incoming {
  channel: string;
  /** The chat's address on that channel. */
  address: string;
  eventId: string;
  /** When the person sent it, by the provider's clock; ISO instant. */
  sentAt: string;
  /** The channel's own number of the last message that the person had seen by then, where the channel tells. */
  seenUpTo?: number;
  /** The name the provider shows; never trusted as identity. */
  displayName?: string;
  /** Private chat or a group: no data entry in groups. */
  chat: 'private' | 'group';
  content:
    | { type: 'text'; text: string }
    /** A tapped button; `callbackId` lets the adapter acknowledge it. */
    | { type: 'button'; token: string; callbackId?: string }
    /** A deep link's payload. */
    | { type: 'start'; payload: string }
    /** The person blocked or left the bot. */
    | { type: 'left' }
    /** The group goes on under another address. */
    | { type: 'moved'; to: string }
    /** A photo or document; `fileId` is what the channel fetches its bytes by, before the turn is taken. */
    | { type: 'file'; fileId: string; name: string; mediaType: string; size?: number; caption?: string }
    /** A telephone number out of the address book; `own` says that the provider vouches for it as the sender's own. */
    | { type: 'contact'; phone: string; own: boolean }
    /** Nothing that a dialog can take; `edited` where an earlier message was changed. */
    | { type: 'unsupported'; what: string };
}
