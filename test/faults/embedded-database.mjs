// A durable PostgreSQL behind an address that stays the same: it can be stopped, killed and started again under its clients.
import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startEmbeddedPostgres } from '../../dist/modules/database/index.js';
import { readFileSync } from 'node:fs';

export async function openDatabase(folder) {
  const data = path.join(folder, 'postgres');
  let server = await startEmbeddedPostgres(data);
  const address = new URL(server.url);
  const open = new Set();
  const proxy = net.createServer((client) => {
    const { port } = new URL(server.url);
    const there = net.connect({ port: Number(port), host: '127.0.0.1' });
    const end = () => {
      client.destroy();
      there.destroy();
      open.delete(end);
    };
    open.add(end);
    for (const socket of [client, there]) socket.on('error', end).on('close', end);
    client.pipe(there).pipe(client);
  });
  proxy.listen(0, '127.0.0.1');
  await new Promise((resolve) => proxy.once('listening', resolve));
  address.port = String(proxy.address().port);
  return {
    url: address.href,
    /** Ends the server, politely or with `kill -9`, and starts it again on the same data. */
    async restart(kill) {
      if (kill) {
        process.kill(Number(readFileSync(path.join(data, 'data/postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL');
        await sleep(300);
      } else await server.stop();
      for (const end of open) end();
      await sleep(500);
      server = await startEmbeddedPostgres(data);
    },
    async close() {
      for (const end of open) end();
      proxy.close();
      await server.stop();
    },
  };
}
