import { Migration } from '@mikro-orm/migrations';

/** Units are merged and split: who came after whom, when, by which decision; and names that a unit answers to for a time. */
export class Migration0007Succession extends Migration {
  override up(): void {
    this.addSql(succession);
  }
}

const succession = `
alter table unit add column lead_terms jsonb not null default '{}';

-- An admin's merge or split: what it did, so that it can be taken back.
create table unit_change (
  id uuid primary key,
  sort text not null check (sort in ('merge', 'split')),
  from_on date not null,
  decision text not null check (decision <> ''),
  did jsonb not null,
  done_by uuid references person (id),
  done_at timestamptz not null,
  undone_by uuid references person (id),
  undone_at timestamptz
);

-- From \`from_on\` on the successor stands where \`share\` of the predecessor stood; null where nobody knows how much. A unit that
-- goes on under its own code after others joined it, or left it, succeeds itself.
create table succession (
  predecessor text not null references unit (code),
  successor text not null references unit (code),
  from_on date not null,
  share numeric check (share > 0 and share <= 1),
  decision text not null,
  provenance text not null,
  change_id uuid references unit_change (id) on delete cascade,
  primary key (predecessor, successor, from_on)
);
create index succession_successor on succession (successor);
`;
