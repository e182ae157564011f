import { Migration } from '@mikro-orm/migrations';

/** Every table of the first house. Dates are dates, figures are NUMERIC, instants are timestamptz; what must be unique is so here. */
export class Migration0001Foundation extends Migration {
  override up(): void {
    for (const statement of [
      units,
      access,
      process,
      definitions,
      reports,
      outbox,
      conversations,
      followups,
      operations,
    ]) {
      this.addSql(statement);
    }
  }
}

const units = `
create table unit (
  code text primary key,
  name text not null,
  name_en text,
  kind text not null,
  level text not null,
  parent text references unit (code) deferrable initially deferred,
  traits text[] not null default '{}',
  leads text[] not null default '{}',
  member boolean not null default true,
  valid_from date,
  valid_to date,
  provenance text not null default ''
);
create index unit_parent on unit (parent);

create table person (
  id uuid primary key,
  name text not null,
  title text not null default '',
  locale text not null default 'vi' check (locale in ('vi', 'en')),
  active boolean not null default true
);

create table person_role (
  person_id uuid not null references person (id),
  unit_code text not null references unit (code),
  role text not null check (role in ('official', 'head', 'supervisor', 'admin')),
  primary key (person_id, unit_code, role)
);
create index person_role_unit on person_role (unit_code, role);

create table channel_link (
  id uuid primary key,
  channel text not null,
  address text not null,
  person_id uuid not null references person (id),
  linked_at timestamptz not null,
  ended_at timestamptz,
  unreachable_at timestamptz,
  unreachable_why text
);
create unique index channel_link_address on channel_link (channel, address) where ended_at is null;
create index channel_link_person on channel_link (person_id) where ended_at is null;

create table base_figure (
  unit_code text not null references unit (code),
  code text not null,
  year integer not null,
  sort text not null check (sort in ('plan', 'outcome')),
  value numeric not null,
  standing text check (standing in ('estimate', 'preliminary', 'official')),
  source text not null,
  primary key (unit_code, code, year, sort)
);
`;

const access = `
create table enrolment_code (
  digest text primary key,
  person_id uuid not null references person (id),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

create table sign_in_link (
  digest text primary key,
  person_id uuid not null references person (id),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

create table session (
  digest text primary key,
  person_id uuid not null references person (id),
  created_at timestamptz not null,
  expires_at timestamptz not null
);

create table audit_event (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  actor uuid,
  action text not null,
  subject text not null,
  details jsonb not null default '{}'
);
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% rows are never changed or removed', tg_table_name;
end $$;
create trigger audit_event_stands before update or delete on audit_event
  for each row execute function refuse_change();
`;

const process = `
create table profile_state (
  key text primary key,
  digest text not null,
  title_vi text not null,
  title_en text,
  time_zone text not null,
  loaded_at timestamptz not null
);

create table milestone (
  id text primary key,
  position integer not null,
  spec jsonb not null
);

create table oddity (
  id text primary key,
  spec jsonb not null
);

create table source (
  tag text primary key,
  seen text not null,
  address text not null
);

create table holiday (
  on_date date primary key,
  kind text not null check (kind in ('off', 'swap-off', 'work')),
  name_vi text not null,
  name_en text not null,
  status text not null check (status in ('decreed', 'assumed')),
  source text not null
);

create table ladder (
  key text primary key,
  spec jsonb not null
);

create table cycle (
  plan_year integer primary key,
  opened_at timestamptz not null
);

create table obligation (
  id uuid primary key,
  plan_year integer not null references cycle (plan_year),
  milestone text not null references milestone (id),
  unit_code text not null references unit (code),
  superior text references unit (code),
  recipients jsonb not null,
  forms jsonb not null,
  headline text,
  signed_document boolean not null,
  only_led_rows boolean not null,
  opens_on date not null,
  due_on date not null,
  first_due_on date not null,
  clause jsonb not null,
  settled_at timestamptz,
  settled_as text check (settled_as in ('submitted', 'document', 'waived')),
  unique (plan_year, milestone, unit_code)
);
create index obligation_unit on obligation (unit_code, plan_year);
create index obligation_open on obligation (due_on) where settled_at is null;
create index obligation_superior on obligation (superior) where settled_at is null;

create table extension (
  id uuid primary key,
  obligation_id uuid not null references obligation (id),
  from_due_on date not null,
  to_due_on date not null,
  reason text not null,
  granted_by uuid not null references person (id),
  granted_at timestamptz not null
);
create index extension_obligation on extension (obligation_id);
`;

const definitions = `
create table form_version (
  form_key text not null,
  version integer not null,
  definition jsonb not null,
  published_at timestamptz not null,
  note text not null,
  primary key (form_key, version)
);
create trigger form_version_stands before update or delete on form_version
  for each row execute function refuse_change();
`;

