import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { AuditService, type EnrolmentKey, OneTimeService, Scope } from '../access/index.js';
import { Database, row, rows, type Em } from '../database/index.js';
import { FollowupsService } from '../followups/index.js';
import { OneTimeTexts, OutboxService, Wake } from '../outbox/index.js';
import { CLOCK, MESSAGES, newId, plainDate, Problem, type Clock, type Messages } from '../shared/index.js';
import { type Contact, ContactsService, type Person, PeopleService, UnitsService } from '../units/index.js';
import { managesPerson, managesRole, THE_SHELL } from './authority.js';
import { DeepLinks } from './deep-links.js';
import { readPhone } from './particulars.js';
import { nobodyToWrite } from './problems.js';
import { readRegister, type RegisteredPerson } from './registered-person.js';
import { RegisterService } from './register.service.js';

/** An invitation as whoever gave it sees it, once. */
export interface Given {
  person: { id: string; name: string; title: string };
  code: string;
  links: { channel: string; link: string }[];
  expiresAt: string;
}

/**
 * What somebody says to be let in by: a code or the secret of a link, or what was kept of it; or a telephone number that the channel vouches for. A
 * number names a person only where it stands with exactly one.
 */
export type Key = EnrolmentKey | { ownPhone: string };

/** Whose key it is; `missed` where it is nobody's, `stopped` where it was not looked at because of too many guesses. */
export type Recognised = { person: Person } | 'missed' | 'stopped';

/** Stands for the text of an invitation until it is shown. */
const INVITATION = '{invitation}';

