import { Injectable } from '@nestjs/common';
import { Database, rows, type Em } from '../database/index.js';
import type { PlainDate } from '../shared/index.js';

/** How many figures of a unit still wait for its answer, of those asked about at once. */
export interface AskedTargets {
  unit: string;
  planYear: number;
  count: number;
  askedOn: PlainDate;
}

/** Reads what units were asked about their targets, for the messages that remind of it. */
@Injectable()
export class AskedTargetsService {
  constructor(private readonly database: Database) {}

  /** Those of `batches` that are not answered whole. */
  async byBatch(batches: readonly string[], em: Em = this.database.em): Promise<Map<string, AskedTargets>> {
    if (batches.length === 0) return new Map();
    const found = await rows<AskedTargets & { batch: string }>(
      em,
      `select batch::text as batch, unit_code as unit, plan_year as "planYear", count(*)::int as count,
         plan_day(min(asked_at))::text as "askedOn"
       from rebaseline where answer is null and batch = any(?::uuid[]) group by batch, unit_code, plan_year`,
      [`{${[...new Set(batches)].join()}}`],
    );
    return new Map(found.map(({ batch, ...one }) => [batch, one]));
  }
}
