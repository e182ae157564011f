import { Inject, Injectable } from '@nestjs/common';
import { Database, rows, run, type Em } from '../database/index.js';
import { CLOCK, newId, type Clock, type PlainDate } from '../shared/index.js';
import type { OwedItem, PlannedNotice } from './ladder.js';

/** Nobody of the unit is linked to a chat; or somebody is, and still no reminder was ever delivered. */
export type UnreachedKind = 'unreached' | 'no-contact';

/** The units that cannot be told: a matter for whoever watches them, the same day. */
@Injectable()
export class UnreachedService {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Opens a work item for each unit that the morning's plan could not reach, once; closes those of units that can be reached
   * again. `units` are those of which somebody can be told.
   */
  async keep(
    em: Em,
    morning: {
      planned: readonly PlannedNotice[];
      unreachable: readonly PlannedNotice[];
      items: readonly OwedItem[];
      units: ReadonlySet<string>;
      day: PlainDate;
    },
  ): Promise<void> {
    const { planned, unreachable, items, units, day } = morning;
    await this.reached(em, [...units]);
    const superiors = new Map(items.map((item) => [item.unit, item.superior]));
    const alone = unreachable.filter(({ audience, unit }) => audience.unit === unit && !units.has(unit));
    for (const unit of new Set(alone.map(({ unit }) => unit))) {
      await this.open(em, 'unreached', unit, superiors.get(unit), day);
    }
    const waiting = items.filter(({ contact, dueOn }) => contact && contact.deliveredOn === undefined && dueOn <= day);
    await run(
      em,
      `update work_item set closed_at = ? where kind = 'no-contact' and closed_at is null and unit_code <> all(?::text[])`,
      [this.clock.now(), `{${[...new Set(waiting.map(({ unit }) => unit))].join()}}`],
    );
    for (const { unit, sort, audience } of planned) {
      // Where nobody is linked at all, that is the matter already.
      if (sort === 'no-contact' && units.has(unit)) await this.open(em, 'no-contact', unit, audience.unit, day);
    }
    // Closing the matter reaches nobody: while a unit that was never told is late and not escalated, it stands again.
    const toldToday = new Set(planned.flatMap(({ unit, audience }) => (audience.unit === unit ? unit : [])));
    for (const { unit, superior } of await this.leftAlone(em, waiting)) {
      if (units.has(unit) && toldToday.has(unit)) continue;
      await this.open(em, units.has(unit) ? 'no-contact' : 'unreached', unit, superior, day);
    }
  }

  /** Somebody of these units can be told again: they leave the list of those who cannot. */
  async reached(em: Em, units: readonly string[]): Promise<void> {
    if (units.length === 0) return;
    await run(
      em,
      `update work_item set closed_at = ? where kind = 'unreached' and closed_at is null and unit_code in (?)`,
      [this.clock.now(), units],
    );
  }

  /** Units that cannot be told, the longest first. */
  async list(em: Em = this.database.em): Promise<{ unit: string; since: PlainDate; kind: UnreachedKind }[]> {
    return rows(
      em,
      `select unit_code as unit, opened_on::text as since, kind from work_item
       where kind in ('unreached', 'no-contact') and closed_at is null order by opened_on, unit_code`,
    );
  }

  /** Those of `waiting` of which the superior has heard that nobody could be reached, and for which no matter stands any more. */
  private async leftAlone(em: Em, waiting: readonly OwedItem[]): Promise<OwedItem[]> {
    if (waiting.length === 0) return [];
    const found = await rows<{ id: string }>(
      em,
      `select distinct n.obligation_id as id from notice n
       where n.sort = 'no-contact' and n.obligation_id = any(?::uuid[]) and not exists (
         select 1 from work_item w
         where w.unit_code = n.unit_code and w.kind in ('unreached', 'no-contact') and w.closed_at is null)`,
      [`{${waiting.map(({ id }) => id).join()}}`],
    );
    const alone = new Set(found.map(({ id }) => id));
    return waiting.filter(({ id }) => alone.has(id));
  }

  private async open(
    em: Em,
    kind: UnreachedKind,
    unit: string,
    superior: string | undefined,
    day: PlainDate,
  ): Promise<void> {
    if (superior === undefined) return;
    await run(
      em,
      `insert into work_item (id, kind, unit_code, for_unit, opened_on) values (?, ?, ?, ?, ?)
       on conflict (kind, unit_code) where closed_at is null do nothing`,
      [newId(), kind, unit, superior, day],
    );
  }
}
