import { Migration } from '@mikro-orm/migrations';

/**
 * What admins ask in a status report beside the product's own facts, by the question's key, with the version of the form that
 * asked; their states and bounds are data of that version.
 */
export class Migration0038StatusAnswers extends Migration {
  override up(): void {
    this.addSql(`
      alter table status_report
        drop constraint status_report_state_check,
        drop constraint status_report_progress_check,
        alter column progress type numeric,
        add column form_version integer,
        add column answers jsonb not null default '{}',
        add column notes jsonb not null default '{}';
    `);
  }
}
