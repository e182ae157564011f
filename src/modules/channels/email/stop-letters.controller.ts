import { Controller, Get, Header, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { AuditService } from '../../access/index.js';
import { Database } from '../../database/index.js';
import { CLOCK, MESSAGES, type Clock, type Messages } from '../../shared/index.js';
import { ContactsService } from '../../units/index.js';

/** Where the unsubscribe button of a mailbox calls: one click ends the letters to that address. */
@ApiExcludeController()
@Controller('api/letters/stop')
export class StopLettersController {
  constructor(
    private readonly contacts: ContactsService,
    private readonly audit: AuditService,
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(MESSAGES) private readonly messages: Messages,
  ) {}

  /** Programs follow every address in a letter: only a POST stops anything. */
  @Get(':link')
  @Header('content-type', 'text/plain; charset=utf-8')
  explain(): string {
    return this.messages.t('vi', 'channel.mail-how-to-stop');
  }

  @Post(':link')
  @HttpCode(200)
  @Header('content-type', 'text/plain; charset=utf-8')
  async stop(@Param('link') link: string): Promise<string> {
    await this.database.transaction(async (em) => {
      const contact = await this.contacts.ofLink(link, em);
      if (contact?.channel !== 'email') return;
      const { person, channel, address } = contact;
      await this.contacts.markUnreachable(em, channel, address, 'the recipient stopped the letters', this.clock.now());
      await this.audit.note(em, {
        actor: person,
        action: 'letters stopped',
        subject: person,
        details: { by: 'mailbox' },
      });
    });
    // The same answer whether the address was known: nothing is to be learned here.
    return this.messages.t('vi', 'channel.mail-stopped');
  }
}
