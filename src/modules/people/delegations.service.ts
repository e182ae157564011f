import { Inject, Injectable } from '@nestjs/common';
import { AuditService, notAllowed, Scope } from '../access/index.js';
import { CalendarService } from '../calendar/index.js';
import { Database, row, rows, run, type Em } from '../database/index.js';
import { OutboxService, Wake } from '../outbox/index.js';
import { CLOCK, MESSAGES, newId, plainDate, type Clock, type Messages, type PlainDate } from '../shared/index.js';
import { type Person, PeopleService, UnitsService, type UnitTree } from '../units/index.js';
import { type Delegation, type DelegationWish, standingOf } from './delegation.js';
import {
  decisionNeeded,
  delegationDays,
  delegationEnded,
  delegationOverlaps,
  delegationUnknown,
  deputyOutside,
  personUnknown,
  roleNotHeld,
} from './problems.js';

/** Trait of a body that records who stands in for the heads of the tree it works for. */
const OFFICE = 'delegates-for-heads';
const LONGEST_DAYS = 366;
const MOST_DEPUTIES = 40;

/**
 * Who stands in for whom, on which days, by which decision. A head sets it for the own unit, an administrator for anybody,
 * the office of the tree for its heads. It begins and ends by itself; what a deputy was lent is not passed on.
 */
