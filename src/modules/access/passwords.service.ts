import { hash, verify } from '@node-rs/argon2';
import { Inject, Injectable } from '@nestjs/common';
import { Database, row, run, type Em } from '../database/index.js';
import { type Clock, newSecret, WALL_CLOCK } from '../shared/index.js';
import type { Person } from '../units/index.js';
import { AuditService } from './audit.service.js';
import { faultOf, normaliseLogin, normalisePassword } from './password-rules.js';
import { loginNeeded, loginTaken, passwordTooWeak, wrongCurrentPassword, wrongPassword } from './problems.js';
import { SessionsService } from './sessions.service.js';

interface Kept {
  person_id: string;
  login: string;
  hash: string;
}

/** Logins with passwords. The password itself is never stored, logged or compared as text: only its argon2id hash. */
@Injectable()
export class PasswordsService {
  /** Hash of nobody's password: an unknown login costs the same work as a known one. */
  private readonly nobody = hash(newSecret());

  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsService,
    private readonly audit: AuditService,
    @Inject(WALL_CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Whose login and password these are. Throws the same problem for an unknown login, a wrong password and somebody who
   * left; the trail names the person where there is one, and never what was typed.
   */
  async personOf(login: string, password: string): Promise<string> {
    const known = normaliseLogin(login);
    const kept = known && (await this.kept(this.database.em, 'login', known));
    const right = await verify(kept ? kept.hash : await this.nobody, normalisePassword(password));
    if (kept && right && (await this.isActive(kept.person_id))) return kept.person_id;
    await this.audit.note(this.database.em, {
      action: 'sign-in by password refused',
      subject: kept ? kept.person_id : 'unknown login',
    });
    throw wrongPassword();
  }

  /** The login of `person`, or undefined where no password is set. */
  async loginOf(person: string): Promise<string | undefined> {
    return (await this.kept(this.database.em, 'person_id', person))?.login;
  }

  /**
   * The person sets or changes the own password; every other session of the person ends, the one of `session` stays.
   * The login is chosen with the first password and stays. Throws where `current` is wrong or a rule is not met.
   */
  async change(
    person: Person,
    given: { password: string; current?: string; login?: string },
    session: string | undefined,
  ): Promise<void> {
    const kept = await this.kept(this.database.em, 'person_id', person.id);
    if (kept && !(await verify(kept.hash, normalisePassword(given.current ?? '')))) {
      await this.audit.note(this.database.em, {
        actor: person.id,
        action: 'change of password refused',
        subject: person.id,
      });
      throw wrongCurrentPassword();
    }
    const login = kept?.login ?? normaliseLogin(given.login ?? '');
    if (!login) throw loginNeeded();
    await this.keep({ person, login, password: given.password, actor: person.id, session });
  }

  /** Sets login and password of `person` for an administrator at the shell; every session of the person ends. */
  async set(person: Person, login: string, password: string): Promise<void> {
    const known = normaliseLogin(login);
    if (!known) throw loginNeeded();
    await this.keep({ person, login: known, password });
  }

  private async keep(given: {
    person: Person;
    login: string;
    password: string;
    actor?: string;
    session?: string;
  }): Promise<void> {
    const { person, login, password, actor, session } = given;
    const fault = faultOf(password, { name: person.name, login });
    if (fault) throw passwordTooWeak(fault);
    const hashed = await hash(normalisePassword(password));
    await this.database.transaction(async (em) => {
      // Two people who choose one login at the same time wait for each other.
      await run(em, `lock table password in share row exclusive mode`);
      const others = await row(em, `select 1 from password where login = ? and person_id <> ?::uuid`, [
        login,
        person.id,
      ]);
      if (others) throw loginTaken();
      await run(
        em,
        `insert into password (person_id, login, hash, set_at) values (?, ?, ?, ?)
         on conflict (person_id) do update set login = excluded.login, hash = excluded.hash, set_at = excluded.set_at`,
        [person.id, login, hashed, this.clock.now()],
      );
      await this.sessions.endAll(em, person.id, session);
      await this.audit.note(em, { actor, action: 'password set', subject: person.id });
    });
  }

  private kept(em: Em, by: 'login' | 'person_id', value: string): Promise<Kept | undefined> {
    return row<Kept>(em, `select person_id, login, hash from password where ${by} = ?`, [value]);
  }

  private async isActive(person: string): Promise<boolean> {
    return (await row(this.database.em, `select 1 from person where id = ? and active`, [person])) !== undefined;
  }
}
