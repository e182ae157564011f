import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Channel, Outgoing } from '../../src/modules/channels/channel.port.js';
import { cutToFit } from '../../src/modules/channels/cut-to-fit.js';
import type { Incoming } from '../../src/modules/conversations/incoming.js';

/** What reaches us of one thing a person did: the call that the provider makes, as the channel is given it. */
export interface Delivery {
  headers: Record<string, string>;
  body: unknown;
}

/** A message of ours as the person sees it: its text, and the labels of its buttons row by row. */
export interface Seen {
  text: string;
  buttons: string[][];
  /** The name of a file that came along, and how long it is where the channel keeps it. */
  document?: { name: string; bytes?: number };
}

/**
 * One adapter joined to the real thing, or to a stand-in as strict. Addresses are those of the channel. What a channel
 * does not know is left out here, and explained to {@link channelContract}.
 */
export interface ChannelHarness {
  channel: Channel;
  /** A person, new in each call, to whom the bot can write. */
  person(): Promise<string>;
  /** All that the bot sent to this person, oldest first. */
  seen(address: string): Promise<Seen[]>;
  close(): Promise<void>;

  says?(address: string, text: string): Promise<Delivery>;
  /** The header that carries the shared secret; lower case. */
  secretHeader?: string;
  /** Opens a link that carries `payload`. */
  starts?(address: string, payload: string): Promise<Delivery>;
  taps?(address: string, label: string): Promise<Delivery>;
  /** Whether the tap still waits for our acknowledgement. */
  spins?(address: string): Promise<boolean>;
  /** Sends a document or picture with this content. */
  sendsFile?(address: string, content: Buffer): Promise<Delivery>;
  /** Sends what no dialog takes: a sticker, a voice. */
  sendsOddity?(address: string): Promise<Delivery>;
  /** Says the text in a group that the bot is in too. */
  saysInGroup?(address: string, text: string): Promise<Delivery>;
  /** Blocks the bot; what the provider tells of it, if anything. */
  blocks?(address: string): Promise<Delivery | undefined>;
  /** The provider answers the next send with "wait so many seconds". */
  limitsNext?(seconds: number): void;
  /** The provider accepts the next send, then the connection breaks. */
  dropsNext?(): void;
  /** The provider accepts the next send and never answers. */
  silencesNext?(): void;
  /** The same adapter where no connection to the provider can be made. */
  unplugged?: Channel;
}

/** What a harness may leave out. */
export type Situation = keyof { [K in keyof ChannelHarness as undefined extends ChannelHarness[K] ? K : never]: true };

/** Texts that other programs would read as markup, links, commands or placeholders. */
const MARKUP = [
  '<b>đậm</b> & <script>x</script> a < b > c',
  '*sao* _gạch_ `mã` ~x~ ||y|| [a](https://x.vn) \\* # + - = | { } . !',
  '&lt;b&gt; &amp;amp; &#39; %41 \\u0041 {{ten}} ${ten} <%= x %>',
  '{"text":"x"}',
];

/**
 * The promises every channel keeps. `without` says of each situation that the harness leaves out why the channel does not
 * know it; what is explained must be missing, and what is missing must be explained.
 */
