import { Migration } from '@mikro-orm/migrations';

/** Targets of a plan year: what a superior assigns, what the unit's council resolved, and how the unit answered where they differ. */
export class Migration0007Targets extends Migration {
  override up(): void {
    this.addSql(targets);
  }
}

const targets = `
create table target (
  id uuid primary key,
  plan_year integer not null references cycle (plan_year),
  unit_code text not null references unit (code),
  -- The indicator, by its row key.
  code text not null,
  value numeric not null,
  -- Assigned by the superior, or resolved by the unit's own council.
  sort text not null check (sort in ('assigned', 'resolved')),
  set_by text not null references unit (code),
  decision text not null check (decision <> ''),
  decided_on date not null,
  recorded_by uuid references person (id),
  recorded_at timestamptz not null,
  -- A newer figure of the same sort took its place; it stays on record.
  superseded_at timestamptz
);
create unique index target_standing on target (plan_year, unit_code, code, sort) where superseded_at is null;

-- Asked of a unit where what it was assigned differs from what its council resolved: the figure is never changed for it.
create table rebaseline (
  id uuid primary key,
  -- What was asked at once, in one message.
  batch uuid not null,
  plan_year integer not null references cycle (plan_year),
  unit_code text not null references unit (code),
  code text not null,
  assigned_id uuid not null references target (id),
  resolved_id uuid not null references target (id),
  asked_at timestamptz not null,
  answer text check (answer in ('adopted', 'kept', 'overtaken')),
  reason text not null default '',
  -- The resolved figure that was adopted.
  adopted_id uuid references target (id),
  answered_by uuid references person (id),
  answered_at timestamptz,
  check ((answer is null) = (answered_at is null)),
  unique (assigned_id, resolved_id)
);
create index rebaseline_open on rebaseline (unit_code) where answer is null;
`;
