import { MikroORM } from '@mikro-orm/postgresql';
import path from 'node:path';
import { AttachmentLinks } from '../../src/modules/channels/attachment-links.service.js';
import type { Capabilities, Channel, Outgoing } from '../../src/modules/channels/channel.port.js';
import { ChannelRegistry } from '../../src/modules/channels/channel-registry.js';
import { ComposeService } from '../../src/modules/channels/compose.service.js';
import { DeliveryService } from '../../src/modules/channels/delivery.service.js';
import { SharedPaceStore } from '../../src/modules/channels/pace/index.js';
import { Postman } from '../../src/modules/channels/postman.js';
import { Database, databaseOptions } from '../../src/modules/database/index.js';
import {
  Attachments,
  ClaimsService,
  OneTimeTexts,
  OutboxService,
  type SendOutcome,
} from '../../src/modules/outbox/index.js';
import { readSettings, type Settings } from '../../src/modules/settings/index.js';
import { Messages, packageRoot, SystemClock, type Clock } from '../../src/modules/shared/index.js';
import { ContactsService } from '../../src/modules/units/index.js';

/** A channel whose provider is a function; it remembers what was asked of it, and when. */
export class FakeChannel implements Channel {
  readonly sends: { address: string; text: string; key: string; at: number }[] = [];
  readonly capabilities: Capabilities;

  constructor(
    readonly name: string,
    capabilities: Partial<Capabilities> = {},
    private readonly answer: (
      address: string,
      message: Outgoing,
      key: string,
    ) => Promise<SendOutcome> | SendOutcome = () => ({
      outcome: 'sent',
    }),
  ) {
    this.capabilities = {
      maxText: 4096,
      buttons: true,
      edits: false,
      documents: false,
      startPayload: false,
      ordered: true,
      idempotent: false,
      writesFirst: true,
      listens: true,
      ...capabilities,
    };
  }

  async send(address: string, message: Outgoing, key: string): Promise<SendOutcome> {
    this.sends.push({ address, text: message.text, key, at: performance.now() });
    return this.answer(address, message, key);
  }

  authentic(): boolean {
    return false;
  }

  decode() {
    return [];
  }

  async acknowledge(): Promise<void> {}
}

/** Outbox and delivery of one process, without the rest of the house. Several desks on one database are several replicas. */
export class Desk {
  private constructor(
    readonly database: Database,
    readonly outbox: OutboxService,
    readonly claims: ClaimsService,
    readonly contacts: ContactsService,
    readonly delivery: DeliveryService,
    private readonly pace: SharedPaceStore,
  ) {}

  static async open(given: { url: string; redisUrl?: string; channels: Channel[]; clock?: Clock }): Promise<Desk> {
    const clock = given.clock ?? new SystemClock();
    const database = new Database(await MikroORM.init(databaseOptions({ url: given.url, entities: [], poolSize: 8 })));
    const messages = Messages.read(path.join(packageRoot, 'config', 'messages'));
    const outbox = new OutboxService(database, clock);
    const claims = new ClaimsService(database, clock);
    const contacts = new ContactsService(database, readSettings({}));
    const registry = new ChannelRegistry(given.channels);
    const pace = new SharedPaceStore(database, { redisUrl: given.redisUrl });
    const attachments = new Attachments();
    const links = new AttachmentLinks(database, attachments, clock, {} as Settings);
    const compose = new ComposeService(attachments, links, new OneTimeTexts(messages), messages);
    const postman = new Postman(database, claims, contacts, registry, compose, pace, clock, messages);
    const delivery = new DeliveryService(outbox, claims, contacts, registry, postman);
    return new Desk(database, outbox, claims, contacts, delivery, pace);
  }

  /** What became of each message, by key. */
  async states(): Promise<Record<string, string>> {
    const found = await this.database.rows<{ key: string; state: string }>(
      `select key, state from message order by seq`,
    );
    return Object.fromEntries(found.map(({ key, state }) => [key, state]));
  }

  async close(): Promise<void> {
    this.pace.onApplicationShutdown();
    await this.database.close();
  }
}
