import { Inject, Injectable } from '@nestjs/common';
import { AuditService, notAllowed, OneTimeService, Scope, SessionsService } from '../access/index.js';
import { Database, row, run, type Em } from '../database/index.js';
import { OutboxService, Wake } from '../outbox/index.js';
import { CLOCK, MESSAGES, newId, type Clock, type Messages } from '../shared/index.js';
import { ContactsService, type Person, UnitsService } from '../units/index.js';
import { managesPerson, managesRole } from './authority.js';
import { isFoundBy, type Particulars } from './particulars.js';
import { MailService } from './mail.service.js';
import { codeTaken, emailTaken, notYourself, personUnknown, roleNeeded, roleUnknown, unitUnknown } from './problems.js';
import { type GivenRole, readRegister, type RegisteredPerson } from './registered-person.js';

export interface RegisterWish {
  text?: string;
  unit?: string;
  /** With `unit`: everything below it too. */
  below?: boolean;
  role?: GivenRole['role'];
  linked?: boolean;
  active?: boolean;
}

/** Who is managed, one row a person; particulars only of those whose every role the asker manages. */
export type ListedPerson = RegisteredPerson & { mayManage: boolean };

/**
 * The register of people: who comes in, changes and leaves. Every act asks whether the actor manages the person, and stands
 * in the audit trail without what is personal: that a telephone number changed, not which.
 */
@Injectable()
export class RegisterService {
  constructor(
    private readonly database: Database,
    private readonly units: UnitsService,
    private readonly contacts: ContactsService,
    private readonly mail: MailService,
    private readonly sessions: SessionsService,
    private readonly oneTime: OneTimeService,
    private readonly audit: AuditService,
    private readonly outbox: OutboxService,
    private readonly wake: Wake,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(MESSAGES) private readonly messages: Messages,
  ) {}

  /** Those with a role in a unit that `actor` manages, as the wish selects them, by name. */
  async list(actor: Person, wish: RegisterWish = {}): Promise<ListedPerson[]> {
    const tree = await this.units.tree();
    const scope = new Scope(actor, tree);
    const asked = wish.unit === undefined ? undefined : wish.below ? tree.subtree(wish.unit) : new Set([wish.unit]);
    const all = await readRegister(this.database.em, this.clock.now());
    return all
      .filter((person) => scope.has('admin') || person.roles.some((held) => managesRole(scope, held)))
      .map((person) => shownTo(scope, person))
      .filter(
        (person) =>
          person.active === (wish.active ?? true) &&
          (asked === undefined || person.roles.some((held) => asked.has(held.unit))) &&
          (wish.role === undefined || person.roles.some((held) => held.role === wish.role)) &&
          (wish.linked === undefined || person.chats.length > 0 === wish.linked) &&
          (wish.text === undefined || isFoundBy(wish.text, person)),
      )
      .sort((a, b) => byGivenName(a.name, b.name));
  }

  /** A managed person, or a problem. */
  async managed(actor: Person, id: string, em: Em = this.database.em): Promise<RegisteredPerson> {
    const [found] = await readRegister(em, this.clock.now(), [id]);
    if (!found) throw personUnknown();
    if (!managesPerson(new Scope(actor, await this.units.tree()), found.roles)) throw notAllowed();
    return found;
  }

  /** Adds a person with the roles named, one at least; gives the id. */
  async add(actor: Person, wish: Particulars & { roles: readonly GivenRole[] }): Promise<string> {
    const scope = new Scope(actor, await this.units.tree());
    return this.database.transaction(async (em) => {
      if (wish.roles.length === 0) throw roleNeeded();
      const id = newId();
      await run(em, `insert into person (id, name, title) values (?, ?, ?)`, [id, wish.name, wish.title]);
      await this.write(em, actor, id, wish);
      for (const held of wish.roles) await this.give(em, actor, scope, id, held);
      return id;
    });
  }

  /** Changes name, title, number and addresses. */
  async change(actor: Person, id: string, wish: Particulars): Promise<void> {
    await this.database.transaction(async (em) => {
      await this.managed(actor, id, em);
      await this.write(em, actor, id, wish);
    });
  }

