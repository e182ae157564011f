import cookie from '@fastify/cookie';
import fastifyStatic from '@fastify/static';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { AppModule } from './app.module.js';
import { appLogger } from './app-logger.js';
import type { Settings } from './modules/settings/index.js';
import { packageRoot, type Clock } from './modules/shared/index.js';

const SAFE_HEADERS: Record<string, string> = {
  'content-security-policy':
    "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
};

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
    bodyLimit: 20 * 1024 * 1024,
    trustProxy: given.settings.publicUrl !== undefined,
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(given), adapter, {
    logger: appLogger(given.settings.logLevel),
    abortOnError: false,
    forceCloseConnections: true,
  });
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onSend', async (_request, reply) => {
    for (const [name, value] of Object.entries(SAFE_HEADERS)) reply.header(name, value);
  });
  // Files come as they are; each handler looks at what they hold.
  fastify.addContentTypeParser(FILES, { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  await app.register(cookie);
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
      const wantsPage = !request.url.startsWith('/api/') && request.headers.accept?.includes('text/html');
      if (!wantsPage) return reply.callNotFound();
      return reply.type('text/html').header('cache-control', 'no-cache').send(page);
    });
}
