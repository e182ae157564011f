import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { TelegramChannel } from '../../src/modules/channels/telegram/index.js';
import { ZaloChannel } from '../../src/modules/channels/zalo/index.js';

const TOKEN = '4207:bi-mat';

/** A provider whose files lie, by its word, at an address of our own network. */
describe('a file that is said to lie elsewhere', () => {
  let neighbour: http.Server;
  let provider: http.Server;
  let asked: number;
  const rootOf = (server: http.Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  beforeEach(async () => {
    asked = 0;
    neighbour = http.createServer((_, response) => {
      asked += 1;
      response.end('secret');
    });
    provider = http.createServer((request, response) => {
      if (!request.url!.endsWith('/getFile'))
        return void response.writeHead(302, { location: `${rootOf(neighbour)}/latest` }).end();
      const result = { file_id: 'f', file_unique_id: 'f', file_size: 6, file_path: 'documents/f' };
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ ok: true, result }));
    });
    for (const server of [neighbour, provider]) {
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
    }
  });
  afterEach(() => {
    for (const server of [neighbour, provider]) {
      server.close();
      server.closeAllConnections();
    }
  });

  it('is not followed there by Zalo’s adapter', async () => {
    const apiRoot = rootOf(provider);
    const open = { perSecond: 5, perChatPerSecond: 1, writesFirst: true, fileHosts: [], token: TOKEN, apiRoot };
    const channel = new ZaloChannel(open);
    expect(await channel.fetchFile(`${apiRoot}/pictures/1.jpg`)).toEqual({ problem: 'unreachable' });
    channel.close();
    expect(asked).toBe(0);
  });

  it('is not followed there by Telegram’s adapter, whose addresses hold the token', async () => {
    const channel = new TelegramChannel({ token: TOKEN, apiRoot: rootOf(provider) });
    expect(await channel.fetchFile('f')).toEqual({ problem: 'unreachable' });
    channel.close();
    expect(asked).toBe(0);
  });
});
