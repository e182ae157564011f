import { Injectable } from '@nestjs/common';
import { CalendarService, ExtensionsService, type Obligation, ObligationsService } from '../calendar/index.js';
import { StatusReportsService, StatusReviewsService, titleOf } from '../reports/index.js';
import type { Locale } from '../shared/index.js';
import { type Person, PeopleService, UnitsService } from '../units/index.js';
import type { ExtensionWish, StatusToReview } from './desk.js';

/** What waits for somebody's decision, with the names that people read. */
@Injectable()
export class DeskService {
  constructor(
    private readonly calendar: CalendarService,
    private readonly obligations: ObligationsService,
    private readonly extensions: ExtensionsService,
    private readonly reviews: StatusReviewsService,
    private readonly reports: StatusReportsService,
    private readonly people: PeopleService,
    private readonly units: UnitsService,
  ) {}

  /** Wishes for more time, the oldest first, each with what granting it would pass. */
  async wishes(person: Person): Promise<ExtensionWish[]> {
    const waiting = await this.extensions.waitingFor(person);
    const about = await this.about(
      waiting.map((one) => one.obligation),
      person.locale,
    );
    const askers = await this.people.findAll(waiting.map((one) => one.askedBy));
    const ownDues = await this.extensions.ownDues(person, waiting);
    return waiting.flatMap(({ obligation, askedBy, ...wish }) => {
      const known = about.get(obligation);
      const own = ownDues.get(wish.id);
      return known
        ? [
            {
              ...known,
              ...wish,
              askedBy: askers.get(askedBy)?.name ?? '',
              ...(own !== undefined && wish.wishedDueOn >= own ? { passesOwnDue: own } : {}),
            },
          ]
        : [];
    });
  }

  /** Status reports that wait for a yes or a return, the oldest first. */
  async statuses(person: Person): Promise<StatusToReview[]> {
    const waiting = await this.reviews.waitingFor(person);
    const [about, newest] = await Promise.all([
      this.about(waiting, person.locale),
      this.reports.newest(waiting, person.locale),
    ]);
    return waiting.flatMap((id) => {
      const [known, said] = [about.get(id), newest.get(id)];
      if (!known || !said) return [];
      const { state, stateLabel, progress, difficulty, expectedOn, more, saidBy, saidAt } = said;
      return [{ ...known, state, stateLabel, progress, difficulty, expectedOn, more, saidBy, saidAt }];
    });
  }

  private async about(ids: readonly string[], locale: Locale) {
    const [found, milestones, tree] = await Promise.all([
      this.obligations.findAll(ids),
      this.calendar.milestones(),
      this.units.tree(),
    ]);
    const spec = new Map(milestones.map((one) => [one.id, one]));
    const named = ({ id, unit, dueOn, ...one }: Obligation) => ({
      obligation: id,
      unit,
      unitName: tree.name(unit),
      title: titleOf(spec.get(one.milestone), one, locale),
      dueOn,
    });
    return new Map([...found].map(([id, one]) => [id, named(one)]));
  }
}
