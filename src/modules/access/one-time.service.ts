import { Inject, Injectable } from '@nestjs/common';
import { Database, instant, row, rows, run, type Em } from '../database/index.js';
import { type Clock, digest, newId, newSecret, newTypedCode, WALL_CLOCK } from '../shared/index.js';

const SIGN_IN_HOURS = 24;
const ENROLMENT_HOURS = 72;

/** What binds a chat to a person, once: the secret of a link (128 bits) or, where links carry nothing, a code to type. */
export interface Invitation {
  secret: string;
  code: string;
  expiresAt: Date;
}

/** What is made for one message is made so often at most: whoever opens the chat again and again sees it gone. */
const MOST_SHOWN = 20;

/** A secret that was seen by people it is not for. */
export interface Leak {
  what: 'invitation' | 'sign-in link';
  /** Whom it would have let in, and who gave it. */
  person: string;
  issuedBy?: string;
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

  /** The secret of a link that signs `person` in, good for a day. */
  async signInSecret(person: string): Promise<string> {
    const secret = newSecret();
    await this.keep('sign_in_link', digest(secret), person, SIGN_IN_HOURS * 60);
    return secret;
  }

  /**
   * The secret of a link in one message, which may be shown several times and signs `person` in once and until `until`;
   * undefined where it did or that is over.
   */
  async signInSecretFor(message: string, person: string, until: Date): Promise<string | undefined> {
    const secret = newSecret();
    const now = this.clock.now();
    const made = await rows(
      this.database.em,
      `insert into sign_in_link (digest, person_id, created_at, expires_at, made_for)
       select ?, ?::uuid, ?, ?, ? where ?::timestamptz > ?::timestamptz
         and not exists (select from sign_in_link where made_for = ? and used_at is not null)
         and (select count(*) from sign_in_link where made_for = ?) < ${MOST_SHOWN}
       returning 1`,
      [digest(secret), person, now, until, message, until, now, message, message],
    );
    return made.length > 0 ? secret : undefined;
  }

  /** An invitation for `person`, good for three days; those given before are revoked. */
  async invite(em: Em, person: string, issuedBy?: string, invitation = newId()): Promise<Invitation> {
    await this.revoke(em, person);
    return this.halves(
      em,
      person,
      invitation,
      new Date(this.clock.now().getTime() + ENROLMENT_HOURS * 3_600_000),
      issuedBy,
    );
  }

  /**
   * The invitation that one message is to show, the same however often it is shown: begun where it is shown first; undefined
   * where it was used or revoked meanwhile, or ran out.
   */
  async inviteFor(em: Em, invitation: string, person: string, issuedBy?: string): Promise<Invitation | undefined> {
    await run(em, `select pg_advisory_xact_lock(4207016, hashtext(?))`, [invitation]);
    const shown = await row<{ n: number; over: boolean | null; until: string | null }>(
      em,
      `select count(*)::int as n, bool_or(used_at is not null or revoked_at is not null or expires_at <= ?) as over,
         min(expires_at) as until
       from enrolment_code where invitation = ?::uuid`,
      [this.clock.now(), invitation],
    );
    if (!shown || shown.n === 0) return this.invite(em, person, issuedBy, invitation);
    if (shown.over || shown.n >= 2 * MOST_SHOWN) return undefined;
    return this.halves(em, person, invitation, new Date(instant(shown.until!)), issuedBy);
  }

