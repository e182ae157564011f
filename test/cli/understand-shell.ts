import { execFile } from 'node:child_process';
import path from 'node:path';
import { packageRoot } from '../../src/modules/shared/index.js';
import type { Printed } from './admin-shell.js';

/** Runs `npm run -s understand` on a table, as a process of its own. */
export function runUnderstand(table: string | Buffer, ...flags: string[]): Promise<Printed> {
  const program = ['--import', path.join(packageRoot, 'test/setup/run-typescript.mjs'), 'src/cli/understand.ts'];
  const options = { cwd: packageRoot, env: { ...process.env, NODE_OPTIONS: '' }, timeout: 120_000, maxBuffer: 2 ** 26 };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [...flags, ...program], options, (error, out, err) => {
      resolve({ code: error ? Number(error.code ?? 1) : 0, out, err });
    });
    // Where the table is refused early, the rest of it is not read.
    child.stdin!.on('error', () => undefined);
    child.stdin!.end(table);
  });
}