export function channelContract(
  name: string,
  open: () => Promise<ChannelHarness>,
  without: Partial<Record<Situation, string>> = {},
): void {
  describe(`${name}, as every channel`, () => {
    let harness: ChannelHarness;
    let channel: Channel;
    beforeAll(async () => {
      harness = await open();
      channel = harness.channel;
    });
    afterAll(() => harness.close());

    /** A sentence about a situation: kept, or not to be kept for the reason given. */
    const where = <S extends Situation>(
      situation: S,
      sentence: string,
      keeps: (able: NonNullable<ChannelHarness[S]>) => Promise<void>,
    ) => {
      const reason = without[situation];
      if (reason !== undefined) {
        it(`need not: ${sentence} (${reason})`, () => expect(harness[situation]).toBeUndefined());
        return;
      }
      it(sentence, async () => {
        const able = harness[situation];
        if (able === undefined || able === null)
          throw new Error(`the harness neither knows nor explains: ${situation}`);
        await keeps((typeof able === 'function' ? able.bind(harness) : able) as NonNullable<ChannelHarness[S]>);
      });
    };
    const decoded = ({ body }: Delivery): Incoming => {
      const all = channel.decode(body);
      expect(all).toHaveLength(1);
      return all[0]!;
    };

    describe('coming in', () => {
      where('secretHeader', 'refuses a webhook without its secret', async (header) => {
        const { headers } = await harness.says!(await harness.person(), 'chào');
        expect(channel.authentic(headers)).toBe(true);
        const { [header]: secret, ...bare } = headers;
        for (const wrong of [undefined, '', `${secret}x`, secret!.slice(1), secret!.toUpperCase() + '0', [secret!]]) {
          expect(channel.authentic({ ...bare, [header]: wrong })).toBe(false);
        }
      });

      it('takes nobody for the provider who shows no secret', () => {
        expect(channel.authentic({})).toBe(false);
      });

      where('says', 'decodes a text', async (says) => {
        const address = await harness.person();
        const before = Date.now();
        const incoming = decoded(await says(address, 'Đạt 1.234,5 tỷ đồng'));
        expect(incoming).toMatchObject({ channel: channel.name, address, chat: 'private' });
        expect(incoming.content).toEqual({ type: 'text', text: 'Đạt 1.234,5 tỷ đồng' });
        // A provider may tell whole seconds.
        expect(Date.parse(incoming.sentAt)).toBeGreaterThan(before - 1000);
        expect(Date.parse(incoming.sentAt)).toBeLessThan(Date.now() + 1000);
      });

      where('says', 'leaves a typed command to the dialog', async (says) => {
        const incoming = decoded(await says(await harness.person(), '/viec 2'));
        expect(incoming.content).toEqual({ type: 'text', text: '/viec 2' });
      });

      where('says', 'decodes a typed start', async (says) => {
        const incoming = decoded(await says(await harness.person(), '/start ABCDE-12345'));
        expect(incoming.content).toEqual({ type: 'start', payload: 'ABCDE-12345' });
      });

      where('says', 'names an event alike each time it is delivered, and another event otherwise', async (says) => {
        const address = await harness.person();
        const [first, second] = [await says(address, 'một'), await says(address, 'một')];
        expect(decoded(first).eventId).toBe(decoded(structuredClone(first)).eventId);
        expect(decoded(first).eventId).not.toBe(decoded(second).eventId);
      });

      where('starts', 'decodes the payload of a link', async (starts) => {
        expect(channel.capabilities.startPayload).toBe(true);
        const incoming = decoded(await starts(await harness.person(), 'Ab_-9'));
        expect(incoming.content).toEqual({ type: 'start', payload: 'Ab_-9' });
      });

      where('taps', 'brings a token of 64 bytes back with the tap', async (taps) => {
        expect(channel.capabilities.buttons).toBe(true);
        const address = await harness.person();
        const token = 'ộ'.repeat(21) + 'x';
        expect(Buffer.byteLength(token)).toBe(64);
        const buttons = [[{ label: 'Có', token, typed: '1' }], [{ label: 'Không', token: '0', typed: '2' }]];
        expect(await channel.send(address, { text: 'Đúng không?', buttons }, 'tap')).toMatchObject({ outcome: 'sent' });
        expect(await harness.seen(address)).toEqual([{ text: 'Đúng không?', buttons: [['Có'], ['Không']] }]);
        expect(decoded(await taps(address, 'Có'))).toMatchObject({ address, content: { type: 'button', token } });
      });

      where('spins', 'acknowledges a tap, and lets nothing come of it when that fails', async (spins) => {
        const address = await harness.person();
        await channel.send(address, { text: 'a', buttons: [[{ label: 'Có', token: '1', typed: '1' }]] }, 'spin');
        const tap = decoded(await harness.taps!(address, 'Có'));
        expect(await spins(address)).toBe(true);
        await channel.acknowledge(tap);
        expect(await spins(address)).toBe(false);
        await channel.acknowledge({ ...tap, content: { type: 'button', token: '1', callbackId: 'nobody knows it' } });
        await channel.acknowledge({ ...tap, content: { type: 'text', text: 'x' } });
      });

      where('sendsFile', 'brings a file, and its content up to the length asked for', async (sendsFile) => {
        const content = Buffer.from(`\xff\xd8\xff không phải UTF-8: ${'x'.repeat(70_000)}`, 'latin1');
        const incoming = decoded(await sendsFile(await harness.person(), content));
        if (incoming.content.type !== 'file') throw new Error(`it became: ${incoming.content.type}`);
        const { fileId } = incoming.content;
        expect(await channel.fetchFile!(fileId, content.length)).toEqual({ content });
        expect(await channel.fetchFile!(fileId, content.length - 1)).toEqual({ problem: 'too-large' });
        for (const unknown of ['', 'nobody-sent-it', '../../x', '\0']) {
          expect(await channel.fetchFile!(unknown, 10)).toHaveProperty('problem');
        }
      });

      where('sendsOddity', 'says unsupported of what no dialog takes', async (sendsOddity) => {
        const incoming = decoded(await sendsOddity(await harness.person()));
        expect(incoming.content).toMatchObject({ type: 'unsupported' });
      });

      where('saysInGroup', 'tells a group from a private chat', async (saysInGroup) => {
        const address = await harness.person();
        const incoming = decoded(await saysInGroup(address, '/viec'));
        expect(incoming).toMatchObject({ chat: 'group', content: { type: 'text', text: '/viec' } });
        expect(incoming.address).not.toBe(address);
      });

      it('never throws on any JSON, and hands on only what a database keeps', async () => {
        const real = await realBodies(harness);
        fc.assert(
          fc.property(damaged(real), (body) => {
            for (const incoming of channel.decode(body)) mustBeKeepable(incoming, channel);
          }),
          { numRuns: 2000 },
        );
        for (const body of [undefined, Symbol('x'), () => 1, NaN, new Map()]) expect(channel.decode(body)).toEqual([]);
      });

      where('says', 'keeps no character 0 and no half of a surrogate pair', async (says) => {
        const { body } = await says(await harness.person(), 'MỐC');
        const dirty: unknown = JSON.parse(JSON.stringify(body).replace('MỐC', 'M\\u0000Ố\\ud800C'));
        for (const incoming of channel.decode(dirty)) mustBeKeepable(incoming, channel);
      });
    });

    describe('going out', () => {
      it('sends text that looks like markup as it was typed', async () => {
        for (const text of MARKUP) {
          const address = await harness.person();
          expect(await channel.send(address, { text }, `markup ${address}`)).toMatchObject({ outcome: 'sent' });
          expect(await harness.seen(address)).toEqual([{ text, buttons: [] }]);
        }
      });

      it('refuses nothing shorter than its maxText', async () => {
        const { maxText } = channel.capabilities;
        for (const text of [
          '.',
          'ộ'.repeat(maxText),
          '<'.repeat(maxText),
          '&'.repeat(maxText),
          '😀'.repeat(maxText / 2),
        ]) {
          const address = await harness.person();
          expect(await channel.send(address, { text }, `long ${address}`)).toMatchObject({ outcome: 'sent' });
          expect(await harness.seen(address)).toEqual([{ text, buttons: [] }]);
        }
      });

      it('sends on although there are rows without buttons', async () => {
        const address = await harness.person();
        expect(await channel.send(address, { text: 'a', buttons: [[]] }, 'empty row')).toMatchObject({
          outcome: 'sent',
        });
        expect(await harness.seen(address)).toEqual([{ text: 'a', buttons: [] }]);
      });

      it('carries a file with the longest text it allows beside one, whatever its name, or says that it carries none', async () => {
        const { documents } = channel.capabilities;
        if (!documents) return;
        const content = Buffer.from('PK\x03\x04 sổ');
        for (const name of ['Biểu M3 – Xã Ngũ Hiệp.xlsx', 'a"; b=\r\nc.xlsx']) {
          const address = await harness.person();
          const text = 'ộ'.repeat(documents.maxCaption);
          const attachment = { name, fileRef: 'test/1', mediaType: 'application/octet-stream', content };
          expect(await channel.send(address, { text, attachment }, `file ${address}`)).toMatchObject({
            outcome: 'sent',
          });
          const [seen, ...others] = await harness.seen(address);
          expect(others).toEqual([]);
          expect(seen).toMatchObject({ text });
          expect([content.length, undefined]).toContain(seen!.document!.bytes);
          if (!/\r/.test(name)) expect(seen!.document!.name).toBe(name);
        }
      });

      it('says in its text what there are no buttons for', async () => {
        if (channel.capabilities.buttons || !channel.capabilities.listens) return;
        const address = await harness.person();
        const body = { text: 'Đúng không?', buttons: [[{ label: 'Đúng', token: 't', typed: '1' }]] };
        for (const { part } of cutToFit(body, channel.capabilities))
          await channel.send(address, part as Outgoing, 'words');
        expect(await harness.seen(address)).toEqual([{ text: 'Đúng không?\n1. Đúng', buttons: [] }]);
      });

      it('shows a second send under one key once, if it says so', async () => {
        const address = await harness.person();
        for (let time = 0; time < 2; time += 1) await channel.send(address, { text: 'a' }, `twice ${address}`);
        expect(await harness.seen(address)).toHaveLength(channel.capabilities.idempotent ? 1 : 2);
      });

      where('blocks', 'reports a blocked person as unreachable, and hears of it where it is told', async (blocks) => {
        const address = await harness.person();
        const told = await blocks(address);
        if (told) expect(decoded(told)).toMatchObject({ address, content: { type: 'left' } });
        expect(await channel.send(address, { text: 'a' }, 'blocked')).toMatchObject({ outcome: 'unreachable' });
      });

      where('limitsNext', 'says retry with the seconds the provider asks', async (limitsNext) => {
        const address = await harness.person();
        limitsNext(37);
        const outcome = await channel.send(address, { text: 'a' }, 'limited');
        expect(outcome).toMatchObject({ outcome: 'retry', afterSeconds: 37 });
        expect(await harness.seen(address)).toEqual([]);
      });

      where(
        'dropsNext',
        'says unknown when the connection drops after acceptance, and tries no second time',
        async (drops) => {
          const address = await harness.person();
          drops();
          expect(await channel.send(address, { text: 'a' }, 'dropped')).toMatchObject({ outcome: 'unknown' });
          expect(await harness.seen(address)).toHaveLength(1);
        },
      );

      where('silencesNext', 'says unknown when no answer comes in time', async (silences) => {
        const address = await harness.person();
        silences();
        expect(await channel.send(address, { text: 'a' }, 'silent')).toMatchObject({ outcome: 'unknown' });
        expect(await harness.seen(address)).toHaveLength(1);
      });

      where(
        'unplugged',
        'says retry when the provider cannot be reached: surely nothing arrived',
        async (unplugged) => {
          const outcome = await unplugged.send(await harness.person(), { text: 'a' }, 'unplugged');
          expect(['retry', 'unreached']).toContain(outcome.outcome);
        },
      );

      it('never throws, whatever the address', async () => {
        for (const address of ['', 'nobody', '0', '-1', '9'.repeat(40), '../x', '\0']) {
          const { outcome } = await channel.send(address, { text: 'a' }, `to ${address}`);
          expect(['sent', 'retry', 'unreachable', 'moved', 'rejected', 'unknown']).toContain(outcome);
        }
      });
    });
  });
}

