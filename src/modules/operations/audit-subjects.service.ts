import { Inject, Injectable } from '@nestjs/common';
import { CalendarService } from '../calendar/index.js';
import { Database, rows } from '../database/index.js';
import { inLocale, type Locale, MESSAGES, type Messages } from '../shared/index.js';
import { UnitsService, type UnitTree } from '../units/index.js';

interface Noted {
  id: string;
  subject: string;
}

/** One thing that an act may be about, with the words' parts that are names already or are to be named. */
interface Known {
  id: string;
  person?: string | null;
  plan_year?: number | null;
  milestone?: string | null;
  unit?: string | null;
}

/** Everything with an id that acts are noted about. */
const KNOWN = `
  select id::text, null as person, plan_year, milestone, unit_code as unit from obligation where id = any(?::uuid[])
  union all select id::text, null, plan_year, what ->> 'milestone', what ->> 'under' from due_move where id = any(?::uuid[])
  union all select id::text, null, plan_year, milestone, unit_code from conference where id = any(?::uuid[])
  union all select id::text, null, plan_year, milestone, unit_code from calendar_event where id = any(?::uuid[])
  union all select id::text, null, from_plan_year, milestone, set_by from local_rule where id = any(?::uuid[])
  union all select id::text, name, null, null, null from person where id = any(?::uuid[])`;
const TIMES = KNOWN.split('?').length - 1;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const ROUND = /^(\d{4})\/(0|1|2|3|reports)$/;

/** Says in words what the acts of the trail were done to. */
@Injectable()
export class AuditSubjects {
  constructor(
    private readonly database: Database,
    private readonly calendar: CalendarService,
    private readonly units: UnitsService,
    @Inject(MESSAGES) private readonly messages: Messages,
  ) {}

  /** By the note's id; what is not known (any more) is left as it was noted. */
  async inWords(noted: readonly Noted[], locale: Locale): Promise<Map<string, string>> {
    const ids = [...new Set(noted.map((one) => one.subject).filter((subject) => UUID.test(subject)))];
    const [found, milestones, tree] = await Promise.all([
      ids.length === 0
        ? []
        : rows<Known>(
            this.database.em,
            KNOWN,
            Array.from({ length: TIMES }, () => `{${ids.join()}}`),
          ),
      this.calendar.milestones(),
      this.units.tree(),
    ]);
    const titles = new Map(milestones.map((one) => [one.id, inLocale(one.title, locale)]));
    const known = new Map(found.map((one) => [one.id, one]));
    const wordsOf = (subject: string): string => {
      const thing = known.get(subject);
      if (thing) return this.thing(thing, { titles, tree, locale }) || subject;
      const round = ROUND.exec(subject);
      if (round) return this.messages.t(locale, `audit.round-${round[2]!}`, { year: Number(round[1]) });
      if (titles.has(subject)) return titles.get(subject)!;
      return subject
        .split(', ')
        .map((code) => tree.name(code))
        .join(', ');
    };
    return new Map(noted.map((one) => [one.id, wordsOf(one.subject)]));
  }

  private thing(
    { person, plan_year: year, milestone, unit }: Known,
    { titles, tree, locale }: { titles: ReadonlyMap<string, string>; tree: UnitTree; locale: Locale },
  ): string {
    if (person) return person;
    return [
      milestone && (titles.get(milestone) ?? milestone),
      unit && tree.name(unit),
      year && this.messages.t(locale, 'audit.plan-year', { year }),
    ]
      .filter(Boolean)
      .join(', ');
  }
}
