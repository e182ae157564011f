import { Migration } from '@mikro-orm/migrations';

/** Which process has taken a message, and which one has promised a turn: so that what a dead one left is known at once. */
export class Migration0028Processes extends Migration {
  override up(): void {
    this.addSql(`
      -- Who may have something under way. Whoever stands here and holds no advisory lock under its number has died.
      create table process (
        number integer primary key,
        since timestamptz not null default now()
      );
      alter table message add column claimed_by integer;
      alter table inbox add column kept_by integer;
    `);
  }
}