async function realBodies(harness: ChannelHarness): Promise<unknown[]> {
  const address = await harness.person();
  const deliveries = [
    await harness.says?.(address, 'chào'),
    await harness.starts?.(address, 'abc'),
    await harness.sendsFile?.(address, Buffer.from('a')),
    await harness.sendsOddity?.(address),
    await harness.saysInGroup?.(address, 'chào'),
  ];
  return deliveries.flatMap((delivery) => (delivery ? [delivery.body] : []));
}

/** Any JSON at all, or a real call with one of its parts replaced by any JSON. */
function damaged(real: unknown[]): fc.Arbitrary<unknown> {
  const any = fc.oneof(fc.jsonValue(), fc.constantFrom(-1, 1e300, 2 ** 53, '\0', '\ud800', [], {}, null));
  if (real.length === 0) return any;
  const broken = fc.tuple(fc.constantFrom(...real), fc.nat(), any).map(([body, place, junk]) => {
    const copy: unknown = structuredClone(body);
    const places = placesIn(copy);
    const [parent, key] = places[place % places.length]!;
    parent[key] = junk;
    return copy;
  });
  return fc.oneof(any, broken);
}

function placesIn(value: unknown): [Record<string, unknown>, string][] {
  if (typeof value !== 'object' || value === null) return [];
  const parent = value as Record<string, unknown>;
  return Object.keys(parent).flatMap((key) => [[parent, key] as [typeof parent, string], ...placesIn(parent[key])]);
}

/** Text columns take no character 0, jsonb no lone surrogates; the rest is the shape of `Incoming`. */
function mustBeKeepable(incoming: Incoming, channel: Channel): void {
  expect(incoming.channel).toBe(channel.name);
  expect(new Date(incoming.sentAt).toISOString()).toBe(incoming.sentAt);
  expect(['private', 'group']).toContain(incoming.chat);
  const { address, eventId, content } = incoming;
  expect([typeof address, typeof eventId, typeof content.type]).toEqual(['string', 'string', 'string']);
  expect(address === '' || eventId === '').toBe(false);
  const written = JSON.stringify(incoming);
  expect(written).not.toMatch(/\\u0000|\\ud[89a-f]/i);
}
