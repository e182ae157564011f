import { afterEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import http from 'node:http';
import https from 'node:https';
import net, { type AddressInfo, type Server } from 'node:net';
import { NotSent, oneAttempt } from './one-attempt.js';

// A secret shared by both sides makes a connection secure without any certificate.
const psk = Buffer.from('0123456789abcdef');
const ciphers = 'PSK-AES128-GCM-SHA256';
const shared = { ciphers, maxVersion: 'TLSv1.2', pskCallback: () => psk } as const;
const trusting = (secret = psk) => ({
  ciphers,
  maxVersion: 'TLSv1.2' as const,
  pskCallback: () => ({ psk: secret, identity: 'nhip' }),
  checkServerIdentity: () => undefined,
});

const servers: Server[] = [];
const attempts: ReturnType<typeof oneAttempt>[] = [];
afterEach(() => {
  for (const attempt of attempts.splice(0)) attempt.close();
  for (const server of servers.splice(0)) server.close();
});

async function portOf(server: Server): Promise<number> {
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}
function attempt(address: string, signal?: AbortSignal, tls = trusting()) {
  const one = oneAttempt(tls);
  attempts.push(one);
  return one(address, { method: 'POST', body: '{"a":1}', signal });
}
const failure = (address: string, signal?: AbortSignal, tls?: ReturnType<typeof trusting>): Promise<Error> =>
  attempt(address, signal, tls).then(
    () => Promise.reject(new Error('it was answered')),
    (error: Error) => error,
  );
const soon = () => AbortSignal.timeout(150);
const echo: http.RequestListener = (request, response) => {
  let body = '';
  request.on('data', (chunk: Buffer) => (body += chunk.toString()));
  request.on('end', () => response.end(JSON.stringify({ url: request.url, body })));
};

describe('one attempt to call the Bot API', () => {
  it('sends and reads, by http and by https', async () => {
    const plain = await attempt(`http://127.0.0.1:${await portOf(http.createServer(echo))}/x`);
    expect(await plain.json()).toEqual({ url: '/x', body: '{"a":1}' });
    const secure = await attempt(`https://localhost:${await portOf(https.createServer(shared, echo))}/y`);
    expect(await secure.json()).toEqual({ url: '/y', body: '{"a":1}' });
  });

  it('keeps one connection for calls that follow each other', async () => {
    const server = http.createServer(echo);
    let connections = 0;
    server.on('connection', () => (connections += 1));
    const address = `http://127.0.0.1:${await portOf(server)}/`;
    const one = oneAttempt();
    attempts.push(one);
    for (let call = 0; call < 20; call += 1) await (await one(address, { method: 'POST', body: '{}' })).json();
    expect(connections).toBe(1);
  });

  it('surely sent nothing where nobody listens, no such host is known, or it was ended before it began', async () => {
    expect(await failure('http://127.0.0.1:9/')).toBeInstanceOf(NotSent);
    expect(await failure('http://nobody.invalid/')).toBeInstanceOf(NotSent);
    expect(await failure('http://127.0.0.1:9/', AbortSignal.abort())).toBeInstanceOf(NotSent);
  });

  it('surely sent nothing where the connection is never made secure: a network that blocks the provider', async () => {
    const mute = await portOf(net.createServer(() => undefined));
    expect(await failure(`https://localhost:${mute}/`, soon())).toEqual(new NotSent('no connection in time'));
    const cutting = await portOf(net.createServer((socket) => socket.once('data', () => socket.destroy())));
    expect(await failure(`https://localhost:${cutting}/`)).toBeInstanceOf(NotSent);
    const stranger = await portOf(https.createServer(shared, echo));
    const wrong = trusting(Buffer.from('another secret !'));
    expect(await failure(`https://localhost:${stranger}/`, undefined, wrong)).toBeInstanceOf(NotSent);
  });

  it.each(['http', 'https'])(
    'does not know where the %s connection broke, or was silent, after it stood',
    async (protocol) => {
      const serve = (listener: http.RequestListener) =>
        protocol === 'http' ? http.createServer(listener) : https.createServer(shared, listener);
      const cutting = await portOf(serve((request) => request.socket.destroy()));
      const cut = await failure(`${protocol}://localhost:${cutting}/bot1:secret/x`);
      expect(cut.message).toBe('socket hang up');
      expect(cut).not.toBeInstanceOf(NotSent);
      const mute = await portOf(serve(() => undefined));
      const silent = await failure(`${protocol}://localhost:${mute}/bot1:secret/x`, soon());
      expect(silent).toEqual(new Error('no answer in time'));
      expect(silent).not.toBeInstanceOf(NotSent);
      for (const error of [cut, silent]) expect(String(error)).not.toContain('secret');
    },
  );

  it('does not know where the answer breaks off or is a page of a gateway', async () => {
    const short = http.createServer((_, response) => {
      response.writeHead(200, { 'content-length': 100 });
      response.write('{');
      setTimeout(() => response.destroy(), 20);
    });
    const broken = await failure(`http://127.0.0.1:${await portOf(short)}/`);
    expect(broken.message).toBe('aborted');
    expect(broken).not.toBeInstanceOf(NotSent);
    const gateway = http.createServer((_, response) => response.writeHead(502).end('<html>'));
    const page = await attempt(`http://127.0.0.1:${await portOf(gateway)}/`);
    await expect(page.json()).rejects.toThrow('the answer, HTTP 502, is no JSON');
  });
});
