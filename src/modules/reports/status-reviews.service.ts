import { Inject, Injectable } from '@nestjs/common';
import { AuditService, notAllowed, Scope } from '../access/index.js';
import { CalendarService, type Obligation, ObligationsService, obligationUnknown } from '../calendar/index.js';
import { Database, row, rows, type Em } from '../database/index.js';
import { OutboxService } from '../outbox/index.js';
import { CLOCK, MESSAGES, problem, type Clock, type Messages } from '../shared/index.js';
import { type Person, PeopleService, UnitsService } from '../units/index.js';
import { titleOf } from './overview.js';

export const nothingToReview = problem('reports.nothing-to-review', 409);
export const reviewNeedsReason = problem('reports.review-needs-reason', 422);

export interface Review {
  outcome: 'accepted' | 'returned';
  /** Needed where it is returned. */
  reason: string;
}

/** Whoever watches a unit accepts its newest status report, or returns it with a reason; whoever gave it hears that. */
@Injectable()
export class StatusReviewsService {
  constructor(
    private readonly database: Database,
    private readonly calendar: CalendarService,
    private readonly obligations: ObligationsService,
    private readonly people: PeopleService,
    private readonly units: UnitsService,
    private readonly outbox: OutboxService,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(MESSAGES) private readonly messages: Messages,
  ) {}

  /** Reviews the newest status report on an obligation, once. Only somebody above the unit may. */
  async review(person: Person, id: string, { outcome, reason }: Review, em?: Em): Promise<void> {
    if (!em) return this.database.transaction((own) => this.review(person, id, { outcome, reason }, own));
    const obligation = await this.obligations.find(id, em);
    if (!obligation) throw obligationUnknown();
    if (!mayReview(new Scope(person, await this.units.tree()), obligation.unit)) throw notAllowed();
    const words = reason.normalize('NFC').trim();
    if (outcome === 'returned' && words === '') throw reviewNeedsReason();
    const newest = await row<{ id: string; person_id: string }>(
      em,
      `select id, person_id from status_report where obligation_id = ?::uuid order by said_at desc limit 1`,
      [id],
    );
    const kept =
      newest &&
      (await row(
        em,
        `insert into status_review (status_report_id, outcome, reason, reviewed_by, reviewed_at) values (?, ?, ?, ?, ?)
         on conflict do nothing returning 1 as one`,
        [newest.id, outcome, words, person.id, this.clock.now()],
      ));
    if (!kept) throw nothingToReview();
    await this.tell(em, { report: newest.id, giver: newest.person_id, obligation, person, outcome, words });
    await this.audit.note(em, {
      actor: person.id,
      action: outcome === 'accepted' ? 'status report accepted' : 'status report returned',
      subject: id,
      details: { statusReport: newest.id, ...(words ? { reason: words } : {}) },
    });
  }

  /** Open obligations of the units that `person` watches whose newest status report nobody has reviewed, the oldest first. */
  async waitingFor(person: Person, em: Em = this.database.em): Promise<string[]> {
    const scope = new Scope(person, await this.units.tree());
    const found = await rows<{ id: string; unit: string }>(
      em,
      `select o.id, o.unit_code as unit from obligation o
       join lateral (select id, said_at from status_report where obligation_id = o.id order by said_at desc limit 1) s on true
       where o.settled_at is null and o.closed_at is null
         and not exists (select 1 from status_review r where r.status_report_id = s.id)
       order by s.said_at`,
    );
    return found.filter(({ unit }) => mayReview(scope, unit)).map(({ id }) => id);
  }

  private async tell(
    em: Em,
    told: { report: string; giver: string; obligation: Obligation; person: Person } & {
      outcome: string;
      words: string;
    },
  ): Promise<void> {
    const giver = await this.people.find(told.giver, em);
    if (!giver) return;
    const milestones = await this.calendar.milestones(em);
    const milestone = milestones.find((one) => one.id === told.obligation.milestone);
    const text = this.messages.t(giver.locale, `status-review.${told.outcome}`, {
      name: giver.name,
      by: told.person.name,
      title: titleOf(milestone, told.obligation, giver.locale),
      reason: told.words,
    });
    await this.outbox.put(em, [
      { key: `status-review/${told.report}`, kind: 'system', to: { person: giver.id }, body: { text } },
    ]);
  }
}

/** Whoever watches the unit from above: nobody reviews what the own unit reported. */
const mayReview = (scope: Scope, unit: string): boolean =>
  (scope.has('supervisor') || scope.has('head') || scope.has('admin')) && scope.sees(unit) && !scope.answersFor(unit);
