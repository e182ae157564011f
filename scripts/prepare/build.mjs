import { existsSync, rmSync } from 'node:fs';
import { fingerprint, isStamped, writeStamp } from './fingerprint.mjs';
import { findNode24 } from './node24.mjs';
import { oneAtATime } from './one-at-a-time.mjs';
import { at } from './root.mjs';
import { runCommand } from './run-command.mjs';
import { Refusal, say } from './say.mjs';

const isTest = (file) => file.endsWith('.spec.ts');

/** Builds the server into dist/ where its sources are newer. */
export function ensureServerBuilt() {
  return ensureBuilt({
    announce: 'Đang biên dịch máy chủ…',
    sources: ['src', 'nest-cli.json', '.swcrc', 'tsconfig.json', 'node_modules/.nhip-lock'],
    ignore: isTest,
    result: 'dist',
    command: [at('node_modules/@nestjs/cli/bin/nest.js'), 'build'],
  });
}

/** Builds the browser side into web/dist where it is there and its sources are newer. */
export async function ensureWebBuilt() {
  if (!existsSync(at('web/index.html'))) return;
  await ensureBuilt({
    announce: 'Đang biên dịch giao diện web…',
    sources: ['web', 'src/forms', 'node_modules/.nhip-lock'],
    ignore: (file) => file === 'web/dist' || isTest(file),
    result: 'web/dist',
    command: [at('node_modules/vite/bin/vite.js'), 'build', 'web'],
  });
}

async function ensureBuilt({ announce, sources, ignore, result, command }) {
  const stamp = `${result}/.stamp`;
  const isFresh = () => isStamped(stamp, fingerprint(sources, ignore));
  if (isFresh()) return;
  await oneAtATime(async () => {
    if (isFresh()) return;
    say(announce);
    // Taken before the build: what is written during it makes the result stale, not fresh.
    const built = fingerprint(sources, ignore);
    rmSync(at(stamp), { force: true });
    // Whoever asks, a test as well: built as a test the component library gives every dialog one and the same id.
    const env = { ...process.env, NODE_ENV: 'production' };
    if ((await runCommand(findNode24(), command, { quiet: true, env })) !== 0) {
      throw new Refusal(`Biên dịch không thành công, xem lỗi ở trên / the build failed, see above: ${result}`);
    }
    writeStamp(stamp, built);
  });
}
