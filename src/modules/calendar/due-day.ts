import { run, type Em } from '../database/index.js';

/** SQL: the due day of the obligation `o` by what stands on record; `without` names an extension's id that is left out. */
export const dueDayOf = (without?: string) => `greatest(
  coalesce(
    (select moved.to_due_on from due_moved moved join due_move act on act.id = moved.move_id
     where moved.obligation_id = o.id and act.undone_at is null order by act.seq desc limit 1),
    o.first_due_on),
  (select max(granted.to_due_on) from extension granted
   where granted.obligation_id = o.id and granted.taken_back_at is null
     ${without ? `and granted.id <> ${without}` : ''}))`;

/**
 * Works out the due day of `obligations` anew from what stands on record: the day the newest standing move gave (else the first
 * due day), or the latest day that stands granted to the unit where that is later. So an undone move puts back exactly what it moved,
 * and an extension is kept whatever moves under it.
 */
export async function workOutDueDays(em: Em, obligations: readonly string[]): Promise<void> {
  if (obligations.length === 0) return;
  await run(
    em,
    `update obligation o set due_on = ${dueDayOf()}
     where id in (select value::uuid from jsonb_array_elements_text(?::jsonb))`,
    [JSON.stringify(obligations)],
  );
}
