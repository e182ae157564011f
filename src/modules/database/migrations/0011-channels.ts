import { Migration } from '@mikro-orm/migrations';

/** When a message was read, addresses of files for chats that carry none, and files that came in by the web chat. */
export class Migration0011Channels extends Migration {
  override up(): void {
    this.addSql(`
alter table message add column read_at timestamptz;
-- What is looked through whenever a person is heard: notices that nobody is known to have read.
create index message_unread on message (channel, address)
  where state = 'sent' and read_at is null and kind <> 'reply';

create table attachment_link (
  digest text primary key,
  name text not null,
  file_ref text not null,
  person_id uuid references person (id),
  expires_at timestamptz not null
);

create table webchat_file (
  id uuid primary key,
  address text not null,
  key text not null,
  name text not null,
  media_type text not null,
  content bytea not null,
  at timestamptz not null,
  unique (address, key)
);
`);
  }
}
