import { Migration } from '@mikro-orm/migrations';

/** Holidays that an admin imported rule over those of the profile, year by year, and can be taken back. */
export class Migration0020HolidayImports extends Migration {
  override up(): void {
    this.addSql(imports);
  }
}

const imports = `
create table holiday_import (
  id uuid primary key,
  -- The years of which the file spoke: their days come from it and no more from the profile.
  years integer[] not null,
  file_name text not null,
  -- The days of those years as they stood before.
  before jsonb not null,
  imported_by uuid references person (id),
  imported_at timestamptz not null
);
`;
