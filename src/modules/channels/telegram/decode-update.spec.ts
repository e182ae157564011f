import { describe, expect, it } from '@jest/globals';
import { decodeUpdate } from './decode-update.js';

const now = new Date('2027-06-22T01:00:00.123Z');
const chat = { id: 1001, type: 'private', first_name: 'Lan' };
const from = { id: 1001, is_bot: false, first_name: 'Lan', last_name: 'Trần' };
const date = 1813626000;
const message = { message_id: 5, chat, from, date };

const decode = (update: object) => decodeUpdate('telegram', { update_id: 77, ...update }, now);
const content = (update: object) => decode(update).map((one) => one.content);
const said = (text: string, more: object = {}) => content({ message: { ...message, text, ...more } });

describe('an update of Telegram', () => {
  it('becomes what a person said', () => {
    expect(decode({ message: { ...message, text: 'Đã xong 80%' } })).toEqual([
      {
        channel: 'telegram',
        address: '1001',
        eventId: '77',
        sentAt: '2027-06-22T01:00:00.000Z',
        displayName: 'Lan Trần',
        chat: 'private',
        content: { type: 'text', text: 'Đã xong 80%' },
      },
    ]);
  });

  it.each([
    ['/start', { type: 'start', payload: '' }],
    ['/start Ab_-9', { type: 'start', payload: 'Ab_-9' }],
    ['/start@nhip_bot Ab9', { type: 'start', payload: 'Ab9' }],
    ['/start hai từ', { type: 'text', text: '/start hai từ' }],
    ['/startle', { type: 'text', text: '/startle' }],
    ['/viec@nhip_bot 2', { type: 'text', text: '/viec 2' }],
    ['/viec 2', { type: 'text', text: '/viec 2' }],
    ['gửi a@b.vn', { type: 'text', text: 'gửi a@b.vn' }],
  ])('reads %s', (text, expected) => expect(said(text)).toEqual([expected]));

  it('is of a group where it was said in one', () => {
    for (const type of ['group', 'supergroup']) {
      const group = { id: -100_500, type, title: 'Tổ' };
      expect(decode({ message: { ...message, chat: group, text: 'a' } })).toMatchObject([
        { chat: 'group', address: '-100500' },
      ]);
    }
  });

  it('is a tap, told by our clock because Telegram does not say when', () => {
    const tap = { id: '99', from, message: { ...message, chat }, chat_instance: 'x', data: '12:a' };
    expect(decode({ callback_query: tap })).toMatchObject([
      { sentAt: now.toISOString(), content: { type: 'button', token: '12:a', callbackId: '99' } },
    ]);
    const old = { ...tap, message: { chat, message_id: 5, date: 0 } };
    expect(content({ callback_query: old })).toEqual([{ type: 'button', token: '12:a', callbackId: '99' }]);
    expect(content({ callback_query: { ...tap, data: undefined } })).toEqual([{ type: 'unsupported', what: 'button' }]);
  });

  it('is a file where a document was sent', () => {
    const document = { file_id: 'F1', file_name: 'so-lieu.xlsx', mime_type: 'application/x', file_size: 9 };
    expect(content({ message: { ...message, document, caption: 'gửi lại\0' } })).toEqual([
      {
        type: 'file',
        fileId: 'F1',
        name: 'so-lieu.xlsx',
        mediaType: 'application/x',
        size: 9,
        caption: 'gửi lại',
      },
    ]);
    expect(content({ message: { ...message, document: { file_id: 'F2' } } })).toMatchObject([
      { type: 'file', fileId: 'F2', name: 'tep' },
    ]);
  });

  it('is the largest picture of a photo', () => {
    const size = (width: number) => ({ file_id: `P${width}`, file_unique_id: `u${width}`, width, height: width });
    expect(content({ message: { ...message, photo: [size(90), size(800), size(320)] } })).toMatchObject([
      { type: 'file', fileId: 'P800', name: 'anh-u800.jpg', mediaType: 'image/jpeg' },
    ]);
  });

  it('is a contact, which is the own one only where Telegram ties it to the account of the sender', () => {
    const shared = (contact: object) => content({ message: { ...message, contact } });
    const phone_number = '+84900000000';
    expect(shared({ phone_number, user_id: 1001 })).toEqual([{ type: 'contact', phone: phone_number, own: true }]);
    for (const contact of [{ phone_number, user_id: 1002 }, { phone_number }, { phone_number, user_id: '1001' }]) {
      expect(shared(contact)).toEqual([{ type: 'contact', phone: phone_number, own: false }]);
    }
  });

  it('is unsupported where it is neither: stickers, voices, broken files, things not yet invented', () => {
    for (const kind of ['photo', 'sticker', 'voice', 'document', 'contact', 'location']) {
      expect(content({ message: { ...message, [kind]: {} } })).toEqual([{ type: 'unsupported', what: kind }]);
    }
    expect(content({ message: { ...message, hologram: {} } })).toEqual([{ type: 'unsupported', what: 'unknown' }]);
    expect(content({ message: { ...message, text: 5 } })).toEqual([{ type: 'unsupported', what: 'unknown' }]);
  });

  it('is unsupported where an old message was edited, at the time of the edit', () => {
    expect(decode({ edited_message: { ...message, text: 'b', edit_date: date + 60 } })).toMatchObject([
      { sentAt: '2027-06-22T01:01:00.000Z', content: { type: 'unsupported', what: 'edited' } },
    ]);
  });

  it('says that the person left, blocked us or removed us from the group', () => {
    const change = (status: string, more: object = {}) => ({
      my_chat_member: { chat, from, date, old_chat_member: {}, new_chat_member: { status }, ...more },
    });
    expect(content(change('kicked'))).toEqual([{ type: 'left' }]);
    expect(content(change('member'))).toEqual([]);
    const group = { id: -5, type: 'group' };
    const bot = { ...from, is_bot: true };
    expect(decode(change('left', { chat: group, from: bot }))).toMatchObject([
      { address: '-5', content: { type: 'left' } },
    ]);
  });

  it('is nothing where nobody spoke to us', () => {
    expect(decode({ message: { ...message, from: { ...from, is_bot: true }, text: 'a' } })).toEqual([]);
    expect(decode({ message: { ...message, new_chat_members: [from] } })).toEqual([]);
    expect(decode({ message: { ...message, pinned_message: message } })).toEqual([]);
    expect(decode({ channel_post: { ...message, text: 'a' } })).toEqual([]);
    expect(decode({ message: { ...message, chat: { id: -5, type: 'channel' }, text: 'a' } })).toEqual([]);
  });

  it('is nothing where it is broken, and never throws', () => {
    const broken: unknown[] = [null, [], 'x', {}, { update_id: 'a' }, { update_id: 1, message: { chat: null } }];
    for (const body of broken) expect(decodeUpdate('telegram', body, now)).toEqual([]);
    expect(decode({ message: { ...message, date: 1e18, text: 'a' } })).toEqual([]);
  });

  it('is freed of what no database keeps', () => {
    expect(said('a\0b\ud800c')).toEqual([{ type: 'text', text: 'ab\ufffdc' }]);
    expect(
      decode({ message: { ...message, from: { ...from, first_name: '\0', last_name: undefined }, text: 'a' } }),
    ).toMatchObject([{ displayName: undefined }]);
  });
});
