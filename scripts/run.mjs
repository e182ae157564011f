// `npm run <name> -- …args`: runs the command-line program src/cli/<name>.ts; only the program writes to stdout.
import { existsSync } from 'node:fs';
import { ensureServerBuilt } from './prepare/build.mjs';
import { handOver } from './prepare/hand-over.mjs';
import { ensureInstalled } from './prepare/install.mjs';
import { at } from './prepare/root.mjs';
import { orRefuse, Refusal } from './prepare/say.mjs';

await orRefuse(async () => {
  const [name = '', ...args] = process.argv.slice(2);
  if (!/^[a-z-]+$/.test(name) || !existsSync(at('src/cli', `${name}.ts`))) {
    throw new Refusal(`Không có chương trình ${name} trong src/cli / there is no such program in src/cli.`);
  }
  await ensureInstalled();
  await ensureServerBuilt();
  await handOver(at('dist/cli', `${name}.js`), args);
});
