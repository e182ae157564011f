import { Inject, Injectable } from '@nestjs/common';
import { AuditService, Scope } from '../access/index.js';
import { ObligationsService } from '../calendar/index.js';
import { Database, type Em, instant, row, rows } from '../database/index.js';
import { OutboxService, Wake } from '../outbox/index.js';
import { CLOCK, MESSAGES, newId, problem, type Clock, type Messages } from '../shared/index.js';
import { ContactsService, type Person, PeopleService, UnitsService } from '../units/index.js';
import { nextAllowed } from './allowed-hours.js';
import { LaddersService } from './ladders.service.js';
import { nobodyLinked } from './remind-now.service.js';
import { watchedObligation } from './watching.js';

export const questionUnknown = problem('followups.question-unknown', 404);
export const questionAnswered = problem('followups.question-answered', 409);

export interface UnitQuestion {
  id: string;
  /** By which it is answered in a chat. */
  number: number;
  obligation: string;
  unit: string;
  askedBy: string;
  question: string;
  /** ISO in UTC. */
  askedAt: string;
  answer?: { text: string; by: string; at: string };
}

/** What somebody who watches a unit asks it about something late, and what the unit answers. */
@Injectable()
export class UnitQuestionsService {
  constructor(
    private readonly database: Database,
    private readonly obligations: ObligationsService,
    private readonly people: PeopleService,
    private readonly contacts: ContactsService,
    private readonly units: UnitsService,
    private readonly ladders: LaddersService,
    private readonly outbox: OutboxService,
    private readonly wake: Wake,
    private readonly audit: AuditService,
    @Inject(MESSAGES) private readonly messages: Messages,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Puts a question to the officials and heads of the unit that owes; each gets it once. Gives its id and how many were told. */
  async ask(person: Person, id: string, text: string, em?: Em): Promise<{ id: string; told: number }> {
    if (!em) {
      const asked = await this.database.transaction((own) => this.ask(person, id, text, own));
      this.wake.wake('deliver');
      return asked;
    }
    const { obligations, units } = this;
    const obligation = await watchedObligation(person, id, { obligations, units });
    const [reachable, officials, heads] = await Promise.all([
      this.contacts.reachable(em),
      this.people.at(obligation.unit, 'official', em),
      this.people.at(obligation.unit, 'head', em),
    ]);
    const told = [...new Map([...officials, ...heads].map((one) => [one.id, one])).values()].filter((one) =>
      reachable.has(one.id),
    );
    if (told.length === 0) throw nobodyLinked();
    const question = newId();
    const asked = text.normalize('NFC').trim();
    const notBefore = await this.soonest();
    const kept = await row<{ number: number }>(
      em,
      `insert into escalation_question (id, obligation_id, asked_by, question, asked_at) values (?, ?, ?, ?, ?) returning number`,
      [question, id, person.id, asked, this.clock.now()],
    );
    await this.outbox.put(
      em,
      told.map((receiver) => ({
        key: `unit-question/${question}/${receiver.id}`,
        kind: 'reminder' as const,
        to: { person: receiver.id },
        body: {
          text: this.messages.t(receiver.locale, 'escalation.question', {
            name: receiver.name,
            from: person.name,
            question: asked,
            number: kept!.number,
          }),
        },
        notBefore,
      })),
    );
    await this.audit.note(em, { actor: person.id, action: 'unit asked', subject: id, details: { question } });
    return { id: question, told: told.length };
  }

  /** The id of the question to a unit that has this number; undefined where another kind of question has it. */
  async numbered(number: number, em: Em): Promise<string | undefined> {
    return (await row<{ id: string }>(em, `select id from escalation_question where number = ?`, [number]))?.id;
  }

  /** What waits for an answer of the units that the person answers for, the oldest first. */
  async waitingFor(person: Person): Promise<UnitQuestion[]> {
    const scope = new Scope(person, await this.units.tree());
    const open = await this.list(person);
    return open.filter(({ unit, answer }) => answer === undefined && scope.answersFor(unit)).reverse();
  }

  /** The unit's answer; whoever asked is told. */
  async answer(person: Person, question: string, text: string, em?: Em): Promise<void> {
    if (!em) {
      await this.database.transaction((own) => this.answer(person, question, text, own));
      this.wake.wake('deliver');
      return;
    }
    const found = await row<{ unit: string; asked_by: string; question: string; answered_at: string | null }>(
      em,
      `select o.unit_code as unit, q.asked_by, q.question, q.answered_at
       from escalation_question q join obligation o on o.id = q.obligation_id where q.id = ?::uuid`,
      [question],
    );
    if (!found) throw questionUnknown();
    new Scope(person, await this.units.tree()).mustAnswerFor(found.unit);
    if (found.answered_at !== null) throw questionAnswered();
    const asker = await this.people.find(found.asked_by, em);
    const answer = text.normalize('NFC').trim();
    const tree = await this.units.tree();
    const notBefore = await this.soonest();
    const won = await row(
      em,
      `update escalation_question set answered_by = ?, answer = ?, answered_at = ?
         where id = ?::uuid and answered_at is null returning 1 as one`,
      [person.id, answer, this.clock.now(), question],
    );
    if (!won) throw questionAnswered();
    if (asker) {
      const { question: asked } = found;
      const text = this.messages.t(asker.locale, 'escalation.answer', {
        name: asker.name,
        unit: tree.name(found.unit),
        from: person.name,
        question: asked,
        answer,
      });
      await this.outbox.put(em, [
        { key: `unit-answer/${question}`, kind: 'reminder', to: { person: asker.id }, body: { text }, notBefore },
      ]);
    }
    await this.audit.note(em, { actor: person.id, action: 'unit answered', subject: question });
  }

  /** The newest questions of the units that the person may see, at most 200; only those about `obligation` where it is given. */
  async list(person: Person, obligation?: string): Promise<UnitQuestion[]> {
    const scope = new Scope(person, await this.units.tree());
    const visible = scope.visible();
    const found = await rows<{
      id: string;
      number: number;
      obligation: string;
      unit: string;
      asked_by: string;
      question: string;
      asked_at: string;
      answered_by: string | null;
      answer: string | null;
      answered_at: string | null;
    }>(
      this.database.em,
      `select q.id, q.number, q.obligation_id as obligation, o.unit_code as unit, p.name as asked_by, q.question, q.asked_at,
         a.name as answered_by, q.answer, q.answered_at
       from escalation_question q join obligation o on o.id = q.obligation_id
         join person p on p.id = q.asked_by left join person a on a.id = q.answered_by
       where (?::uuid is null or q.obligation_id = ?::uuid) and (?::text[] is null or o.unit_code = any(?::text[]))
       order by q.asked_at desc, q.id limit 200`,
      [obligation ?? null, obligation ?? null, listOf(visible), listOf(visible)],
    );
    return found.map((one) => ({
      id: one.id,
      number: one.number,
      obligation: one.obligation,
      unit: one.unit,
      askedBy: one.asked_by,
      question: one.question,
      askedAt: instant(one.asked_at),
      ...(one.answer !== null && one.answered_at !== null
        ? { answer: { text: one.answer, by: one.answered_by ?? '', at: instant(one.answered_at) } }
        : {}),
    }));
  }

  private async soonest(): Promise<Date> {
    const ladder = await this.ladders.inForce();
    return ladder ? nextAllowed(this.clock.now(), ladder) : this.clock.now();
  }
}

/** Unit codes hold letters, digits and hyphens only: they need no quotes. */
const listOf = (codes: ReadonlySet<string> | undefined): string | null => (codes ? `{${[...codes].join()}}` : null);