const reports = `
create table report (
  id uuid primary key,
  obligation_id uuid not null unique references obligation (id),
  state text not null check (state in ('draft', 'submitted', 'returned', 'accepted')),
  form_versions jsonb not null,
  answers jsonb not null,
  revision integer not null default 0,
  updated_at timestamptz not null,
  updated_by uuid references person (id),
  submitted_at timestamptz,
  submitted_by uuid references person (id)
);

create table report_revision (
  report_id uuid not null references report (id),
  revision integer not null,
  state text not null,
  answers jsonb not null,
  at timestamptz not null,
  by uuid,
  via text not null,
  primary key (report_id, revision)
);
create trigger report_revision_stands before update or delete on report_revision
  for each row execute function refuse_change();

create table status_report (
  id uuid primary key,
  obligation_id uuid not null references obligation (id),
  person_id uuid not null references person (id),
  state text not null check (state in ('not_started', 'in_progress', 'blocked', 'done')),
  progress integer check (progress between 0 and 100),
  difficulty text,
  expected_on date,
  said_at timestamptz not null,
  via text not null
);
create index status_report_obligation on status_report (obligation_id, said_at desc);

create table signed_document (
  id uuid primary key,
  obligation_id uuid not null references obligation (id),
  number text not null,
  signed_on date not null,
  signer text not null,
  recipients text not null,
  file_name text,
  file bytea,
  recorded_by uuid not null references person (id),
  recorded_at timestamptz not null
);

-- One row a figure, for tools that want rows; the truth is the report's jsonb.
create view report_value as
  select r.id as report_id, o.plan_year, o.milestone, o.unit_code, c.key as row_key, m.key as measure,
         m.value ->> 'state' as state, m.value ->> 'standing' as standing,
         case when m.value ->> 'value' ~ '^-?[0-9]+(\\.[0-9]+)?$' then (m.value ->> 'value')::numeric end as value
  from report r
  join obligation o on o.id = r.obligation_id
  cross join lateral jsonb_each(r.answers -> 'cells') c
  cross join lateral jsonb_each(c.value) m;
`;

const outbox = `
create table message (
  id uuid primary key,
  key text not null unique,
  seq bigint generated always as identity,
  kind text not null check (kind in ('reply', 'escalation', 'last-day', 'reminder', 'digest', 'system')),
  priority integer not null,
  person_id uuid references person (id),
  channel text,
  address text,
  -- Messages of one lane go out one after the other, in the order written.
  lane text not null,
  body jsonb not null,
  not_before timestamptz not null,
  retry_at timestamptz,
  state text not null default 'due'
    check (state in ('due', 'claimed', 'sent', 'unknown', 'skipped', 'rejected', 'unreachable')),
  attempts integer not null default 0,
  claimed_until timestamptz,
  sent_at timestamptz,
  provider_id text,
  detail text,
  created_at timestamptz not null
);
create index message_due on message (priority, seq) where state = 'due';
create index message_claimed on message (lane) where state = 'claimed';
create index message_person on message (person_id, seq);
`;

const conversations = `
create table inbox (
  channel text not null,
  event_id text not null,
  address text not null,
  seq bigint generated always as identity,
  incoming jsonb not null,
  received_at timestamptz not null,
  done_at timestamptz,
  attempts integer not null default 0,
  failure text,
  primary key (channel, event_id)
);
create index inbox_open on inbox (seq) where done_at is null;

create table dialog (
  owner text primary key,
  state jsonb not null,
  revision integer not null,
  updated_at timestamptz not null
);

create table webchat_line (
  address text not null,
  line integer not null,
  key text not null,
  author text not null check (author in ('person', 'bot')),
  body jsonb not null,
  at timestamptz not null,
  primary key (address, line),
  unique (address, key)
);
`;

const followups = `
create table notice (
  rung_key text not null,
  person_id uuid references person (id),
  obligation_id uuid not null references obligation (id),
  unit_code text not null,
  milestone text not null,
  rung text not null,
  sort text not null,
  audience_unit text not null,
  audience_role text not null,
  on_date date not null,
  at timestamptz not null,
  state text not null check (state in ('planned', 'superseded', 'unreached')),
  why text not null,
  message_id uuid references message (id),
  unique nulls not distinct (rung_key, person_id)
);
create index notice_obligation on notice (obligation_id);
create index notice_person on notice (person_id, on_date);
create index notice_message on notice (message_id);

create table promise (
  id uuid primary key,
  obligation_id uuid not null references obligation (id),
  person_id uuid not null references person (id),
  promised_on date not null,
  note text not null default '',
  made_at timestamptz not null
);
create index promise_obligation on promise (obligation_id, made_at desc);

create table work_item (
  id uuid primary key,
  kind text not null,
  unit_code text not null references unit (code),
  for_unit text not null references unit (code),
  opened_on date not null,
  details jsonb not null default '{}',
  closed_at timestamptz
);
create unique index work_item_open on work_item (kind, unit_code) where closed_at is null;
create index work_item_for on work_item (for_unit) where closed_at is null;

create table planned_day (
  on_date date primary key,
  counts jsonb not null,
  planned_at timestamptz not null
);
`;

const operations = `
create table job_run (
  id bigint generated always as identity primary key,
  job text not null,
  started_at timestamptz not null,
  took_ms integer not null,
  counts jsonb not null default '{}',
  failure text
);
create index job_run_job on job_run (job, id desc);

create table training (
  single boolean primary key default true check (single),
  clock_offset_ms bigint not null
);
`;
