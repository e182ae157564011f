// The product as it runs in production: processes of the roles `web` and `worker` on one database, each killed and started again.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { Redis } from 'ioredis';

export class Product {
  kills = 0;
  /** Processes that ended without being killed. */
  endedByThemselves = 0;
  processes = [];

  /** @param {{ env: object, folder: string }} given what each process is told; where its complaints are kept */
  constructor({ env, folder }) {
    this.env = env;
    this.log = path.join(folder, 'complaints.log');
    this.complaints = createWriteStream(this.log);
    // Every process adds its listeners to the one file.
    this.complaints.setMaxListeners(0);
  }

  /** Starts one process for each role named; resolves when all are up. */
  async start(roles) {
    if (this.env.REDIS_URL) {
      const redis = new Redis(this.env.REDIS_URL);
      await redis.flushdb();
      await redis.quit();
    }
    for (const role of roles) this.processes.push({ role, port: await freePort() });
    await Promise.all(this.processes.map((one) => this.run(one)));
  }

  /** The port of a web process that is up, else of any: whoever calls asks again. */
  webPort(chance) {
    const web = this.processes.filter(({ role }) => role !== 'worker');
    const up = web.filter(({ isUp }) => isUp);
    return (up.length > 0 ? up : web)[Math.floor(chance * (up.length || web.length))].port;
  }

  /** `kill -9` of the process at this place; it is started again at once. */
  kill(place) {
    const one = this.processes[place];
    one.dismissed = one.child;
    one.isUp = false;
    one.child.kill('SIGKILL');
    this.kills += 1;
    one.starting = this.run(one);
    one.starting.catch(() => undefined);
  }

  async end() {
    for (const one of this.processes) {
      one.dismissed = one.child;
      one.child.kill('SIGKILL');
    }
    await Promise.all(this.processes.map(({ child }) => child.exitCode ?? child.signalCode ?? once(child, 'exit')));
    this.complaints.end();
  }

  async run(one) {
    const child = spawn(process.execPath, [path.join(import.meta.dirname, 'process.mjs')], {
      env: { ...this.env, ROLE: one.role, PORT: String(one.port) },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    one.child = child;
    child.stderr.pipe(this.complaints, { end: false });
    child.on('exit', () => {
      one.isUp = false;
      if (one.dismissed === child) return;
      // Whoever runs it in earnest starts it again.
      this.endedByThemselves += 1;
      one.starting = this.run(one);
      one.starting.catch(() => undefined);
    });
    const ended = once(child, 'exit').then(() => {
      throw new Error(`a process (${one.role}) ended before it was up, see ${this.log}`);
    });
    ended.catch(() => undefined);
    // What it prints when it is up.
    await Promise.race([once(child.stdout, 'data'), ended]);
    one.isUp = true;
  }
}

export async function freePort() {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
