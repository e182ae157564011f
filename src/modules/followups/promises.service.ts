import { Inject, Injectable } from '@nestjs/common';
import { AuditService, Scope } from '../access/index.js';
import { alreadySettled, CalendarService, obligationUnknown, ObligationsService } from '../calendar/index.js';
import { Database, run, type Em } from '../database/index.js';
import { CLOCK, newId, problem, type Clock } from '../shared/index.js';
import { type Person, UnitsService } from '../units/index.js';

export const promiseInThePast = problem('followups.promise-in-the-past', 422);

/** A dated answer to an escalation: no higher rung until the day after it. */
@Injectable()
export class PromisesService {
  constructor(
    private readonly database: Database,
    private readonly obligations: ObligationsService,
    private readonly calendar: CalendarService,
    private readonly units: UnitsService,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Whoever watches the unit, or heads it, may promise. Give `em` within a transaction. */
  async make(person: Person, id: string, promise: { promisedOn: string; note: string }, em?: Em): Promise<void> {
    if (!em) return this.database.transaction((own) => this.make(person, id, promise, own));
    const obligation = await this.obligations.find(id, em);
    if (!obligation) throw obligationUnknown();
    if (obligation.settled) throw alreadySettled();
    const scope = new Scope(person, await this.units.tree());
    scope.mustSee(obligation.unit);
    if (promise.promisedOn < (await this.calendar.today(em))) throw promiseInThePast();
    await run(
      em,
      `insert into promise (id, obligation_id, person_id, promised_on, note, made_at) values (?, ?, ?, ?, ?, ?)`,
      [newId(), id, person.id, promise.promisedOn, promise.note.normalize('NFC'), this.clock.now()],
    );
    await this.audit.note(em, {
      actor: person.id,
      action: 'promise made',
      subject: id,
      details: { on: promise.promisedOn },
    });
  }
}
