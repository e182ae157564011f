import { Migration } from '@mikro-orm/migrations';

/** Conferences of the second round: when each unit is heard, by whom, where, and what was said about each indicator. */
export class Migration0007Conferences extends Migration {
  override up(): void {
    this.addSql(conferences);
  }
}

const conferences = `
create table conference (
  id uuid primary key,
  plan_year integer not null references cycle (plan_year),
  -- The window in which it lies.
  milestone text not null references milestone (id),
  -- Whose plan is discussed, and who holds it.
  unit_code text not null references unit (code),
  held_by text not null references unit (code),
  chair_id uuid not null references person (id),
  room text not null check (room <> ''),
  on_day date not null,
  half text not null check (half in ('morning', 'afternoon')),
  note text not null default '',
  state text not null default 'planned' check (state in ('planned', 'held', 'cancelled')),
  -- Counts what was announced: every move is a new invitation.
  version integer not null default 1,
  event_id uuid references calendar_event (id),
  arranged_by uuid references person (id),
  arranged_at timestamptz not null,
  -- Nobody can be at two conferences at once, and no room holds two. A move checks it at its end, so that two may change places.
  constraint conference_once exclude using btree (plan_year with =, milestone with =, unit_code with =)
    where (state <> 'cancelled'),
  constraint conference_chair exclude using btree (chair_id with =, on_day with =, half with =)
    where (state <> 'cancelled') deferrable initially deferred,
  constraint conference_room exclude using btree (lower(room) with =, on_day with =, half with =)
    where (state <> 'cancelled') deferrable initially deferred,
  constraint conference_unit exclude using btree (unit_code with =, on_day with =, half with =)
    where (state <> 'cancelled') deferrable initially deferred
);
create index conference_of_unit on conference (unit_code);

-- What was put forward, said and settled about one figure. Decimals as text, as in reports.
create table conference_minute (
  conference_id uuid not null references conference (id),
  row_key text not null,
  measure text not null,
  proposed text,
  discussed text not null default '',
  concluded text,
  written_by uuid references person (id),
  written_at timestamptz not null,
  primary key (conference_id, row_key, measure)
);
`;
