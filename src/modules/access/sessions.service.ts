import { Inject, Injectable } from '@nestjs/common';
import { Database, row, run, type Em } from '../database/index.js';
import { type Clock, digest, newSecret, WALL_CLOCK } from '../shared/index.js';
import { PeopleService, type Person } from '../units/index.js';

const SESSION_DAYS = 14;

/** Sessions of the pages, kept in the database so that a restart signs nobody out. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
    @Inject(WALL_CLOCK) private readonly clock: Clock,
  ) {}

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
    if (!secret) return undefined;
    const found = await row<{ person_id: string }>(
      this.database.em,
      `select person_id from session where digest = ? and expires_at > ?`,
      [digest(secret), this.clock.now()],
    );
    return found && this.people.find(found.person_id);
  }

  async end(secret: string): Promise<void> {
    await run(this.database.em, `delete from session where digest = ?`, [digest(secret)]);
  }
}
