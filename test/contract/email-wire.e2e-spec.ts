import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EmailChannel, type EmailOptions } from '../../src/modules/channels/email/index.js';
import { PostOffice } from '../standins/mail/post-office.js';

const MAI = 'mai@example.vn';
const account = { user: 'nhip', pass: 'mat-khau' };

let office: PostOffice;
let log: string[];
beforeEach(async () => {
  office = await PostOffice.open();
  log = [];
});
afterEach(() => office.close());

function letters(more: Partial<EmailOptions> = {}): EmailChannel {
  return new EmailChannel({
    smtpUrl: `smtp://127.0.0.1:${office.port}`,
    from: 'Nhịp <nhip@example.vn>',
    foot: 'Thư này được gửi tự động.',
    subject: (said) => `Nhịp: ${said}`,
    log: (line) => void log.push(line),
    timeoutMs: 500,
    ...more,
  });
}
const send = (text: string, to = MAI, key = 'digest/mai/2027-06-22') => letters().send(to, { text }, key);

describe('a letter', () => {
  it('comes from us, says in its subject what it is about, and asks no machine to answer', async () => {
    const text = 'Kính gửi đồng chí Mai.\n\n• Báo cáo quý II (Xã Ngũ Hiệp): còn 3 ngày, hạn cuối 29/6/2027.';
    expect(await send(text)).toMatchObject({ outcome: 'sent' });
    const [letter] = office.mailbox(MAI);
    expect(letter).toMatchObject({ from: 'nhip@example.vn', to: [MAI] });
    expect(letter!.headers).toMatchObject({
      from: 'Nhịp <nhip@example.vn>',
      to: MAI,
      subject: 'Nhịp: Báo cáo quý II (Xã Ngũ Hiệp): còn 3 ngày, hạn cuối 29/6/2027.',
      'auto-submitted': 'auto-generated',
      'content-type': 'text/plain; charset=utf-8',
    });
    expect(letter!.headers).not.toHaveProperty('list-unsubscribe');
    expect(letter!.text.replaceAll('\r\n', '\n')).toContain(`${text}\n\n-- \nThư này được gửi tự động.`);
  });

  it('is written in NFC, however its text was', async () => {
    await send('• Hạn cuối'.normalize('NFD'));
    const [letter] = office.mailbox(MAI);
    expect(letter!.headers.subject).toBe('Nhịp: Hạn cuối');
    expect(letter!.text).toContain('• Hạn cuối');
  });

  it('has no header and no recipient that a text could bring in', async () => {
    await send('a\r\nBcc: lan@example.vn\r\n\r\nb');
    const odd = letters({ subject: (said) => `${said}\r\nBcc: lan@example.vn\r\nX: y` });
    await odd.send(MAI, { text: '• a\u2028Bcc: lan@example.vn' }, 'key\r\nBcc: lan@example.vn');
    expect(office.mailbox('lan@example.vn')).toEqual([]);
    expect(office.mailbox(MAI)).toHaveLength(2);
    for (const { headers, to } of office.mailbox(MAI)) {
      expect(headers).not.toHaveProperty('bcc');
      expect(headers).not.toHaveProperty('x');
      expect(to).toEqual([MAI]);
    }
  });

  it.each([
    'mai@example.vn, lan@example.vn',
    'mai@example.vn\r\nRCPT TO:<lan@example.vn>',
    'Mai <mai@example.vn>',
    'mai@[127.0.0.1]',
    '"a b"@example.vn',
    'mai',
  ])('goes to one plain address alone: not to %j', async (address) => {
    expect(await send('a', address)).toEqual({ outcome: 'rejected', detail: 'not-an-address' });
  });

  it('is the same letter at a second attempt, and another one otherwise', async () => {
    await send('a');
    await send('a');
    await send('a', MAI, 'digest/mai/2027-06-23');
    const [first, again, other] = office.mailbox(MAI).map(({ headers }) => headers['message-id']);
    expect(first).toMatch(/^<[\w-]+@example\.vn>$/);
    expect(again).toBe(first);
    expect(other).not.toBe(first);
  });

  it('offers the mailbox one click to end the letters', async () => {
    const stopAddress = async (address: string) => `https://nhip.example.vn/api/letters/stop/${address.length}`;
    await letters({ stopAddress }).send(MAI, { text: 'a' }, 'k');
    expect(office.mailbox(MAI)[0]!.headers).toMatchObject({
      'list-unsubscribe': '<https://nhip.example.vn/api/letters/stop/14>',
      'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
    });
  });
});

describe('what became of a letter', () => {
  it('is unreachable where the mailbox does not exist', async () => {
    expect(await send('a', 'gone@example.vn')).toMatchObject({ outcome: 'unreachable' });
  });

  it('is retry where the server asks for patience, and rejected where it refuses the letter', async () => {
    office.failNext('greylisted', 'full', 'refused as spam');
    expect(await send('a')).toMatchObject({ outcome: 'retry', scope: 'chat' });
    expect(await send('a')).toMatchObject({ outcome: 'retry', scope: 'chat' });
    expect(await send('a')).toMatchObject({ outcome: 'rejected', detail: expect.stringContaining('spam') });
    expect(office.mailbox(MAI)).toEqual([]);
  });

  it('is retry for all where the server refuses our password: the letters wait until it is put right', async () => {
    const guarded = await PostOffice.open(account);
    const at = (pass: string) => letters({ smtpUrl: `smtp://nhip:${pass}@127.0.0.1:${guarded.port}` });
    expect(await at('sai').send(MAI, { text: 'a' }, 'k')).toMatchObject({ outcome: 'retry', scope: 'global' });
    expect(await at('mat-khau').send(MAI, { text: 'a' }, 'k')).toMatchObject({ outcome: 'sent' });
    expect(log.join()).not.toMatch(/\bsai\b|mat-khau/);
    await guarded.close();
  });

  it('is retry where the line cannot be made safe: no password goes over it', async () => {
    const guarded = await PostOffice.open(account, '127.0.0.2');
    // 127.0.0.2 is this machine under a name that the adapter does not take for it.
    const open = letters({ smtpUrl: `smtp://nhip:mat-khau@127.0.0.2:${guarded.port}` });
    expect(await open.send(MAI, { text: 'a' }, 'k')).toMatchObject({ outcome: 'retry' });
    expect(guarded.mailbox(MAI)).toEqual([]);
    expect(log[0]).toMatch(/certificate/);
    await guarded.close();
  });

  it('is retry where no such server is known', async () => {
    const away = letters({ smtpUrl: 'smtp://nobody.invalid' });
    expect(await away.send(MAI, { text: 'a' }, 'k')).toMatchObject({ outcome: 'retry', scope: 'global' });
  });
});