  private async halves(
    em: Em,
    person: string,
    invitation: string,
    expiresAt: Date,
    issuedBy: string | undefined,
  ): Promise<Invitation> {
    const [secret, code] = [newSecret(), newTypedCode()];
    for (const half of [code, secret]) {
      await run(
        em,
        `insert into enrolment_code (digest, person_id, created_at, expires_at, invitation, issued_by)
         values (?, ?, ?, ?, ?, ?)`,
        [digest(half), person, this.clock.now(), expiresAt, invitation, issuedBy ?? null],
      );
    }
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

  /**
   * Uses up a sign-in secret, and with it those of the same message; the person it stood for, or undefined when it is unknown,
   * used or too old.
   */
  async useSignIn(em: Em, secret: string): Promise<string | undefined> {
    const now = this.clock.now();
    const used = await row<{ person_id: string; made_for: string | null }>(
      em,
      `update sign_in_link set used_at = ? where digest = ? and used_at is null and expires_at > ?
       returning person_id, made_for`,
      [now, digest(secret), now],
    );
    if (used?.made_for) {
      await run(em, `update sign_in_link set used_at = ? where made_for = ? and used_at is null`, [now, used.made_for]);
    }
    return used?.person_id;
  }

  /** Which of `secrets` would let somebody in, into a chat or the pages, if they were used now. */
  async goodOf(em: Em, secrets: readonly string[]): Promise<string[]> {
    if (secrets.length === 0) return [];
    const good = await rows<{ digest: string }>(
      em,
      `select digest from enrolment_code where digest in (?) and used_at is null and revoked_at is null and expires_at > ?
       union select digest from sign_in_link where digest in (?) and used_at is null and expires_at > ?`,
      [1, 2].flatMap(() => [secrets.map(enrolmentKey), this.clock.now()]),
    );
    return secrets.filter((secret) => good.some((one) => one.digest === enrolmentKey(secret)));
  }

  /** Makes what strangers saw worth nothing: an invitation with its other half, a link that signs in. Gives whose it was. */
  async burn(em: Em, secrets: readonly string[]): Promise<Leak[]> {
    if (secrets.length === 0) return [];
    const [now, digests] = [this.clock.now(), secrets.map(enrolmentKey)];
    const invitations = await rows<{ person_id: string; issued_by: string | null }>(
      em,
      `update enrolment_code c set revoked_at = ?
       from (select person_id from enrolment_code
             where digest in (?) and used_at is null and revoked_at is null and expires_at > ?) leaked
       where c.person_id = leaked.person_id and c.used_at is null and c.revoked_at is null
       returning c.person_id, c.issued_by`,
      [now, digests, now],
    );
    const links = await rows<{ person_id: string }>(
      em,
      `update sign_in_link set used_at = ? where used_at is null and expires_at > ?
         and (digest in (?) or made_for in (select made_for from sign_in_link where digest in (?)))
       returning person_id`,
      [now, now, digests, digests],
    );
    const leaks = [
      ...invitations.map((one): Leak => ({
        what: 'invitation',
        person: one.person_id,
        issuedBy: one.issued_by ?? undefined,
      })),
      ...links.map((one): Leak => ({ what: 'sign-in link', person: one.person_id })),
    ];
    return [...Map.groupBy(leaks, (leak) => `${leak.what} ${leak.person}`).values()].map((same) => same[0]!);
  }

  /** Whose code or link it is, without using it up: the chat shows name and unit and asks for a yes first. */
  async peekEnrolment(code: EnrolmentKey, em: Em = this.database.em): Promise<string | undefined> {
    const found = await row<{ person_id: string }>(
      em,
      `select c.person_id from enrolment_code c join person p on p.id = c.person_id and p.active
       where c.digest = ? and c.used_at is null and c.revoked_at is null and c.expires_at > ?`,
      [keyDigest(code), this.clock.now()],
    );
    return found?.person_id;
  }

  /** Uses it up, and with it the other half of the invitation. */
  async useEnrolment(em: Em, code: EnrolmentKey): Promise<string | undefined> {
    const now = this.clock.now();
    const used = await row<{ person_id: string; invitation: string | null }>(
      em,
      `update enrolment_code c set used_at = ? from person p
       where c.digest = ? and c.used_at is null and c.revoked_at is null and c.expires_at > ?
         and p.id = c.person_id and p.active
       returning c.person_id, c.invitation`,
      [now, keyDigest(code), now],
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
  ): Promise<void> {
    const now = this.clock.now();
    const until = new Date(now.getTime() + minutes * 60_000);
    await run(
      this.database.em,
      `insert into ${table} (digest, person_id, created_at, expires_at) values (?, ?, ?, ?)`,
      [key, person, now, until],
    );
  }
}

/** How people type a code: any case, with or without the dash, with spaces. */
export function normaliseCode(typed: string): string {
  const letters = typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
  return letters.length === 10 ? `${letters.slice(0, 5)}-${letters.slice(5)}` : letters;
}

/** The secret of a link keeps its case; a typed code has none. */
const isLinkSecret = (text: string): boolean => /^[A-Za-z0-9_-]{22}$/.test(text.trim());

/** What a dialog keeps of a code while it waits for a yes: it says which one it was and opens nothing. */
export const enrolmentKey = (text: string): string => digest(isLinkSecret(text) ? text.trim() : normaliseCode(text));

/** A code as it was typed or tapped, or what was kept of it. */
export type EnrolmentKey = { code: string } | { digest: string };

const keyDigest = (key: EnrolmentKey): string => ('code' in key ? enrolmentKey(key.code) : key.digest);
