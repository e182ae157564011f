import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '../../src/http.js';
import { OneTimeService } from '../../src/modules/access/index.js';
import { CalendarService } from '../../src/modules/calendar/index.js';
import { DeliveryService } from '../../src/modules/channels/index.js';
import { Database } from '../../src/modules/database/index.js';
import { TrainingService } from '../../src/modules/operations/index.js';
import { LoadProfileService } from '../../src/modules/profiles/index.js';
import { readSettings } from '../../src/modules/settings/index.js';
import { plainDate, TrainingClock } from '../../src/modules/shared/index.js';
import { PeopleService, type Role } from '../../src/modules/units/index.js';
import { freshDatabase, freshRedis, type TestDatabase } from '../setup/database.js';
import { Phone } from './phone.js';

export const ZONE = 'Asia/Ho_Chi_Minh';

/** The whole product on a database of its own, with a clock that the test moves. */
export class House {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly clock: TrainingClock,
    readonly databaseUrl: string,
    /** Where the suite runs on Redis. */
    readonly redisUrl: string | undefined,
    private readonly owned?: TestDatabase,
  ) {}

  /** Opens the product at `now` (local time of the profile) with the profile loaded. With `on` it opens on that database again. */
  static async open(at: { day: string; time?: string; on?: string; env?: Record<string, string> }): Promise<House> {
    const owned = at.on === undefined ? await freshDatabase() : undefined;
    const databaseUrl = at.on ?? owned!.url;
    const clock = new TrainingClock();
    clock.set(plainDate.at(at.day, at.time ?? '07:00', ZONE));
    const redis = await freshRedis();
    const settings = {
      ...readSettings({
        DATABASE_URL: databaseUrl,
        LOG_LEVEL: 'fatal',
        PORT: '0',
        ...(redis && { REDIS_URL: redis }),
        ...at.env,
      }),
      training: true,
    };
    const app = await createApp({ settings, databaseUrl, clock });
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    const house = new House(app, clock, databaseUrl, redis, owned);
    await house.of(LoadProfileService).load(settings.profile);
    return house;
  }

  of<T>(service: abstract new (...given: never[]) => T): T {
    return this.app.get(service, { strict: false });
  }

  get database(): Database {
    return this.of(Database);
  }

  openCycle(planYear: number) {
    return this.of(CalendarService).openCycle(planYear);
  }

  /** Adds a person; the same name is the same person. */
  async person(name: string, ...roles: { unit: string; role: Role }[]): Promise<string> {
    return this.database.transaction((em) => this.of(PeopleService).add(em, { name, title: 'cán bộ', roles }));
  }

  /** A phone with the web chat open, linked to `person`. */
  async phoneOf(person: string): Promise<Phone> {
    const phone = await this.phone();
    await phone.says(`/start ${await this.of(OneTimeService).enrolmentCode(person)}`);
    await phone.says('đúng');
    return phone;
  }

  async phone(): Promise<Phone> {
    return Phone.open(this.app, () => this.settle());
  }

  /** A signed-in browser's cookie. */
  async cookieOf(person: string): Promise<string> {
    const token = await this.of(OneTimeService).signInSecret(person);
    const reply = await this.app.inject({ method: 'POST', url: '/api/session', payload: { token } });
    const cookie = reply.cookies.find((one) => one.name === 'nhip_session');
    if (!cookie) throw new Error(`sign-in failed: ${reply.body}`);
    return `nhip_session=${cookie.value}`;
  }

  /** Everything that is due now is sent, also what the worker has taken and has not sent yet, and what it tries again at once. */
  async settle(): Promise<void> {
    for (let tries = 0; tries < 2400; tries += 1) {
      await this.of(DeliveryService).deliverDue();
      const [underWay] = await this.database.rows(
        `select 1 from message where (state in ('claimed', 'sending') and claimed_until > now())
           or (state = 'due' and not_before <= ? and retry_at < now() + interval '9 seconds') limit 1`,
        [this.clock.now()],
      );
      if (!underWay) return;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }

  /** Moves the clock; what happens on the way happens. */
  async advanceTo(day: string, time?: string): Promise<void> {
    await this.of(TrainingService).advanceTo(day, time);
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.owned?.drop();
  }
}
