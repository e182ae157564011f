import { Migration } from '@mikro-orm/migrations';

/** A notice may be about what a unit was asked about its targets; `rebaseline` is the batch of questions. */
export class Migration0025RebaselineNotices extends Migration {
  override up(): void {
    this.addSql(`
      alter table notice add column rebaseline uuid;
      alter table notice drop constraint notice_about;
      alter table notice add constraint notice_about check (num_nonnulls(obligation_id, difficulty, rebaseline) = 1);
      create index notice_rebaseline on notice (rebaseline) where rebaseline is not null;
      create index rebaseline_batch on rebaseline (batch) where answer is null;
    `);
  }
}
