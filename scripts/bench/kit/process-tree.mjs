import { readFileSync, readdirSync } from 'node:fs';

/**
 * The memory of `root` and everything below it. A page that several processes share counts once (PSS); where the system
 * does not tell that, it counts in each (RSS).
 * @returns {{ pid: number, name: string, mb: number, how: 'PSS' | 'RSS' }[]}
 */
export function memoryOfTree(root) {
  return treeOf(root).flatMap((pid) => {
    const memory = memoryOf(pid);
    return memory ? [{ pid, name: nameOf(pid), ...memory }] : [];
  });
}

/** `root` and all its descendants, those in sessions of their own included. */
export function treeOf(root) {
  const children = new Map();
  for (const pid of readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .map(Number)) {
    const parent = parentOf(pid);
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), pid]);
  }
  const found = [];
  const open = [root];
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    found.push(next);
    open.push(...(children.get(next) ?? []));
  }
  return found;
}

export function isAlive(pid) {
  // A process that has ended and was not collected yet holds nothing any more.
  return parentOf(pid) !== undefined && !/^State:\s+Z/m.test(read(`/proc/${pid}/status`) ?? '');
}

function parentOf(pid) {
  const line = /^PPid:\s+(\d+)/m.exec(read(`/proc/${pid}/status`) ?? '');
  return line ? Number(line[1]) : undefined;
}

function memoryOf(pid) {
  const pss = /^Pss:\s+(\d+) kB/m.exec(read(`/proc/${pid}/smaps_rollup`) ?? '');
  if (pss) return { mb: Number(pss[1]) / 1024, how: 'PSS' };
  const rss = /^VmRSS:\s+(\d+) kB/m.exec(read(`/proc/${pid}/status`) ?? '');
  return rss && { mb: Number(rss[1]) / 1024, how: 'RSS' };
}

/** `npm`, `sh`, `node` or `postgres`. */
function nameOf(pid) {
  const [program = '', script = ''] = (read(`/proc/${pid}/cmdline`) ?? '').split('\0');
  if (/(^|\/)npm/.test(script) || program.startsWith('npm')) return 'npm';
  return program.startsWith('postgres:') ? 'postgres' : (program.split(/[\s/]/).findLast(Boolean) ?? '?');
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
