import { Migration } from '@mikro-orm/migrations';

/** A submitted report may still owe forms beside its headline; those stay open until they are submitted as well. */
export class Migration0013Annexes extends Migration {
  override up(): void {
    this.addSql(`alter table report add column owed_forms text[] not null default '{}'`);
    this.addSql(`create index report_owed_forms on report (obligation_id) where owed_forms <> '{}'`);
  }
}
