import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AddressInfo } from 'node:net';
import { TriesService } from '../../src/modules/access/index.js';
import { TelegramStandIn } from '../standins/telegram/telegram-stand-in.js';
import { House } from '../house/house.js';

const MIB = 1024 * 1024;
const NGU_HIEP = '00667';
const PUBLIC_URL = 'https://nhip.example.vn';

/** Nobody owes it: what may come in is told that, what may not is refused before. */
const report = '0197a000-0000-7000-8000-000000000001';
const wrong = { login: 'khong.co.ai', password: 'sai mật khẩu rồi' };

/** Mai of Xã Ngũ Hiệp, somebody unknown, and a product behind no proxy. */
describe('a request', () => {
  let house: House;
  let telegram: TelegramStandIn;
  let at: string;
  let mai: string;

  beforeAll(async () => {
    telegram = await TelegramStandIn.open();
    house = await House.open({
      day: '2027-06-15',
      env: {
        PUBLIC_URL,
        TELEGRAM_BOT_TOKEN: telegram.token,
        TELEGRAM_API_ROOT: telegram.apiRoot,
        TELEGRAM_WEBHOOK_SECRET: 'bi-mat-telegram',
      },
    });
    mai = await house.cookieOf(await house.person('Nguyễn Thị Mai', { unit: NGU_HIEP, role: 'official' }));
    const server = house.app.getHttpAdapter().getInstance();
    await server.listen({ port: 0, host: '127.0.0.1' });
    at = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    await house.close();
    await telegram.close();
  });

  /** Over a real connection: what a browser would get to see. */
  const send = async (url: string, bytes: number, headers: Record<string, string> = {}, type = 'application/json') => {
    const body = type === 'application/json' ? JSON.stringify({ text: 'x'.repeat(bytes) }) : Buffer.alloc(bytes);
    const reply = await fetch(`${at}${url}`, { method: 'POST', body, headers: { 'content-type': type, ...headers } });
    return { status: reply.status, ...((await reply.json()) as { code?: string; message?: string }) };
  };
  const file = 'application/octet-stream';

  describe('that is large', () => {
    it('is taken of nobody who is not known, wherever it goes', async () => {
      for (const url of ['/api/session', '/api/chat/lines', '/api/obligations/x/promise']) {
        expect([url, await send(url, 100_000)]).toEqual([url, expect.objectContaining({ status: 413 })]);
      }
      expect((await send('/api/session', 100_000)).message).toBe(
        'Dữ liệu gửi lên quá lớn; đồng chí gửi không quá 64 KB mỗi lần.',
      );
      expect(await send(`/api/reports/${report}/files?name=a.pdf`, 5 * MIB, {}, file)).toMatchObject({
        status: 401,
        code: 'access.sign-in-needed',
      });
    });

    it('is not taken of whoever opened a chat that is nobody’s', async () => {
      const stranger = await house.phone();
      const headers = { cookie: stranger.cookies.cookie };
      expect((await send('/api/chat/files?key=12345678&name=a', 2 * MIB, headers, file)).status).toBe(401);
    });

    it('is taken by a webhook only as large as messengers send, secret or not', async () => {
      const headers = { 'x-telegram-bot-api-secret-token': 'bi-mat-telegram' };
      expect((await send('/channels/telegram/webhook', 300_000, headers)).status).toBe(413);
      expect((await send('/channels/telegram/webhook', 300_000)).status).toBe(413);
      expect((await send('/channels/telegram/webhook', 200_000, headers)).status).toBe(200);
    });

    it('is taken as a file of whoever is signed in, and as nothing else', async () => {
      const kept = await send(`/api/reports/${report}/files?name=a.pdf`, 2 * MIB, { cookie: mai }, file);
      expect([401, 403, 413]).not.toContain(kept.status);
      const document = await send(`/api/obligations/${report}/document`, 10 * MIB, { cookie: mai });
      expect([401, 403, 413]).not.toContain(document.status);
      expect((await send(`/api/obligations/${report}/promise`, 3 * MIB, { cookie: mai })).status).toBe(413);
    });

    it('gets a sentence that says how much may be sent, also where it is far too large', async () => {
      const refused = await send(`/api/reports/${report}/files?name=a.pdf`, 45 * MIB, { cookie: mai }, file);
      expect(refused).toMatchObject({
        status: 413,
        message: 'Dữ liệu gửi lên quá lớn; đồng chí gửi không quá 20 MB mỗi lần.',
      });
    });

    it('is counted where it does not say how large it is', async () => {
      const pieces = new ReadableStream<Uint8Array>({
        start(out) {
          for (let sent = 0; sent < 3 * MIB; sent += 65_536) out.enqueue(new Uint8Array(65_536).fill(32));
          out.close();
        },
      });
      const given = { method: 'POST', body: pieces, duplex: 'half', headers: { 'content-type': 'application/json' } };
      expect((await fetch(`${at}/api/session`, given as RequestInit)).status).toBe(413);
    });
  });

  describe('with a character that cannot be kept', () => {
    const put = (payload: object, url = '/api/session/password') =>
      house.app.inject({ method: 'PUT', url, headers: { cookie: mai }, payload });

    it('is refused in a sentence, whether it stands in a value, a name, a query or the address', async () => {
      const refused = [
        await put({ login: 'mai\0', password: 'mưa rào tháng sáu' }),
        await put({ login: 'mai\ud83d', password: 'mưa rào tháng sáu' }),
        await put({ cells: { 'a\0b': { c: { state: 'value', value: '1' } } } }, `/api/reports/${report}/answers`),
        await house.app.inject({ url: '/api/obligations?scope=%00&state=all', headers: { cookie: mai } }),
        await house.app.inject({ url: '/api/reports/%00', headers: { cookie: mai } }),
      ];
      for (const reply of refused) {
        expect([reply.statusCode, reply.json<{ code: string }>().code]).toEqual([400, 'request.not-keepable']);
        expect(reply.json<{ message: string }>().message).toContain('ký tự hỏng');
      }
    });

    it('is cleaned in a chat, where a person could not find it', async () => {
      const phone = await house.phone();
      expect(await phone.says('xin\0 chào')).not.toBe('');
      expect((await phone.lines()).map((line) => line.text)).toContain('xin chào');
    });
  });

  describe('from elsewhere', () => {
    const post = (headers: Record<string, string>) =>
      house.app.inject({
        method: 'POST',
        url: '/api/session/end',
        headers: { cookie: 'nhip_session=x', host: 'nhip.example.vn', ...headers },
      });

    it('changes nothing where the browser says that another page sent it, in either way', async () => {
      const refused: Record<string, string>[] = [
        { origin: 'https://xau.example.com' },
        { origin: 'null' },
        { origin: 'https://nhip.example.vn.xau.example.com' },
        { origin: 'http://nhip.example.vn', host: 'khac.example.vn' },
        { 'sec-fetch-site': 'cross-site' },
        { 'sec-fetch-site': 'same-site', origin: PUBLIC_URL },
      ];
      for (const headers of refused) {
        expect([headers, (await post(headers)).statusCode]).toEqual([headers, 403]);
      }
    });

    it('is heard from our own pages, at the public address and at the one that was called', async () => {
      // 401: it came as far as the question who is signed in.
      const heard: Record<string, string>[] = [
        {},
        { origin: PUBLIC_URL },
        { origin: PUBLIC_URL, 'sec-fetch-site': 'same-origin' },
        { origin: 'http://10.0.0.7:3000', host: '10.0.0.7:3000' },
      ];
      for (const headers of heard) {
        expect([headers, (await post(headers)).statusCode]).toEqual([headers, 401]);
      }
    });

    it('is told to come encrypted from then on where the public address is', async () => {
      const reply = await house.app.inject({ url: '/healthz' });
      expect(reply.headers['strict-transport-security']).toBe('max-age=31536000');
    });
  });

  describe('to sign in', () => {
    const signIn = (on: House, from: string, forwarded?: string, login = wrong.login) =>
      on.app.inject({
        method: 'POST',
        url: '/api/session',
        payload: { ...wrong, login },
        headers: forwarded ? { 'x-forwarded-for': forwarded } : {},
        remoteAddress: from,
      });
    const tried = async (
      on: House,
      from: (at: number) => Parameters<typeof signIn>[1],
      forwarded?: (at: number) => string,
    ) => {
      const codes: number[] = [];
      for (let at = 0; at < 21; at += 1) {
        codes.push((await signIn(on, from(at), forwarded?.(at), `nguoi.${from(at)}.${at}`)).statusCode);
      }
      return codes;
    };

    it('is counted for who sends it, whatever address is written into X-Forwarded-For', async () => {
      const codes = await tried(
        house,
        () => '198.51.100.1',
        (at) => `10.1.1.${at}`,
      );
      expect(codes[20]).toBe(429);
    });

    it('is counted for a whole network of IPv6', async () => {
      const codes = await tried(house, (at) => `2001:db8:1:1::${at.toString(16)}`);
      expect(codes[20]).toBe(429);
    });

    it('is counted for the address that a named proxy tells, in a second process as in the first', async () => {
      const behind = await House.open({
        day: '2027-06-15',
        on: house.databaseUrl,
        env: { PUBLIC_URL, TRUSTED_PROXIES: '192.0.2.0/24' },
      });
      try {
        const codes = await tried(
          behind,
          () => '192.0.2.9',
          (at) => `203.0.113.${at}`,
        );
        expect(codes).not.toContain(429);
        // Through the proxy one may still write what one likes before its own entry.
        const forged = await tried(
          behind,
          () => '192.0.2.9',
          (at) => `10.9.9.${at}, 203.0.113.77`,
        );
        expect(forged[20]).toBe(429);
        expect((await signIn(behind, '198.51.100.1', undefined, 'nguoi.moi')).statusCode).toBe(429);
      } finally {
        await behind.close();
      }
    });

    it('is counted on while ten thousand keys are made up, and counts that ran out leave', async () => {
      await house.database.rows(
        `insert into try_count (key, tries, until)
         select 'made up ' || n, 1, now() + interval '10 minutes' from generate_series(1, 10000) n`,
      );
      expect((await signIn(house, '198.51.100.1', undefined, 'nguoi.khac')).statusCode).toBe(429);
      await house.database.rows(`update try_count set until = now() - interval '1 second'`);
      for (let at = 0; at < 101; at += 1) await house.of(TriesService).forget();
      const [left] = await house.database.rows<{ count: number }>(`select count(*)::int from try_count`);
      expect(left!.count).toBe(0);
      expect((await signIn(house, '198.51.100.1', undefined, 'nguoi.khac')).statusCode).toBe(401);
    });
  });
});
