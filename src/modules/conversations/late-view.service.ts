import { Injectable } from '@nestjs/common';
import { CalendarService, ObligationsService } from '../calendar/index.js';
import { rows, type Em } from '../database/index.js';
import { EscalationsService } from '../followups/index.js';
import { type OwedItem, OverviewService, StatusReviewsService } from '../reports/index.js';
import type { Person } from '../units/index.js';
import type { LateView } from './turn-view.js';

/** Status reports that wait to be looked at are shown so many at a time. */
const MOST_TO_REVIEW = 10;

type Status = OwedItem['status'];

/** What the list of what is late holds: what is overdue below a person, then status reports that nobody has looked at. */
@Injectable()
export class LateViewService {
  constructor(
    private readonly escalations: EscalationsService,
    private readonly reviews: StatusReviewsService,
    private readonly calendar: CalendarService,
    private readonly obligations: ObligationsService,
    private readonly overview: OverviewService,
  ) {}

  async of(em: Em, person: Person): Promise<LateView[]> {
    const [overdue, waiting] = await Promise.all([
      this.escalations.overdueOf(person),
      this.reviews.waitingFor(person, em),
    ]);
    const taken = await this.takenBy(em, person);
    const toReview = new Set(waiting);
    const late = overdue.map((item): LateView => ({
      obligation: item.obligation,
      unit: item.unit,
      unitName: item.unitName,
      title: item.title,
      lastDay: item.lastDay,
      daysLate: item.daysLate,
      ...(item.promise ? { promise: { on: item.promise.promisedOn, by: item.promise.by } } : {}),
      acknowledged: taken.has(item.obligation),
      said: saidOf(item.status),
      toReview: toReview.has(item.obligation),
    }));
    const listed = new Set(late.map(({ obligation }) => obligation));
    const early = waiting.filter((id) => !listed.has(id)).slice(0, MOST_TO_REVIEW);
    return [...late, ...(await this.reported(em, early, person))];
  }

  /** Status reports on what is not late. */
  private async reported(em: Em, ids: readonly string[], { locale }: Person): Promise<LateView[]> {
    const found = [...(await this.obligations.findAll(ids, em)).values()];
    const items = await this.overview.describe(found, await this.calendar.today(em), locale, em);
    return items.map(({ id, unit, unitName, title, lastDay, daysLeft, status }) => ({
      obligation: id,
      unit,
      unitName,
      title,
      lastDay,
      daysLate: Math.min(0, -daysLeft),
      said: saidOf(status),
      toReview: true,
    }));
  }

  private async takenBy(em: Em, person: Person): Promise<Set<string>> {
    const found = await rows<{ id: string }>(
      em,
      `select a.obligation_id as id from acknowledgement a join obligation o on o.id = a.obligation_id
       where a.person_id = ?::uuid and a.due_on = o.due_on and o.settled_at is null`,
      [person.id],
    );
    return new Set(found.map(({ id }) => id));
  }
}

const saidOf = (status: Status): LateView['said'] => {
  if (!status) return undefined;
  const { stateLabel, progress, difficulty, expectedOn, more, review } = status;
  return { stateLabel, progress, difficulty, expectedOn, more, ...(review ? { outcome: review.outcome } : {}) };
};
