import { Migration } from '@mikro-orm/migrations';

/** A longer term that was granted may be taken back, with who and why; it stays on record. */
export class Migration0041ExtensionsTakenBack extends Migration {
  override up(): void {
    this.addSql(`
      alter table extension add column taken_back_at timestamptz,
        add column taken_back_by uuid references person (id), add column taken_back_why text;
    `);
  }
}
