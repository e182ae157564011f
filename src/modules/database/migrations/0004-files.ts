import { Migration } from '@mikro-orm/migrations';

/** Files that answers point at: evidence, plans, photographs. A file is never changed; the answer names another one. */
export class Migration0004Files extends Migration {
  override up(): void {
    this.addSql(`
create table report_file (
  id uuid primary key,
  obligation_id uuid not null references obligation (id),
  name text not null,
  media_type text not null,
  size integer not null,
  sha256 text not null,
  content bytea not null,
  uploaded_by uuid not null references person (id),
  uploaded_at timestamptz not null,
  unique (obligation_id, sha256, name)
);
create trigger report_file_stands before update on report_file
  for each row execute function refuse_change();
`);
  }
}
