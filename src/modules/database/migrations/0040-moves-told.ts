import { Migration } from '@mikro-orm/migrations';

/** Whose due day is moved is told of it, and of its going back. What was moved before this is nobody's news any more. */
export class Migration0040MovesTold extends Migration {
  override up(): void {
    this.addSql(`
      alter table due_move add column told_at timestamptz, add column back_told_at timestamptz;
      update due_move set told_at = made_at, back_told_at = undone_at;
      create index due_move_untold on due_move (seq)
        where told_at is null or (undone_at is not null and back_told_at is null);
    `);
  }
}
