import { describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { LinesService } from '../../src/modules/channels/webchat/lines.service.js';
import { SentFilesService } from '../../src/modules/channels/webchat/sent-files.service.js';
import { WebChatChannel } from '../../src/modules/channels/webchat/webchat.channel.js';
import { Database, databaseOptions } from '../../src/modules/database/index.js';
import { Attachments, OutboxService } from '../../src/modules/outbox/index.js';
import { SystemClock } from '../../src/modules/shared/index.js';
import { MikroORM } from '@mikro-orm/postgresql';
import { freshDatabase } from '../setup/database.js';
import { channelContract, type ChannelHarness } from './channel.contract.js';

const ours = 'the web chat is our own page: nobody stands between';

async function open(): Promise<ChannelHarness> {
  const { url, drop } = await freshDatabase();
  const database = new Database(await MikroORM.init(databaseOptions({ url, entities: [] })));
  const lines = new LinesService(database);
  const clock = new SystemClock();
  const sent = new SentFilesService(database, new Attachments(), clock);
  const channel = new WebChatChannel(database, lines, sent, new OutboxService(database, clock), clock);
  const said = (address: string, what: { text: string } | { token: string } | { file: object }) =>
    Promise.resolve({
      headers: {},
      body: { address, sentAt: clock.now().toISOString(), said: { key: randomUUID(), ...what } },
    });
  return {
    channel,
    person: () => Promise.resolve(`chat-${randomUUID()}`),
    seen: async (address) =>
      (await lines.after(address, undefined)).map(({ body }) => ({
        text: body.text,
        buttons: (body.buttons ?? []).map((row) => row.map((button) => button.label)),
        ...(body.attachment ? { document: { name: body.attachment.name } } : {}),
      })),
    says: (address, text) => said(address, { text }),
    starts: (address, payload) => said(address, { text: `/start ${payload}` }),
    taps: async (address, label) => {
      const buttons = (await lines.after(address, undefined)).flatMap((line) => line.body.buttons?.flat() ?? []);
      return said(address, { token: buttons.findLast((button) => button.label === label)?.token ?? '' });
    },
    sendsFile: async (address, content) => {
      const file = { name: 'anh.jpg', mediaType: 'image/jpeg', content };
      const id = await sent.keep(address, randomUUID(), file);
      return said(address, { file: { id, name: file.name, mediaType: file.mediaType, size: content.length } });
    },
    close: async () => {
      await lines.onApplicationShutdown();
      await database.close();
      await drop();
    },
  };
}

describe('a message in the web chat', () => {
  it('is known to stand there as soon as it can be read, before its sender takes note', async () => {
    const { url, drop } = await freshDatabase();
    const database = new Database(await MikroORM.init(databaseOptions({ url, entities: [] })));
    const [lines, clock] = [new LinesService(database), new SystemClock()];
    const outbox = new OutboxService(database, clock);
    const sent = new SentFilesService(database, new Attachments(), clock);
    const channel = new WebChatChannel(database, lines, sent, outbox, clock);
    const address = `chat-${randomUUID()}`;
    await database.transaction((em) =>
      outbox.put(em, [
        { key: 'reply/1', kind: 'reply', to: { channel: 'webchat', address }, body: { text: 'Còn gì nữa?' } },
      ]),
    );
    await database.rows(
      `update message set state = 'claimed', claimed_until = now() + interval '1 minute' returning 1`,
    );
    await channel.send(address, { text: 'Còn gì nữa?' }, 'reply/1');
    expect(await database.rows(`select state, channel, address, provider_id from message`)).toEqual([
      { state: 'claimed', channel: 'webchat', address, provider_id: '1' },
    ]);
    await lines.onApplicationShutdown();
    await database.close();
    await drop();
  });
});

channelContract('the web chat', open, {
  secretHeader: ours,
  spins: 'a tap is a line at once',
  sendsOddity: 'the page sends text, taps and files only',
  saysInGroup: 'a web chat has one person',
  blocks: 'a page that is closed hears when it is opened again',
  limitsNext: ours,
  dropsNext: ours,
  silencesNext: ours,
  unplugged: ours,
});
