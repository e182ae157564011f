import { Migration } from '@mikro-orm/migrations';

/** An import of holidays can be taken back, and the due days that it moved with it. */
export class Migration0023HolidayImportsTakenBack extends Migration {
  override up(): void {
    this.addSql(takenBack);
  }
}

const takenBack = `
alter table holiday_import
  -- The move of due days that came with it; none where no due day moved.
  add column move_id uuid references due_move (id),
  add column undone_by uuid references person (id),
  add column undone_at timestamptz;
`;
