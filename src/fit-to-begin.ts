import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { once } from 'node:events';
import { readCast, readFigures } from './modules/operations/index.js';
import { wholeProfile } from './modules/profiles/index.js';
import type { Settings } from './modules/settings/index.js';
import { Messages, packageRoot, StartupProblem } from './modules/shared/index.js';

/**
 * Refuses what can be told before anything is made, so that a first start that is refused leaves no folder behind. Where
 * data stand already only the texts are read: a port in use is then most likely the same Nhịp, which is said later and better.
 */
export async function fitToBegin(settings: Settings): Promise<void> {
  Messages.read(path.join(packageRoot, 'config', 'messages'));
  if (settings.databaseUrl !== undefined || existsSync(path.join(settings.dataDir, 'postgres'))) return;
  wholeProfile(settings.profile);
  if (settings.training) {
    readCast(settings.profile);
    readFigures(settings.profile);
  }
  const probe = createServer().listen({ port: settings.port, host: '127.0.0.1' });
  try {
    await once(probe, 'listening');
  } catch (error) {
    throw portRefused(settings.port, error);
  } finally {
    probe.close();
  }
}

/** A port that cannot be opened, as one sentence; other faults stay what they are. */
export function portRefused(port: number, error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'EADDRINUSE') {
    return new StartupProblem(
      `Cổng ${port} đang được chương trình khác dùng; đề nghị đặt PORT khác / port ${port} is in use.`,
    );
  }
  if (code === 'EACCES') {
    return new StartupProblem(
      `Không được phép mở cổng ${port}; đề nghị đặt PORT khác / port ${port} may not be opened.`,
    );
  }
  return error;
}
