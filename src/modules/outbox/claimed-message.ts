import type { Body, MessageKind } from './message.js';

/** A message that this process has taken to send. */
export interface ClaimedMessage {
  id: string;
  key: string;
  kind: MessageKind;
  /** 0 is the most urgent. */
  priority: number;
  seq: number;
  writtenAt: Date;
  person?: string;
  /** Where it must go; absent where it goes wherever the person can be reached. */
  channel?: string;
  address?: string;
  /** Channels on which it should rather leave, the best first. */
  prefer: readonly string[];
  lane: string;
  body: Body;
  /** Attempts made before. */
  attempts: number;
  /** Which claim this is; an older one has no say any more. */
  claims: number;
  /** An earlier attempt may have arrived. */
  again: boolean;
  /** The body is the rest of a text of which the person has read the beginning. */
  rest: boolean;
}

/** What became of a claimed message. */
export type Settlement = { message: ClaimedMessage } & (
  | {
      state: 'sent' | 'unknown' | 'skipped' | 'rejected' | 'unreachable';
      channel?: string;
      address?: string;
      providerId?: string;
      detail?: string;
    }
  /** Put back, to be tried again after so many (real) seconds. */
  | {
      state: 'due';
      afterSeconds: number;
      /** Not before this instant of the plan's clock. */
      notBefore?: Date;
      body?: Body;
      rest?: boolean;
      again?: boolean;
      /** The chat lives under another address now. */
      address?: string;
      detail?: string;
    }
);
