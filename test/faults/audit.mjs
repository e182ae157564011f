// What the ledger says of a day of faults, held against what the provider accepted.
import pg from 'pg';

/** The hours of the profile's ladder, and how far its zone is from UTC. */
const DAYTIME = { from: '07:00', to: '18:00' };
const ZONE_MS = 7 * 3_600_000;

/**
 * Everything that must hold when all is quiet again. Gives the counts and what is wrong, in sentences; nothing wrong is an
 * empty list.
 * @param {Map<string, { chat: string, text: string, at: string }>} accepted by message number
 */
export async function audit(databaseUrl, accepted) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const rows = async (sql) => (await client.query(sql)).rows;
  const messages = await rows(
    `select key, kind, state, again, coalesce(address, '') as chat, provider_id, detail from message`,
  );
  const notices = await rows(`select state, count(*)::int as n from notice group by state`);
  const [{ n: orphans }] = await rows(
    `select count(*)::int as n from notice n left join message m on m.id = n.message_id where n.state = 'planned' and m.id is null`,
  );
  const [{ n: held }] = await rows(
    `select count(*)::int as n from message
     where (not_before at time zone 'Asia/Ho_Chi_Minh')::time = '${DAYTIME.from}' and not_before > created_at`,
  );
  const [{ n: untold, all: owed }] = await rows(
    `select count(*)::int as all,
       count(*) filter (where not exists (select from notice n where n.obligation_id = o.id))::int as n
     from obligation o where o.settled_at is null and o.due_on <= (select max(on_date) from planned_day)`,
  );
  await client.end();

  const wrong = [];
  const count = (what) => messages.filter(what).length;
  const unfinished = count(({ state }) => ['due', 'claimed', 'sending'].includes(state));
  if (unfinished > 0) wrong.push(`${unfinished} messages have no outcome in the ledger`);
  if (owed === 0 || untold > 0) wrong.push(`${untold} of ${owed} obligations past due have no notice at all`);
  if (orphans > 0) wrong.push(`${orphans} notices are planned and have no message`);
  // Nobody writes to the bot here: whatever left was a notice, and none may leave at another hour.
  const atNight = [...accepted.values()].filter(({ at }) => !isBy(DAYTIME, at));
  for (const { at, chat } of atNight) wrong.push(`a message to chat ${chat} left at ${at}, outside the hours`);
  const keys = new Set(messages.map(({ key }) => key));
  if (keys.size !== messages.length) wrong.push('two messages have one key');

  // Every row that says "sent" names the provider's number of its message: that one was accepted, for this chat, once.
  const named = new Set();
  for (const { key, state, chat, provider_id: number } of messages) {
    if (state !== 'sent') continue;
    if (accepted.get(number)?.chat !== chat) wrong.push(`${key} is "sent" and was never accepted`);
    if (named.has(number)) wrong.push(`${key} claims a message of another row`);
    named.add(number);
  }
  // Every other message that was accepted is an attempt of which nobody knew: of a row that says so, or of a marked second one.
  const unknownOf = countBy(
    messages.filter(({ state, again }) => state === 'unknown' || again),
    ({ chat, state, again }) => [chat, (state === 'unknown' ? 1 : 0) + (again ? 1 : 0)],
  );
  const spareOf = countBy(
    [...accepted].filter(([number]) => !named.has(number)),
    ([, { chat }]) => [chat, 1],
  );
  let duplicates = 0;
  for (const [chat, spare] of spareOf) {
    const explained = unknownOf.get(chat) ?? 0;
    if (spare > explained) {
      duplicates += spare - explained;
      wrong.push(`chat ${chat} got ${spare - explained} messages more than the ledger knows of`);
    }
  }
  const marked = [...accepted.values()].filter(({ text }) => text.startsWith('(gửi lại)')).length;
  return {
    wrong,
    counts: {
      notices: notices.reduce((total, { n }) => total + n, 0),
      messages: messages.length,
      accepted: accepted.size,
      sent: count(({ state }) => state === 'sent'),
      unknown: count(({ state }) => state === 'unknown'),
      skipped: count(({ state }) => state === 'skipped'),
      'held for the next morning': held,
      'sent again, marked': marked,
      'left outside the hours': atNight.length,
      'duplicates beyond the documented': duplicates,
      lost: unfinished + orphans + untold,
    },
  };
}

/** Whether the time of day at which something happened lies within the hours; `to` is the first minute that does not. */
function isBy({ from, to }, at) {
  if (at === undefined) return false;
  const time = new Date(Date.parse(at) + ZONE_MS).toISOString().slice(11, 16);
  return time >= from && time < to;
}

function countBy(items, of) {
  const counts = new Map();
  for (const item of items) {
    const [key, n] = of(item);
    counts.set(key, (counts.get(key) ?? 0) + n);
  }
  return counts;
}
