import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { plainEnvironment } from './throwaway.mjs';

/**
 * Installs packages to stand beside below `folder`: never a dependency of ours. Gives what requires them, or undefined where the
 * registry does not answer.
 * @param {Record<string, string>} peers version by name
 */
export function installPeers(folder, peers) {
  writeFileSync(path.join(folder, 'package.json'), '{"private":true}');
  const wanted = Object.entries(peers).map(([name, version]) => `${name}@${version}`);
  const options = { cwd: folder, env: plainEnvironment(), stdio: 'ignore' };
  const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...wanted], options);
  if (status !== 0) {
    console.log('The peers could not be installed; ours stands alone.');
    return undefined;
  }
  return createRequire(path.join(folder, 'package.json'));
}
