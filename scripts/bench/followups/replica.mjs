// One replica for the draining part: the outbox, delivery and the queue of the product, and a provider that accepts at once.
// Asked for its sends it tells when each was made, by the clock that all processes of the machine share.
import 'reflect-metadata';
import { MikroORM } from '@mikro-orm/postgresql';
import { at } from '../../prepare/root.mjs';
import { servePart } from '../kit/part.mjs';

const room = (name) => import(at('dist/modules', name));
const [{ Database, databaseOptions }, outbox, { Messages, SystemClock, packageRoot }, { ContactsService }] =
  await Promise.all([
    room('database/index.js'),
    room('outbox/index.js'),
    room('shared/index.js'),
    room('units/index.js'),
  ]);
const { AttachmentLinks } = await room('channels/attachment-links.service.js');
const { ChannelRegistry } = await room('channels/channel-registry.js');
const { ComposeService } = await room('channels/compose.service.js');
const { DeliveryService } = await room('channels/delivery.service.js');
const { SharedPaceStore } = await room('channels/pace/index.js');
const { Postman } = await room('channels/postman.js');
const { JobsService } = await import(at('dist/jobs/jobs.service.js'));
const { deliverOutbox } = await import(at('dist/jobs/deliver-outbox.job.js'));

const sends = [];
let open;

servePart(begin, async (question) => (await ACTS[question.act](question)) ?? 'done');
process.on('disconnect', () => process.exit(0));

/** A provider that accepts at once, limited or not; `idempotent` as the web chat is. */
function channelOf(limits) {
  return {
    name: 'bot',
    capabilities: {
      maxText: 4096,
      buttons: true,
      edits: false,
      documents: false,
      startPayload: false,
      ordered: true,
      idempotent: true,
      writesFirst: true,
      listens: true,
      ...limits,
    },
    authentic: () => false,
    decode: () => [],
    acknowledge: async () => undefined,
    send: async (address, message, key) => {
      sends.push([key, Number(process.hrtime.bigint()) / 1e6, Date.now()]);
      return { outcome: 'sent' };
    },
  };
}

async function begin({ databaseUrl, redisUrl, limits }) {
  const clock = new SystemClock();
  const database = new Database(await MikroORM.init(databaseOptions({ url: databaseUrl, entities: [], poolSize: 8 })));
  const messages = Messages.read(at('config/messages'));
  const sender = new outbox.OutboxService(database, clock);
  const claims = new outbox.ClaimsService(database, clock);
  const contacts = new ContactsService(database);
  const registry = new ChannelRegistry([channelOf(limits)]);
  const pace = new SharedPaceStore(database, { redisUrl });
  const attachments = new outbox.Attachments();
  const compose = new ComposeService(attachments, new AttachmentLinks(database, attachments, clock, {}), messages);
  const postman = new Postman(database, claims, contacts, registry, compose, pace, clock, messages);
  const delivery = new DeliveryService(sender, claims, contacts, registry, postman);
  const settings = { role: 'all', redisUrl };
  const wake = new outbox.Wake();
  const jobs = new JobsService([deliverOutbox(delivery, sender)], settings, databaseUrl, clock, database, wake);
  await jobs.onApplicationBootstrap();
  open = { database, sender, jobs, pace, wake };
  return packageRoot;
}

const ACTS = {
  /** Writes `count` notices to as many people, due at once or each at an hour of its own (`spreadMs` from now on). */
  async put({ count, prefix, spreadMs, leadMs = 0 }) {
    const start = Date.now() + leadMs;
    const drafts = Array.from({ length: count }, (_, index) => ({
      key: `${prefix}/${index}`,
      kind: 'reminder',
      to: { channel: 'bot', address: `${prefix}-${index}` },
      body: { text: TEXT },
      notBefore: spreadMs === undefined ? undefined : new Date(start + Math.floor((index * spreadMs) / count)),
    }));
    await open.database.transaction((em) => open.sender.put(em, drafts));
    return drafts.map((draft) => [draft.key, draft.notBefore?.getTime()]);
  },
  /** Rings through the queue and waits until `count` rows are settled; gives the milliseconds. */
  async drain({ count }) {
    const began = performance.now();
    open.jobs.ring('deliver-outbox');
    while (sends.length < count) await new Promise((resolve) => setTimeout(resolve, 2));
    for (;;) {
      const [{ n }] = await open.database.rows(`select count(*)::int as n from message where state <> 'sent'`);
      if (n === 0) return performance.now() - began;
    }
  },
  async ring() {
    open.jobs.ring('deliver-outbox');
  },
  /** As a room does after it has written: wakes, for now or for when the next message is due. */
  async wake() {
    open.wake.wake('deliver');
  },
  async sends() {
    return sends.splice(0);
  },
  async forget() {
    sends.length = 0;
    await open.database.rows('truncate message cascade');
    await open.database.rows('vacuum analyze message');
  },
  async end() {
    await open.jobs.onApplicationShutdown();
    open.pace.onApplicationShutdown();
    await open.database.close();
  },
};

const TEXT =
  'Kính gửi đồng chí Nguyễn Thị Mai.\n\nXã Ngũ Hiệp còn nợ dự thảo kế hoạch năm 2028 vòng 1, hạn cuối 29/06/2027, còn 2 ngày.\n\n' +
  'Đề nghị đồng chí trả lời ngay tại đây: gõ 1 để báo cáo, gõ 2 nếu có vướng mắc.';
