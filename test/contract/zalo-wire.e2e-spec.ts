import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ZaloChannel, type ZaloOptions } from '../../src/modules/channels/zalo/index.js';
import { ZaloStandIn } from '../standins/zalo/zalo-stand-in.js';

let zalo: ZaloStandIn;
let channels: ZaloChannel[];
let log: string[];

beforeEach(async () => {
  zalo = await ZaloStandIn.open();
  channels = [];
  log = [];
});
afterEach(async () => {
  for (const channel of channels) channel.close();
  await zalo.close();
});

function connect(more: Partial<ZaloOptions> = {}): ZaloChannel {
  const { token, apiRoot } = zalo;
  const open = { perSecond: 5, perChatPerSecond: 1, writesFirst: true, fileHosts: ['pictures.example'] };
  const channel = new ZaloChannel({ ...open, token, apiRoot, log: (line) => void log.push(line), ...more });
  channels.push(channel);
  return channel;
}

describe('Zalo on the wire', () => {
  it('is set up by its webhook with the secret, after the token was tried', async () => {
    await connect({ webhookSecret: 'bi-mat-01' }).setUp('https://nhip.example.vn/channels/zalo/webhook');
    expect(zalo.calls).toEqual([
      { method: 'getMe', params: {}, answer: 200 },
      {
        method: 'setWebhook',
        params: { url: 'https://nhip.example.vn/channels/zalo/webhook', secret_token: 'bi-mat-01' },
        answer: 200,
      },
    ]);
  });

  it('says why it could not be set up, and never the token', async () => {
    await expect(connect().setUp('https://x.vn')).rejects.toThrow('a webhook needs a secret');
    const wrong = connect({ token: 'another-token', webhookSecret: 'bi-mat-01' });
    await expect(wrong.setUp('https://x.vn')).rejects.toThrow('getMe: 401 Unauthorized');
    const short = connect({ webhookSecret: 'ngan' });
    await expect(short.setUp('https://x.vn')).rejects.toThrow('setWebhook: 400');
    const away = connect({ webhookSecret: 'bi-mat-01', apiRoot: 'http://127.0.0.1:9' });
    const error = await away.setUp('https://x.vn').catch((reason: unknown) => reason);
    expect(String(error)).not.toContain(zalo.token);
  });

  it('believes no webhook call where no secret is set', () => {
    for (const secret of [undefined, '', 'undefined', 'bi-mat-01']) {
      expect(connect().authentic({ 'x-bot-api-secret-token': secret })).toBe(false);
    }
  });

  it('does not reach somebody who never wrote to the bot', async () => {
    expect(await connect().send('nobody', { text: 'a' })).toMatchObject({ outcome: 'unreachable' });
  });

  it('rejects what can never be sent, and waits where the address is of no Bot API at all', async () => {
    zalo.user('u1').says('a');
    expect(await connect().send('u1', { text: 'a'.repeat(2001) })).toMatchObject({ outcome: 'rejected' });
    const elsewhere = connect({ apiRoot: `${zalo.apiRoot}/wrong` });
    expect(await elsewhere.send('u1', { text: 'a' })).toMatchObject({ outcome: 'unreachable' });
    zalo.failNext('sendMessage', 'bad gateway', 'drop before');
    for (let attempt = 0; attempt < 2; attempt += 1) {
      expect(await connect().send('u1', { text: 'a' })).toMatchObject({ outcome: 'unknown' });
    }
    expect(zalo.user('u1').inbox()).toEqual([]);
    expect(log.join()).not.toContain(zalo.token);
  });

  it('fetches pictures from the places named alone: nobody makes us ask our own neighbours', async () => {
    const channel = connect();
    const others = [
      'http://169.254.169.254/latest',
      'https://localhost:5432/',
      'http://pictures.example/a.jpg',
      'file:///etc/passwd',
    ];
    const like = ['https://pictures.example.evil.vn/a', 'https://evilpictures.example/a', 'x', ''];
    for (const address of [...others, ...like]) {
      expect(await channel.fetchFile(address)).toEqual({ problem: 'gone' });
    }
    expect(log[0]).toContain('169.254.169.254, which ZALO_FILE_HOSTS does not name');
  });
});
