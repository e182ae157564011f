import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { formatEn, formatVi } from '../../../forms/index.js';
import { CalendarService } from '../../calendar/index.js';
import { Database, rows, type Em } from '../../database/index.js';
import { OutboxService } from '../../outbox/index.js';
import { type Locale, MESSAGES, type Messages } from '../../shared/index.js';
import { PeopleService, UnitsService } from '../../units/index.js';
import type { Difference } from './rebaseline.js';
import type { TargetRows } from './target-rows.service.js';

/** Indicators in one message; the rest is counted. */
const MOST_NAMED = 5;

/** Tells the officials and heads of a unit what their council and their superior see differently. */
@Injectable()
export class RebaselineMessages implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly outbox: OutboxService,
    private readonly people: PeopleService,
    private readonly units: UnitsService,
    private readonly calendar: CalendarService,
    @Inject(MESSAGES) private readonly messages: Messages,
  ) {}

  /** A message leaves only while something of it still waits for an answer. */
  onModuleInit(): void {
    this.outbox.addDoor('rebaseline', async (asked) => {
      const open = await rows<{ batch: string }>(
        this.database.em,
        `select distinct batch::text as batch from rebaseline where answer is null and batch::text in (?)`,
        [[...new Set(asked.map((message) => message.key.split('/')[1]!))]],
      );
      const waiting = new Set(open.map((one) => one.batch));
      return asked.map((message) =>
        waiting.has(message.key.split('/')[1]!) ? { send: message.body } : { skip: 'answered' },
      );
    });
  }

  /** One message a person about all that is asked of their unit at once. */
  async tell(
    em: Em,
    { unit, planYear, batch }: { unit: string; planYear: number; batch: string },
    fresh: readonly Difference[],
    known: TargetRows,
  ): Promise<void> {
    const notBefore = await this.calendar.sendableFrom(em);
    const tree = await this.units.tree();
    const people = [...(await this.people.at(unit, 'official')), ...(await this.people.at(unit, 'head'))];
    for (const person of new Map(people.map((one) => [one.id, one])).values()) {
      const { locale } = person;
      const lines = fresh.slice(0, MOST_NAMED).map(({ code, assigned, resolved }) =>
        this.messages.t(locale, 'targets.differs', {
          row: known.label(code, locale),
          assigned: shown(assigned.value, locale),
          resolved: shown(resolved.value, locale),
        }),
      );
      const more = fresh.length - lines.length;
      const text = [
        this.messages.t(locale, 'targets.ask', { name: person.name, unit: tree.name(unit), planYear }),
        [...lines, more > 0 && this.messages.t(locale, 'targets.more', { count: more })].filter(Boolean).join('\n'),
        this.messages.t(locale, 'targets.how'),
      ].join('\n\n');
      await this.outbox.put(em, [
        {
          key: `rebaseline/${batch}/${person.id}`,
          kind: 'system',
          to: { person: person.id },
          body: { text },
          notBefore,
        },
      ]);
    }
  }
}

/** A figure as readers of the language write it. */
export const shown = (value: string, locale: Locale): string => (locale === 'en' ? formatEn(value) : formatVi(value));
