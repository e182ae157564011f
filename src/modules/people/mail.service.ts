import { Inject, Injectable } from '@nestjs/common';
import { row, run, type Em } from '../database/index.js';
import { CLOCK, type Clock } from '../shared/index.js';
import { ContactsService } from '../units/index.js';
import { MAIL } from './registered-person.js';

/** The mail address of a person as a place where notices may go. */
@Injectable()
export class MailService {
  constructor(
    private readonly contacts: ContactsService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Makes `email`, or none, the one mail address that `person` is written to. */
  async writeTo(em: Em, person: string, email: string | undefined): Promise<void> {
    const now = this.clock.now();
    const kept = await row<{ address: string }>(
      em,
      `select address from channel_link where person_id = ?::uuid and channel = '${MAIL}' and ended_at is null`,
      [person],
    );
    if (kept?.address === email) return;
    await run(
      em,
      `update channel_link set ended_at = ? where person_id = ?::uuid and channel = '${MAIL}' and ended_at is null`,
      [now, person],
    );
    if (email !== undefined) await this.contacts.link(em, { person, channel: MAIL, address: email }, now);
  }
}
