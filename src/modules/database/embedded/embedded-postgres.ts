import { realpathSync } from 'node:fs';
import { adopt } from './adopt.js';
import { findBinaries } from './binaries.js';
import { explain } from './explain.js';
import { dataOf, initialize, urlOf } from './initialize.js';
import { launch } from './launch.js';
import { place } from './placement.js';
import { stop } from './stop.js';

/** A PostgreSQL of our own, on 127.0.0.1 only. */
export interface EmbeddedPostgres {
  /** postgres://… with the password, for the database `postgres`. */
  url: string;
  /** `adopted`: it was still running on this folder, because whoever started it was killed. */
  how: 'started' | 'adopted';
  /** Ends the server; never hangs, and may be called twice. */
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL that comes with the npm packages on the folder `dir`, which is made where it is missing. Works
 * as root (the server then runs as `postgres` or `nobody`) and as an ordinary user. What it acknowledged survives
 * `kill -9` of us and of itself; `durable: false` gives that up for the speed of tests; more than one process needs more `connections`.
 *
 * Two calls on one folder at the same time are the caller's to prevent. Throws a StartupProblem that says what to do.
 */
export async function startEmbeddedPostgres(
  dir: string,
  options: { log?: (line: string) => void; durable?: boolean; connections?: number } = {},
): Promise<EmbeddedPostgres> {
  const { log = () => {}, durable = true, connections } = options;
  try {
    const found = place(await findBinaries(), dir);
    const at = { ...found, home: realpathSync(found.home) };
    const running = await adopt(at);
    if (running) return { url: urlOf(at, running), how: 'adopted', stop: () => stop(dataOf(at)) };
    await initialize(at, durable);
    const port = await launch(at, { durable, connections, log });
    return { url: urlOf(at, port), how: 'started', stop: () => stop(dataOf(at)) };
  } catch (error) {
    throw explain(dir, error);
  }
}
