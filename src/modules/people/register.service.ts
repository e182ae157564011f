import { Inject, Injectable } from '@nestjs/common';
import { AuditService, notAllowed, Scope } from '../access/index.js';
import { Database, type Em } from '../database/index.js';
import { Wake } from '../outbox/index.js';
import { CLOCK, type Clock } from '../shared/index.js';
import { ContactsService, type Person, UnitsService } from '../units/index.js';
import { managesPerson, managesRole } from './authority.js';
import { isFoundBy, type Particulars } from './particulars.js';
import { personUnknown } from './problems.js';
import { type Acting, RegisterWriter } from './register-writer.js';
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

/** The register of people: who comes in, changes and leaves. Every act asks whether the actor manages the person. */
@Injectable()
export class RegisterService {
  constructor(
    private readonly database: Database,
    private readonly units: UnitsService,
    private readonly contacts: ContactsService,
    private readonly writer: RegisterWriter,
    private readonly audit: AuditService,
    private readonly wake: Wake,
    @Inject(CLOCK) private readonly clock: Clock,
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
  add(actor: Person, wish: Particulars & { roles: readonly GivenRole[] }): Promise<string> {
    return this.act(actor, (em, acting) => this.writer.add(em, acting, wish));
  }

  /** Changes name, title, number and addresses. */
  change(actor: Person, id: string, wish: Particulars): Promise<void> {
    return this.act(actor, async (em, acting) => {
      await this.managed(actor, id, em);
      await this.writer.write(em, acting, id, wish);
    });
  }

  /** Gives a role, or changes its days. */
  giveRole(actor: Person, id: string, held: GivenRole): Promise<void> {
    return this.act(actor, async (em, acting) => {
      await this.managed(actor, id, em);
      await this.writer.give(em, acting, id, held);
    });
  }

  /** Takes a role away, at once; whoever manages the unit may, whatever else the person holds. */
  endRole(actor: Person, id: string, held: Pick<GivenRole, 'unit' | 'role'>): Promise<void> {
    return this.act(actor, (em, acting) => this.writer.take(em, acting, id, held));
  }

  /** The person works here no more: sessions, chats, invitations and the password end at once, the old chats are told. */
  leave(actor: Person, id: string): Promise<void> {
    return this.act(actor, async (em, acting) => this.writer.leave(em, acting, await this.managed(actor, id, em)));
  }

  /** The person is back; chats are linked anew. */
  comeBack(actor: Person, id: string): Promise<void> {
    return this.act(actor, async (em, acting) => this.writer.comeBack(em, acting, await this.managed(actor, id, em)));
  }

  /** Ends the binding of one chat; the chat is told. */
  unlink(actor: Person, link: string): Promise<void> {
    return this.act(actor, async (em) => {
      const chat = await this.contacts.chat(link, em);
      if (!chat) throw personUnknown();
      await this.managed(actor, chat.person, em);
      await this.writer.endChat(em, link, 'people.chat-unlinked');
      const { channel, person } = chat;
      await this.audit.note(em, { actor: actor.id, action: 'chat unlinked', subject: person, details: { channel } });
    });
  }

  private async act<T>(actor: Person, work: (em: Em, acting: Acting) => Promise<T>): Promise<T> {
    const scope = new Scope(actor, await this.units.tree());
    const done = await this.database.transaction((em) => work(em, { actor, scope }));
    this.wake.wake('deliver');
    return done;
  }
}

/** Hides what is personal from who does not manage the whole person. */
function shownTo(scope: Scope, person: RegisteredPerson): ListedPerson {
  if (managesPerson(scope, person.roles)) return { ...person, mayManage: true };
  const { id, name, title, active, chats } = person;
  const roles = person.roles.filter((held) => managesRole(scope, held));
  return { id, name, title, active, chats, roles, mayManage: false };
}

/** Vietnamese lists go by the given name, which stands last. */
function byGivenName(a: string, b: string): number {
  const given = (name: string) => name.slice(name.lastIndexOf(' ') + 1);
  return COLLATOR.compare(given(a), given(b)) || COLLATOR.compare(a, b);
}

const COLLATOR = new Intl.Collator('vi');
