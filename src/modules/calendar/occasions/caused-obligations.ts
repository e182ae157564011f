import { Inject, Injectable } from '@nestjs/common';
import { rows, run, type Em } from '../../database/index.js';
import { CLOCK, type Clock } from '../../shared/index.js';
import { workOutDueDays } from '../due-day.js';
import type { PlannedObligation } from '../milestone.js';
import { type Cause, ObligationWriter } from '../obligation-writer.js';
import { WaiversService } from '../acts/waivers.service.js';
import { type Difference, reconcile, type Standing } from './reconcile.js';

/** How many obligations an event or a rule adds, moves, withdraws, and leaves because somebody has begun them. */
export interface Effect {
  added: number;
  moved: number;
  withdrawn: number;
  kept: number;
}

/** Why a withdrawn obligation is waived; also how it is known again. */
const WITHDRAWN = 'withdrawn with its cause';

/** The obligations that events and rules make: brought in line with what is planned now. */
@Injectable()
export class CausedObligations {
  constructor(
    private readonly writer: ObligationWriter,
    private readonly waivers: WaiversService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What bringing the obligations of `cause` (those of one plan year where it is named) in line with `planned` would do. */
  async difference(
    em: Em,
    cause: Cause,
    planned: readonly PlannedObligation[],
    planYear?: number,
  ): Promise<Difference> {
    const standing = await rows<Omit<Standing, 'settled'> & { settled: boolean }>(
      em,
      `select o.id, o.plan_year as "planYear", o.milestone, o.unit_code as unit, o.occasion, o.opens_on::text as "opensOn",
              o.first_due_on::text as "firstDueOn", o.settled_at is not null as settled,
              exists (select from obligation_begun b where b.obligation_id = o.id) as begun,
              exists (select from waiver w where w.obligation_id = o.id and w.taken_back_at is null and w.reason = ?)
                as withdrawn
       from obligation o
       where ${'event' in cause ? 'o.event_id' : 'o.rule_id'} = ?::uuid and (?::int is null or o.plan_year = ?)
       order by o.milestone, o.unit_code, o.occasion for update of o`,
      [WITHDRAWN, 'event' in cause ? cause.event : cause.rule, planYear ?? null, planYear ?? null],
    );
    return reconcile(
      standing.map(({ settled, ...one }) => ({ ...one, ...(settled ? { settled: { at: '', as: 'waived' } } : {}) })),
      planned,
    );
  }

  /** Does it. */
  async apply(em: Em, cause: Cause, difference: Difference): Promise<Effect> {
    const added = await this.writer.add(
      em,
      difference.add.map((one) => ({ ...one, cause })),
    );
    for (const { id, to, revive } of difference.move) {
      if (revive) await this.waivers.lift(em, id, { why: 'its cause is back' });
      await run(
        em,
        `update obligation set opens_on = ?, first_due_on = ?, recipients = ?::jsonb, about = ?::jsonb where id = ?::uuid`,
        [to.opensOn, to.dueOn, JSON.stringify(to.recipients), JSON.stringify(to.about ?? null), id],
      );
    }
    await workOutDueDays(
      em,
      difference.move.map((one) => one.id),
    );
    for (const one of difference.withdraw) {
      await this.waivers.put(em, one.id, { reason: WITHDRAWN, at: this.clock.now() });
    }
    return effectOf(difference, added);
  }
}

/** The numbers of a difference. */
export function effectOf(difference: Difference, added = difference.add.length): Effect {
  return {
    added,
    moved: difference.move.length,
    withdrawn: difference.withdraw.length,
    kept: difference.keep.length,
  };
}
