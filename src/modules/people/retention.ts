/** For how many days what is kept of people stands (docs/data-inventory.md); a profile says it. */
export interface Periods {
  /** What was said to the bot and files sent to it. */
  conversations: number;
  /** Where a dialog stands, from its last word on. */
  dialogs: number;
  /** What messages said and to which address, from the day they were settled; that they were sent stays. */
  messageTexts: number;
  /** Digests that let somebody in, from the moment they ran out. */
  signIns: number;
  /** Addresses of chats and groups, from the day they were unlinked. */
  endedChats: number;
  /** Addresses of chats that guessed at codes. */
  guesses: number;
  /** What the jobs counted. */
  jobRuns: number;
}

/** What is erased of one table, a bounded set at a time. */
export interface Step {
  table: string;
  /** Past this period. */
  days: number;
  /** Two places: the instant before which it goes, and how many rows at most. */
  sql: string;
}

/** A message that is past its period keeps who, when, on which channel and with which outcome: the evidence of an escalation. */
const EMPTIED = `body = '{"text":""}', address = null, lane = 'erased:' || id, provider_id = null,
  key = case when position(address in key) > 0 then 'erased/' || id else key end`;

const removed = (table: string, past: string): string =>
  `delete from ${table} where ctid = any(array(select t.ctid from ${table} t where ${past} limit ? for update skip locked))`;

/** The steps that keep `periods`, none of which waits for a row that somebody holds. */
export function stepsOf(periods: Periods): Step[] {
  const { conversations, dialogs, messageTexts, signIns, endedChats, guesses, jobRuns } = periods;
  const ranOut = (table: string, days = signIns): Step => ({ table, days, sql: removed(table, 't.expires_at < ?') });
  return [
    { table: 'received_file', days: conversations, sql: removed('received_file', 't.received_at < ?') },
    // What was never taken is not lost by age.
    { table: 'inbox', days: conversations, sql: removed('inbox', 't.done_at < ?') },
    { table: 'webchat_file', days: conversations, sql: removed('webchat_file', 't.at < ?') },
    {
      table: 'webchat_line',
      days: conversations,
      // The newest stays: the browser asks for what came after the number it knows, so that numbers may not begin anew.
      sql: removed(
        'webchat_line',
        't.at < ? and exists (select from webchat_line n where n.address = t.address and n.line > t.line)',
      ),
    },
    { table: 'dialog', days: dialogs, sql: removed('dialog', 't.updated_at < ?') },
    {
      table: 'message',
      days: messageTexts,
      sql: `update message set ${EMPTIED} where id = any(array(
        select t.id from message t where greatest(t.created_at, t.not_before, t.sent_at) < ?
          and t.state not in ('due', 'claimed', 'sending') and (t.body <> '{"text":""}' or t.address is not null)
        limit ? for update skip locked))`,
    },
    ranOut('session'),
    ranOut('sign_in_link'),
    ranOut('group_code'),
    ranOut('attachment_link'),
    // An invitation that is shown again while its message is kept must be known to be over.
    ranOut('enrolment_code', Math.max(signIns, conversations, messageTexts)),
    { table: 'try_count', days: 0, sql: removed('try_count', 't.until < ?') },
    { table: 'enrolment_miss', days: guesses, sql: removed('enrolment_miss', 't.at < ?') },
    { table: 'channel_link', days: endedChats, sql: removed('channel_link', 't.ended_at < ?') },
    { table: 'group_binding', days: endedChats, sql: removed('group_binding', 't.ended_at < ?') },
    { table: 'job_run', days: jobRuns, sql: removed('job_run', 't.started_at < ?') },
  ];
}
