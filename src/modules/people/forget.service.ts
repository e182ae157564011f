import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../access/index.js';
import { Database, row, rows, run, type Em } from '../database/index.js';
import { CLOCK, MESSAGES, type Clock, type Messages } from '../shared/index.js';
import { personUnknown, stillHere } from './problems.js';

/** What was erased, by table. */
export type Erased = Record<string, number>;

/**
 * Erases a person who left (docs/data-inventory.md): addresses, chats and what was said in them, sign-ins. What an office must
 * be able to show (who submitted what and when, what was sent and what became of it) stays under the person's id, which
 * then stands for a name that says nothing. It cannot be taken back.
 */
@Injectable()
export class ForgetService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(MESSAGES) private readonly messages: Messages,
  ) {}

  /** Erases `id`, for `actor`; counts what went. Whoever still works here must be let go first. */
  async forget(id: string, actor: string): Promise<Erased> {
    return this.database.transaction(async (em) => {
      const person = await row<{ name: string; active: boolean; forgotten_at: string | null }>(
        em,
        `select name, active, forgotten_at from person where id = ?::uuid for update`,
        [id],
      );
      if (!person) throw personUnknown();
      if (person.active) throw stillHere({ name: person.name });
      const erased = await this.erase(em, id);
      await run(
        em,
        `update person set name = ?, title = '', code = null, phone = null, email = null, forgotten_at = ? where id = ?::uuid`,
        [this.messages.t('vi', 'people.forgotten-name', { mark: id.slice(0, 8).toUpperCase() }), this.clock.now(), id],
      );
      await this.audit.note(em, { actor, action: 'person forgotten', subject: id, details: { erased } });
      return erased;
    });
  }

  private async erase(em: Em, id: string): Promise<Erased> {
    // A chat that is somebody else's by now is theirs.
    const chats = `select l.channel, l.address from channel_link l where l.person_id = :person and not exists (
      select 1 from channel_link o where o.channel = l.channel and o.address = l.address and o.person_id <> l.person_id)`;
    const said = `in (select channel, address from (${chats}) mine)`;
    const steps: [table: string, sql: string][] = [
      ['session', `delete from session where person_id = :person`],
      ['sign_in_link', `delete from sign_in_link where person_id = :person`],
      ['enrolment_code', `delete from enrolment_code where person_id = :person`],
      ['password', `delete from password where person_id = :person`],
      ['attachment_link', `delete from attachment_link where person_id = :person`],
      [
        'received_file',
        `delete from received_file f using inbox i where i.channel = f.channel and i.event_id = f.event_id
           and (i.channel, i.address) ${said}`,
      ],
      ['inbox', `delete from inbox where (channel, address) ${said}`],
      ['webchat_line', `delete from webchat_line where ('webchat', address) ${said}`],
      ['webchat_file', `delete from webchat_file where ('webchat', address) ${said}`],
      ['dialog', `delete from dialog where owner = 'person:' || :person::text`],
      [
        'dialog',
        `delete from dialog where owner in (select 'chat:' || channel || ':' || address from (${chats}) mine)`,
      ],
      // That something was sent, when and with which outcome is evidence; what it said and to which address is not.
      [
        'message',
        `update message set body = '{"text":""}', address = null,
           key = case when position(address in key) > 0 then 'forgotten/' || id else key end, lane = 'forgotten:' || id, provider_id = null,
           state = case when state = 'due' then 'skipped' else state end
         where person_id = :person or (channel, address) ${said}`,
      ],
      ['channel_link', `delete from channel_link where person_id = :person`],
      ['person_role', `delete from person_role where person_id = :person`],
      ['delegation', `update delegation set decision = '' where person_id = :person or deputy_id = :person`],
    ];
    const erased: Erased = {};
    for (const [table, sql] of steps) {
      const places = sql.match(/:person/g)?.length ?? 0;
      const filled = sql.replaceAll(':person::text', '?::text').replaceAll(':person', '?::uuid');
      const done = await rows<{ one: number }>(
        em,
        `with gone as (${filled} returning 1 as one) select one from gone`,
        Array<string>(places).fill(id),
      );
      erased[table] = (erased[table] ?? 0) + done.length;
    }
    return erased;
  }
}
