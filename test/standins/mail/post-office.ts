import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { type Letter, readLetter } from './letter.js';

/** What can go wrong with the next letter; "after" means: it was taken, the answer is lost. */
export type Fault = 'greylisted' | 'full' | 'refused as spam' | 'drop after' | 'silence after';

/** A real SMTP server on 127.0.0.1 that keeps what it is given. Mailboxes named `gone…` do not exist. */
export class PostOffice {
  private readonly letters: Letter[] = [];
  private readonly faults: Fault[] = [];

  private constructor(
    private readonly server: SMTPServer,
    private readonly sockets: Set<{ destroy(): void }>,
  ) {}

  static async open(account?: { user: string; pass: string }, host = '127.0.0.1'): Promise<PostOffice> {
    const sockets = new Set<{ destroy(): void }>();
    const server: SMTPServer = new SMTPServer({
      authOptional: account === undefined,
      // Without a certificate that somebody trusts there is nothing to upgrade to on this machine.
      hideSTARTTLS: true,
      allowInsecureAuth: true,
      onAuth: ({ username, password }, _, done) =>
        username === account?.user && password === account?.pass
          ? done(null, { user: username })
          : done(refusal(535, 'Authentication credentials invalid')),
      onRcptTo: ({ address }, _, done) =>
        done(address.startsWith('gone') ? refusal(550, '5.1.1 mailbox unavailable') : null),
      onData: (stream, { envelope }, done) => {
        void text(stream).then((raw) => office.take(raw, envelope, done));
      },
    });
    server.on('error', () => undefined);
    const office = new PostOffice(server, sockets);
    server.server.on('connection', (socket: { destroy(): void }) => sockets.add(socket));
    server.listen(0, host);
    await once(server.server, 'listening');
    return office;
  }

  get port(): number {
    return (this.server.server.address() as AddressInfo).port;
  }

  /** The letters that went to this address, oldest first. */
  mailbox(address: string): Letter[] {
    return this.letters.filter(({ to }) => to.includes(address));
  }

  failNext(...faults: Fault[]): void {
    this.faults.push(...faults);
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  private take(
    raw: string,
    { mailFrom, rcptTo }: { mailFrom: false | { address: string }; rcptTo: { address: string }[] },
    done: (error?: Error | null) => void,
  ): void {
    const fault = this.faults.shift();
    if (fault === 'greylisted') return done(refusal(451, '4.7.1 try again later'));
    if (fault === 'full') return done(refusal(452, '4.2.2 mailbox full'));
    if (fault === 'refused as spam') return done(refusal(554, '5.7.1 refused as spam'));
    const to = rcptTo.map(({ address }) => address);
    this.letters.push({ ...readLetter(raw), from: mailFrom ? mailFrom.address : '', to });
    if (fault === 'silence after') return;
    if (fault === 'drop after') {
      for (const socket of this.sockets) socket.destroy();
      return;
    }
    done();
  }
}

const refusal = (responseCode: number, reason: string) => Object.assign(new Error(reason), { responseCode });
