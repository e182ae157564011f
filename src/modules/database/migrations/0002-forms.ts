import { Migration } from '@mikro-orm/migrations';

/** Forms that admins change: drafts with every edit, who published and why, retired forms, reports moved between versions. */
export class Migration0002Forms extends Migration {
  override up(): void {
    for (const statement of [versions, profileForms, drafts, retirements, moves]) this.addSql(statement);
  }
}

const versions = `
alter table form_version
  -- The version that was changed; null for what a profile brought.
  add column base integer,
  add column published_by uuid references person (id),
  -- Who checked and published a draft that others had edited, where the profile asks for two people.
  add column second_person uuid references person (id),
  -- How answers given under the base go on in this version.
  add column carries jsonb not null default '[]';

-- What the profile says of how an office works (publishing by two people, …).
alter table profile_state add column rules jsonb not null default '{}';
`;

// What the profile itself last said of a form: its next change is told from this, whatever admins changed meanwhile.
const profileForms = `
create table profile_form (
  form_key text primary key,
  definition jsonb not null
);
insert into profile_form (form_key, definition)
  select distinct on (form_key) form_key, definition from form_version order by form_key, version desc;
`;

const drafts = `
create table form_draft (
  id uuid primary key,
  form_key text not null,
  base integer not null,
  revision integer not null default 0,
  definition jsonb not null,
  begun_at timestamptz not null,
  begun_by uuid not null references person (id),
  updated_at timestamptz not null,
  updated_by uuid not null references person (id),
  -- The revision that was last checked and found without faults.
  checked_revision integer,
  ended_at timestamptz,
  ended_as text check (ended_as in ('published', 'discarded')),
  foreign key (form_key, base) references form_version (form_key, version)
);
create unique index form_draft_open on form_draft (form_key) where ended_at is null;

create table form_draft_edit (
  draft_id uuid not null references form_draft (id),
  revision integer not null,
  position integer not null,
  list text,
  item_key text,
  edit jsonb not null,
  by uuid not null references person (id),
  at timestamptz not null,
  primary key (draft_id, revision, position)
);
create index form_draft_edit_item on form_draft_edit (draft_id, list, item_key, revision desc);
create trigger form_draft_edit_stands before update or delete on form_draft_edit
  for each row execute function refuse_change();
`;

const retirements = `
create table form_retirement (
  id uuid primary key,
  form_key text not null,
  at timestamptz not null,
  by uuid not null references person (id),
  note text not null,
  revived_at timestamptz,
  revived_by uuid references person (id),
  revived_note text
);
create unique index form_retirement_now on form_retirement (form_key) where revived_at is null;
`;

const moves = `
create table report_move (
  id uuid primary key,
  form_key text not null,
  to_version integer not null,
  carries jsonb not null,
  at timestamptz not null,
  by uuid not null references person (id),
  undone_at timestamptz,
  undone_by uuid references person (id),
  foreign key (form_key, to_version) references form_version (form_key, version)
);
create index report_move_form on report_move (form_key, at desc);

-- What each obligation held before it was moved: without a report only its form versions.
create table report_move_item (
  move_id uuid not null references report_move (id),
  obligation_id uuid not null references obligation (id),
  report_id uuid references report (id),
  forms_before jsonb not null,
  answers_before jsonb,
  revision_after integer,
  primary key (move_id, obligation_id)
);
`;
