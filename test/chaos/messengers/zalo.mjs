import { ZaloStandIn } from '../../standins/zalo/zalo-stand-in.ts';
import { Faults } from './faults.mjs';

const FAULTS = {
  refused: { code: 429, retryAfter: 1 },
  failed: { code: 500 },
  dropped: 'drop after',
  silent: 'silence after',
};
/** What Zalo allows is not known; this is what Telegram does. */
const PER_SECOND = '30';

/** Zalo with its faults; its events come over the line. */
export async function openZalo({ draw, now }) {
  const standIn = await ZaloStandIn.open(now);
  const faults = new Faults(draw, 'zalo');
  standIn.interfere = (method, { chat_id }) => (method === 'sendMessage' ? FAULTS[faults.next(chat_id)] : undefined);
  return {
    name: 'zalo',
    env: {
      ZALO_BOT_TOKEN: standIn.token,
      ZALO_API_ROOT: standIn.apiRoot,
      ZALO_WEBHOOK_SECRET: 'bi-mat-cua-hon-loan',
      ZALO_PER_SECOND: PER_SECOND,
    },
    async chat(number) {
      const person = standIn.user(`zalo-${number}`);
      const said = [];
      return {
        address: person.id,
        said,
        startWith: (code) => code,
        say: (text) => said.push(person.says(text)),
        heard: () => person.inbox().map((text) => ({ text })),
        accepted: () => person.inbox().map((text, at) => ({ id: `out-${person.id}-${at + 1}`, text })),
      };
    },
    counts: () => ({
      sends: standIn.calls.filter(({ method }) => method === 'sendMessage').length,
      'sends gone wrong': String(faults),
      'calls refused for their shape': standIn.calls.filter(({ answer }) => answer === 400).length,
    }),
    close: () => standIn.close(),
  };
}
