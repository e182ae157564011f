// One process of the product that plans, claims and sends, killed by the fault suite. It is told when to begin (so that many can
// stand ready), what time it is, and nothing else.
import { subscribe } from 'node:diagnostics_channel';
import { enableCompileCache } from 'node:module';
import 'reflect-metadata';

enableCompileCache();
const { NestFactory } = await import('@nestjs/core');
const { AppModule } = await import('../../dist/app.module.js');
const { appLogger } = await import('../../dist/app-logger.js');
const { readSettings } = await import('../../dist/modules/settings/index.js');
const { TrainingClock } = await import('../../dist/modules/shared/index.js');
const { ClaimsService } = await import('../../dist/modules/outbox/index.js');
const { Sweep } = await import('../../dist/jobs/sweep.js');

const { CLOCK_HEADER } = await import('./provider.mjs');

const clock = new TrainingClock();
process.on('message', (message) => {
  if ('offsetMs' in message) clock.setOffset(message.offsetMs);
  // While the database is away nothing can begin: whoever runs it in earnest starts it again too.
  if (message.begin) begin(message.begin).catch(() => process.exit(1));
});
process.on('disconnect', () => process.exit(0));
// The provider writes down what time it was for us when we sent.
subscribe('http.client.request.created', ({ request }) => request.setHeader(CLOCK_HEADER, clock.now().toISOString()));
process.send({ ready: true });

async function begin({ env, broken }) {
  // A deliberate fault, to see that the suite finds it: what is being sent is not marked as such.
  if (broken) ClaimsService.prototype.begin = async () => true;
  const settings = { ...readSettings(env), training: false };
  const app = await NestFactory.createApplicationContext(
    AppModule.with({ settings, databaseUrl: env.DATABASE_URL, clock }),
    { logger: appLogger('fatal'), abortOnError: false },
  );
  process.send({ begun: true });
  // What every process does each minute, here at once and without a pause: kills leave no minute.
  const sweep = app.get(Sweep, { strict: false });
  for (;;) {
    await sweep.sweep();
    process.send({ swept: true });
    await new Promise((resolve) => setTimeout(resolve, 400));
  }
}
