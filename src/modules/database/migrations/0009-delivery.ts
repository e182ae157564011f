import { Migration } from '@mikro-orm/migrations';

/** Claims in sets: what was only taken is told apart from what is being sent; limits that all processes share; the ledger's days. */
export class Migration0009Delivery extends Migration {
  override up(): void {
    this.addSql(claims);
    this.addSql(pace);
  }
}

const claims = `
alter table message drop constraint message_state_check;
alter table message add constraint message_state_check
  check (state in ('due', 'claimed', 'sending', 'sent', 'unknown', 'skipped', 'rejected', 'unreachable'));
alter table message
  -- How often it was claimed: whoever holds an older claim may neither send nor settle it.
  add column claims integer not null default 0,
  -- Nobody knows whether an earlier attempt arrived; the next one says that it is sent again.
  add column again boolean not null default false,
  -- The body is what is left of a text of which the person has read the beginning.
  add column rest boolean not null default false;
drop index message_claimed;
create index message_lane on message (lane, seq) where state in ('due', 'claimed', 'sending');
-- Rows are written and sent roughly in the order of these instants: block ranges cost next to nothing to keep.
create index message_sent_at on message using brin (sent_at);
create index message_not_before on message using brin (not_before);
`;

const pace = `
-- When each channel's last messages went; to lose it costs a second, so it is not worth a log of its own.
create unlogged table pace (
  name text primary key,
  state text not null
);
`;
