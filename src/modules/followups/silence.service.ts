import { Injectable } from '@nestjs/common';
import { instant, rows, type Em } from '../database/index.js';
import type { PlainDate } from '../shared/index.js';
import { PeopleService, type Role, UnitsService } from '../units/index.js';
import type { PlannedNotice } from './ladder.js';
import type { Recipients } from './recipients.js';
import type { Because } from './why.js';

/** What left within the hour of its time counts as heard at its time: sending takes as long as it takes. */
const SENDING_MS = 3_600_000;

interface Told {
  key: string;
  person: string;
  unit: string;
  role: Role;
  planned_for: string;
  message_state: string | null;
  sent_at: string | null;
}

/** What becomes of the day's notices once it is known who acts for those who kept silent. */
export interface Heard {
  notices: PlannedNotice[];
  superseded: PlannedNotice[];
}

/**
 * Who is told where nobody answered: the deputies of those who were told, another holder of the role, the head of the unit;
 * where there is nobody else, and it is about a lateness, the next unit above of which somebody can be told. Nobody above
 * hears of a silence before its hours have passed since the message was delivered.
 */
@Injectable()
export class SilenceService {
  constructor(
    private readonly people: PeopleService,
    private readonly units: UnitsService,
  ) {}

  /** Names the people for the silences in `notices` to `recipients`; what must wait for its hours is left out. */
  async place(
    em: Em,
    notices: readonly PlannedNotice[],
    recipients: Recipients,
    { day, now }: { day: PlainDate; now: Date },
  ): Promise<Heard> {
    const silent = notices.flatMap(({ silenceOf }) => silenceOf ?? []);
    if (silent.length === 0) return { notices: [...notices], superseded: [] };
    const told = Map.groupBy(await toldOf(em, silent), (one) => one.key);
    const placed: Heard = { notices: [], superseded: [] };
    for (const notice of notices) {
      const ones = notice.silenceOf === undefined ? undefined : told.get(notice.silenceOf);
      if (!ones?.[0]) placed.notices.push(notice);
      else {
        const beside = recipients.reachable(await this.beside(em, ones, day));
        if (beside.length > 0) recipients.setDeputies(notice.silenceOf!, beside);
        if (beside.length > 0 || !tellsOfLateness(notice)) placed.notices.push(notice);
        else await this.climb(em, notice, ones, recipients, { day, now }, placed);
      }
    }
    return placed;
  }

  /** Whoever acts for those who were told within their unit, and was not told. */
  private async beside(em: Em, ones: readonly Told[], day: PlainDate): Promise<string[]> {
    const known = new Set(ones.map(({ person }) => person));
    const found = new Set<string>();
    for (const { person, unit, role } of ones) {
      const deputy = await this.people.deputyOf(person, unit, role, day, em);
      if (deputy && !known.has(deputy.id)) found.add(deputy.id);
    }
    if (found.size === 0) {
      // All holders of the role were told: next is the head of the unit.
      for (const head of await this.people.at(ones[0]!.unit, 'head', em, day)) {
        if (!known.has(head.id)) found.add(head.id);
      }
    }
    return [...found];
  }

  private async climb(
    em: Em,
    notice: PlannedNotice,
    ones: readonly Told[],
    recipients: Recipients,
    { day, now }: { day: PlainDate; now: Date },
    placed: Heard,
  ): Promise<void> {
    const heardAt = heard(ones);
    if (heardAt === undefined) {
      if (!ones.some(isUnderWay)) placed.superseded.push(skipped(notice, { code: 'not-delivered' }));
      return;
    }
    const hours = notice.why.sort === 'silence' ? notice.why.hours : 0;
    if (heardAt + hours * 3_600_000 > Math.max(now.getTime(), Date.parse(notice.at))) return;
    const above = await this.above(em, ones[0]!, recipients, day);
    if (!above) {
      placed.notices.push(notice);
      return;
    }
    const earlier = await toldOfLateness(em, notice.obligation, above.people);
    const left = above.people.filter((person) => !earlier.has(person));
    if (left.length === 0) {
      const rung = earlier.get(above.people[0]!)!;
      placed.superseded.push(skipped(notice, { code: 'told-of-it', rung, time: 1 }));
      return;
    }
    recipients.setDeputies(notice.silenceOf!, left);
    placed.notices.push({
      ...notice,
      audience: { unit: above.unit, role: 'deputy' },
      sort: 'escalation',
      template: 'notice.silence-above',
    });
  }

  /** The nearest unit above in which somebody of the role, else a head, can be told. */
  private async above(
    em: Em,
    { unit, role }: Told,
    recipients: Recipients,
    day: PlainDate,
  ): Promise<{ unit: string; people: string[] } | undefined> {
    const tree = await this.units.tree();
    for (let at = tree.find(unit)?.parent; at !== undefined; at = tree.find(at)?.parent) {
      for (const wanted of new Set<Role>([role, 'head'])) {
        const people = recipients.reachable((await this.people.at(at, wanted, em, day)).map(({ id }) => id));
        if (people.length > 0) return { unit: at, people };
      }
    }
    return undefined;
  }
}

async function toldOf(em: Em, keys: readonly string[]): Promise<Told[]> {
  return rows<Told>(
    em,
    `select n.rung_key as key, n.person_id as person, n.audience_unit as unit, n.audience_role as role,
       n.at as planned_for, m.state as message_state, m.sent_at
     from notice n left join message m on m.id = n.message_id
     where n.rung_key in (?) and n.person_id is not null`,
    [keys],
  );
}

/** By person: a rung by which they heard of the lateness of an obligation. */
async function toldOfLateness(em: Em, obligation: string, people: readonly string[]): Promise<Map<string, string>> {
  const found = await rows<{ person: string; rung: string }>(
    em,
    `select n.person_id as person, min(n.rung) as rung
     from notice n join obligation o on o.id = n.obligation_id
     where n.obligation_id = ?::uuid and n.person_id in (?) and n.state = 'planned' and n.sort in ('escalation', 'no-contact')
       and n.on_date >= o.due_on
     group by n.person_id`,
    [obligation, people],
  );
  return new Map(found.map(({ person, rung }) => [person, rung]));
}

/** When the first of them heard, in milliseconds; undefined where nobody is known to have. */
function heard(ones: readonly Told[]): number | undefined {
  const times = ones.flatMap(({ message_state: state, sent_at: sent, planned_for: planned }) => {
    if (state !== 'sent' || sent === null) return [];
    const [at, wanted] = [Date.parse(instant(sent)), Date.parse(instant(planned))];
    return at - wanted <= SENDING_MS ? wanted : at;
  });
  return times.length > 0 ? Math.min(...times) : undefined;
}

const isUnderWay = ({ message_state: state }: Told): boolean =>
  state === 'due' || state === 'claimed' || state === 'sending';

const tellsOfLateness = ({ sort }: PlannedNotice): boolean => sort === 'overdue' || sort === 'escalation';

const skipped = (notice: PlannedNotice, because: Because): PlannedNotice =>
  notice.why.sort === 'silence' ? { ...notice, why: { ...notice.why, skipped: because } } : notice;
