import { rows, type Em } from '../../database/index.js';
import type { Conference } from './conference.js';

/** A conference with the names that people read. */
export interface NamedConference extends Conference {
  unitName: string;
  chairName: string;
}

const COLUMNS = `c.id, c.plan_year as "planYear", c.milestone, c.unit_code as unit, c.held_by as "heldBy", c.chair_id as chair,
  c.room, c.on_day::text as day, c.half, c.note, c.state, c.version, u.name as "unitName", p.name as "chairName"`;
const TABLES = `conference c join unit u on u.code = c.unit_code join person p on p.id = c.chair_id`;

/** Conferences that are not cancelled on any of `days`, of whatever window: what a new one could clash with. */
export function standingOn(em: Em, days: readonly string[]): Promise<NamedConference[]> {
  if (days.length === 0) return Promise.resolve([]);
  return rows(em, `select ${COLUMNS} from ${TABLES} where c.state <> 'cancelled' and c.on_day in (?) order by c.id`, [
    days,
  ]);
}

/** The conferences of a plan year that concern `units` (all when undefined), cancelled ones left out, in the order of days. */
export function ofYear(em: Em, planYear: number, units: readonly string[] | undefined): Promise<NamedConference[]> {
  if (units?.length === 0) return Promise.resolve([]);
  const mine = units ? 'and (c.unit_code in (?) or c.held_by in (?))' : '';
  return rows(
    em,
    `select ${COLUMNS} from ${TABLES} where c.plan_year = ? and c.state <> 'cancelled' ${mine}
     order by c.on_day, c.half desc, u.name, c.id`,
    units ? [planYear, units, units] : [planYear],
  );
}

/** One conference, locked until the transaction ends. */
export async function locked(em: Em, id: string): Promise<NamedConference | undefined> {
  const [found] = await rows<NamedConference>(
    em,
    `select ${COLUMNS} from ${TABLES} where c.id = ?::uuid for update of c`,
    [id],
  );
  return found;
}
