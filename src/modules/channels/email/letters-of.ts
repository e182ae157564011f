import { Logger } from '@nestjs/common';
import type { Settings } from '../../settings/index.js';
import type { Messages } from '../../shared/index.js';
import type { ContactsService } from '../../units/index.js';
import type { EmailOptions } from './email.channel.js';

/** What letters look like in this installation. */
export function lettersOf(
  { email, publicUrl }: Settings,
  messages: Messages,
  contacts: Pick<ContactsService, 'linkOf'>,
): EmailOptions {
  const log = new Logger('email');
  const link = publicUrl ? `: ${publicUrl}` : '';
  return {
    ...email!,
    foot: `${messages.t('vi', 'channel.mail-foot', { link })}\n${messages.t('en', 'channel.mail-foot', { link })}`,
    subject: (said) => messages.t('vi', 'channel.mail-subject', { said }),
    // Mailboxes call https only.
    stopAddress: async (address) => {
      const id = publicUrl?.startsWith('https:') ? await contacts.linkOf('email', address) : undefined;
      return id && `${publicUrl}/api/letters/stop/${id}`;
    },
    log: (line) => log.warn(line),
  };
}
