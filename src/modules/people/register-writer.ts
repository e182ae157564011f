import { Inject, Injectable } from '@nestjs/common';
import { AuditService, notAllowed, OneTimeService, type Scope, SessionsService } from '../access/index.js';
import { row, run, type Em } from '../database/index.js';
import { OutboxService } from '../outbox/index.js';
import { CLOCK, MESSAGES, newId, type Clock, type Messages } from '../shared/index.js';
import { ContactsService, type Person, UnitsService } from '../units/index.js';
import { managesRole } from './authority.js';
import { MailService } from './mail.service.js';
import type { Particulars } from './particulars.js';
import { codeTaken, emailTaken, notYourself, roleNeeded, roleUnknown, unitUnknown } from './problems.js';
import type { GivenRole, RegisteredPerson } from './registered-person.js';

/** Who acts, and what that person may see and do. */
export interface Acting {
  actor: Person;
  scope: Scope;
}

/**
 * The acts on people, each within a transaction of its caller and each with its line in the audit trail, which holds nothing
 * personal: that a telephone number changed, not which. Whether the actor manages the person the caller has asked; roles are
 * asked about here.
 */
@Injectable()
export class RegisterWriter {
  constructor(
    private readonly units: UnitsService,
    private readonly contacts: ContactsService,
    private readonly mail: MailService,
    private readonly sessions: SessionsService,
    private readonly oneTime: OneTimeService,
    private readonly audit: AuditService,
    private readonly outbox: OutboxService,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(MESSAGES) private readonly messages: Messages,
  ) {}

  /** Takes somebody in with the roles named, one at least; gives the id. */
  async add(em: Em, acting: Acting, wish: Particulars & { roles: readonly GivenRole[] }): Promise<string> {
    if (wish.roles.length === 0) throw roleNeeded();
    const id = newId();
    await run(em, `insert into person (id, name, title) values (?, ?, ?)`, [id, wish.name, wish.title]);
    await this.write(em, acting, id, wish);
    for (const held of wish.roles) await this.give(em, acting, id, held);
    return id;
  }

  /** Writes name, title, number and addresses; a number or address that is somebody else's is a problem. */
  async write(em: Em, { actor }: Acting, id: string, wish: Particulars): Promise<void> {
    await this.mustBeFree(em, id, wish);
    const before = await row<Record<string, string | null>>(
      em,
      `select name, title, code, phone, email from person where id = ?::uuid`,
      [id],
    );
    await run(em, `update person set name = ?, title = ?, code = ?, phone = ?, email = ? where id = ?::uuid`, [
      ...[wish.name, wish.title, wish.code ?? null, wish.phone ?? null, wish.email ?? null, id],
    ]);
    await this.mail.writeTo(em, id, wish.email);
    const changed = (['name', 'title', 'code', 'phone', 'email'] as const).filter(
      (field) => (before?.[field] ?? '') !== (wish[field] ?? ''),
    );
    await this.audit.note(em, { actor: actor.id, action: 'person written', subject: id, details: { changed } });
  }

  private async mustBeFree(em: Em, id: string, { code, email }: Particulars): Promise<void> {
    const taken = async (column: 'code' | 'email', value: string | undefined) =>
      value !== undefined &&
      (await row(
        em,
        `select 1 from person where ${column} = ? and id <> ?::uuid and (active or '${column}' = 'code')`,
        [value, id],
      ));
    if (await taken('code', code)) throw codeTaken({ code: code! });
    if (await taken('email', email)) throw emailTaken({ email: email! });
  }

  /** Gives a role, or changes its days. */
  async give(em: Em, { actor, scope }: Acting, id: string, held: GivenRole): Promise<void> {
    if (!(await this.units.tree()).find(held.unit)?.member) throw unitUnknown({ unit: held.unit });
    if (!managesRole(scope, held)) throw notAllowed();
    await run(
      em,
      `insert into person_role (person_id, unit_code, role, first_day, last_day) values (?, ?, ?, ?, ?)
       on conflict (person_id, unit_code, role) do update set first_day = excluded.first_day, last_day = excluded.last_day`,
      [id, held.unit, held.role, held.firstDay ?? null, held.lastDay ?? null],
    );
    await this.audit.note(em, { actor: actor.id, action: 'role given', subject: id, details: { ...held } });
  }

  /** Takes a role away, at once. */
  async take(em: Em, { actor, scope }: Acting, id: string, held: Pick<GivenRole, 'unit' | 'role'>): Promise<void> {
    if (!managesRole(scope, held)) throw notAllowed();
    if (id === actor.id && held.role === 'admin') throw notYourself();
    const ended = await row(
      em,
      `delete from person_role where person_id = ?::uuid and unit_code = ? and role = ? returning 1`,
      [id, held.unit, held.role],
    );
    if (!ended) throw roleUnknown();
    await this.audit.note(em, { actor: actor.id, action: 'role ended', subject: id, details: { ...held } });
  }

  /** The person works here no more: sessions, chats, invitations and the password end at once, the old chats are told. */
  async leave(em: Em, { actor }: Acting, person: RegisteredPerson): Promise<void> {
    const { id } = person;
    if (id === actor.id) throw notYourself();
    await run(em, `update person set active = false, left_at = ? where id = ?::uuid`, [this.clock.now(), id]);
    await this.sessions.endAll(em, id);
    await this.oneTime.revoke(em, id);
    await run(em, `delete from sign_in_link where person_id = ?::uuid and used_at is null`, [id]);
    await run(em, `delete from password where person_id = ?::uuid`, [id]);
    await this.mail.writeTo(em, id, undefined);
    for (const chat of person.chats) await this.endChat(em, chat.id, 'people.chat-left');
    await this.audit.note(em, { actor: actor.id, action: 'person left', subject: id });
  }

  /** The person is back; chats are linked anew. */
  async comeBack(em: Em, { actor }: Acting, person: RegisteredPerson): Promise<void> {
    await this.mustBeFree(em, person.id, person);
    await run(em, `update person set active = true, left_at = null where id = ?::uuid`, [person.id]);
    await this.mail.writeTo(em, person.id, person.email);
    await this.audit.note(em, { actor: actor.id, action: 'person back', subject: person.id });
  }

  /** Ends a chat's binding and says so there, as the last thing that the chat hears. */
  async endChat(em: Em, id: string, text: string): Promise<void> {
    const chat = await this.contacts.chat(id, em);
    if (!chat) return;
    const person = await row<{ name: string; locale: 'vi' | 'en' }>(
      em,
      `select name, locale from person where id = ?::uuid`,
      [chat.person],
    );
    await this.contacts.end(em, id, this.clock.now());
    await this.outbox.put(em, [
      {
        key: `unlinked/${id}`,
        kind: 'system',
        to: { channel: chat.channel, address: chat.address },
        body: { text: this.messages.t(person!.locale, text, { name: person!.name }) },
      },
    ]);
  }
}
