import { Inject, Injectable } from '@nestjs/common';
import { Database, run, Together, type Em } from '../database/index.js';
import { CLOCK, type Clock, digest, newSecret, WALL_CLOCK } from '../shared/index.js';
import { type Person, ROLE_LIST } from '../units/index.js';

const SESSION_DAYS = 14;

/** Sessions of the pages, kept in the database so that a restart signs nobody out. */
@Injectable()
export class SessionsService {
  private readonly signedIn: Together<string, Person | undefined>;

  constructor(
    private readonly database: Database,
    @Inject(WALL_CLOCK) private readonly clock: Clock,
    @Inject(CLOCK) planClock: Clock,
  ) {
    this.signedIn = new Together(async (digests) => {
      const found = await database.prepared<Person & { digest: string }>(SIGNED_IN, [
        digests,
        clock.now(),
        planClock.now(),
      ]);
      const people = new Map(found.map(({ digest: key, ...person }) => [key, person]));
      return digests.map((key) => people.get(key));
    });
  }

  /** Opens a session and gives the secret for the cookie. */
  async open(em: Em, person: string): Promise<string> {
    const secret = newSecret();
    const now = this.clock.now();
    await run(em, `insert into session (digest, person_id, created_at, expires_at) values (?, ?, ?, ?)`, [
      digest(secret),
      person,
      now,
      new Date(now.getTime() + SESSION_DAYS * 86_400_000),
    ]);
    return secret;
  }

  /** The signed-in person with roles, or undefined. */
  async person(secret: string | undefined): Promise<Person | undefined> {
    return secret ? this.signedIn.ask(digest(secret)) : undefined;
  }

  /** Ends the sessions of `person`, but for the one whose secret is `except`. */
  async endAll(em: Em, person: string, except = ''): Promise<void> {
    await run(em, `delete from session where person_id = ?::uuid and digest <> ?`, [person, digest(except)]);
  }

  async end(secret: string): Promise<void> {
    await run(this.database.em, `delete from session where digest = ?`, [digest(secret)]);
  }
}

// Every request asks this: the session and the person in one statement, and in one for all who ask at the same time. The
// day is a row and no argument: only so does PostgreSQL look up these people without working out everybody's roles.
const SIGNED_IN = {
  name: 'signed-in',
  text: `
    with asked as materialized (
      select s.digest, p.id, p.name, p.title, p.locale
      from session s join person p on p.id = s.person_id
      where s.digest = any($1) and s.expires_at > $2 and p.active
    ), held as (
      select h.person_id, ${ROLE_LIST} as roles
      from (select plan_day($3) as on_day) d
      cross join lateral held_role(d.on_day) h
      left join person a on a.id = h.acting_for
      where h.person_id = any(array(select id from asked))
      group by h.person_id
    )
    select asked.*, coalesce(held.roles, '[]') as roles
    from asked left join held on held.person_id = asked.id`,
};
