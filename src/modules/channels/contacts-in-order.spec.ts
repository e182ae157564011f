import { describe, expect, it } from '@jest/globals';
import type { Capabilities, Channel } from './channel.port.js';
import { contactsInOrder } from './contacts-in-order.js';

const channel = (name: string, can: Partial<Capabilities>) =>
  ({ name, capabilities: { listens: true, writesFirst: true, ...can } }) as Channel;
const channels: Record<string, Channel> = {
  telegram: channel('telegram', {}),
  zalo: channel('zalo', { writesFirst: false }),
  email: channel('email', { listens: false }),
  webchat: channel('webchat', {}),
};
const order = (...names: string[]) =>
  contactsInOrder(
    names.map((name) => ({ channel: name })),
    (name) => channels[name],
  ).map(({ contact }) => contact.channel);

describe('the chats that a notice tries', () => {
  it('are the newest first, and mail last however new it is', () => {
    expect(order('email', 'webchat', 'telegram')).toEqual(['webchat', 'telegram', 'email']);
  });
  it('are mail alone where there is nothing else', () => expect(order('email')).toEqual(['email']));
  it('leave out where the bot may not write first, and what this process does not know', () => {
    expect(order('zalo', 'pigeon', 'telegram')).toEqual(['telegram']);
  });
});
