import { Inject, Injectable } from '@nestjs/common';
import { run, type Em } from '../database/index.js';
import { CLOCK, type Clock } from '../shared/index.js';

/** The trail of what people changed; rows are only ever added (the database refuses anything else). */
@Injectable()
export class AuditService {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /** Writes within `em`'s transaction, so that an act and its trace stand or fall together. */
  async note(
    em: Em,
    event: { actor?: string; action: string; subject: string; details?: Record<string, unknown> },
  ): Promise<void> {
    await run(em, `insert into audit_event (at, actor, action, subject, details) values (?, ?, ?, ?, ?::jsonb)`, [
      this.clock.now(),
      event.actor ?? null,
      event.action,
      event.subject,
      JSON.stringify(event.details ?? {}),
    ]);
  }
}
