import { TelegramChannel } from '../../src/modules/channels/telegram/index.js';
import { TelegramStandIn } from '../standins/telegram/telegram-stand-in.js';
import { channelContract, type ChannelHarness, type Delivery } from './channel.contract.js';
import { openHook } from './hook.js';

channelContract('telegram', openTelegram);

async function openTelegram(): Promise<ChannelHarness> {
  const telegram = await TelegramStandIn.open();
  const hook = await openHook();
  const { token, apiRoot } = telegram;
  const webhookSecret = 'bi-mat_Cua-Nhip';
  const channel = new TelegramChannel({ token, apiRoot, webhookSecret, timeoutMs: 500 });
  await channel.setUp({
    webhookUrl: hook.url,
    menus: [{ chats: 'private', commands: [{ command: '/viec', description: 'Việc cần làm' }] }],
  });
  let people = 1000;

  /** What the webhook was called with for this act. */
  const after = async (act: () => number): Promise<Delivery> => {
    const id = act();
    await telegram.delivered();
    return hook.got.find(({ body }) => (body as { update_id: number }).update_id === id)!;
  };
  const user = (address: string) => telegram.user(Number(address));

  return {
    channel,
    secretHeader: 'x-telegram-bot-api-secret-token',
    async person() {
      const id = (people += 1);
      await after(() => telegram.user(id).says('/start'));
      return String(id);
    },
    seen: async (address) =>
      user(address)
        .inbox()
        .map(({ text, buttons, document }) => ({ text, buttons, ...(document ? { document } : {}) })),
    says: (address, text) => after(() => user(address).says(text)),
    starts: (address, payload) => after(() => user(address).says(`/start ${payload}`)),
    taps: (address, label) => after(() => user(address).taps(label)),
    spins: async (address) => user(address).spinners() > 0,
    sendsFile: (address, content) => after(() => user(address).sendsDocument('so-lieu.xlsx', content)),
    sendsOddity: (address) => after(() => user(address).sends('sticker')),
    saysInGroup: (address, text) => after(() => user(address).says(`${text}@nhip_bot`, telegram.group(-7, 'Tổ').chat)),
    blocks: (address) => after(() => user(address).blocks()),
    limitsNext: (retryAfter) => telegram.failNext('sendMessage', { retryAfter }),
    dropsNext: () => telegram.failNext('sendMessage', 'drop after'),
    silencesNext: () => telegram.failNext('sendMessage', 'silence after'),
    // Port 9 of this machine: nobody listens.
    unplugged: new TelegramChannel({ token, apiRoot: 'http://127.0.0.1:9' }),
    async close() {
      channel.close();
      await telegram.close();
      hook.close();
    },
  };
}
