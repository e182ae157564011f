import { Migration } from '@mikro-orm/migrations';

/** Why a notice was planned or passed over is kept as a code with values, for each reader's language; older rows keep their sentence. */
export class Migration0024Reasons extends Migration {
  override up(): void {
    this.addSql(`
      alter table notice add column reason jsonb;
      alter table notice alter column why drop not null;
      alter table notice add constraint notice_reason check (why is not null or reason is not null);
    `);
  }
}
