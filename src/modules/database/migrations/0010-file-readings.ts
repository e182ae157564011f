import { Migration } from '@mikro-orm/migrations';

/** What a file that came by chat was read as, before the turn that answers it is taken. */
export class Migration0010FileReadings extends Migration {
  override up(): void {
    this.addSql(`
      alter table received_file
        -- What the turn is shown.
        add column reading jsonb,
        -- What a workbook would change in its report.
        add column change jsonb;
    `);
  }
}
