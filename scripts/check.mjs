// `npm run check`: format, lint, types and import rules; one line a step, all of them even where one fails.
// What was found in a file that has not changed since is remembered in node_modules/.cache; a fresh copy starts from nothing.
import { existsSync } from 'node:fs';
import { ensureInstalled } from './prepare/install.mjs';
import { findNode24 } from './prepare/node24.mjs';
import { at } from './prepare/root.mjs';
import { runCommand } from './prepare/run-command.mjs';
import { orRefuse, say } from './prepare/say.mjs';

const cache = (name) => at('node_modules/.cache/nhip-check', name);
const types = (project, name) => [
  ...['typescript/bin/tsc', '--noEmit', '-p', project],
  ...['--incremental', '--tsBuildInfoFile', cache(`${name}.tsbuildinfo`)],
];
const steps = [
  [
    ...['format', 'prettier/bin/prettier.cjs', '--check', '--log-level', 'warn'],
    ...['--cache', '--cache-strategy', 'content', '--cache-location', cache('prettier'), '.'],
  ],
  [
    ...['lint', 'eslint/bin/eslint.js', '--cache', '--cache-strategy', 'content'],
    ...['--cache-location', cache('eslint'), '.'],
  ],
  ['types', ...types('tsconfig.check.json', 'types')],
  ...(existsSync(at('web/tsconfig.json')) ? [['types of web', ...types('web/tsconfig.json', 'web')]] : []),
  [
    'imports',
    'dependency-cruiser/bin/dependency-cruiser.mjs',
    '--config',
    '.dependency-cruiser.cjs',
    ...['src', 'test', 'web'].filter((folder) => existsSync(at(folder))),
  ],
];

await orRefuse(async () => {
  await ensureInstalled();
  const node = findNode24();
  for (const [name, program, ...args] of steps) {
    const started = performance.now();
    const code = await runCommand(node, [at('node_modules', program), ...args], { quiet: true });
    say(`${code === 0 ? '✓' : '✗'} ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
    if (code !== 0) process.exitCode = 1;
  }
});
