import { Migration } from '@mikro-orm/migrations';

/** A second way to sign in, for those who do not want to ask for a link each time. */
export class Migration0003Passwords extends Migration {
  override up(): void {
    this.addSql(passwords);
  }
}

const passwords = `
create table password (
  person_id uuid primary key references person (id),
  -- As it is compared: small letters, no spaces.
  login text not null unique,
  -- argon2id with its own parameters and salt.
  hash text not null,
  set_at timestamptz not null
);
`;
