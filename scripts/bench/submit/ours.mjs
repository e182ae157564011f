// The product as it serves pages in production (ROLE=web), with people who are signed in and owe a report each.
import 'reflect-metadata';
import { createApp } from '../../../dist/http.js';
import { SessionsService } from '../../../dist/modules/access/index.js';
import { CalendarService, ObligationsService } from '../../../dist/modules/calendar/index.js';
import { Database, migrate } from '../../../dist/modules/database/index.js';
import { LoadProfileService } from '../../../dist/modules/profiles/index.js';
import { ReportsService } from '../../../dist/modules/reports/index.js';
import { readSettings } from '../../../dist/modules/settings/index.js';
import { plainDate, TrainingClock } from '../../../dist/modules/shared/index.js';
import { PeopleService } from '../../../dist/modules/units/index.js';
import { cpuMs, servePart } from '../kit/part.mjs';

const PLAN_YEAR = 2028;
const MILESTONE = 'r1-commune';
const FORM = 'm2-commune';
const FIELDS = 30;

servePart(begin, (question) => (question === 'cpu' ? cpuMs() : undefined));
process.on('disconnect', () => process.exit(0));

async function begin({ databaseUrl, people }) {
  await migrate(databaseUrl);
  const settings = readSettings({ DATABASE_URL: databaseUrl, ROLE: 'web', PORT: '0', LOG_LEVEL: 'error' });
  const clock = new TrainingClock();
  clock.set(plainDate.at(`${PLAN_YEAR - 1}-06-20`, '09:00', 'Asia/Ho_Chi_Minh'));
  const app = await createApp({ settings, databaseUrl, clock });
  await app.init();
  const of = (service) => app.get(service, { strict: false });
  await of(LoadProfileService).load(settings.profile);
  await of(CalendarService).openCycle(PLAN_YEAR);
  const owed = (await of(ObligationsService).ofMilestone(PLAN_YEAR, MILESTONE)).slice(0, people);
  const targets = await of(Database).transaction(async (em) => {
    const made = [];
    for (const [at, obligation] of owed.entries()) {
      const roles = [{ unit: obligation.unit, role: 'official' }];
      const person = await of(PeopleService).add(em, { name: `Cán bộ ${at + 1}`, title: 'công chức', roles });
      const form = (await of(ReportsService).formsOf(obligation)).find((one) => one.key === FORM).form;
      made.push({
        path: `/api/reports/${obligation.id}/answers`,
        cookie: `nhip_session=${await of(SessionsService).open(em, person)}`,
        bodies: [1, 2, 3].map((variant) => JSON.stringify({ cells: cellsOf(form, variant) })),
      });
    }
    return made;
  });
  await app.listen(0, '127.0.0.1');
  return { port: app.getHttpServer().address().port, method: 'PUT', targets };
}

/** Thirty answered cells, other values in each variant. */
function cellsOf(form, variant) {
  const measures = form.measures.filter((measure) => !measure.computed);
  const cells = {};
  let fields = 0;
  for (const row of form.rows) {
    for (const measure of measures) {
      if (fields === FIELDS) return cells;
      fields += 1;
      (cells[row.key] ??= {})[measure.key] = { state: 'value', value: valueOf(row, variant) };
    }
  }
  throw new Error(`${form.key} asks for ${fields} fields only`);
}

function valueOf(row, variant) {
  if (row.type === 'boolean') return variant % 2 === 0;
  if (row.type === 'choice') return row.choices?.[0]?.key ?? 'có';
  if (row.type === 'text') return `số liệu ${variant}`;
  return row.type === 'integer' || row.decimals === 0 ? String(40 + variant) : `4${variant}.5`;
}