  /** Gives a role, or changes its days. */
  async giveRole(actor: Person, id: string, held: GivenRole): Promise<void> {
    const scope = new Scope(actor, await this.units.tree());
    await this.database.transaction(async (em) => {
      await this.managed(actor, id, em);
      await this.give(em, actor, scope, id, held);
    });
  }

  /** Takes a role away, at once. */
  async endRole(actor: Person, id: string, held: Pick<GivenRole, 'unit' | 'role'>): Promise<void> {
    const scope = new Scope(actor, await this.units.tree());
    await this.database.transaction(async (em) => {
      if (!managesRole(scope, held)) throw notAllowed();
      if (id === actor.id && held.role === 'admin') throw notYourself();
      const ended = await row(
        em,
        `delete from person_role where person_id = ?::uuid and unit_code = ? and role = ? returning 1`,
        [id, held.unit, held.role],
      );
      if (!ended) throw roleUnknown();
      await this.audit.note(em, { actor: actor.id, action: 'role ended', subject: id, details: { ...held } });
    });
  }

  /** The person works here no more: sessions, chats, invitations and the password end at once, the old chats are told. */
  async leave(actor: Person, id: string): Promise<void> {
    await this.database.transaction(async (em) => {
      const person = await this.managed(actor, id, em);
      if (id === actor.id) throw notYourself();
      await this.letGo(em, id);
      for (const chat of person.chats) await this.endChat(em, chat.id, 'people.chat-left');
      await this.audit.note(em, { actor: actor.id, action: 'person left', subject: id });
    });
    this.wake.wake('deliver');
  }

  /** The person is back; chats are linked anew. */
  async comeBack(actor: Person, id: string): Promise<void> {
    await this.database.transaction(async (em) => {
      const person = await this.managed(actor, id, em);
      if (person.email !== undefined) await this.mustBeFree(em, id, person);
      await run(em, `update person set active = true, left_at = null where id = ?::uuid`, [id]);
      await this.mail.writeTo(em, id, person.email);
      await this.audit.note(em, { actor: actor.id, action: 'person back', subject: id });
    });
  }

  /** Ends the binding of one chat; the chat is told. */
  async unlink(actor: Person, link: string): Promise<void> {
    await this.database.transaction(async (em) => {
      const chat = await this.contacts.chat(link, em);
      if (!chat) throw personUnknown();
      await this.managed(actor, chat.person, em);
      await this.endChat(em, link, 'people.chat-unlinked');
      await this.audit.note(em, {
        actor: actor.id,
        action: 'chat unlinked',
        subject: chat.person,
        details: { channel: chat.channel },
      });
    });
    this.wake.wake('deliver');
  }

  private async write(em: Em, actor: Person, id: string, wish: Particulars): Promise<void> {
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

  private async give(em: Em, actor: Person, scope: Scope, id: string, held: GivenRole): Promise<void> {
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

  private async letGo(em: Em, id: string): Promise<void> {
    await run(em, `update person set active = false, left_at = ? where id = ?::uuid`, [this.clock.now(), id]);
    await this.sessions.endAll(em, id);
    await this.oneTime.revoke(em, id);
    await run(em, `delete from sign_in_link where person_id = ?::uuid and used_at is null`, [id]);
    await run(em, `delete from password where person_id = ?::uuid`, [id]);
    await this.mail.writeTo(em, id, undefined);
  }

  /** Ends a chat's binding and says so there, as the last thing that the chat hears. */
  private async endChat(em: Em, id: string, text: string): Promise<void> {
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

/** Hides what is personal from who does not manage the whole person. */
function shownTo(scope: Scope, person: RegisteredPerson): ListedPerson {
  if (managesPerson(scope, person.roles)) return { ...person, mayManage: true };
  const { id, name, title, active, chats } = person;
  return {
    id,
    name,
    title,
    active,
    chats,
    roles: person.roles.filter((held) => managesRole(scope, held)),
    mayManage: false,
  };
}

/** Vietnamese lists go by the given name, which stands last. */
function byGivenName(a: string, b: string): number {
  const given = (name: string) => name.slice(name.lastIndexOf(' ') + 1);
  return COLLATOR.compare(given(a), given(b)) || COLLATOR.compare(a, b);
}

const COLLATOR = new Intl.Collator('vi');
