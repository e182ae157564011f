import { execFile } from 'node:child_process';
import path from 'node:path';
import { packageRoot } from '../../src/modules/shared/index.js';

export interface Printed {
  code: number;
  out: string;
  err: string;
}

/** Runs `npm run admin -- …` on a database, as a process of its own. */
export function runAdmin(databaseUrl: string | undefined, ...args: string[]): Promise<Printed> {
  const program = ['--import', path.join(packageRoot, 'test/setup/run-typescript.mjs'), 'src/cli/admin.ts', ...args];
  const env = { ...process.env, LOG_LEVEL: 'fatal', DATABASE_URL: databaseUrl ?? '', REDIS_URL: '', NODE_OPTIONS: '' };
  return new Promise((resolve) => {
    execFile(process.execPath, program, { cwd: packageRoot, env, timeout: 120_000 }, (error, out, err) => {
      resolve({ code: error ? Number(error.code ?? 1) : 0, out, err });
    });
  });
}
