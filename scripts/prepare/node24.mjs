import { existsSync, readdirSync } from 'node:fs';
import { at } from './root.mjs';
import { Refusal } from './say.mjs';

/** Is this process itself new enough (24.9 runs Jest with ES modules)? */
export function isNode24() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  return major > 24 || (major === 24 && minor >= 9);
}

/** Path of a Node that is: our own, else the one among the packages. Call it after the installation. */
export function findNode24() {
  if (isNode24()) return process.execPath;
  const packages = readdirSync(at('node_modules')).filter((name) => /^node-(linux|darwin)-/.test(name));
  const found = packages.map((name) => at('node_modules', name, 'bin/node')).find((file) => existsSync(file));
  if (found) return found;
  throw new Refusal(
    `Cần Node.js 24.9 trở lên (máy đang dùng ${process.versions.node}), đề nghị cài đặt rồi chạy lại / ` +
      'Node.js 24.9 or newer is needed on this platform: install it and run again.',
  );
}
