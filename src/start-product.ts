import type { NestFastifyApplication } from '@nestjs/platform-fastify';

import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { fitToBegin, portRefused } from './fit-to-begin.js';
import { createApp } from './http.js';
import { migrate, startEmbeddedPostgres } from './modules/database/index.js';
import { TrainingStartService } from './modules/operations/index.js';
import { LoadProfileService } from './modules/profiles/index.js';
import { readSettings, type Settings } from './modules/settings/index.js';
import { type Clock, StartupProblem, SystemClock } from './modules/shared/index.js';
import { exposeOpenApi } from './open-api.js';

/**
 * Starts everything, prints where it is, and ends cleanly when told to. Exit code 1 and one sentence where it cannot. `clock` is
 * the time of the plan where it is not the system's.
 */
export async function startProduct(self: NodeJS.Process, clock?: Clock): Promise<void> {
  const ending = new Ending(self);
  try {
    const settings = readSettings(self.env);
    await fitToBegin(settings);
    const databaseUrl = settings.databaseUrl ?? (await startDatabase(settings, ending));
    if (settings.databaseUrl === undefined) await claimData(databaseUrl, ending);
    await migrate(databaseUrl).catch((error: unknown) => {
      throw explained(error);
    });
    const app = await createApp({ settings, databaseUrl, clock });
    ending.first(() => app.close());
    exposeOpenApi(app);
    await app.init();
    await app.get(LoadProfileService, { strict: false }).load(settings.profile);
    await listen(app, settings);
    await announce(app, settings, self);
  } catch (error) {
    await ending.now(1, error);
  }
}

async function startDatabase(settings: Settings, ending: Ending): Promise<string> {
  const server = await startEmbeddedPostgres(path.join(settings.dataDir, 'postgres'), {
    log: (line: string) => process.stderr.write(`  ${line}\n`),
  });
  // A server that was found running may belong to a second instance: it is only stopped once the data are ours.
  ending.database = () => server.stop();
  if (server.how === 'adopted') ending.mayStopDatabase = false;
  return server.url;
}

/** What a database that cannot be used says, as one sentence; other faults stay what they are. */
function explained(error: unknown): unknown {
  const codes = [error, (error as Error).cause].map((one) => (one as NodeJS.ErrnoException | undefined)?.code ?? '');
  const reasons: Record<string, string> = {
    ECONNREFUSED: 'máy chủ không trả lời / the server does not answer',
    ENOTFOUND: 'không tìm thấy máy chủ / the host is not found',
    ETIMEDOUT: 'máy chủ không trả lời kịp / the server does not answer in time',
    '28P01': 'sai tên hoặc mật khẩu / wrong user or password',
    '28000': 'không được phép đăng nhập / sign-in is not allowed',
    '3D000': 'chưa có cơ sở dữ liệu này / there is no such database',
  };
  const reason = codes.map((code) => reasons[code]).find(Boolean);
  return reason ? new StartupProblem(`DATABASE_URL: ${reason}.`) : error;
}

/** One program at a time on one data folder: a lock in the database, which falls by itself when its holder dies. */
async function claimData(databaseUrl: string, ending: Ending): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock(4207000) as mine');
  if (!rows[0]?.mine) {
    await client.end();
    throw new StartupProblem(
      'Nhịp đang chạy trên thư mục dữ liệu này; đề nghị dùng cửa sổ đang chạy hoặc đặt DATA_DIR khác / Nhịp already runs on this data folder.',
    );
  }
  ending.mayStopDatabase = true;
  ending.first(() => client.end());
}

async function listen(app: NestFastifyApplication, settings: Settings): Promise<void> {
  try {
    // Fastify itself, because Nest logs a refusal before we can say it in one sentence.
    const host = settings.training ? '127.0.0.1' : '0.0.0.0';
    await app.getHttpAdapter().getInstance().listen({ port: settings.port, host });
  } catch (error) {
    throw portRefused(settings.port, error);
  }
}

/** The three lines a newcomer needs; in production one line. */
async function announce(app: NestFastifyApplication, settings: Settings, self: NodeJS.Process): Promise<void> {
  const { port } = (app.getHttpServer().address() as { port: number } | null) ?? { port: settings.port };
  const at = settings.publicUrl ?? `http://localhost:${port}`;
  if (!settings.training) {
    self.stdout.write(`Nhịp (${settings.role}): ${at}\n`);
    return;
  }
  const links = await app.get(TrainingStartService, { strict: false }).start(new SystemClock().now());
  self.stdout.write(
    `Quản trị / admin:        ${at}/dang-nhap#${links.admin}\n` +
      `Cán bộ theo dõi / supervisor: ${at}/dang-nhap#${links.supervisor}\n` +
      `Cán bộ xã / web chat:    ${at}/chat#ma=${links.chat}\n`,
  );
}

/** Ends the program once, in order: the application, then what it stood on. */
class Ending {
  database?: () => Promise<void>;
  mayStopDatabase = true;
  private readonly steps: (() => Promise<unknown>)[] = [];
  private ended?: Promise<void>;

  constructor(private readonly self: NodeJS.Process) {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) self.on(signal, () => void this.now(0));
    // The launcher died: nobody is left to tell us to stop.
    self.on('disconnect', () => void this.now(0));
    // The same where npm itself was killed and this is the process that it had started.
    const parent = self.ppid;
    if (self.env['npm_lifecycle_event'] === 'start') {
      setInterval(() => {
        if (self.ppid !== parent) void this.now(0);
      }, 1000).unref();
    }
    self.on('uncaughtException', (error) => void this.now(1, error));
    self.on('unhandledRejection', (error) => void this.now(1, error));
  }

  /** Adds a step before those added earlier. */
  first(step: () => Promise<unknown>): void {
    this.steps.unshift(step);
  }

  now(code: number, error?: unknown): Promise<void> {
    this.ended ??= this.end(code, error);
    return this.ended;
  }

  private async end(code: number, error?: unknown): Promise<void> {
    if (error !== undefined) this.tell(error);
    for (const step of this.steps) await step().catch(() => undefined);
    if (this.mayStopDatabase) await this.database?.().catch(() => undefined);
    // Node hangs for ever where it exits while one of its compiler's threads waits for a collection of garbage, which only a
    // living event loop grants (nodejs/node#54918): a moment of rest lets them finish.
    await sleep(100);
    this.self.exit(code);
  }

  private tell(error: unknown): void {
    if (error instanceof StartupProblem) this.self.stderr.write(`${error.message}\n`);
    else
      this.self.stderr.write(
        `Nhịp gặp lỗi ngoài dự kiến / unexpected fault: ${(error as Error)?.stack ?? String(error)}\n`,
      );
  }
}
