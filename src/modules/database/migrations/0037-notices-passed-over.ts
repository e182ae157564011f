import { Migration } from '@mikro-orm/migrations';

/** Notices that were not sent are read in the order of their time, by unit or all. */
export class Migration0037NoticesPassedOver extends Migration {
  override up(): void {
    this.addSql(`create index notice_passed_over on notice (at desc, rung_key desc) where state <> 'planned';`);
  }
}