/** How a chat comes to belong to a person: an invitation, given by hand, on paper or sent; a yes in the chat. */
@Injectable()
export class EnrolmentService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly register: RegisterService,
    private readonly people: PeopleService,
    private readonly units: UnitsService,
    private readonly contacts: ContactsService,
    private readonly oneTime: OneTimeService,
    private readonly followups: FollowupsService,
    private readonly outbox: OutboxService,
    private readonly oneTimes: OneTimeTexts,
    private readonly audit: AuditService,
    private readonly deepLinks: DeepLinks,
    private readonly wake: Wake,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(MESSAGES) private readonly messages: Messages,
  ) {}

  onModuleInit(): void {
    this.outbox.addDoor('invitation', async (messages) => {
      const active = await this.people.findAll(messages.flatMap(({ person }) => person ?? []));
      return messages.map(({ person, body }) => (active.has(person ?? '') ? { send: body } : { skip: 'not-active' }));
    });
    // The secret is made when the message leaves: it stands in no table, and a message that waits holds nothing to steal.
    this.oneTimes.addMaker('invitation', (ref, person) =>
      this.database.transaction((em) => this.invitationText(em, ref, person)),
    );
  }

  /** A new invitation; those given before are revoked. */
  async invite(actor: Person, id: string): Promise<Given> {
    return this.database.transaction(async (em) => {
      const person = await this.register.managed(actor, id, em);
      return this.give(em, actor, person);
    });
  }

  /** Invitations for everybody of a unit who has no chat yet, for a sheet of paper. Whom the actor does not manage is left out. */
  async inviteUnit(actor: Person, unit: string): Promise<Given[]> {
    const scope = new Scope(actor, await this.units.tree());
    return this.database.transaction(async (em) => {
      const all = await readRegister(em, this.clock.now());
      const unlinked = all.filter(
        (person) =>
          person.active &&
          person.chats.length === 0 &&
          person.roles.some((held) => held.unit === unit) &&
          managesPerson(scope, person.roles),
      );
      const given: Given[] = [];
      for (const person of unlinked) given.push(await this.give(em, actor, person));
      return given;
    });
  }

  /** Sends a new invitation to where the person can be written to already: mail, or another chat. */
  async send(actor: Person, id: string): Promise<void> {
    await this.database.transaction(async (em) => {
      const person = await this.register.managed(actor, id, em);
      if (!person.active || (await this.contacts.of(id, em)).length === 0) throw nobodyToWrite({ name: person.name });
      const today = this.clock.now().toISOString().slice(0, 13);
      // Whoever taps twice sends one.
      const ref = ['invitation', newId(), ...(actor === THE_SHELL ? [] : [actor.id])].join('/');
      const oneTime = { place: INVITATION, ref, person: id };
      await this.outbox.put(em, [
        { key: `invitation/${id}/${today}`, kind: 'system', to: { person: id }, body: { text: INVITATION, oneTime } },
      ]);
      await this.audit.note(em, { actor: actor.id, action: 'invitation sent', subject: id });
    });
    this.wake.wake('deliver');
  }

  /** How many of each unit's people have a chat, for units that the actor manages. */
  async standing(actor: Person): Promise<{ unit: string; people: number; linked: number }[]> {
    const scope = new Scope(actor, await this.units.tree());
    const byUnit = new Map<string, { unit: string; people: number; linked: number }>();
    for (const person of await readRegister(this.database.em, this.clock.now())) {
      if (!person.active) continue;
      for (const unit of new Set(person.roles.filter((held) => managesRole(scope, held)).map((held) => held.unit))) {
        const one = byUnit.get(unit) ?? { unit, people: 0, linked: 0 };
        byUnit.set(unit, { unit, people: one.people + 1, linked: one.linked + (person.chats.length > 0 ? 1 : 0) });
      }
    }
    return [...byUnit.values()].sort((a, b) => (a.unit < b.unit ? -1 : 1));
  }

  /**
   * Looks at a key without using it up: the chat shows name and unit and asks for a yes first. A miss is counted, unless the
   * key was right before and is looked at `again`.
   */
  async recognise(
    em: Em,
    chat: Omit<Contact, 'person'>,
    key: Key,
    when: 'first' | 'again' = 'first',
  ): Promise<Recognised> {
    if ('code' in key && (await this.oneTime.isStopped(em, chat, key.code))) return 'stopped';
    const id = 'ownPhone' in key ? await this.ownerOf(em, key.ownPhone) : await this.oneTime.peekEnrolment(key, em);
    const person = id === undefined ? undefined : await this.people.find(id, em);
    if (person) return { person };
    if ('code' in key && when === 'first') await this.oneTime.noteMiss(em, chat);
    return 'missed';
  }

  /** The one active person with this telephone number; where it stands with several, nobody is guessed. */
  private async ownerOf(em: Em, typed: string): Promise<string | undefined> {
    const phone = readPhone(typed.startsWith('+') ? typed : `+${typed}`) ?? readPhone(typed);
    if (phone === undefined) return undefined;
    const found = await rows<{ id: string }>(em, `select id from person where phone = ? and active limit 2`, [phone]);
    return found.length === 1 ? found[0]!.id : undefined;
  }

  /**
   * Binds the chat to whom the key stands for, within the turn's transaction; gives the person. The person's other chats are
   * told, and whoever the chat belonged to before.
   */
  async link(em: Em, key: Key, chat: Omit<Contact, 'person'>): Promise<string> {
    const person = 'ownPhone' in key ? await this.ownerOf(em, key.ownPhone) : await this.oneTime.useEnrolment(em, key);
    if (!person) throw new Problem('bot.code-unknown', 410);
    const before = await this.contacts.owner(chat.channel, chat.address, em);
    const others = (await this.contacts.chats(person, em)).filter(
      (one) => one.channel !== chat.channel || one.address !== chat.address,
    );
    const link = await this.contacts.link(em, { person, ...chat }, this.clock.now());
    await this.tell(em, `linked/${link}`, 'people.chat-added', person, others);
    if (before !== undefined && before !== person) {
      await this.tell(em, `taken/${link}`, 'people.chat-taken', before, await this.contacts.chats(before, em));
    }
    const units = (await this.people.find(person, em))?.roles.map((held) => held.unit) ?? [];
    await this.followups.reached(em, units);
    await this.audit.note(em, {
      actor: person,
      action: 'chat linked',
      subject: person,
      details: { channel: chat.channel, by: 'ownPhone' in key ? 'telephone number' : 'invitation' },
    });
    return person;
  }

  private async give(em: Em, actor: Person, person: RegisteredPerson): Promise<Given> {
    const { secret, code, expiresAt } = await this.oneTime.invite(
      em,
      person.id,
      actor === THE_SHELL ? undefined : actor.id,
    );
    await this.audit.note(em, { actor: actor.id, action: 'invitation given', subject: person.id });
    return {
      person: { id: person.id, name: person.name, title: person.title },
      code,
      links: this.deepLinks.of(secret),
      expiresAt: expiresAt.toISOString(),
    };
  }

  private async invitationText(em: Em, ref: string, id: string): Promise<string | undefined> {
    const [invitation = '', issuedBy] = ref.split('/');
    const person = await this.people.find(id, em);
    const given = person && (await this.oneTime.inviteFor(em, invitation, id, issuedBy));
    if (!given) return undefined;
    const { secret, code, expiresAt } = given;
    const zone = await row<{ day: string }>(em, `select plan_day(?::timestamptz) as day`, [expiresAt]);
    return this.messages.t(person.locale, 'people.invitation', {
      name: person.name,
      links: this.deepLinks
        .of(secret)
        .map(({ link }) => link)
        .join('\n'),
      code,
      until: plainDate.vi(zone!.day),
    });
  }

  private async tell(em: Em, key: string, text: string, to: string, chats: readonly Contact[]): Promise<void> {
    const person = await this.people.find(to, em);
    if (!person) return;
    await this.outbox.put(
      em,
      chats.map(({ channel, address }) => ({
        key: `${key}/${channel}/${newId()}`,
        kind: 'system' as const,
        to: { channel, address, person: to },
        body: { text: this.messages.t(person.locale, text, { name: person.name }) },
      })),
    );
  }
}
