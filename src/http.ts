import cookie from '@fastify/cookie';
import fastifyStatic from '@fastify/static';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { AppModule } from './app.module.js';
import { appLogger } from './app-logger.js';
import { limitBodies } from './http/body-limits.js';
import { refuseUnkeepableTexts } from './http/keepable-texts.js';
import { noteRoutes } from './http/routes.js';
import { refuseOtherSites } from './http/same-site.js';
import { wantsPage } from './http/wants-page.js';
import type { Settings } from './modules/settings/index.js';
import { packageRoot, type Clock } from './modules/shared/index.js';

/** The longest that a request may take to arrive: 20 MB over a slow line. Answers that go on for hours are not meant. */
const ARRIVES_WITHIN_MS = 5 * 60_000;

const SAFE_HEADERS: Record<string, string> = {
  'content-security-policy':
    "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
};

/** A browser that was here once by https never comes without it again, whoever answers for us then. */
const ONLY_ENCRYPTED = { 'strict-transport-security': 'max-age=31536000' };

/** Workbooks, also those with macros and old ones: whoever wants a workbook says what is wrong with them. */
const FILES = [
  'application/octet-stream',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.ms-excel.sheet.macroEnabled.12',
  'application/vnd.ms-excel',
];

/** The whole application, not yet listening. */
export async function createApp(given: {
  settings: Settings;
  databaseUrl: string;
  clock?: Clock;
}): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    // Whoever asks may write any address into X-Forwarded-For: only what a named proxy says of it is believed.
    trustProxy: given.settings.trustedProxies ?? false,
    requestTimeout: ARRIVES_WITHIN_MS,
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(given), adapter, {
    logger: appLogger(given.settings.logLevel),
    abortOnError: false,
    forceCloseConnections: true,
  });
  const fastify = app.getHttpAdapter().getInstance();
  const { publicUrl } = given.settings;
  const headers = { ...SAFE_HEADERS, ...(publicUrl?.startsWith('https:') ? ONLY_ENCRYPTED : {}) };
  fastify.addHook('onSend', async (_request, reply) => {
    for (const [name, value] of Object.entries(headers)) reply.header(name, value);
  });
  // Files come as they are; each handler looks at what they hold.
  fastify.addContentTypeParser(FILES, { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  await app.register(cookie);
  noteRoutes(app);
  refuseOtherSites(app, publicUrl);
  limitBodies(app);
  refuseUnkeepableTexts(app);
  await servePages(app);
  return app;
}

/** The built pages; any address that is not a file is the one page, which finds its way by itself. */
async function servePages(app: NestFastifyApplication): Promise<void> {
  const root = path.join(packageRoot, 'web', 'dist');
  if (!existsSync(path.join(root, 'index.html'))) return;
  await app.register(fastifyStatic, {
    root,
    wildcard: false,
    setHeaders: (response, file) => {
      // Names of assets carry the digest of their content; the page itself must always be asked for anew.
      const forever = file.includes(`${path.sep}assets${path.sep}`);
      void response.header('cache-control', forever ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  const page = await readFile(path.join(root, 'index.html'));
  app
    .getHttpAdapter()
    .getInstance()
    .get('/*', (request, reply) => {
      if (!wantsPage(request.url, request.headers.accept)) return reply.callNotFound();
      return reply.type('text/html').header('cache-control', 'no-cache').send(page);
    });
}
