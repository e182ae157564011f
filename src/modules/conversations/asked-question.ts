import { instant } from '../database/index.js';
import type { Body } from '../outbox/index.js';
import type { TurnView } from './turn-view.js';
import type { Incoming } from './incoming.js';

/** No attempt to send lasts until its lease has no more than this left: whoever made it has died. */
const LEASE_LEFT = '40 seconds';

/** What the ledger knows of the message that put the question: to be selected from `message`, called `m`. */
export const ASKED = `m.state as asked_state, m.sent_at as asked_sent_at,
  m.claimed_until < now() + interval '${LEASE_LEFT}' as asked_overdue, m.channel as asked_channel, m.address as asked_address,
  case when m.state in ('due', 'claimed', 'sending') and not jsonb_exists_any(m.body, array['attachment', 'oneTime']) then m.body end as asked_body,
  case when m.provider_id ~ '^[0-9]{1,9}$' then m.provider_id::int end as asked_line`;

export interface AskedRow {
  asked_state: string | null;
  asked_sent_at: string | Date | null;
  asked_overdue: boolean | null;
  asked_channel: string | null;
  asked_address: string | null;
  asked_line: number | null;
  asked_body: Body | null;
}

/** Whether the question that stands was read: it waits, it left, or nobody knows what became of it. */
export function readingOf(
  asked: AskedRow | undefined,
  { channel, address, seenUpTo }: Incoming,
): Pick<TurnView, 'unseen' | 'askedAt' | 'waiting'> {
  if (!asked?.asked_state) return {};
  const isHere = asked.asked_channel === channel && asked.asked_address === address;
  // What the channel tells is more than what any clock does.
  if (seenUpTo !== undefined && isHere && asked.asked_line !== null) {
    return asked.asked_line > seenUpTo ? { unseen: 'unread' } : {};
  }
  const state = asked.asked_state;
  const waiting = (isHere && asked.asked_body) || undefined;
  if (state === 'due' || state === 'claimed') return { unseen: 'waits', waiting };
  if (state === 'unknown' || (state === 'sending' && asked.asked_overdue)) return { unseen: 'unknown' };
  if (state === 'sending') return { unseen: 'leaving', waiting };
  return asked.asked_sent_at === null ? {} : { askedAt: instant(String(asked.asked_sent_at)) };
}
