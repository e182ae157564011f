import { Injectable } from '@nestjs/common';
import { run, type Em } from '../database/index.js';
import type { Notice } from './ladder.js';

/** What becomes of a notice when it is planned: it stands in a message, nobody can be told, or another takes its place. */
export interface KeptNotice {
  notice: Notice;
  state: 'planned' | 'unreached' | 'superseded';
  person?: string;
  message?: string;
}

/** The rows of all notices that were ever planned; a key that stands is never written again. */
@Injectable()
export class NoticeLedger {
  async keep(em: Em, kept: readonly KeptNotice[]): Promise<void> {
    if (kept.length === 0) return;
    await run(
      em,
      `insert into notice (rung_key, person_id, obligation_id, unit_code, milestone, rung, sort, audience_unit, audience_role,
         on_date, at, state, reason, message_id, template, difficulty, rebaseline)
       select key, person, obligation, unit, milestone, rung, sort, audience_unit, audience_role, on_date, at, state, why as reason,
         message, template, difficulty, rebaseline
       from jsonb_to_recordset(?::jsonb) as n (key text, person uuid, obligation uuid, unit text, milestone text, rung text,
         sort text, audience_unit text, audience_role text, on_date date, at timestamptz, state text, why jsonb, message uuid,
         template text, difficulty integer, rebaseline uuid)
       on conflict (rung_key, person_id) do nothing`,
      [
        JSON.stringify(
          kept.map(({ notice, state, person, message }) => ({
            ...notice,
            audience_unit: notice.audience.unit,
            audience_role: notice.audience.role,
            on_date: notice.on,
            state,
            person,
            message,
          })),
        ),
      ],
    );
  }
}
