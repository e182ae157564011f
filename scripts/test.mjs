// `npm test -- …args`: installs what is missing and runs Jest on the Node that can run it.
import { spawn } from 'node:child_process';
import { ensureInstalled } from './prepare/install.mjs';
import { findNode24 } from './prepare/node24.mjs';
import { at, root } from './prepare/root.mjs';
import { orRefuse } from './prepare/say.mjs';

await orRefuse(async () => {
  await ensureInstalled();
  const jest = spawn(
    findNode24(),
    [
      ...['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
      ...[at('node_modules/jest/bin/jest.js'), '--config', at('jest.config.js')],
      ...process.argv.slice(2),
    ],
    { cwd: root, stdio: 'inherit' },
  );
  // The terminal tells Jest as well; we only wait for it, so that nothing of it outlives this command.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => jest.kill(signal));
  process.exitCode = await new Promise((resolve, reject) => {
    jest.on('error', reject);
    jest.on('exit', (code) => resolve(code ?? 1));
  });
});
