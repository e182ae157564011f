import { Migration } from '@mikro-orm/migrations';

/** Group chats that hear how the units below one unit stand, and the codes that bind them, once and for a quarter of an hour. */
export class Migration0027Groups extends Migration {
  override up(): void {
    this.addSql(`
      create table group_code (
        digest text primary key,
        unit_code text not null references unit (code),
        issued_by uuid not null references person (id),
        expires_at timestamptz not null,
        used_at timestamptz
      );
      create table group_binding (
        id uuid primary key,
        channel text not null,
        address text not null,
        unit_code text not null references unit (code),
        bound_by uuid not null references person (id),
        bound_at timestamptz not null,
        ended_at timestamptz
      );
      create unique index group_binding_standing on group_binding (channel, address) where ended_at is null;
    `);
  }
}