@Injectable()
export class DelegationsService {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly units: UnitsService,
    private readonly calendar: CalendarService,
    private readonly audit: AuditService,
    private readonly outbox: OutboxService,
    private readonly wake: Wake,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(MESSAGES) private readonly messages: Messages,
  ) {}

  /**
   * Sets a delegation or a leave, within `within`'s transaction where one is given; gives its id. The deputy, and the absent
   * person where somebody else set it, are told.
   */
  async set(actor: Person, wish: DelegationWish, within?: Em): Promise<string> {
    const tree = await this.units.tree();
    const today = await this.calendar.today(within);
    const id = await this.inOne(within, async (em) => {
      // Two people who set one at the same time wait for each other.
      await run(em, `select pg_advisory_xact_lock(4207012, hashtext(?))`, [wish.person]);
      await this.check(em, actor, wish, tree, today);
      const made = newId();
      await run(
        em,
        `insert into delegation (id, person_id, deputy_id, unit_code, role, first_day, last_day, decision, set_by, set_at)
         values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        [
          ...[made, wish.person, wish.deputy ?? null, wish.unit ?? null, wish.role ?? null],
          ...[wish.firstDay, wish.lastDay, wish.decision.normalize('NFC').trim(), actor.id, this.clock.now()],
        ],
      );
      await this.audit.note(em, {
        actor: actor.id,
        action: wish.deputy ? 'delegation set' : 'leave set',
        subject: wish.person,
        details: { ...wish, id: made },
      });
      await this.tell(em, (await this.find(made, em))!, 'set', actor, tree);
      return made;
    });
    this.wake.wake('deliver');
    return id;
  }

  /** Ends it today, whoever set it, by whoever may set it. */
  async end(actor: Person, id: string, within?: Em): Promise<void> {
    const tree = await this.units.tree();
    const today = await this.calendar.today(within);
    await this.inOne(within, async (em) => {
      const found = await this.find(id, em);
      if (!found) throw delegationUnknown();
      const absent = await this.mustFind(found.person, em);
      if (!maySet(new Scope(actor, tree), absent, found)) throw notAllowed();
      if (standingOf(found, today) === 'over') throw delegationEnded();
      await run(em, `update delegation set ended_on = ?, ended_by = ? where id = ?::uuid`, [today, actor.id, id]);
      await this.audit.note(em, {
        actor: actor.id,
        action: found.deputy ? 'delegation ended' : 'leave ended',
        subject: found.person,
        details: { id, on: today },
      });
      await this.tell(em, found, 'ended', actor, tree);
    });
    this.wake.wake('deliver');
  }

  /** Those that `actor` may set or end, or that are about `actor`; in force and ahead first, the newest 500. */
  async list(actor: Person): Promise<(Delegation & { standing: ReturnType<typeof standingOf>; mayEnd: boolean })[]> {
    const scope = new Scope(actor, await this.units.tree());
    const today = await this.calendar.today();
    const found = await rows<Row>(this.database.em, `${SELECT} order by d.last_day desc, d.id limit 500`);
    const people = new Map((await this.people.everyone()).map((person) => [person.id, person]));
    // Those who are away from everything are not among those who can be told.
    for (const { person } of found.map(toDelegation)) {
      const whole = await this.people.find(person);
      if (whole) people.set(person, whole);
    }
    return found.map(toDelegation).flatMap((one) => {
      const absent = people.get(one.person);
      const mayEnd = absent !== undefined && maySet(scope, absent, one);
      if (!mayEnd && one.person !== actor.id && one.deputy !== actor.id) return [];
      const standing = standingOf(one, today);
      return [{ ...one, standing, mayEnd: mayEnd && standing !== 'over' }];
    });
  }

  /** Who else works in `units` (by an own role) and could stand in for `person`, by unit and name; as many as a message holds. */
  async deputies(
    person: Person,
    units: readonly string[],
    em: Em,
  ): Promise<{ person: string; name: string; title: string; unit: string }[]> {
    if (units.length === 0) return [];
    return rows(
      em,
      `select distinct p.id as person, p.name, p.title, h.unit_code as unit
       from held_role(plan_day(?::timestamptz)) h join person p on p.id = h.person_id
       where h.unit_code in (?) and h.acting_for is null and p.active and p.id <> ?::uuid and h.role <> 'admin'
       order by h.unit_code, p.name, p.id limit ?`,
      [this.clock.now(), units, person.id, MOST_DEPUTIES],
    );
  }

  /** What `person` delegated as head, in force or ahead, the earliest first. */
  async delegatedBy(person: Person, em: Em): Promise<Delegation[]> {
    const found = await rows<Row>(
      em,
      `${SELECT} where d.person_id = ?::uuid and d.deputy_id is not null and d.role = 'head' order by d.first_day, d.id`,
      [person.id],
    );
    const today = await this.calendar.today(em);
    return found.map(toDelegation).filter((one) => standingOf(one, today) !== 'over');
  }

  private inOne<T>(within: Em | undefined, work: (em: Em) => Promise<T>): Promise<T> {
    return within ? work(within) : this.database.transaction(work);
  }

  private async find(id: string, em: Em): Promise<Delegation | undefined> {
    const found = await row<Row>(em, `${SELECT} where d.id = ?::uuid`, [id]);
    return found && toDelegation(found);
  }

  private async mustFind(person: string, em: Em): Promise<Person> {
    const found = await this.people.find(person, em);
    if (!found) throw personUnknown();
    return found;
  }

  private async check(em: Em, actor: Person, wish: DelegationWish, tree: UnitTree, today: PlainDate): Promise<void> {
    const absent = await this.mustFind(wish.person, em);
    const scope = new Scope(actor, tree);
    if (!maySet(scope, absent, wish)) throw notAllowed();
    const length = plainDate.daysBetween(wish.firstDay, wish.lastDay);
    if (length < 0 || length > LONGEST_DAYS || wish.lastDay < today) throw delegationDays();
    if (wish.role && !holds(absent, wish.unit, wish.role)) throw roleNotHeld({ name: absent.name });
    if (wish.deputy !== undefined) {
      if (!wish.unit || !wish.role) throw roleNotHeld({ name: absent.name });
      if (wish.decision.trim() === '') throw decisionNeeded();
      const deputy = await this.mustFind(wish.deputy, em);
      const near = deputy.roles.some((held) => held.unit === wish.unit && !held.actingFor);
      const byHeadAlone = !scope.has('admin') && !scope.worksFor(wish.unit, OFFICE);
      if (deputy.id === absent.id || (byHeadAlone && !near)) throw deputyOutside({ name: deputy.name });
    }
    const other = await row<{ first_day: string; last_day: string }>(
      em,
      `select first_day, last_day from delegation
       where person_id = ?::uuid and unit_code is not distinct from ? and role is not distinct from ?
         and first_day <= ? and coalesce(ended_on - 1, last_day) >= ? order by first_day limit 1`,
      [wish.person, wish.unit ?? null, wish.role ?? null, wish.lastDay, wish.firstDay],
    );
    if (other)
      throw delegationOverlaps({
        name: absent.name,
        from: plainDate.vi(other.first_day),
        to: plainDate.vi(other.last_day),
      });
  }

  private async tell(em: Em, one: Delegation, what: 'set' | 'ended', actor: Person, tree: UnitTree): Promise<void> {
    const told = [one.deputy, one.person].filter((id): id is string => id !== undefined && id !== actor.id);
    for (const id of told) {
      const person = await this.people.find(id, em);
      if (!person) continue;
      const sort = one.deputy === undefined ? 'leave' : id === one.deputy ? 'deputy' : 'absent';
      const text = this.messages.t(person.locale, `people.delegation-${what}-${sort}`, {
        name: person.name,
        absent: one.personName,
        deputy: one.deputyName ?? '',
        role: one.role ? this.messages.t(person.locale, `people.role-${one.role}`) : '',
        unit: one.unit ? tree.name(one.unit) : '',
        from: plainDate.vi(one.firstDay),
        to: plainDate.vi(one.lastDay),
        decision: one.decision,
      });
      await this.outbox.put(em, [
        { key: `delegation/${one.id}/${what}/${id}`, kind: 'system', to: { person: id }, body: { text } },
      ]);
    }
  }
}

/** Head of the unit (of every unit, where all roles are meant), administrator, or the office for a head. */
function maySet(scope: Scope, absent: Person, wish: { unit?: string; role?: string }): boolean {
  if (scope.has('admin')) return true;
  const about = absent.roles.filter(
    (held) => !held.actingFor && (wish.unit === undefined || (held.unit === wish.unit && held.role === wish.role)),
  );
  return (
    about.length > 0 &&
    about.every(
      ({ unit, role }) => role !== 'admin' && (scope.heads(unit) || (role === 'head' && scope.worksFor(unit, OFFICE))),
    )
  );
}

const holds = (person: Person, unit: string | undefined, role: string): boolean =>
  person.roles.some((held) => held.unit === unit && held.role === role && !held.actingFor);

interface Row {
  id: string;
  person: string;
  person_name: string;
  deputy: string | null;
  deputy_name: string | null;
  unit: string | null;
  role: 'official' | 'head' | 'supervisor' | null;
  first_day: string;
  last_day: string;
  decision: string;
  set_by: string | null;
  ended_on: string | null;
}

const SELECT = `
  select d.id, d.person_id as person, p.name as person_name, d.deputy_id as deputy, q.name as deputy_name,
         d.unit_code as unit, d.role, d.first_day, d.last_day, d.decision, s.name as set_by, d.ended_on
  from delegation d join person p on p.id = d.person_id
  left join person q on q.id = d.deputy_id left join person s on s.id = d.set_by`;

function toDelegation(row: Row): Delegation {
  return {
    id: row.id,
    person: row.person,
    personName: row.person_name,
    deputy: row.deputy ?? undefined,
    deputyName: row.deputy_name ?? undefined,
    unit: row.unit ?? undefined,
    role: row.role ?? undefined,
    firstDay: row.first_day,
    lastDay: row.last_day,
    decision: row.decision,
    setBy: row.set_by ?? undefined,
    endedOn: row.ended_on ?? undefined,
  };
}
