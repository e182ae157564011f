import { Inject, Injectable } from '@nestjs/common';
import { Database, rows, run, Together, type Em } from '../database/index.js';
import { CLOCK, newId, type Clock, type PlainDate } from '../shared/index.js';
import { ROLE_LIST } from './role-list.js';
import type { HeldRole, Role } from './unit.js';

export interface Person {
  id: string;
  name: string;
  title: string;
  locale: 'vi' | 'en';
  /** Own roles first, then those held for somebody who is away. */
  roles: HeldRole[];
}

/**
 * People and what they are to which unit on a day (today of the plan, where no day is given): roles that have begun and not
 * ended, and those of people who are away, by delegation or because nobody else is there (`held_role` in the database).
 */
@Injectable()
export class PeopleService {
  private readonly byId = new Together<string, Person | undefined>(async (ids) => {
    const found = await this.database.prepared<Person>(TODAY, [this.clock.now(), [...new Set(ids)]]);
    const people = new Map(found.map((person) => [person.id, person]));
    return ids.map((id) => people.get(id));
  });

  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** An active person with roles, those from which the person is away marked so; or undefined. */
  async find(id: string, em?: Em, day?: PlainDate): Promise<Person | undefined> {
    if (!em && day === undefined) return this.byId.ask(id);
    return (await this.findAll([id], em, day)).get(id);
  }

  /** Those of `ids` who are active, by id, with roles as {@link find} gives them. */
  async findAll(ids: readonly string[], em: Em = this.database.em, day?: PlainDate): Promise<Map<string, Person>> {
    if (ids.length === 0) return new Map();
    const found = await rows<Person>(em, `${PERSON} where p.id = any(?::uuid[]) and p.active`, [
      ...this.on(day),
      `{${[...new Set(ids)].join()}}`,
    ]);
    return new Map(found.map((person) => [person.id, person]));
  }

  /** Everyone who can be told as `role` of `unit`: holders who are there, and who stands in for those who are not. */
  async at(unit: string, role: Role, em: Em = this.database.em, day?: PlainDate): Promise<Person[]> {
    const found = await rows<Person>(
      em,
      `${PERSON} where p.active and p.id in
         (select h.person_id from held_role(${ON_DAY}) h where h.unit_code = ? and h.role = ? and not h.away)
       order by p.name, p.id`,
      [...this.on(day), ...this.on(day), unit, role],
    );
    return found.map((person) => ({ ...person, roles: person.roles.filter((held) => !held.away) }));
  }

  /**
   * All active people as they can be told, for planning a whole day at once: roles from which somebody is away are left out
   * and stand with the deputy instead.
   */
  async everyone(em: Em = this.database.em, day?: PlainDate): Promise<Person[]> {
    return rows<Person>(
      em,
      `with held as materialized (
         select h.person_id, ${ROLE_LIST} as roles
         from held_role(${ON_DAY}) h left join person a on a.id = h.acting_for
         where not h.away group by h.person_id)
       select p.id, p.name, p.title, p.locale, coalesce(held.roles, '[]') as roles
       from person p left join held on held.person_id = p.id where p.active order by p.id`,
      this.on(day),
    );
  }

  /**
   * Who takes over what `person` leaves unanswered as `role` of `unit`: the deputy named for that day, else another holder of
   * the role who is there, else the unit's head; undefined where there is nobody. Planned and silent absence alike.
   */
  async deputyOf(
    person: string,
    unit: string,
    role: Role,
    day?: PlainDate,
    em: Em = this.database.em,
  ): Promise<Person | undefined> {
    const others = (await this.at(unit, role, em, day)).filter((one) => one.id !== person);
    const named = others.find((one) =>
      one.roles.some((held) => held.unit === unit && held.role === role && held.actingFor?.id === person),
    );
    if (named ?? others[0]) return named ?? others[0];
    if (role === 'head' || role === 'admin') return undefined;
    return (await this.at(unit, 'head', em, day)).find((one) => one.id !== person);
  }

  async add(
    em: Em,
    person: { name: string; title: string; roles: { unit: string; role: Role }[]; id?: string },
  ): Promise<string> {
    const id = person.id ?? newId();
    await run(em, `insert into person (id, name, title) values (?, ?, ?) on conflict (id) do nothing`, [
      id,
      person.name.normalize('NFC'),
      person.title.normalize('NFC'),
    ]);
    for (const { unit, role } of person.roles) {
      await run(em, `insert into person_role (person_id, unit_code, role) values (?, ?, ?) on conflict do nothing`, [
        id,
        unit,
        role,
      ]);
    }
    return id;
  }

  async speak(em: Em, person: string, locale: 'vi' | 'en'): Promise<void> {
    await run(em, `update person set locale = ? where id = ?::uuid`, [locale, person]);
  }

  /** The parameters of {@link ON_DAY}. */
  private on(day: PlainDate | undefined): [string | null, Date] {
    return [day ?? null, this.clock.now()];
  }
}

const ON_DAY = `coalesce(?::date, plan_day(?::timestamptz))`;
const personOn = (day: string) =>
  `select p.id, p.name, p.title, p.locale, roles_on(p.id, ${day}) as roles from person p`;
const PERSON = personOn(ON_DAY);
const TODAY = {
  name: 'people',
  text: `${personOn('plan_day($1::timestamptz)')} where p.id = any($2::uuid[]) and p.active`,
};
