import { Injectable } from '@nestjs/common';
import { Database, row, rows, run, type Em } from '../database/index.js';
import { newId } from '../shared/index.js';
import type { Role } from './unit.js';

export interface Person {
  id: string;
  name: string;
  title: string;
  locale: 'vi' | 'en';
  roles: { unit: string; role: Role }[];
}

/** People and what they are to which unit. */
@Injectable()
export class PeopleService {
  constructor(private readonly database: Database) {}

  /** An active person with roles, or undefined. */
  async find(id: string, em: Em = this.database.em): Promise<Person | undefined> {
    return row<Person>(em, `${selectPerson} where p.id = ?::uuid and p.active group by p.id`, [id]);
  }

  /** Those of `ids` who are active, by id. */
  async findAll(ids: readonly string[], em: Em = this.database.em): Promise<Map<string, Person>> {
    if (ids.length === 0) return new Map();
    const found = await rows<Person>(em, `${selectPerson} where p.id = any(?::uuid[]) and p.active group by p.id`, [
      `{${[...new Set(ids)].join()}}`,
    ]);
    return new Map(found.map((person) => [person.id, person]));
  }

  /** Everyone who has `role` at `unit`. */
  async at(unit: string, role: Role): Promise<Person[]> {
    return rows<Person>(
      this.database.em,
      `${selectPerson} where p.active and p.id in
         (select person_id from person_role where unit_code = ? and role = ?) group by p.id order by p.name, p.id`,
      [unit, role],
    );
  }

  /** All active people with a role, for planning a whole day at once. */
  async everyone(em: Em = this.database.em): Promise<Person[]> {
    return rows<Person>(em, `${selectPerson} where p.active group by p.id order by p.id`);
  }

  async add(em: Em, person: { name: string; title: string; roles: Person['roles']; id?: string }): Promise<string> {
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
}

const selectPerson = `
  select p.id, p.name, p.title, p.locale,
         coalesce(jsonb_agg(jsonb_build_object('unit', r.unit_code, 'role', r.role) order by r.unit_code, r.role)
           filter (where r.role is not null), '[]') as roles
  from person p left join person_role r on r.person_id = p.id`;
