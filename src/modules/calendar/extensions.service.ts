import { Inject, Injectable } from '@nestjs/common';
import { AuditService, Scope } from '../access/index.js';
import { Database, row, run } from '../database/index.js';
import { CLOCK, newId, plainDate, problem, type Clock } from '../shared/index.js';
import { type Person, UnitsService } from '../units/index.js';
import { ObligationsService } from './obligations.service.js';

export const obligationUnknown = problem('calendar.obligation-unknown', 404);
export const alreadySettled = problem('calendar.already-settled', 409);
export const notLater = problem<{ due: string }>('calendar.extension-not-later', 422);
export const passesOwnDue = problem<{ own: string }>('calendar.extension-passes-own-due', 409);
export const recipientOutside = problem('calendar.recipient-outside', 403);

/** A granted later due, with who granted it and why. */
@Injectable()
export class ExtensionsService {
  constructor(
    private readonly database: Database,
    private readonly obligations: ObligationsService,
    private readonly units: UnitsService,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Grants a later due day (exclusive). Only a head or supervisor of a recipient unit may; where the new day passes the
   * recipient's own due for the step above, {@link passesOwnDue} asks for a confirmation first.
   */
  async grant(
    granter: Person,
    id: string,
    wish: { dueOn: string; reason: string; confirmed?: boolean },
  ): Promise<{ dueOn: string }> {
    const tree = await this.units.tree();
    const scope = new Scope(granter, tree);
    const obligation = await this.obligations.find(id);
    if (!obligation) throw obligationUnknown();
    // Units below the owing one receive its decision; they do not grant it time.
    const below = tree.subtree(obligation.unit);
    const receiving = obligation.recipients.flatMap(({ unit }) => (unit === undefined || below.has(unit) ? [] : unit));
    if (receiving.length === 0) throw recipientOutside();
    const unit = scope.mustReceiveAt(receiving);
    if (obligation.settled) throw alreadySettled();
    if (wish.dueOn <= obligation.dueOn) throw notLater({ due: plainDate.vi(obligation.dueOn) });
    const own = await this.ownDue(unit, obligation.planYear, obligation.dueOn);
    if (own && wish.dueOn >= own && !wish.confirmed) throw passesOwnDue({ own: plainDate.vi(own) });
    await this.database.transaction(async (em) => {
      await run(em, `update obligation set due_on = ? where id = ?::uuid`, [wish.dueOn, id]);
      await run(
        em,
        `insert into extension (id, obligation_id, from_due_on, to_due_on, reason, granted_by, granted_at)
         values (?, ?, ?, ?, ?, ?, ?)`,
        [newId(), id, obligation.dueOn, wish.dueOn, wish.reason.normalize('NFC'), granter.id, this.clock.now()],
      );
      await this.audit.note(em, {
        actor: granter.id,
        action: 'extension granted',
        subject: id,
        details: {
          from: obligation.dueOn,
          to: wish.dueOn,
          reason: wish.reason,
          passesOwnDue: Boolean(own && wish.dueOn >= own),
        },
      });
    });
    return { dueOn: wish.dueOn };
  }

  /** The next due of the recipient unit itself at or after `dueOn`: what waits on this obligation. */
  private async ownDue(unit: string, planYear: number, dueOn: string): Promise<string | undefined> {
    const found = await row<{ due_on: string }>(
      this.database.em,
      `select due_on from obligation where unit_code = ? and plan_year = ? and due_on >= ? and settled_at is null
       order by due_on limit 1`,
      [unit, planYear, dueOn],
    );
    return found?.due_on;
  }
}
