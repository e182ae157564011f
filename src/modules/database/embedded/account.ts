import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { StartupProblem } from '../../shared/index.js';

/** Whom PostgreSQL runs as; undefined means as ourselves. */
export interface Account {
  uid: number;
  gid: number;
}

/**
 * PostgreSQL refuses to run as root. Root therefore drops to whoever owns the data already, else to `postgres`, else to
 * `nobody`: initdb needs an account that the system knows by name.
 */
export function accountFor(data: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  if (existsSync(data)) {
    // An account chosen earlier stays, even where a `postgres` has been installed since.
    const { uid, gid } = statSync(data);
    if (uid !== 0) return { uid, gid };
  }
  const account = lookUp('postgres') ?? lookUp('nobody');
  if (account) return account;
  throw new StartupProblem(
    'PostgreSQL không chạy được bằng quyền root, đề nghị khởi động bằng một người dùng thường / ' +
      'PostgreSQL does not run as root: start as an ordinary user.',
  );
}

function lookUp(name: string): Account | undefined {
  const uid = spawnSync('id', ['-u', name], { encoding: 'utf8' });
  const gid = spawnSync('id', ['-g', name], { encoding: 'utf8' });
  return uid.status === 0 && gid.status === 0 ? { uid: Number(uid.stdout), gid: Number(gid.stdout) } : undefined;
}

/** Can this account walk down to `folder`? Some parent, such as root's home, may be closed to it. */
export function canReach(folder: string, account: Account): boolean {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    if (existsSync(at)) {
      const { uid, gid, mode } = statSync(at);
      const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
      if ((mode & bit) === 0) return false;
    }
    if (at === path.dirname(at)) return true;
  }
}
