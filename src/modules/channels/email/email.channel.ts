import { createTransport } from 'nodemailer';
import type { Incoming } from '../../conversations/index.js';
import type { SendOutcome } from '../../outbox/index.js';
import { digest } from '../../shared/index.js';
import type { Capabilities, Channel, Outgoing } from '../channel.port.js';
import { isAddress, subjectOf } from './letter.js';
import { type MailFailure, outcomeOf } from './outcome.js';

export interface EmailOptions {
  /** smtp:// or smtps://, with user and password where the server wants them. */
  smtpUrl: string;
  /** Address or "Name <address>" that letters come from. */
  from: string;
  /** What stands under every letter. */
  foot: string;
  /** The subject around what the letter says first. */
  subject: (said: string) => string;
  /** An address at which one click ends the letters to `address`; none where we have no public address. */
  stopAddress?: (address: string) => Promise<string | undefined>;
  log?: (line: string) => void;
  timeoutMs?: number;
}

/** Letters by SMTP, in plain text: the last resort for notices. Nobody reads what is answered. */
export class EmailChannel implements Channel {
  readonly name = 'email';
  readonly capabilities: Capabilities = {
    maxText: 50_000,
    buttons: false,
    edits: false,
    documents: { maxBytes: 10_000_000, maxCaption: 50_000 },
    startPayload: false,
    ordered: false,
    idempotent: false,
    listens: false,
    writesFirst: true,
    perChatPerSecond: 1,
    perSecond: 5,
  };
  private readonly transport;

  constructor(private readonly options: EmailOptions) {
    const patience = options.timeoutMs ?? 10_000;
    const { protocol, hostname, username } = new URL(options.smtpUrl);
    const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
    // A connection for each letter: a pool sends again by itself what broke, and a letter would come twice.
    this.transport = createTransport({
      url: options.smtpUrl,
      connectionTimeout: patience,
      greetingTimeout: patience,
      socketTimeout: patience,
      // A password never goes over an open line.
      requireTLS: protocol === 'smtp:' && username !== '' && !isHere,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  /** Nothing comes in by mail. */
  authentic(): boolean {
    return false;
  }

  decode(): Incoming[] {
    return [];
  }

  async acknowledge(): Promise<void> {}

  async send(address: string, { text, attachment }: Outgoing, key: string): Promise<SendOutcome> {
    if (!isAddress(address)) return { outcome: 'rejected', detail: 'not-an-address' };
    const { from, foot, subject } = this.options;
    try {
      const stop = await this.options.stopAddress?.(address);
      const sent = await this.transport.sendMail({
        from,
        // As an object: a string would be read as a list of addresses.
        to: { name: '', address },
        subject: subject(subjectOf(text)).normalize('NFC'),
        text: `${text.normalize('NFC')}\n\n-- \n${foot}`,
        // The same at a second attempt, for mailboxes that show one letter once.
        messageId: `<${digest(key)}@${domainOf(from)}>`,
        headers: {
          // Asks automatic answers ("out of office") to stay away.
          'Auto-Submitted': 'auto-generated',
          'X-Auto-Response-Suppress': 'All',
          ...(stop ? { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {}),
        },
        ...(stop ? { list: { unsubscribe: { url: stop } } } : {}),
        attachments: attachment
          ? [{ filename: attachment.name, content: attachment.content, contentType: attachment.mediaType }]
          : [],
      });
      return { outcome: 'sent', providerId: sent.messageId };
    } catch (error) {
      const outcome = outcomeOf(error as MailFailure);
      this.options.log?.(`email: ${outcome.outcome}: ${(error as Error).message}`);
      return outcome;
    }
  }

  close(): void {
    this.transport.close();
  }
}

const domainOf = (from: string): string => /@([A-Za-z0-9.-]+)>?\s*$/.exec(from)?.[1] ?? 'localhost';
