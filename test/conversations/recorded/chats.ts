import type { House } from '../../house/house.js';
import { Phone } from '../../house/phone.js';
import type { Group, Person } from '../../standins/telegram/people.js';
import type { TelegramStandIn } from '../../standins/telegram/telegram-stand-in.js';
import type { ZaloPerson } from '../../standins/zalo/people.js';
import type { ZaloStandIn } from '../../standins/zalo/zalo-stand-in.js';

/** What the bot wrote into a chat, as it is seen there. */
export interface Shown {
  text: string;
  buttons: string[];
  file?: string;
}

/** One chat of one person, on whatever channel. */
export interface Chat {
  says(text: string): Promise<unknown> | unknown;
  /** Taps the newest button with this label, or the oldest. */
  taps(label: string, which: 'newest' | 'oldest'): Promise<unknown> | unknown;
  /** Anything else that the channel lets people do; undefined where it does not. */
  does(act: string, rest: string): Promise<unknown> | unknown;
  sendsFile(name: string, content: Buffer): Promise<unknown> | unknown;
  /** Everything that the bot wrote so far, oldest first. */
  shown(): Promise<Shown[]>;
}

const cannot = (what: string): never => {
  throw new Error(`this channel cannot: ${what}`);
};

export async function webchat(house: House): Promise<Chat> {
  const phone = await Phone.open(house.app, () => house.settle());
  const tokens = async (label: string) =>
    (await phone.lines()).flatMap((line) => line.buttons?.flat() ?? []).filter((one) => one.label === label);
  return {
    says: (text) => phone.says(text),
    async taps(label, which) {
      const found = (await tokens(label)).at(which === 'newest' ? -1 : 0);
      if (!found) throw new Error(`there is no button "${label}"`);
      await phone.tapsToken(found.token);
    },
    does: cannot,
    sendsFile: cannot,
    async shown() {
      const lines = (await phone.lines()).filter(({ author }) => author === 'bot');
      return lines.map(({ text, buttons, file }) => ({
        text,
        buttons: buttons?.flat().map(({ label }) => label) ?? [],
        ...(file === undefined ? {} : { file }),
      }));
    },
  };
}

export function telegramChat(telegram: TelegramStandIn, id: number): Chat {
  const person: Person = telegram.user(id);
  let group: Group | undefined;
  const acts: Record<string, (rest: string) => unknown> = {
    sticker: () => person.sends('sticker'),
    edits: (text) => person.edits(text),
    blocks: () => person.blocks(),
    unblocks: () => person.unblocks(),
    group: (text) => person.says(text, (group ??= telegram.group(-id, 'Tổ tổng hợp')).chat),
  };
  // In the order in which it was looked at: the private chat, then the group.
  const seen: ReturnType<Person['inbox']> = [];
  const look = () => {
    const own = person.inbox();
    const inGroup = group?.inbox().map((one) => ({ ...one, text: `(group) ${one.text}` })) ?? [];
    const groups = seen.filter(({ text }) => text.startsWith('(group) ')).length;
    seen.push(...own.slice(seen.length - groups), ...inGroup.slice(groups));
    return seen;
  };
  return {
    says: (text) => person.says(text),
    taps(label, which) {
      const first = person.inbox().find((one) => one.buttons.flat().includes(label));
      person.taps(label, which === 'oldest' ? { message: first?.id } : {});
    },
    does: (act, rest) => (acts[act] ?? cannot)(rest),
    sendsFile: (name, content) => person.sendsDocument(name, content),
    shown: async () =>
      look().map(({ text, buttons, document }) => ({
        text,
        buttons: buttons.flat(),
        ...(document === undefined ? {} : { file: document.name }),
      })),
  };
}

export function zaloChat(zalo: ZaloStandIn, id: number): Chat {
  const person: ZaloPerson = zalo.user(`u${id}`);
  return {
    says: (text) => person.says(text),
    taps: cannot,
    does: (act) => (act === 'sticker' ? person.sendsSticker() : cannot(act)),
    sendsFile: cannot,
    shown: async () => person.inbox().map((text) => ({ text, buttons: [] })),
  };
}
