import { newId } from '../shared/index.js';
import { MESSAGE_KINDS, type Body, type MessageKind } from './message.js';

/** A message to be sent: to a person (wherever reachable) or to one chat. `key` makes it unique for ever. */
export interface Draft {
  key: string;
  kind: MessageKind;
  to: { person: string } | { channel: string; address: string; person?: string };
  body: Body;
  /** Not before this instant; now when absent. */
  notBefore?: Date;
  /** Channels on which it should rather leave, the best first; for messages to a person wherever reachable. */
  prefer?: readonly string[];
}

/** The drafts, each with what else is said `about` it, as the JSON that {@link writingMessages} reads. */
export const givenMessages = <D extends Draft>(
  drafts: readonly D[],
  now: Date,
  about: (draft: D) => Record<string, unknown> = () => ({}),
): string => JSON.stringify(drafts.map((draft, place) => ({ ...about(draft), place, ...toRow(draft, now) })));

/**
 * SQL that writes what {@link givenMessages} gave; one whose key already stands is left as it is. `given` and `now` stand for
 * the two parameters; `only` narrows it, by a column of `extra` (its name and type) that was said about each draft.
 */
export const writingMessages = (given: string, now: string, { extra = '', only = '' } = {}): string =>
  `insert into message (id, key, kind, priority, person_id, channel, address, lane, body, not_before, prefer, created_at)
   select id, key, kind, priority, person, channel, address, lane, body, not_before, prefer, ${now}
   from jsonb_to_recordset(${given}::jsonb) as d (place int, id uuid, key text, kind text, priority int, person uuid, channel text,
     address text, lane text, body jsonb, not_before timestamptz, prefer text[]${extra && `, ${extra}`})
   ${only && `where ${only}`} order by place on conflict (key) do nothing`;

function toRow(draft: Draft, now: Date) {
  const to = 'channel' in draft.to ? draft.to : { person: draft.to.person, channel: null, address: null };
  return {
    id: newId(),
    key: draft.key,
    kind: draft.kind,
    priority: MESSAGE_KINDS.indexOf(draft.kind),
    person: to.person ?? null,
    channel: to.channel,
    address: to.address,
    lane: to.channel === null ? `person:${to.person}` : `${to.channel}:${to.address}`,
    body: draft.body,
    not_before: draft.notBefore ?? now,
    prefer: draft.prefer ?? null,
  };
}
