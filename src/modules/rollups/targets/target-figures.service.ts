import { Inject, Injectable } from '@nestjs/common';
import { row, rows, run, type Em } from '../../database/index.js';
import { CLOCK, type Clock, newId } from '../../shared/index.js';
import type { Person } from '../../units/index.js';
import type { StandingTarget } from './rebaseline.js';

/** A figure that is set: assigned from above, or resolved by the unit's own council. */
export interface TargetFigure {
  planYear: number;
  unit: string;
  code: string;
  value: string;
  sort: 'assigned' | 'resolved';
  setBy: string;
  decision: string;
  decidedOn: string;
}

/** The figures that stand for a unit, and those that stood before them. */
@Injectable()
export class TargetFigures {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /** Writes a figure; the one before stays on record, and what was asked about it is overtaken. */
  async put(em: Em, target: TargetFigure, person: Person): Promise<string> {
    const { planYear, unit, code, value, sort, setBy, decision, decidedOn } = target;
    const now = this.clock.now();
    const id = newId();
    const before = await row<{ id: string }>(
      em,
      `update target set superseded_at = ? where plan_year = ? and unit_code = ? and code = ? and sort = ? and superseded_at is null
       returning id`,
      [now, planYear, unit, code, sort],
    );
    if (before) {
      await run(
        em,
        `update rebaseline set answer = 'overtaken', answered_by = ?, answered_at = ?
         where answer is null and (assigned_id = ?::uuid or resolved_id = ?::uuid)`,
        [person.id, now, before.id, before.id],
      );
    }
    await run(
      em,
      `insert into target (id, plan_year, unit_code, code, value, sort, set_by, decision, decided_on, recorded_by, recorded_at)
       values (?, ?, ?, ?, ?::numeric, ?, ?, ?, ?, ?, ?)`,
      [id, planYear, unit, code, value, sort, setBy, decision.normalize('NFC'), decidedOn, person.id, now],
    );
    return id;
  }

  /** What stands for a unit, by code. */
  standing(em: Em, unit: string, planYear: number, sort: 'assigned' | 'resolved') {
    return rows<StandingTarget & { decision: string; decidedOn: string; setBy: string }>(
      em,
      `select id, code, trim_scale(value)::text as value, decision, decided_on::text as "decidedOn", set_by as "setBy"
       from target where unit_code = ? and plan_year = ? and sort = ? and superseded_at is null order by code`,
      [unit, planYear, sort],
    );
  }
}
