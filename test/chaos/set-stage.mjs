// Fills an empty database for the chaos scenario: the whole profile, the plan year's cycle, and an official with a code for as
// many communes as are asked for.
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../../dist/app.module.js';
import { appLogger } from '../../dist/app-logger.js';
import { OneTimeService } from '../../dist/modules/access/index.js';
import { CalendarService, ObligationsService } from '../../dist/modules/calendar/index.js';
import { Database, migrate } from '../../dist/modules/database/index.js';
import { LoadProfileService } from '../../dist/modules/profiles/index.js';
import { ReportsService } from '../../dist/modules/reports/index.js';
import { readSettings } from '../../dist/modules/settings/index.js';
import { PeopleService } from '../../dist/modules/units/index.js';

const MILESTONE = 'r1-commune';
const FORM = 'm3-commune';

/**
 * @returns {Promise<{ rows: object[], measures: object[], officials: { code: string, obligation: string, unit: string }[] }>}
 *   the rows and columns of the form that are asked, in their order, and who owes it
 */
export async function setStage({ databaseUrl, clock, planYear, count }) {
  await migrate(databaseUrl);
  const settings = readSettings({ DATABASE_URL: databaseUrl, ROLE: 'web', LOG_LEVEL: 'fatal' });
  const app = await NestFactory.createApplicationContext(AppModule.with({ settings, databaseUrl, clock }), {
    logger: appLogger('fatal'),
    abortOnError: false,
  });
  const of = (service) => app.get(service, { strict: false });
  await of(LoadProfileService).load(settings.profile);
  await of(CalendarService).openCycle(planYear);
  const owed = (await of(ObligationsService).ofMilestone(planYear, MILESTONE)).slice(0, count);
  if (owed.length < count) throw new Error(`only ${owed.length} units owe a report for ${MILESTONE}`);
  const officials = [];
  for (const { id: obligation, unit } of owed) {
    const person = await of(Database).transaction((em) =>
      of(PeopleService).add(em, { name: `Cán bộ ${unit}`, title: 'công chức', roles: [{ unit, role: 'official' }] }),
    );
    officials.push({ unit, obligation, code: await of(OneTimeService).enrolmentCode(person) });
  }
  const { form } = (await of(ReportsService).formsOf(owed[0])).find((one) => one.key === FORM);
  await app.close();
  return { officials, rows: form.rows, measures: form.measures.filter(({ asked }) => asked) };
}
