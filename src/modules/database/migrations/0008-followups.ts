import { Migration } from '@mikro-orm/migrations';

/** Ladders in versions, what people answer to escalations, reworded notices, and alarms of the watchdog. */
export class Migration0008Followups extends Migration {
  override up(): void {
    for (const statement of [ladders, notices, answers, texts, alarms]) this.addSql(statement);
  }
}

const ladders = `
-- The ladder in force stands in "ladder"; every ladder that ever was, here.
create table ladder_version (
  key text not null,
  version integer not null,
  spec jsonb not null,
  -- Who made it: the files of the profile, or an admin.
  origin text not null check (origin in ('profile', 'admin')),
  note text not null default '',
  at timestamptz not null,
  by uuid references person (id),
  primary key (key, version)
);
create trigger ladder_version_stands before update or delete on ladder_version
  for each row execute function refuse_change();
alter table ladder add column version integer not null default 1;
insert into ladder_version (key, version, spec, origin, at) select key, 1, spec, 'profile', now() from ladder;

create table ladder_draft (
  id uuid primary key,
  key text not null,
  based_on integer not null,
  spec jsonb not null,
  revision integer not null default 0,
  begun_by uuid not null references person (id),
  changed_by uuid not null references person (id),
  changed_at timestamptz not null,
  closed_at timestamptz
);
create unique index ladder_draft_open on ladder_draft (key) where closed_at is null;
`;

const notices = `
-- The wording of a notice as the ladder had it when it was planned.
alter table notice add column template text;
-- Channels on which a message should rather leave, the best first.
alter table message add column prefer text[];
create index inbox_address on inbox (channel, address, received_at);
`;

const answers = `
-- Somebody who was told of a lateness has seen it and takes care of it.
create table acknowledgement (
  id uuid primary key,
  obligation_id uuid not null references obligation (id),
  person_id uuid not null references person (id),
  -- The due day it is about: after an extension it counts no more.
  due_on date not null,
  note text not null default '',
  made_at timestamptz not null
);
create index acknowledgement_obligation on acknowledgement (obligation_id, made_at desc);

-- One escalation handed to somebody else.
create table handover (
  id uuid primary key,
  obligation_id uuid not null references obligation (id),
  from_person uuid not null references person (id),
  to_person uuid not null references person (id),
  note text not null default '',
  at timestamptz not null
);
create index handover_obligation on handover (obligation_id, at desc);

-- A question of somebody who was told of a lateness to the unit that is late.
create table escalation_question (
  id uuid primary key,
  obligation_id uuid not null references obligation (id),
  asked_by uuid not null references person (id),
  question text not null,
  asked_at timestamptz not null,
  answered_by uuid references person (id),
  answer text,
  answered_at timestamptz
);
create index escalation_question_obligation on escalation_question (obligation_id, asked_at desc);

-- "Remind now": at most once a day and unit.
create table reminded_now (
  unit_code text not null references unit (code),
  on_date date not null,
  by uuid not null references person (id),
  at timestamptz not null,
  primary key (unit_code, on_date)
);
`;

const texts = `
-- Texts that admins reworded; the newest version counts, without a text the catalog's own does.
create table message_text (
  locale text not null check (locale in ('vi', 'en')),
  key text not null,
  version integer not null,
  text text,
  -- Whether messages that were planned before the change say it too.
  to_planned boolean not null default false,
  at timestamptz not null,
  by uuid not null references person (id),
  primary key (locale, key, version)
);
create trigger message_text_stands before update or delete on message_text
  for each row execute function refuse_change();
`;

const alarms = `
-- One row a cause that the watchdog found; open until it finds it no more.
create table alarm (
  id uuid primary key,
  cause text not null,
  subject text not null,
  details jsonb not null default '{}',
  raised_at timestamptz not null,
  closed_at timestamptz
);
create unique index alarm_open on alarm (cause, subject) where closed_at is null;
`;
