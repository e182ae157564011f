import { Inject, Injectable } from '@nestjs/common';
import { AuditService, Scope } from '../access/index.js';
import { alreadySettled, CalendarService, obligationUnknown, ObligationsService } from '../calendar/index.js';
import { Database, row, run, type Em } from '../database/index.js';
import { CLOCK, newId, plainDate, problem, type Clock } from '../shared/index.js';
import { type Person, UnitsService } from '../units/index.js';

export const promiseInThePast = problem('followups.promise-in-the-past', 422);

export const promiseTooFar = problem<{ day: string }>('followups.promise-too-far', 422);

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
    // First who asks: what became of another's obligation is nobody else's business.
    new Scope(person, await this.units.tree()).mustSee(obligation.unit);
    if (obligation.settled) throw alreadySettled();
    const today = await this.calendar.today(em);
    if (promise.promisedOn < today) throw promiseInThePast();
    const last = plainDate.add(today, await this.mostDays(em));
    if (promise.promisedOn > last) throw promiseTooFar({ day: plainDate.vi(last) });
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

  /** How many days ahead the profile lets a promise lie. Profiles that were loaded before say nothing of it. */
  private async mostDays(em: Em): Promise<number> {
    const found = await row<{ days: number | null }>(
      em,
      `select (rules #>> '{promises,withinDays}')::int as days from profile_state order by loaded_at desc limit 1`,
    );
    return found?.days ?? 30;
  }
}
