import { Inject, Injectable } from '@nestjs/common';
import { AuditService, notAllowed, Scope } from '../access/index.js';
import { CalendarService, type Obligation, ObligationsService } from '../calendar/index.js';
import { Database, rows, run, type Em } from '../database/index.js';
import { OutboxService, Wake } from '../outbox/index.js';
import { CLOCK, MESSAGES, newId, plainDate, problem, type Clock, type Messages } from '../shared/index.js';
import { type Person, PeopleService, type Role, UnitsService } from '../units/index.js';
import { nextAllowed } from './allowed-hours.js';
import { BoardService } from './board.service.js';
import { LaddersService } from './ladders.service.js';
import { RemindNowService } from './remind-now.service.js';
import { TakeBackService } from './take-back.service.js';
import { watchedObligation, watches } from './watching.js';

export const notLateYet = problem<{ lastDay: string }>('followups.not-late-yet', 409);
const WATCHING: readonly Role[] = ['supervisor', 'head'];

export const personUnknown = problem('followups.person-unknown', 404);

/** What a supervisor does about a lateness: sees it, takes it on, hands it to a colleague. */
@Injectable()
export class EscalationsService {
  constructor(
    private readonly database: Database,
    private readonly board: BoardService,
    private readonly calendar: CalendarService,
    private readonly obligations: ObligationsService,
    private readonly people: PeopleService,
    private readonly units: UnitsService,
    private readonly ladders: LaddersService,
    private readonly reminder: RemindNowService,
    private readonly takeBack: TakeBackService,
    private readonly outbox: OutboxService,
    private readonly wake: Wake,
    private readonly audit: AuditService,
    @Inject(MESSAGES) private readonly messages: Messages,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * What is overdue in the units that the person watches, the own ones left out; longest late first, with what was escalated,
   * promised and taken on. Empty for those who watch nobody.
   */
  async overdueOf(person: Person) {
    const scope = new Scope(person, await this.units.tree());
    if (!watches(scope)) return [];
    const { late, escalations } = await this.board.board(scope.visible(), person);
    const raised = new Map(escalations.map((one) => [one.obligation, one]));
    return late
      .filter((item) => !scope.answersFor(item.unit))
      .map((item) => ({ ...item, escalation: raised.get(item.obligation) }))
      .sort((a, b) => b.daysLate - a.daysLate || (a.unitName < b.unitName ? -1 : 1));
  }

  /** The person has seen the lateness and takes care of it: no deputy is told instead. Saying it again changes nothing. */
  async acknowledge(person: Person, id: string, note = '', em?: Em): Promise<void> {
    if (!em) return this.database.transaction((own) => this.acknowledge(person, id, note, own));
    const obligation = await this.watched(person, id);
    await this.mustBeLate(obligation);
    if (await this.acknowledged(em, obligation, person)) return;
    await this.keepAcknowledgement(em, obligation, person, note);
    await this.audit.note(em, { actor: person.id, action: 'escalation acknowledged', subject: id });
  }

  /**
   * Hands one lateness to somebody else who watches the unit: that person is told and takes care of it, for the one who handed
   * it over it counts as acknowledged.
   */
  async handOver(person: Person, id: string, to: { person: string; note: string }, em?: Em): Promise<void> {
    if (!em) {
      await this.database.transaction((own) => this.handOver(person, id, to, own));
      this.wake.wake('deliver');
      return;
    }
    const obligation = await this.watched(person, id);
    await this.mustBeLate(obligation);
    const receiver = await this.people.find(to.person, em);
    if (!receiver || receiver.id === person.id) throw personUnknown();
    const tree = await this.units.tree();
    const scope = new Scope(receiver, tree);
    if (!watches(scope) || !scope.sees(obligation.unit)) throw notAllowed();
    const ladder = await this.ladders.inForce();
    const handover = newId();
    const note = to.note.normalize('NFC').trim();
    await run(
      em,
      `insert into handover (id, obligation_id, from_person, to_person, note, at) values (?, ?, ?, ?, ?, ?)`,
      [handover, id, person.id, receiver.id, note, this.clock.now()],
    );
    if (!(await this.acknowledged(em, obligation, person))) {
      await this.keepAcknowledgement(em, obligation, person, note);
    }
    const text = this.messages.t(receiver.locale, 'escalation.handed-over', {
      name: receiver.name,
      from: person.name,
      unit: tree.name(obligation.unit),
      title: await this.titleOf(obligation, receiver),
      lastDay: plainDate.vi(plainDate.add(obligation.dueOn, -1)),
      note: note && this.messages.t(receiver.locale, 'escalation.note', { note }),
    });
    await this.outbox.put(em, [
      {
        key: `handover/${handover}`,
        kind: 'escalation',
        to: { person: receiver.id },
        body: { text },
        ...(ladder ? { notBefore: nextAllowed(this.clock.now(), ladder) } : {}),
      },
    ]);
    await this.audit.note(em, {
      actor: person.id,
      action: 'escalation handed over',
      subject: id,
      details: { to: receiver.id, note },
    });
  }

  /** Colleagues who watch units from where the person does: to them something late may be handed over. */
  async colleagues(
    person: Person,
    em: Em = this.database.em,
  ): Promise<{ id: string; name: string; title: string; unit: string }[]> {
    const units = [...new Set(person.roles.filter(({ role }) => WATCHING.includes(role)).map(({ unit }) => unit))];
    const found = new Map<string, { id: string; name: string; title: string; unit: string }>();
    for (const unit of units) {
      for (const role of WATCHING) {
        for (const { id, name, title } of await this.people.at(unit, role, em)) {
          if (id !== person.id && !found.has(id)) found.set(id, { id, name, title, unit });
        }
      }
    }
    return [...found.values()];
  }

  /** Reminds a unit now; see {@link RemindNowService}. */
  remindNow(person: Person, unit: string, em?: Em): Promise<{ told: number; at: string }> {
    return this.reminder.remind(person, unit, em);
  }

  private watched(person: Person, id: string): Promise<Obligation> {
    const { obligations, units } = this;
    return watchedObligation(person, id, { obligations, units });
  }

  private async titleOf(obligation: Obligation, reader: Person): Promise<string> {
    const milestone = (await this.calendar.milestones()).find((one) => one.id === obligation.milestone);
    return milestone?.title[reader.locale] ?? obligation.milestone;
  }

  private async mustBeLate(obligation: Obligation): Promise<void> {
    if ((await this.calendar.today()) >= obligation.dueOn) return;
    throw notLateYet({ lastDay: plainDate.vi(plainDate.add(obligation.dueOn, -1)) });
  }

  private async acknowledged(em: Em, obligation: Obligation, person: Person): Promise<boolean> {
    const found = await rows(
      em,
      `select 1 from acknowledgement where obligation_id = ?::uuid and person_id = ?::uuid and due_on = ?`,
      [obligation.id, person.id, obligation.dueOn],
    );
    return found.length > 0;
  }

  private async keepAcknowledgement(em: Em, obligation: Obligation, person: Person, note: string): Promise<void> {
    await run(
      em,
      `insert into acknowledgement (id, obligation_id, person_id, due_on, note, made_at) values (?, ?, ?, ?, ?, ?)`,
      [newId(), obligation.id, person.id, obligation.dueOn, note.normalize('NFC'), this.clock.now()],
    );
    await this.takeBack.after(em, obligation.id, 'acknowledged');
  }
}
