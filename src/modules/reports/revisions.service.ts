import { Injectable } from '@nestjs/common';
import { Database, rows, type Em } from '../database/index.js';

/** An answer that somebody wrote. */
export interface WrittenCell {
  rowKey: string;
  measure: string;
  /** Who wrote it. */
  name: string;
}

/** What the revisions of a report tell: who wrote which answer, and why a submitted one was corrected. */
@Injectable()
export class RevisionsService {
  constructor(private readonly database: Database) {}

  /** The answers that others than `person` wrote after `revision`; of one cell the newest. */
  async byOthersSince(
    report: string,
    revision: number,
    person: string,
    em: Em = this.database.em,
  ): Promise<WrittenCell[]> {
    return rows<WrittenCell>(
      em,
      `select distinct on (c.key, m.key) c.key as "rowKey", m.key as measure, coalesce(p.name, '') as name
       from report_revision v
       left join person p on p.id = v.by
       cross join lateral jsonb_each(case when jsonb_typeof(v.answers -> 'cells') = 'object'
         then v.answers -> 'cells' else '{}'::jsonb end) c
       cross join lateral jsonb_each(case when jsonb_typeof(c.value) = 'object' then c.value else '{}'::jsonb end) m
       where v.report_id = ?::uuid and v.revision > ? and v.by is distinct from ?::uuid and v.state in ('draft', 'returned')
       order by c.key, m.key, v.revision desc`,
      [report, revision, person],
    );
  }
}
