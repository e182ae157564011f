import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Database, rows, type Em } from '../../database/index.js';
import { OutboxService } from '../../outbox/index.js';
import { inLocale, MESSAGES, plainDate, type Messages } from '../../shared/index.js';
import { PeopleService, type Person, UnitsService } from '../../units/index.js';
import { CalendarService } from '../calendar.service.js';
import type { Milestone } from '../milestone.js';
import type { NamedConference } from './conference-rows.js';

/**
 * Invitations: the chair, and the officials and heads of the unit that is heard, once for each version of a conference. One that
 * was moved again before its invitation left is not announced twice: the door lets only the newest version out.
 */
@Injectable()
export class ConferenceMessages implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly outbox: OutboxService,
    private readonly people: PeopleService,
    private readonly units: UnitsService,
    private readonly calendar: CalendarService,
    @Inject(MESSAGES) private readonly messages: Messages,
  ) {}

  onModuleInit(): void {
    this.outbox.addDoor('conference', async (asked) => {
      const newest = await rows<{ id: string; version: number }>(
        this.database.em,
        `select id, version from conference where id::text in (?)`,
        [[...new Set(asked.map((message) => message.key.split('/')[1]!))]],
      );
      const versions = new Map(newest.map((one) => [one.id, String(one.version)]));
      return asked.map((message) => {
        const [, id = '', version] = message.key.split('/');
        return versions.get(id) === version ? { send: message.body } : { skip: 'arranged-otherwise' };
      });
    });
  }

  /** Writes the invitation (`invited`, `moved`) or its withdrawal (`cancelled`) of the conference as it stands. */
  async tell(
    em: Em,
    what: 'invited' | 'moved' | 'cancelled',
    conference: NamedConference,
    window: Milestone,
  ): Promise<void> {
    const { id, version, unit, heldBy, day, half, room, note, chairName } = conference;
    const tree = await this.units.tree();
    const notBefore = await this.calendar.sendableFrom(em);
    for (const person of await this.invited(em, conference)) {
      const say = (key: string, params = {}) => this.messages.t(person.locale, `conference.${key}`, params);
      const agenda = (window.agenda ?? []).map((point, at) => `${at + 1}. ${inLocale(point, person.locale)}`);
      const text = [
        say(what, {
          name: person.name,
          title: inLocale(window.title, person.locale),
          unit: tree.name(unit),
          holder: tree.name(heldBy),
          day: plainDate.vi(day),
          half: say(half),
          room,
          chair: chairName,
        }),
        what !== 'cancelled' && agenda.length > 0 && `${say('agenda')}\n${agenda.join('\n')}`,
        note && say('note', { note }),
      ];
      await this.outbox.put(em, [
        {
          key: `conference/${id}/${version}/${person.id}`,
          kind: 'system',
          to: { person: person.id },
          notBefore,
          body: { text: text.filter(Boolean).join('\n\n') },
        },
      ]);
    }
  }

  private async invited(em: Em, { unit, chair }: NamedConference): Promise<Person[]> {
    const found = [
      ...(await this.people.at(unit, 'official')),
      ...(await this.people.at(unit, 'head')),
      await this.people.find(chair, em),
    ];
    return [...new Map(found.flatMap((person) => (person ? [[person.id, person] as const] : []))).values()];
  }
}
