import { Migration } from '@mikro-orm/migrations';

/** A status report is accepted, or returned with a reason, by whoever watches the unit; a returned one counts for nothing. */
export class Migration0026StatusReviews extends Migration {
  override up(): void {
    this.addSql(`
      create table status_review (
        status_report_id uuid primary key references status_report (id),
        outcome text not null check (outcome in ('accepted', 'returned')),
        reason text not null default '',
        reviewed_by uuid not null references person (id),
        reviewed_at timestamptz not null,
        check (outcome = 'accepted' or reason <> '')
      );
    `);
  }
}
