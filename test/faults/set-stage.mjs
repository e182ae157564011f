// Fills an empty database for the fault suite: the whole profile, the plan year's cycle, and for every unit people with a chat.
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../../dist/app.module.js';
import { appLogger } from '../../dist/app-logger.js';
import { CalendarService } from '../../dist/modules/calendar/index.js';
import { Database, migrate } from '../../dist/modules/database/index.js';
import { LoadProfileService } from '../../dist/modules/profiles/index.js';
import { readSettings } from '../../dist/modules/settings/index.js';
import { TrainingClock } from '../../dist/modules/shared/index.js';
import { ContactsService, PeopleService } from '../../dist/modules/units/index.js';

/** @returns {Promise<{ units: number, people: number }>} */
export async function setStage(env, now, planYear) {
  await migrate(env.DATABASE_URL);
  const clock = new TrainingClock();
  clock.set(now);
  const settings = { ...readSettings({ ...env, ROLE: 'web' }), training: false };
  const given = { settings, databaseUrl: env.DATABASE_URL, clock };
  const app = await NestFactory.createApplicationContext(AppModule.with(given), {
    logger: appLogger('fatal'),
    abortOnError: false,
  });
  const of = (service) => app.get(service, { strict: false });
  await of(LoadProfileService).load(settings.profile);
  await of(CalendarService).openCycle(planYear);
  const units = await of(Database).rows(`select code from unit where member order by code`);
  let people = 0;
  await of(Database).transaction(async (em) => {
    for (const { code } of units) {
      for (const role of ['official', 'head', 'supervisor']) {
        people += 1;
        const roles = [{ unit: code, role }];
        const person = await of(PeopleService).add(em, { name: `Cán bộ ${people}`, title: 'công chức', roles });
        await of(ContactsService).link(em, { person, channel: 'telegram', address: String(1000 + people) }, now);
      }
    }
  });
  await app.close();
  return { units: units.length, people };
}
