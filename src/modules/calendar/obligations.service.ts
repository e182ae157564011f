import { Injectable } from '@nestjs/common';
import { Database, instant, row, rows, run, Together, type Em } from '../database/index.js';
import type { Obligation } from './obligation.js';

/** A row of `obligation`, for whoever reads it beside something of its own. */
export interface ObligationRow {
  id: string;
  plan_year: number;
  milestone: string;
  unit_code: string;
  occasion: string;
  about: Obligation['about'] | null;
  closed_at: string | null;
  superior: string | null;
  recipients: Obligation['recipients'];
  forms: Obligation['forms'];
  headline: string | null;
  signed_document: boolean;
  only_led_rows: boolean;
  opens_on: string;
  due_on: string;
  first_due_on: string;
  clause: Obligation['clause'];
  settled_at: string | null;
  settled_as: 'submitted' | 'document' | 'waived' | null;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether `id` can be an obligation's: what people type into an address is none of the database's business otherwise. */
export const isObligationId = (id: string): boolean => UUID.test(id);

const OPENED = {
  name: 'obligations-opened',
  text: `select * from obligation where unit_code = any($1::text[]) and opens_on <= $2::date
         order by due_on, milestone, unit_code`,
};
const BY_ID = { name: 'obligations', text: `select * from obligation where id = any($1::uuid[])` };

/** Reads obligations and settles them. */
@Injectable()
export class ObligationsService {
  private readonly byId: Together<string, Obligation | undefined>;
  private readonly openedOf: Together<{ units: readonly string[]; today: string }, Obligation[]>;

  constructor(private readonly database: Database) {
    this.byId = new Together(async (ids) => {
      const found = await database.prepared<ObligationRow>(BY_ID, [ids]);
      const obligations = new Map(found.map((one) => [one.id, toObligation(one)]));
      return ids.map((id) => obligations.get(id));
    });
    this.openedOf = new Together(async (asked) => {
      const values = [
        [...new Set(asked.flatMap(({ units }) => units))],
        asked
          .map(({ today }) => today)
          .sort()
          .at(-1),
      ];
      const found = (await database.prepared<ObligationRow>(OPENED, values)).map(toObligation);
      return asked.map(({ units, today }) => found.filter((one) => units.includes(one.unit) && one.opensOn <= today));
    });
  }

  async find(id: string, em?: Em): Promise<Obligation | undefined> {
    if (!UUID.test(id)) return undefined;
    if (!em) return this.byId.ask(id);
    const found = await row<ObligationRow>(em, `select * from obligation where id = ?::uuid`, [id]);
    return found && toObligation(found);
  }

  /** Those of `ids` that there are, by id. */
  async findAll(ids: readonly string[], em: Em = this.database.em): Promise<Map<string, Obligation>> {
    const asked = [...new Set(ids)].filter((id) => UUID.test(id));
    if (asked.length === 0) return new Map();
    const found = await rows<ObligationRow>(em, `select * from obligation where id = any(?::uuid[])`, [
      `{${asked.join()}}`,
    ]);
    return new Map(found.map((one) => [one.id, toObligation(one)]));
  }

  /** The obligation as it stands, locked until `em`'s transaction ends: two decisions about it come one after the other. */
  async lock(id: string, em: Em): Promise<Obligation | undefined> {
    if (!UUID.test(id)) return undefined;
    const found = await row<ObligationRow>(em, `select * from obligation where id = ?::uuid for update`, [id]);
    return found && toObligation(found);
  }

  /** Obligations of `units` (all units when absent) that have opened by `today`, earliest due first. */
  async opened(units: readonly string[] | undefined, today: string, em?: Em): Promise<Obligation[]> {
    if (units?.length === 0) return [];
    if (units && !em) return this.openedOf.ask({ units, today });
    const found = await rows<ObligationRow>(
      em ?? this.database.em,
      `select * from obligation where opens_on <= ? ${units ? 'and unit_code in (?)' : ''}
       order by due_on, milestone, unit_code`,
      units ? [today, units] : [today],
    );
    return found.map(toObligation);
  }

  /** Everything not settled that has opened by `today` and still takes answers: after its round was closed nobody is chased for it. */
  async outstanding(today: string, em: Em = this.database.em): Promise<Obligation[]> {
    const found = await rows<ObligationRow>(
      em,
      `select * from obligation where settled_at is null and closed_at is null and opens_on <= ? order by due_on, milestone, unit_code`,
      [today],
    );
    return found.map(toObligation);
  }

  async ofMilestone(planYear: number, milestone: string): Promise<Obligation[]> {
    const found = await rows<ObligationRow>(
      this.database.em,
      `select * from obligation where plan_year = ? and milestone = ? order by unit_code`,
      [planYear, milestone],
    );
    return found.map(toObligation);
  }

  /** Marks it fulfilled; later notices about it are skipped at the door. */
  async settle(em: Em, id: string, as: 'submitted' | 'document' | 'waived', at: Date): Promise<void> {
    await run(em, `update obligation set settled_at = ?, settled_as = ? where id = ?::uuid and settled_at is null`, [
      at,
      as,
      id,
    ]);
  }

  /** Owed again: a report was returned, a waiver taken back. Whoever does it wants an answer, also in a closed round. */
  async reopen(em: Em, id: string): Promise<void> {
    await run(em, `update obligation set settled_at = null, settled_as = null, closed_at = null where id = ?::uuid`, [
      id,
    ]);
  }
}

export function toObligation(found: ObligationRow): Obligation {
  return {
    id: found.id,
    planYear: found.plan_year,
    milestone: found.milestone,
    unit: found.unit_code,
    occasion: found.occasion,
    about: found.about ?? undefined,
    superior: found.superior ?? undefined,
    recipients: found.recipients,
    forms: found.forms,
    headline: found.headline ?? undefined,
    signedDocument: found.signed_document,
    onlyLedRows: found.only_led_rows,
    opensOn: found.opens_on,
    dueOn: found.due_on,
    firstDueOn: found.first_due_on,
    clause: found.clause,
    closedAt: instant(found.closed_at),
    settled: found.settled_at && found.settled_as ? { at: instant(found.settled_at), as: found.settled_as } : undefined,
  };
}
