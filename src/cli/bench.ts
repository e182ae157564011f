import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { packageRoot } from '../modules/shared/index.js';

const folder = path.join(packageRoot, 'scripts', 'bench');

/** `npm run bench -- <name> …options`: runs scripts/bench/<name>.mjs, which measures the built product beside its limit. */
async function bench(name: string | undefined, options: string[]): Promise<void> {
  const known = existsSync(folder)
    ? readdirSync(folder).flatMap((file) => (file.endsWith('.mjs') ? file.slice(0, -4) : []))
    : [];
  if (name === undefined || !known.includes(name)) {
    console.error(`Use: npm run bench -- <name> [--rounds <number>]. There is: ${known.join(', ')}.`);
    process.exitCode = 2;
    return;
  }
  const program = (await import(pathToFileURL(path.join(folder, `${name}.mjs`)).href)) as {
    run(options: string[]): Promise<void>;
  };
  await program.run(options);
}

const [name, ...options] = process.argv.slice(2);
await bench(name, options);
