import { Injectable, Inject } from '@nestjs/common';
import { AuditService, OneTimeService } from '../access/index.js';
import { rows, type Em } from '../database/index.js';
import { OutboxService } from '../outbox/index.js';
import { MESSAGES, newId, type Messages } from '../shared/index.js';
import { type Person, PeopleService } from '../units/index.js';

/** Codes and links that people saw whom they are not for. */
@Injectable()
export class LeaksService {
  constructor(
    private readonly oneTime: OneTimeService,
    private readonly people: PeopleService,
    private readonly outbox: OutboxService,
    private readonly audit: AuditService,
    @Inject(MESSAGES) private readonly messages: Messages,
  ) {}

  /**
   * What was typed into a group is worth nothing from now on. Whoever gave the invitation (else every administrator) hears it
   * and gives a new one; whose link to the pages it was hears that.
   */
  async burn(em: Em, channel: string, secrets: readonly string[]): Promise<void> {
    for (const { what, person: id, issuedBy } of await this.oneTime.burn(em, secrets)) {
      await this.audit.note(em, {
        action: what === 'invitation' ? 'invitation burnt' : 'sign-in link burnt',
        subject: id,
        details: { channel, in: 'group' },
      });
      const person = await this.people.find(id, em);
      if (!person) continue;
      const told = what === 'invitation' ? await this.whoGives(em, issuedBy) : [person];
      await this.outbox.put(
        em,
        told.map((one) => ({
          key: `burnt/${id}/${newId()}`,
          kind: 'system' as const,
          to: { person: one.id },
          body: {
            text: this.messages.t(one.locale, what === 'invitation' ? 'people.invitation-burnt' : 'people.link-burnt', {
              name: one.name,
              whose: person.name,
            }),
          },
        })),
      );
    }
  }

  /** Who can give another invitation: whoever gave the last, else the administrators. */
  private async whoGives(em: Em, issuedBy: string | undefined): Promise<Person[]> {
    const giver = issuedBy === undefined ? undefined : await this.people.find(issuedBy, em);
    if (giver) return [giver];
    const admins = await rows<{ id: string }>(
      em,
      `select distinct person_id as id from person_role where role = 'admin'`,
    );
    return [
      ...(
        await this.people.findAll(
          admins.map(({ id }) => id),
          em,
        )
      ).values(),
    ];
  }
}
