import type { Theatre } from './theatre.js';

interface Entry {
  on: string;
  who: string;
  rung: string;
  milestone: string;
  unit: string;
  channel: string | null;
}

/** Every notice that left (or may have: the process was killed at that moment), one line each: day, person, channel, rung, milestone, unit. */
export async function sentNotices(theatre: Theatre): Promise<string[]> {
  const found = await theatre.sql<Entry>(
    `select n.on_date::text as on, p.name as who, n.rung, n.milestone, u.name as unit, m.channel
     from notice n join message m on m.id = n.message_id and m.state in ('sent', 'unknown')
     join person p on p.id = n.person_id join unit u on u.code = n.unit_code
     order by n.on_date, p.name collate "C", n.milestone, n.rung, u.name collate "C"`,
  );
  return found.map(
    ({ on, who, channel, rung, milestone, unit }) => `${on} ${who} (${channel}): ${rung} ${milestone} ${unit}`,
  );
}

/** Days on which somebody got more than one notice message. */
export async function doubledMornings(theatre: Theatre): Promise<string[]> {
  const found = await theatre.sql<{ who: string; on: string }>(
    `select p.name as who, (m.sent_at at time zone 'Asia/Ho_Chi_Minh')::date::text as on
     from message m join person p on p.id = m.person_id
     where m.key like 'digest/%' and m.state = 'sent' group by 1, 2 having count(*) > 1`,
  );
  return found.map(({ who, on }) => `${on} ${who}`);
}

/** Notice messages that left outside 07:00–18:00, local time. */
export async function outOfHours(theatre: Theatre): Promise<string[]> {
  const found = await theatre.sql<{ key: string; at: string }>(
    `select key, (sent_at at time zone 'Asia/Ho_Chi_Minh')::text as at from message
     where key like 'digest/%' and state = 'sent'
       and ((sent_at at time zone 'Asia/Ho_Chi_Minh')::time < '07:00' or (sent_at at time zone 'Asia/Ho_Chi_Minh')::time >= '18:00')`,
  );
  return found.map(({ key, at }) => `${key} at ${at}`);
}

/** What every unit submitted, for comparing two performances. */
export async function outcomes(theatre: Theatre): Promise<string[]> {
  const found = await theatre.sql<{ line: string }>(
    `select o.milestone || ' ' || u.name || ': ' || coalesce(o.settled_as, 'open') || ' '
       || coalesce((o.settled_at at time zone 'Asia/Ho_Chi_Minh')::date::text, '-') || ' ' || coalesce(md5(r.answers::text), '') as line
     from obligation o join unit u on u.code = o.unit_code left join report r on r.obligation_id = o.id
     order by o.milestone, u.name collate "C"`,
  );
  return found.map((one) => one.line);
}
