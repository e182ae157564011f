import { Migration } from '@mikro-orm/migrations';

/** Tries at passwords and links are counted for all processes together, and a restart forgets none. */
export class Migration0015Tries extends Migration {
  override up(): void {
    this.addSql(tries);
  }
}

const tries = `
create table try_count (
  -- Digest of what was tried at and from where: neither a login nor an address stands here.
  key text primary key,
  tries integer not null,
  -- The count begins anew then.
  until timestamptz not null
);
create index try_count_until on try_count (until);
`;
