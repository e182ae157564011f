import { ZaloChannel } from '../../src/modules/channels/zalo/index.js';
import { ZaloStandIn } from '../standins/zalo/zalo-stand-in.js';
import { channelContract, type ChannelHarness, type Delivery } from './channel.contract.js';
import { openHook } from './hook.js';

async function openZalo(): Promise<ChannelHarness> {
  const zalo = await ZaloStandIn.open();
  const hook = await openHook();
  const open = { perSecond: 5, perChatPerSecond: 1, writesFirst: true, fileHosts: ['pictures.example'] };
  const { token, apiRoot } = zalo;
  const channel = new ZaloChannel({ ...open, token, apiRoot, webhookSecret: 'bi-mat_Cua-Nhip', timeoutMs: 500 });
  await channel.setUp(hook.url);
  let people = 1000;

  /** What the webhook was called with for this act. */
  const after = async (act: () => string): Promise<Delivery> => {
    const id = act();
    await zalo.delivered();
    return hook.got.find(
      ({ body }) => (body as { result: { message: { message_id: string } } }).result.message.message_id === id,
    )!;
  };
  const user = (address: string) => zalo.user(address);

  return {
    channel,
    secretHeader: 'x-bot-api-secret-token',
    async person() {
      const id = `u${(people += 1)}`;
      await after(() => user(id).says('xin chào'));
      return id;
    },
    seen: async (address) =>
      user(address)
        .inbox()
        .map((text) => ({ text, buttons: [] })),
    says: (address, text) => after(() => user(address).says(text)),
    sendsFile: (address, content) => after(() => user(address).sendsPicture(content)),
    sendsOddity: (address) => after(() => user(address).sendsSticker()),
    saysInGroup: (address, text) => after(() => user(address).says(text, 'g1')),
    async blocks(address) {
      user(address).blocks();
      return undefined;
    },
    limitsNext: (retryAfter) => zalo.failNext('sendMessage', { code: 429, retryAfter }),
    dropsNext: () => zalo.failNext('sendMessage', 'drop after'),
    silencesNext: () => zalo.failNext('sendMessage', 'silence after'),
    // Port 9 of this machine: nobody listens.
    unplugged: new ZaloChannel({ ...open, token, apiRoot: 'http://127.0.0.1:9' }),
    async close() {
      channel.close();
      await zalo.close();
      hook.close();
    },
  };
}

const noButtons = 'Zalo has no buttons: choices are typed';

channelContract('Zalo', openZalo, {
  starts: 'no link of Zalo carries a payload: the code is typed',
  taps: noButtons,
  spins: noButtons,
});
