// What stands in the database afterwards, held against what the officials had on paper and what their messengers hold.
import pg from 'pg';
import { cutToFit } from '../../dist/modules/channels/cut-to-fit.js';

/** What each channel carries in one message. */
const CARRIES = {
  telegram: { maxText: 4096, buttons: true, documents: false, listens: true },
  zalo: { maxText: 2000, buttons: false, documents: false, listens: true },
  webchat: { maxText: 4000, buttons: true, documents: false, listens: true },
};

/**
 * @param {Official[]} officials
 * @returns {Promise<{ counts: Record<string, number>, wrong: { official?: Official, what: string }[] }>}
 */
export async function audit(databaseUrl, officials) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const rows = async (sql) => (await client.query(sql)).rows;
  const reports = byKey(await rows('select id, obligation_id, state, answers from report'), 'obligation_id');
  const revisions = groupBy(
    await rows('select report_id, state, answers from report_revision order by revision'),
    'report_id',
  );
  const inbox = groupBy(await rows('select channel, address, event_id, done_at, failure from inbox'), 'address');
  const messages = groupBy(
    await rows('select key, kind, state, channel, address, provider_id, body, rest, detail from message order by seq'),
    'address',
  );
  await client.end();

  const wrong = [];
  for (const official of officials) {
    const say = (what) => wrong.push({ official, what });
    const report = reports.get(official.obligation);
    if (!official.done) say('never saw the report submitted');
    if (report) checkReport(official, report, revisions.get(report.id) ?? [], say);
    else say('has no report');
    checkInbox(official, inbox.get(official.chat.address) ?? [], messages.get(official.chat.address) ?? [], say);
    checkReplies(official, messages.get(official.chat.address) ?? [], say);
    for (const fault of official.chat.wrong ?? []) say(fault);
  }
  const all = [...messages.values()].flat();
  const replies = all.filter(({ kind }) => kind === 'reply');
  const count = (state) => replies.filter((one) => one.state === state).length;
  return {
    wrong,
    counts: {
      'messages of officials': officials.reduce((sum, { chat }) => sum + chat.said.length, 0),
      'said again because nothing came': officials.reduce((sum, { resent }) => sum + resent, 0),
      'reports submitted': [...reports.values()].filter(({ state }) => state !== 'draft').length,
      replies: replies.length,
      'replies sent': count('sent'),
      'replies unknown': count('unknown'),
      'replies passed over, said already': count('skipped'),
      'other messages': all.length - replies.length,
    },
  };
}

/** The report holds what was on paper, each question was answered once, and it was submitted once. */
function checkReport({ sheet }, { state, answers }, revisions, say) {
  if (state === 'draft') say('the report is a draft');
  const given = new Map();
  for (const { answers: change } of revisions) {
    for (const [row, cells] of Object.entries(change.cells ?? {})) {
      for (const [column, cell] of Object.entries(cells)) {
        const values = given.get(`${row} ${column}`) ?? [];
        // A list of rows sent again says the same again; that changes nothing.
        if (values.at(-1) !== JSON.stringify(cell)) given.set(`${row} ${column}`, [...values, JSON.stringify(cell)]);
      }
    }
  }
  for (const [row, { key }] of sheet.rows.entries()) {
    for (const [column, measure] of sheet.measures.entries()) {
      const meant = sheet.answers[row][column];
      const kept = answers.cells?.[key]?.[measure.key];
      if (kept?.state !== meant.state || kept.value !== meant.value) {
        say(`question ${row + 1}, ${measure.shown}: typed ${meant.typed}, kept ${JSON.stringify(kept)}`);
      }
      const times = given.get(`${key} ${measure.key}`)?.length ?? 0;
      if (times !== 1) say(`question ${row + 1}, ${measure.shown} was answered ${times} times`);
    }
  }
  const submitted = revisions.filter((one) => one.state === 'submitted').length;
  if (submitted !== 1) say(`was submitted ${submitted} times`);
}

/** Every message is kept once and had its turn, and every turn has its reply. */
function checkInbox({ chat }, events, messages, say) {
  const kept = byKey(events, 'event_id');
  const answered = new Set(messages.map(({ key }) => /^reply\/\w+\/(.+)\/[^/]+$/.exec(key)?.[1]));
  for (const event of chat.said) {
    const one = kept.get(event);
    if (!one) say(`message ${event} was lost`);
    else if (!one.done_at) say(`message ${event} never had its turn`);
    else if (one.failure) say(`the turn of message ${event} failed: ${one.failure}`);
    else if (!answered.has(event)) say(`message ${event} has no reply`);
  }
  const strange = events.filter(({ event_id }) => !chat.said.includes(event_id));
  if (strange.length > 0) say(`${strange.length} messages are kept that nobody sent`);
}

/** Every reply arrived once, or the ledger says that nobody knows; what arrived is in the ledger, in its order. */
function checkReplies({ chat, channel }, messages, say) {
  const arrived = chat.accepted();
  const left = countOf(arrived.map(({ text }) => text.trim()));
  const take = (text) => {
    const n = left.get(text) ?? 0;
    if (n > 0) left.set(text, n - 1);
    return n > 0;
  };
  let before = -1;
  // Those that surely arrived first: an unknown one of the same words has what is left.
  const surely = messages.toSorted((a, b) => Number(b.state === 'sent') - Number(a.state === 'sent'));
  for (const { key, kind, state, provider_id: id, body, rest, detail } of surely) {
    if (!['sent', 'unknown', 'skipped'].includes(state)) say(`${key} is "${state}"`);
    const at = arrived.findIndex((one) => one.id === id);
    if (state === 'sent' && at === -1) say(`${key} is "sent" and never arrived`);
    // A notice is written anew when it leaves: it is known by its number.
    const texts = kind === 'reply' ? piecesOf(body, channel) : at === -1 ? [] : [arrived[at].text.trim()];
    if (state === 'skipped' && kind === 'reply') {
      const stands = texts.every((text) => arrived.some((one) => one.text.trim() === text));
      if (detail !== 'said-already' || !stands) say(`${key} was passed over, though the chat does not hold its words`);
      continue;
    }
    const took = texts.map(take);
    if (state === 'sent' && took.includes(false)) say(`${key} is "sent" and did not arrive, or not whole`);
    if (state === 'sent' && kind === 'reply') {
      if (at !== -1 && at < before) say(`${key} arrived before an older reply`);
      before = Math.max(before, at);
    }
    // The first pieces went before this row was put back with the rest.
    if (rest) left.clear();
  }
  // A notice of which nobody knows has no number, and other words than its row: it explains one message that is left over.
  let explained = messages.filter(({ kind, state }) => kind !== 'reply' && state === 'unknown').length;
  for (const [text, n] of left) {
    const more = n - Math.min(n, explained);
    explained -= n - more;
    if (more > 0) say(`got ${more} times more than the ledger knows of: ${text.slice(0, 80)}`);
  }
}

const piecesOf = (body, channel) => cutToFit(body, CARRIES[channel]).map(({ part }) => part.text.trim());

const byKey = (items, key) => new Map(items.map((item) => [item[key], item]));
const groupBy = (items, key) => Map.groupBy(items, (item) => item[key]);
const countOf = (texts) => new Map([...Map.groupBy(texts, (text) => text)].map(([text, all]) => [text, all.length]));
