import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { at } from './root.mjs';

/** A short text that changes whenever a file below `places` is added, removed or written. Reads no file. */
export function fingerprint(places, ignore = () => false) {
  const hash = createHash('sha256');
  for (const place of places.filter((each) => existsSync(at(each)))) add(hash, place, ignore);
  return hash.digest('hex');
}

function add(hash, place, ignore) {
  const stat = statSync(at(place));
  if (!stat.isDirectory()) {
    hash.update(`${place} ${stat.size} ${stat.mtimeMs}\n`);
    return;
  }
  for (const entry of readdirSync(at(place)).sort()) {
    const inside = path.posix.join(place, entry);
    if (!ignore(inside)) add(hash, inside, ignore);
  }
}

/** Was `stamp` written for this fingerprint? */
export function isStamped(stamp, expected) {
  return existsSync(at(stamp)) && readFileSync(at(stamp), 'utf8').trim() === expected;
}

export function writeStamp(stamp, text) {
  writeFileSync(at(stamp), text + '\n');
}
