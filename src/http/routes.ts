import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const routes = new WeakMap<NestFastifyApplication, Set<string>>();

/** Notes every route as it is made. */
export function noteRoutes(app: NestFastifyApplication): void {
  const noted = new Set<string>();
  routes.set(app, noted);
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRoute', ({ method, url }) => {
      // Fastify adds a HEAD to every GET.
      for (const one of [method].flat()) if (one !== 'HEAD') noted.add(`${one} ${url}`);
    });
}

/** Every route of an application, `GET /api/board`, sorted: whoever checks them all (test/access/routes.e2e-spec.ts) asks here. */
export const routesOf = (app: NestFastifyApplication): string[] => [...(routes.get(app) ?? [])].sort();
