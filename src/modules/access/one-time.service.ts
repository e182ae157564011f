import { Inject, Injectable } from '@nestjs/common';
import { Database, row, run, type Em } from '../database/index.js';
import { type Clock, digest, newId, newSecret, newTypedCode, WALL_CLOCK } from '../shared/index.js';

const SIGN_IN_HOURS = 24;
const ENROLMENT_HOURS = 72;

/** What binds a chat to a person, once: the secret of a link (128 bits) or, where links carry nothing, a code to type. */
export interface Invitation {
  secret: string;
  code: string;
  expiresAt: Date;
}

/**
 * Who types wrong codes is stopped. A typed code has about 48 bits, and three days; with the ten thousand codes that may be
 * out at once a guess hits once in 4·10¹⁰. A chat has five misses a quarter of an hour and ten a day; all chats together a
 * thousand an hour, after which no typed code is looked at: guessing at that rate for three days hits with a probability of
 * about 2·10⁻⁶. Links are not stopped: 128 bits are not guessed, so that whoever floods the codes locks out nobody who taps.
 */
export const MISSES = { chat: 5, chatMinutes: 15, chatDay: 10, all: 1000, allMinutes: 60 } as const;

/** Secrets that work once: sign-in links for pages, invitations that bind a chat to a person. Only digests are stored. */
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

  /** An invitation for `person`, good for three days; those given before are revoked. */
  async invite(em: Em, person: string, issuedBy?: string): Promise<Invitation> {
    await this.revoke(em, person);
    const [secret, code, invitation] = [newSecret(), newTypedCode(), newId()];
    const expiresAt = await this.keep('enrolment_code', digest(code), person, ENROLMENT_HOURS * 60, em);
    await this.keep('enrolment_code', digest(secret), person, ENROLMENT_HOURS * 60, em);
    await run(em, `update enrolment_code set invitation = ?, issued_by = ? where digest in (?)`, [
      invitation,
      issuedBy ?? null,
      [digest(code), digest(secret)],
    ]);
    return { secret, code, expiresAt };
  }

  /** Takes back every invitation of `person` that nobody used. */
  async revoke(em: Em, person: string): Promise<void> {
    await run(
      em,
      `update enrolment_code set revoked_at = ? where person_id = ?::uuid and used_at is null and revoked_at is null`,
      [this.clock.now(), person],
    );
  }

  /** One more code beside those given, good for three days: for the training, whose cast is let in again at each start. */
  async enrolmentCode(person: string): Promise<string> {
    const code = newTypedCode();
    await this.keep('enrolment_code', digest(code), person, ENROLMENT_HOURS * 60);
    return code;
  }

  /** Uses up a sign-in secret; the person it stood for, or undefined when it is unknown, used or too old. */
  useSignIn(em: Em, secret: string): Promise<string | undefined> {
    return this.use(em, 'sign_in_link', digest(secret));
  }

  /** Whose code or link it is, without using it up: the chat shows name and unit and asks for a yes first. */
  async peekEnrolment(code: string, em: Em = this.database.em): Promise<string | undefined> {
    const found = await row<{ person_id: string }>(
      em,
      `select c.person_id from enrolment_code c join person p on p.id = c.person_id and p.active
       where c.digest = ? and c.used_at is null and c.revoked_at is null and c.expires_at > ?`,
      [enrolmentKey(code), this.clock.now()],
    );
    return found?.person_id;
  }

  /** Uses it up, and with it the other half of the invitation. */
  async useEnrolment(em: Em, code: string): Promise<string | undefined> {
    const now = this.clock.now();
    const used = await row<{ person_id: string; invitation: string | null }>(
      em,
      `update enrolment_code c set used_at = ? from person p
       where c.digest = ? and c.used_at is null and c.revoked_at is null and c.expires_at > ?
         and p.id = c.person_id and p.active
       returning c.person_id, c.invitation`,
      [now, enrolmentKey(code), now],
    );
    if (used?.invitation) {
      await run(em, `update enrolment_code set used_at = ? where invitation = ?::uuid and used_at is null`, [
        now,
        used.invitation,
      ]);
    }
    return used?.person_id;
  }

  /** Whether this chat, or all of them together, have guessed so often that a typed code is not looked at. */
  async isStopped(em: Em, chat: { channel: string; address: string }, code: string): Promise<boolean> {
    if (isLinkSecret(code)) return false;
    const found = await row<{ few: number; day: number; everybody: number }>(
      em,
      `select (select count(*)::int from enrolment_miss where channel = ? and address = ? and at > ?) as few,
              (select count(*)::int from enrolment_miss where channel = ? and address = ? and at > ?) as day,
              (select count(*)::int from enrolment_miss where at > ?) as everybody`,
      [
        ...[chat.channel, chat.address, this.ago(MISSES.chatMinutes)],
        ...[chat.channel, chat.address, this.ago(24 * 60)],
        this.ago(MISSES.allMinutes),
      ],
    );
    return (
      found !== undefined && (found.few >= MISSES.chat || found.day >= MISSES.chatDay || found.everybody >= MISSES.all)
    );
  }

  /** Notes that somebody typed a code that is nobody's; never the code itself. */
  async noteMiss(em: Em, chat: { channel: string; address: string }): Promise<void> {
    await run(em, `insert into enrolment_miss (channel, address, at) values (?, ?, ?)`, [
      chat.channel,
      chat.address,
      this.clock.now(),
    ]);
    await run(em, `delete from enrolment_miss where at < ?`, [this.ago(7 * 24 * 60)]);
  }

  private ago(minutes: number): Date {
    return new Date(this.clock.now().getTime() - minutes * 60_000);
  }

  private async keep(
    table: 'sign_in_link' | 'enrolment_code',
    key: string,
    person: string,
    minutes: number,
    em: Em = this.database.em,
  ): Promise<Date> {
    const now = this.clock.now();
    const until = new Date(now.getTime() + minutes * 60_000);
    await run(em, `insert into ${table} (digest, person_id, created_at, expires_at) values (?, ?, ?, ?)`, [
      key,
      person,
      now,
      until,
    ]);
    return until;
  }

  private async use(em: Em, table: 'sign_in_link', key: string): Promise<string | undefined> {
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

/** The secret of a link keeps its case; a typed code has none. */
const isLinkSecret = (text: string): boolean => /^[A-Za-z0-9_-]{22}$/.test(text.trim());

const enrolmentKey = (text: string): string => digest(isLinkSecret(text) ? text.trim() : normaliseCode(text));
