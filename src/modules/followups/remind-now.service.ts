import { Inject, Injectable } from '@nestjs/common';
import { AuditService, Scope } from '../access/index.js';
import { CalendarService, ObligationsService } from '../calendar/index.js';
import { Database, row, type Em } from '../database/index.js';
import { OutboxService, Wake } from '../outbox/index.js';
import { CLOCK, problem, type Clock } from '../shared/index.js';
import { ContactsService, type Person, PeopleService, UnitsService } from '../units/index.js';
import { nextAllowed } from './allowed-hours.js';
import { DigestWriter, type NoticeLine } from './digest-writer.js';
import { LaddersService } from './ladders.service.js';
import { NoticeLedger } from './notice-ledger.js';
import { mustWatch } from './watching.js';

export const nothingOpen = problem('followups.nothing-open', 409);
export const nobodyLinked = problem('followups.nobody-linked', 409);
export const remindedToday = problem<{ by: string }>('followups.reminded-today', 409);

/** A supervisor's "remind them now": out of turn, at most once a day and unit, through the same ledger as every notice. */
@Injectable()
export class RemindNowService {
  constructor(
    private readonly database: Database,
    private readonly calendar: CalendarService,
    private readonly obligations: ObligationsService,
    private readonly people: PeopleService,
    private readonly contacts: ContactsService,
    private readonly units: UnitsService,
    private readonly ladders: LaddersService,
    private readonly ledger: NoticeLedger,
    private readonly writer: DigestWriter,
    private readonly outbox: OutboxService,
    private readonly wake: Wake,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Tells the officials and heads of `unit` what is still open; gives how many were told and when it leaves (within the
   * ladder's hours). Give `em` within a transaction, whose end then wakes the delivery.
   */
  async remind(person: Person, unit: string, em?: Em): Promise<{ told: number; at: string }> {
    if (!em) {
      const told = await this.database.transaction((own) => this.remind(person, unit, own));
      this.wake.wake('deliver');
      return told;
    }
    mustWatch(new Scope(person, await this.units.tree()), unit);
    const today = await this.calendar.today(em);
    const open = (await this.obligations.opened([unit], today, em)).filter((one) => !one.settled);
    if (open.length === 0) throw nothingOpen();
    const [reachable, officials, heads, ladder] = await Promise.all([
      this.contacts.reachable(em),
      this.people.at(unit, 'official', em),
      this.people.at(unit, 'head', em),
      this.ladders.inForce(em),
    ]);
    const roleOf = new Map([
      ...heads.map((one) => [one.id, 'head'] as const),
      ...officials.map((one) => [one.id, 'official'] as const),
    ]);
    const told = [...new Map([...officials, ...heads].map((one) => [one.id, one])).values()].filter((one) =>
      reachable.has(one.id),
    );
    if (told.length === 0) throw nobodyLinked();
    const now = this.clock.now();
    const at = ladder ? nextAllowed(now, ladder) : now;
    const lines = open.map((obligation): NoticeLine => {
      const late = today >= obligation.dueOn;
      return {
        obligation,
        template: late ? 'notice.remind-now-late' : 'notice.remind-now',
        sort: late ? 'overdue' : 'reminder',
      };
    });
    const first = await row(
      em,
      `insert into reminded_now (unit_code, on_date, by, at) values (?, ?, ?, ?) on conflict do nothing returning 1 as one`,
      [unit, today, person.id, now],
    );
    if (!first) {
      const by = await row<{ name: string }>(
        em,
        `select p.name from reminded_now r join person p on p.id = r.by where r.unit_code = ? and r.on_date = ?`,
        [unit, today],
      );
      throw remindedToday({ by: by?.name ?? '' });
    }
    for (const receiver of told) {
      const key = `remind-now/${unit}/${today}/${receiver.id}`;
      const body = { text: await this.writer.write(receiver, lines, today, em) };
      const [message] = await this.outbox.put(em, [
        { key, kind: 'reminder', to: { person: receiver.id }, body, notBefore: at },
      ]);
      await this.ledger.keep(
        em,
        lines.map(({ obligation, template, sort }) => ({
          state: 'planned',
          person: receiver.id,
          message,
          notice: {
            key: `remind-now/${unit}/${today}/${obligation.id}`,
            obligation: obligation.id,
            unit,
            milestone: obligation.milestone,
            rung: 'remind-now',
            sort,
            template,
            audience: { unit, role: roleOf.get(receiver.id) ?? 'official' },
            on: today,
            at: at.toISOString(),
            why: { sort: 'asked-for', person: person.id },
          },
        })),
      );
    }
    await this.audit.note(em, {
      actor: person.id,
      action: 'unit reminded now',
      subject: unit,
      details: { told: told.length, open: open.length },
    });
    return { told: told.length, at: at.toISOString() };
  }
}
