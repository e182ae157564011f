import { Injectable } from '@nestjs/common';
import { Database, rows, run, type Em } from '../../database/index.js';
import type { Succession } from './succession.js';

/** A succession as it is kept, with where it was seen. */
export interface KeptSuccession extends Succession {
  provenance: string;
}

/** Who came after whom: from the profile, and from what admins merged and split. */
@Injectable()
export class SuccessionsService {
  constructor(private readonly database: Database) {}

  async all(em: Em = this.database.em): Promise<KeptSuccession[]> {
    const found = await rows<Omit<KeptSuccession, 'share'> & { share: string | null }>(
      em,
      `select predecessor, successor, from_on::text as "from", trim_scale(share)::text as share, decision, provenance
       from succession order by from_on, successor, predecessor`,
    );
    return found.map(({ share, ...one }) => ({ ...one, ...(share === null ? {} : { share }) }));
  }

  /** Everything that made `units` what they are, however far back. */
  async leadingTo(units: readonly string[], em: Em = this.database.em): Promise<Succession[]> {
    const found = await rows<Omit<Succession, 'share'> & { share: string | null }>(
      em,
      `with recursive came as (
         select s.* from succession s where s.successor = any(?::text[])
         union
         select s.* from succession s join came c on s.successor = c.predecessor and s.from_on < c.from_on
       )
       select predecessor, successor, from_on::text as "from", trim_scale(share)::text as share, decision
       from came order by from_on, successor, predecessor`,
      [`{${units.map((code) => JSON.stringify(code)).join()}}`],
    );
    return found.map(({ share, ...one }) => ({ ...one, ...(share === null ? {} : { share }) }));
  }

  /** Replaces what the profile says; what admins did stands. */
  async saveOfProfile(em: Em, successions: readonly KeptSuccession[]): Promise<void> {
    await run(em, `delete from succession where change_id is null`);
    await this.add(em, successions);
  }

  /** Adds rows, those of an admin's change under its id. */
  async add(em: Em, successions: readonly KeptSuccession[], change?: string): Promise<void> {
    if (successions.length === 0) return;
    await run(
      em,
      `insert into succession (predecessor, successor, from_on, share, decision, provenance, change_id)
       select predecessor, successor, "from", share::numeric, decision, provenance, ?::uuid
       from jsonb_to_recordset(?::jsonb)
         as s (predecessor text, successor text, "from" date, share text, decision text, provenance text)
       on conflict do nothing`,
      [change ?? null, JSON.stringify(successions)],
    );
  }
}
