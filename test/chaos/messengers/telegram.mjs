import { TelegramStandIn } from '../../standins/telegram/telegram-stand-in.ts';
import { Faults } from './faults.mjs';

const FAULTS = { refused: { retryAfter: 1 }, failed: 'error 500', dropped: 'drop after', silent: 'silence after' };

/** Telegram with its limits and faults; its updates come over the line. */
export async function openTelegram({ draw, now }) {
  const standIn = await TelegramStandIn.open({ limits: true, clock: now });
  const faults = new Faults(draw, 'telegram');
  standIn.interfere = (method, { chat_id }) =>
    method === 'sendMessage' ? FAULTS[faults.next(String(chat_id))] : undefined;
  const answered = (code) => standIn.calls.filter(({ answer }) => answer === code).length;
  return {
    name: 'telegram',
    env: {
      TELEGRAM_BOT_TOKEN: standIn.token,
      TELEGRAM_API_ROOT: standIn.apiRoot,
      TELEGRAM_WEBHOOK_SECRET: 'bi-mat-cua-hon-loan',
    },
    async chat(number) {
      const person = standIn.user(1000 + number);
      const said = [];
      return {
        address: String(person.id),
        said,
        startWith: (code) => `/start ${code}`,
        say: (text) => said.push(String(person.says(text))),
        tap: (label) => said.push(String(person.taps(label))),
        heard: () => person.inbox(),
        accepted: () => person.inbox().map(({ id, text }) => ({ id: String(id), text })),
      };
    },
    counts: () => ({
      sends: standIn.calls.filter(({ method }) => method === 'sendMessage').length,
      'sends gone wrong': String(faults),
      'sends above the limits': answered(429),
      'calls refused for their shape': answered(400),
    }),
    close: () => standIn.close(),
  };
}
