// The product as it takes updates in production (ROLE=web, Telegram by webhook), with officials whose chats are linked and who owe a
// report each. Tells over a socket which chat's turn was committed: the webhook answers before that.
import 'reflect-metadata';
import { once } from 'node:events';
import http from 'node:http';
import net from 'node:net';
import { createApp } from '../../../dist/http.js';
import { CalendarService, ObligationsService } from '../../../dist/modules/calendar/index.js';
import { ConversationsService } from '../../../dist/modules/conversations/index.js';
import { Database, migrate } from '../../../dist/modules/database/index.js';
import { LoadProfileService } from '../../../dist/modules/profiles/index.js';
import { ReportsService } from '../../../dist/modules/reports/index.js';
import { readSettings } from '../../../dist/modules/settings/index.js';
import { plainDate, TrainingClock } from '../../../dist/modules/shared/index.js';
import { ContactsService, PeopleService } from '../../../dist/modules/units/index.js';
import { cpuMs, servePart } from '../kit/part.mjs';

const PLAN_YEAR = 2028;
const MILESTONE = 'r1-commune';
const FORM = 'm3-commune';
const SECRET = 'bi-mat-cua-phep-do';

servePart(begin, (question) => (question === 'cpu' ? cpuMs() : undefined));
process.on('disconnect', () => process.exit(0));

async function begin({ databaseUrl, people }) {
  await migrate(databaseUrl);
  const settings = readSettings({
    ...{ DATABASE_URL: databaseUrl, ROLE: 'web', PORT: '0', LOG_LEVEL: 'error', PUBLIC_URL: 'https://nhip.example.vn' },
    ...{ TELEGRAM_BOT_TOKEN: '1:x', TELEGRAM_API_ROOT: await agreeableTelegram(), TELEGRAM_WEBHOOK_SECRET: SECRET },
    ...(process.env.TEST_REDIS_URL && { REDIS_URL: `${process.env.TEST_REDIS_URL}/9` }),
  });
  const clock = new TrainingClock();
  clock.set(plainDate.at(`${PLAN_YEAR - 1}-06-20`, '09:00', 'Asia/Ho_Chi_Minh'));
  const eventsPort = await tellTurns();
  const app = await createApp({ settings, databaseUrl, clock });
  await app.init();
  const of = (service) => app.get(service, { strict: false });
  await of(LoadProfileService).load(settings.profile);
  await of(CalendarService).openCycle(PLAN_YEAR);
  const owed = (await of(ObligationsService).ofMilestone(PLAN_YEAR, MILESTONE)).slice(0, people);
  const chats = await of(Database).transaction(async (em) => {
    const made = [];
    for (const [at, { unit }] of owed.entries()) {
      const roles = [{ unit, role: 'official' }];
      const person = await of(PeopleService).add(em, { name: `Cán bộ ${at + 1}`, title: 'công chức', roles });
      const address = String(1000 + at);
      await of(ContactsService).link(em, { person, channel: 'telegram', address }, clock.now());
      made.push(address);
    }
    return made;
  });
  const { form } = (await of(ReportsService).formsOf(owed[0])).find((one) => one.key === FORM);
  const columns = form.measures.filter(({ asked }) => asked).length;
  const rows = form.rows.flatMap((row, index) => {
    const [low, high] = valuesOf(row) ?? [];
    return low === undefined
      ? []
      : [[low, high].map((value) => `${index + 1}: ${Array(columns).fill(value).join('; ')}`)];
  });
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address();
  return {
    ...{ port, eventsPort, chats, path: '/channels/telegram/webhook', secret: SECRET },
    // Each round of messages answers every row anew with another value: no turn says what stands already.
    ...{ opening: '/dien', texts: [0, 1].flatMap((variant) => rows.map((row) => row[variant])) },
  };
}

/** Two answers that nobody asks back about; undefined where the row takes no figure. */
function valuesOf(row) {
  if (row.type === 'boolean') return undefined;
  if (row.decimals === 3) return ['45', '46'];
  if (row.decimals === 2) return ['0,45', '0,46'];
  return row.min === '0' ? ['81', '82'] : ['7', '8'];
}

/** Answers whatever is asked of it at start. */
async function agreeableTelegram() {
  const me = { id: 1, is_bot: true, first_name: 'Nhịp', username: 'nhip_bot' };
  const server = http.createServer((request, response) => {
    const result = request.url.endsWith('/getMe') ? me : true;
    request.resume().on('end', () => response.end(JSON.stringify({ ok: true, result })));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return `http://127.0.0.1:${server.address().port}`;
}

/** Whoever connects reads the address of each chat whose turns were committed, a line each. */
async function tellTurns() {
  const listeners = new Set();
  const { takeTurns } = ConversationsService.prototype;
  ConversationsService.prototype.takeTurns = async function (channel, address) {
    const taken = await takeTurns.call(this, channel, address);
    for (let turn = 0; turn < taken; turn += 1) for (const listener of listeners) listener.write(`${address}\n`);
    return taken;
  };
  const server = net.createServer((socket) => {
    listeners.add(socket.setNoDelay(true));
    socket.on('error', () => undefined).on('close', () => listeners.delete(socket));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return server.address().port;
}
