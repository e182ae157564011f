import { Inject, Injectable } from '@nestjs/common';
import { Database, row, run, type Em } from '../database/index.js';
import { type Clock, digest, newSecret, newTypedCode, WALL_CLOCK } from '../shared/index.js';

const SIGN_IN_HOURS = 24;
const ENROLMENT_HOURS = 72;

/** Secrets that work once: sign-in links for pages, typed codes that bind a chat to a person. Only digests are stored. */
@Injectable()
export class OneTimeService {
  constructor(
    private readonly database: Database,
    @Inject(WALL_CLOCK) private readonly clock: Clock,
  ) {}

  /** The secret of a link that signs `person` in, good for a day unless `minutes` says otherwise. */
  async signInSecret(person: string, given: { minutes?: number; em?: Em } = {}): Promise<string> {
    const secret = newSecret();
    const minutes = given.minutes ?? SIGN_IN_HOURS * 60;
    await this.keep('sign_in_link', digest(secret), person, minutes, given.em);
    return secret;
  }

  /** A code to type (or tap) in a chat, good for three days. */
  async enrolmentCode(person: string): Promise<string> {
    const code = newTypedCode();
    await this.keep('enrolment_code', digest(code), person, ENROLMENT_HOURS * 60);
    return code;
  }

  /** Uses up a sign-in secret; the person it stood for, or undefined when it is unknown, used or too old. */
  useSignIn(em: Em, secret: string): Promise<string | undefined> {
    return this.use(em, 'sign_in_link', digest(secret));
  }

  /** Whose code it is, without using it up: the chat shows name and unit and asks for a yes first. */
  async peekEnrolment(code: string, em: Em = this.database.em): Promise<string | undefined> {
    const found = await row<{ person_id: string }>(
      em,
      `select person_id from enrolment_code where digest = ? and used_at is null and expires_at > ?`,
      [digest(normaliseCode(code)), this.clock.now()],
    );
    return found?.person_id;
  }

  useEnrolment(em: Em, code: string): Promise<string | undefined> {
    return this.use(em, 'enrolment_code', digest(normaliseCode(code)));
  }

  private async keep(
    table: 'sign_in_link' | 'enrolment_code',
    key: string,
    person: string,
    minutes: number,
    em: Em = this.database.em,
  ): Promise<void> {
    const now = this.clock.now();
    const until = new Date(now.getTime() + minutes * 60_000);
    await run(em, `insert into ${table} (digest, person_id, created_at, expires_at) values (?, ?, ?, ?)`, [
      key,
      person,
      now,
      until,
    ]);
  }

  private async use(em: Em, table: 'sign_in_link' | 'enrolment_code', key: string): Promise<string | undefined> {
    const now = this.clock.now();
    const used = await row<{ person_id: string }>(
      em,
      `update ${table} set used_at = ? where digest = ? and used_at is null and expires_at > ? returning person_id`,
      [now, key, now],
    );
    return used?.person_id;
  }
}

/** How people type a code: any case, with or without the dash, with spaces. */
export function normaliseCode(typed: string): string {
  const letters = typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
  return letters.length === 10 ? `${letters.slice(0, 5)}-${letters.slice(5)}` : letters;
}
