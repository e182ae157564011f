import { Inject, Injectable } from '@nestjs/common';
import { AuditService, Scope } from '../access/index.js';
import { alreadySettled, CalendarService, obligationUnknown, ObligationsService } from '../calendar/index.js';
import { Database, row, run, type Em } from '../database/index.js';
import { CLOCK, newId, plainDate, problem, type Clock } from '../shared/index.js';
import { type Person, PeopleService, UnitsService } from '../units/index.js';
import { TakeBackService } from './take-back.service.js';

export const promiseInThePast = problem('followups.promise-in-the-past', 422);

export const promiseTooFar = problem<{ day: string }>('followups.promise-too-far', 422);

export const promisedTooOften = problem<{ times: number }>('followups.promised-too-often', 422);

/** Profiles that were loaded before say nothing of it. */
const UNSAID = { days: 30, times: 3 };

/** A dated answer to an escalation: no higher rung until the day after it. */
@Injectable()
export class PromisesService {
  constructor(
    private readonly database: Database,
    private readonly obligations: ObligationsService,
    private readonly calendar: CalendarService,
    private readonly people: PeopleService,
    private readonly units: UnitsService,
    private readonly takeBack: TakeBackService,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Whoever watches the unit, or heads it, may promise; a unit its own act only so many times, since each holds off what goes
   * further up. Give `em` within a transaction.
   */
  async make(person: Person, id: string, promise: { promisedOn: string; note: string }, em?: Em): Promise<void> {
    if (!em) return this.database.transaction((own) => this.make(person, id, promise, own));
    const obligation = await this.obligations.find(id, em);
    if (!obligation) throw obligationUnknown();
    // First who asks: what became of another's obligation is nobody else's business.
    const scope = new Scope(person, await this.units.tree());
    scope.mustSee(obligation.unit);
    if (obligation.settled) throw alreadySettled();
    const today = await this.calendar.today(em);
    if (promise.promisedOn < today) throw promiseInThePast();
    const most = await this.most(em);
    const last = plainDate.add(today, most.days);
    if (promise.promisedOn > last) throw promiseTooFar({ day: plainDate.vi(last) });
    if (scope.answersFor(obligation.unit) && (await this.ownPromises(em, id, obligation.unit)) >= most.times) {
      throw promisedTooOften({ times: most.times });
    }
    await run(
      em,
      `insert into promise (id, obligation_id, person_id, promised_on, note, made_at) values (?, ?, ?, ?, ?, ?)`,
      [newId(), id, person.id, promise.promisedOn, promise.note.normalize('NFC'), this.clock.now()],
    );
    await this.takeBack.after(em, id, 'promised');
    await this.audit.note(em, {
      actor: person.id,
      action: 'promise made',
      subject: id,
      details: { on: promise.promisedOn },
    });
  }

  /** How often people of the unit that owes have promised. */
  private async ownPromises(em: Em, id: string, unit: string): Promise<number> {
    const answering = await Promise.all([this.people.at(unit, 'head', em), this.people.at(unit, 'official', em)]);
    const people = answering.flat().map((one) => one.id);
    const found = await row<{ count: number }>(
      em,
      `select count(*)::int as count from promise where obligation_id = ?::uuid and person_id = any(?::uuid[])`,
      [id, `{${people.join()}}`],
    );
    return found!.count;
  }

  /** How many days ahead the profile lets a promise lie, and how many a unit may give for one thing of its own. */
  private async most(em: Em): Promise<{ days: number; times: number }> {
    const found = await row<{ days: number | null; times: number | null }>(
      em,
      `select (rules #>> '{promises,withinDays}')::int as days, (rules #>> '{promises,times}')::int as times
       from profile_state order by loaded_at desc limit 1`,
    );
    return { days: found?.days ?? UNSAID.days, times: found?.times ?? UNSAID.times };
  }
}
