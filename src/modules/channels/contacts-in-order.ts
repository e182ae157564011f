import type { Channel } from './channel.port.js';

/**
 * The chats of one person in the order in which a notice tries them: those where the person can answer as they are given
 * (the newest first), then those where nobody listens. Chats where the bot may not write first, and those of channels that
 * this process does not know, are left out.
 */
export function contactsInOrder<C extends { channel: string }>(
  contacts: readonly C[],
  find: (name: string) => Channel | undefined,
): { channel: Channel; contact: C }[] {
  const usable = contacts.flatMap((contact) => {
    const channel = find(contact.channel);
    return channel?.capabilities.writesFirst ? [{ channel, contact }] : [];
  });
  const { true: talks = [], false: letters = [] } = Object.groupBy(usable, ({ channel }) =>
    channel.capabilities.listens ? 'true' : 'false',
  );
  return [...talks, ...letters];
}
