import { describe, expect, it } from '@jest/globals';
import { decodeEvent } from './decode-event.js';

const now = new Date('2027-06-22T01:00:00.123Z');
const from = { id: '6ede9a', display_name: 'Lan', is_bot: false };
const chat = { id: '6ede9a', chat_type: 'PRIVATE' };
const message = { message_id: 'm1', date: 1813626000123, from, chat };

const decode = (event_name: string, more: object = {}) =>
  decodeEvent('zalo', { ok: true, result: { event_name, message: { ...message, ...more } } }, now);
const content = (event_name: string, more?: object) => decode(event_name, more).map((one) => one.content);

describe('an event of Zalo', () => {
  it('becomes what a person said, named by the id of the message', () => {
    expect(decode('message.text.received', { text: 'Đã xong 80%' })).toEqual([
      {
        channel: 'zalo',
        address: '6ede9a',
        eventId: 'm1',
        sentAt: '2027-06-22T01:00:00.123Z',
        displayName: 'Lan',
        chat: 'private',
        content: { type: 'text', text: 'Đã xong 80%' },
      },
    ]);
  });

  it('is a picture with its address and what was written beside it', () => {
    expect(content('message.image.received', { photo: 'https://x.zdn.vn/a.jpg', caption: 'biên bản\0' })).toEqual([
      { type: 'file', fileId: 'https://x.zdn.vn/a.jpg', name: 'anh.jpg', mediaType: 'image/jpeg', caption: 'biên bản' },
    ]);
  });

  it('says that Zalo withheld what was written, so that the person can be sent to the page', () => {
    expect(content('message.unsupported.received')).toEqual([{ type: 'unsupported', what: 'withheld' }]);
  });

  it.each(['sticker', 'voice', 'hologram'])('is unsupported where it is a %s', (kind) => {
    expect(content(`message.${kind}.received`)).toEqual([{ type: 'unsupported', what: kind }]);
  });

  it('is unsupported where a text has no text and a picture no picture', () => {
    expect(content('message.text.received')).toEqual([{ type: 'unsupported', what: 'text' }]);
    expect(content('message.image.received', { photo: 5 })).toEqual([{ type: 'unsupported', what: 'image' }]);
    expect(content('oa.followed')).toEqual([{ type: 'unsupported', what: 'unknown' }]);
  });

  it('is of a group where it was said in one', () => {
    expect(decode('message.text.received', { text: 'a', chat: { id: 'g1', chat_type: 'GROUP' } })).toMatchObject([
      { chat: 'group', address: 'g1' },
    ]);
  });

  it('is told by our clock where it does not say when, and by what it says where it has no id', () => {
    const bare = { text: 'a', date: undefined, message_id: undefined };
    const [one] = decode('message.text.received', bare);
    expect(one!.sentAt).toBe(now.toISOString());
    expect(decode('message.text.received', bare)[0]!.eventId).toBe(one!.eventId);
    expect(decode('message.text.received', { ...bare, text: 'b' })[0]!.eventId).not.toBe(one!.eventId);
  });

  it('is nothing where a bot spoke or it is broken', () => {
    expect(decode('message.text.received', { text: 'a', from: { ...from, is_bot: true } })).toEqual([]);
    expect(decode('message.text.received', { text: 'a', chat: {} })).toEqual([]);
    for (const body of [null, [], 'x', {}, { result: {} }]) expect(decodeEvent('zalo', body, now)).toEqual([]);
  });
});
