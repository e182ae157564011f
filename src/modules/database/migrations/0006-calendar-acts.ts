import { Migration } from '@mikro-orm/migrations';

/** What sets or moves the days of obligations besides the profile's calendar, and what people do about them. */
export class Migration0006CalendarActs extends Migration {
  override up(): void {
    for (const statement of [causes, extensions, moves, endings]) this.addSql(statement);
  }
}

const causes = `
-- Something that happened and dates a relative term: a conference that ended. A correction changes the row; the audit trail
-- keeps what stood before.
create table calendar_event (
  id uuid primary key,
  plan_year integer not null references cycle (plan_year),
  milestone text not null references milestone (id),
  occasion text not null,
  unit_code text not null references unit (code),
  held_by text not null references unit (code),
  ended_on date not null,
  note text not null default '',
  recorded_by uuid references person (id),
  recorded_at timestamptz not null,
  withdrawn_at timestamptz,
  unique (plan_year, milestone, occasion)
);

-- What a superior has set for units of its own: periods and days of a local milestone.
create table local_rule (
  id uuid primary key,
  milestone text not null references milestone (id),
  set_by text not null references unit (code),
  key text not null,
  spec jsonb not null,
  from_plan_year integer not null,
  to_plan_year integer,
  recorded_by uuid references person (id),
  recorded_at timestamptz not null,
  withdrawn_at timestamptz,
  unique (milestone, set_by, key)
);

alter table obligation add column event_id uuid references calendar_event (id);
alter table obligation add column rule_id uuid references local_rule (id);
-- The occasion in words {vi, en}.
alter table obligation add column about jsonb;
create index obligation_event on obligation (event_id) where event_id is not null;
create index obligation_rule on obligation (rule_id) where rule_id is not null;

-- What somebody has begun to answer: no event and no rule moves or withdraws it any more.
create view obligation_begun as
  select obligation_id from report where revision > 0
  union select obligation_id from signed_document;
`;

const extensions = `
create table extension_request (
  id uuid primary key,
  obligation_id uuid not null references obligation (id),
  asked_by uuid not null references person (id),
  asked_at timestamptz not null,
  wished_due_on date not null,
  reason text not null,
  -- Null while nobody has answered; who asks anew takes the earlier request back.
  answer text check (answer in ('granted', 'refused', 'withdrawn')),
  answered_by uuid references person (id),
  answered_at timestamptz,
  answer_reason text,
  check ((answer is null) = (answered_at is null))
);
create unique index extension_request_open on extension_request (obligation_id) where answer is null;
alter table extension add column request_id uuid references extension_request (id);
`;

const moves = `
create table outage (
  id uuid primary key,
  from_at timestamptz not null,
  to_at timestamptz not null check (to_at > from_at),
  reason text not null,
  recorded_by uuid references person (id),
  recorded_at timestamptz not null,
  withdrawn_at timestamptz
);

-- One act that moved due days, and each day that it moved: undoing takes back exactly these.
create table due_move (
  id uuid primary key,
  seq bigint generated always as identity,
  plan_year integer references cycle (plan_year),
  outage_id uuid references outage (id),
  what jsonb not null,
  reason text not null,
  made_by uuid references person (id),
  made_at timestamptz not null,
  undone_by uuid references person (id),
  undone_at timestamptz
);
create table due_moved (
  move_id uuid not null references due_move (id),
  obligation_id uuid not null references obligation (id),
  from_due_on date not null,
  to_due_on date not null,
  primary key (move_id, obligation_id)
);
create index due_moved_obligation on due_moved (obligation_id);
`;

const endings = `
create table waiver (
  id uuid primary key,
  obligation_id uuid not null references obligation (id),
  reason text not null,
  waived_by uuid references person (id),
  waived_at timestamptz not null,
  taken_back_by uuid references person (id),
  taken_back_at timestamptz,
  taken_back_why text
);
create unique index waiver_standing on waiver (obligation_id) where taken_back_at is null;

create table round_closing (
  id uuid primary key,
  plan_year integer not null references cycle (plan_year),
  round text not null,
  reason text not null,
  closed_by uuid references person (id),
  closed_at timestamptz not null,
  reopened_by uuid references person (id),
  reopened_at timestamptz
);
create unique index round_closing_standing on round_closing (plan_year, round) where reopened_at is null;

-- Since when it takes no answer because its round was closed; the recipient may open it again.
alter table obligation add column closed_at timestamptz;
`;
