import { Inject, Injectable } from '@nestjs/common';
import { OneTimeService } from '../access/index.js';
import { CalendarService } from '../calendar/index.js';
import { Database, row, rows, type Em } from '../database/index.js';
import { FollowupsService } from '../followups/index.js';
import { SETTINGS, type Settings } from '../settings/index.js';
import { CLOCK, newId, plainDate, type Clock } from '../shared/index.js';
import { ContactsService, PeopleService, UnitsService, type UnitTree } from '../units/index.js';
import { readCast, readFigures, type TrainingCast } from './training-cast.js';
import { TrainingService } from './training.service.js';

export interface TrainingLinks {
  admin: string;
  supervisor: string;
  /** Enrolment code of the official who plays. */
  chat: string;
}

/** Sets the stage of a training: clock, cast, last year's figures, the running cycle. Doing it again changes nothing. */
@Injectable()
export class TrainingStartService {
  constructor(
    private readonly database: Database,
    private readonly training: TrainingService,
    private readonly calendar: CalendarService,
    private readonly units: UnitsService,
    private readonly people: PeopleService,
    private readonly contacts: ContactsService,
    private readonly oneTime: OneTimeService,
    private readonly followups: FollowupsService,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async start(realNow: Date): Promise<TrainingLinks> {
    const cast = readCast(this.settings.profile);
    const zone = await this.calendar.timeZone();
    const kept = await row<{ plan_year: number }>(this.database.em, `select max(plan_year) as plan_year from cycle`);
    const planYear = kept?.plan_year ?? runningPlanYear(plainDate.today(realNow, zone), cast.startsOn);
    await this.training.begin(() => plainDate.at(`${planYear - 1}-${cast.startsOn}`, cast.startsAt, zone));
    await this.calendar.openCycle(planYear);
    const ids = await this.setCast(cast, planYear);
    await this.followups.planToday();
    const id = (key: string) => ids.get(key) ?? missing(key);
    return {
      admin: await this.oneTime.signInSecret(id('admin')),
      supervisor: await this.oneTime.signInSecret(id('supervisor')),
      chat: await this.oneTime.enrolmentCode(id('player')),
    };
  }

  /** The people by key; written once, found again at every later start. */
  private async setCast(cast: TrainingCast, planYear: number): Promise<Map<string, string>> {
    const tree = await this.units.tree();
    const there = await rows<{ id: string; name: string }>(this.database.em, `select id, name from person`);
    if (there.length > 0) {
      const byName = new Map(there.map((person) => [person.name, person.id]));
      return new Map(
        cast.people.flatMap(({ key, name }) => (byName.has(name) ? [[key, byName.get(name)!] as const] : [])),
      );
    }
    return this.database.transaction(async (em) => {
      const ids = new Map<string, string>();
      for (const member of cast.people) {
        const roles = member.roles.map((held) =>
          typeof held === 'string' ? { unit: unitNamed(tree, cast.under, member.unit), role: held } : held,
        );
        const id = await this.people.add(em, { name: member.name, title: member.title, roles });
        ids.set(member.key, id);
        if (member.linked) await this.link(em, id);
      }
      await this.units.saveBaseFigures(
        em,
        readFigures(this.settings.profile).map(({ yearOffset, ...figure }) => ({
          ...figure,
          year: planYear - 1 + yearOffset,
          source: 'training',
        })),
      );
      return ids;
    });
  }

  /** A chat of their own that nobody looks at: the cast hears and does not answer. */
  private async link(em: Em, person: string): Promise<void> {
    await this.contacts.link(em, { person, channel: 'webchat', address: `training-${newId()}` }, this.clock.now());
  }
}

/** The plan year whose cycle runs on `today`: the next year's from its opening day on, else this year's. */
export function runningPlanYear(today: string, opensOn: string): number {
  const year = Number(today.slice(0, 4));
  return today.slice(5) >= opensOn ? year + 1 : year;
}

function unitNamed(tree: UnitTree, under: string, name: string | undefined): string {
  const found = tree.children(under).find((unit) => unit.name === name);
  return found?.code ?? missing(`unit ${name} under ${under}`);
}

function missing(what: string): never {
  throw new Error(`the training cast lacks ${what}`);
}
