import { EmailChannel } from '../../src/modules/channels/email/index.js';
import { PostOffice } from '../standins/mail/post-office.js';
import { channelContract, type ChannelHarness } from './channel.contract.js';

const FOOT = 'Thư này được gửi tự động.';

async function openEmail(): Promise<ChannelHarness> {
  const office = await PostOffice.open();
  const how = { from: 'Nhịp <nhip@example.vn>', foot: FOOT, subject: (said: string) => `Nhịp: ${said}` };
  const channel = new EmailChannel({ ...how, smtpUrl: `smtp://127.0.0.1:${office.port}`, timeoutMs: 500 });
  let people = 1000;
  return {
    channel,
    person: async () => `can-bo-${(people += 1)}@example.vn`,
    seen: async (address) =>
      office.mailbox(address).map(({ text, attachments: [file] }) => ({
        // The line as a mailbox shows it: with line ends of its own, and the foot below.
        text: text.replaceAll('\r\n', '\n').replace(`\n\n-- \n${FOOT}`, '').replace(/\n$/, ''),
        buttons: [],
        ...(file ? { document: { name: file.name, bytes: file.content.length } } : {}),
      })),
    dropsNext: () => office.failNext('drop after'),
    silencesNext: () => office.failNext('silence after'),
    // Port 9 of this machine: nobody listens.
    unplugged: new EmailChannel({ ...how, smtpUrl: 'smtp://127.0.0.1:9' }),
    async close() {
      channel.close();
      await office.close();
    },
  };
}

const nothingIn = 'letters go out only: nobody reads what is answered';

channelContract('email', openEmail, {
  secretHeader: nothingIn,
  says: nothingIn,
  starts: nothingIn,
  taps: nothingIn,
  spins: nothingIn,
  sendsFile: nothingIn,
  sendsOddity: nothingIn,
  saysInGroup: nothingIn,
  blocks: 'a mailbox that is gone refuses, and tells nobody',
  limitsNext: 'SMTP names no seconds to wait',
});
