import { Migration } from '@mikro-orm/migrations';

/** How people are told apart, for how long they hold a role, who stands in for whom, and invitations that can be revoked. */
export class Migration0012People extends Migration {
  override up(): void {
    for (const statement of [people, delegation, heldRoles, enrolment]) this.addSql(statement);
  }
}

const people = `
alter table person
  -- The administration's own number of a person; the key of choice when a list is read again.
  add column code text unique,
  -- Digits with a leading +, as one dials from abroad. Offices share telephones: not unique.
  add column phone text,
  -- Small letters.
  add column email text,
  add column left_at timestamptz,
  -- Since when name and addresses are gone for good.
  add column forgotten_at timestamptz;
create unique index person_email on person (email) where active;
create index person_phone on person (phone) where active;

-- Both days inclusive; without them the role has always been held, and goes on.
alter table person_role
  add column first_day date,
  add column last_day date,
  add constraint person_role_days check (first_day <= last_day);
`;

const delegation = `
create table delegation (
  id uuid primary key,
  person_id uuid not null references person (id),
  -- Nobody: leave. The unit's other holders of the role are told, else its head.
  deputy_id uuid references person (id) check (deputy_id <> person_id),
  -- No unit and role: all that the person holds.
  unit_code text references unit (code),
  role text check (role in ('official', 'head', 'supervisor')),
  first_day date not null,
  -- Inclusive.
  last_day date not null,
  -- Number of the decision by which it was set.
  decision text not null,
  set_by uuid references person (id),
  set_at timestamptz not null,
  -- The first day on which it is no longer in force, where it was ended before its last day.
  ended_on date,
  ended_by uuid references person (id),
  check (first_day <= last_day),
  check ((unit_code is null) = (role is null))
);
create index delegation_person on delegation (person_id, last_day);
create index delegation_deputy on delegation (deputy_id, last_day);
create index delegation_unit on delegation (unit_code, last_day);
`;

// One place says who is what on a day: the chats, the pages, the notices and every session ask it. It must stay a single
// select, so that PostgreSQL can look up one person without working out everybody.
const heldRoles = `
create function plan_day(at timestamptz) returns date stable language sql as $$
  select (at at time zone coalesce(
    (select time_zone from profile_state order by loaded_at desc limit 1), 'Asia/Ho_Chi_Minh'))::date
$$;

create function delegation_on(on_day date) returns setof delegation stable language sql as $$
  select d.* from delegation d
  where on_day between d.first_day and d.last_day and (d.ended_on is null or on_day < d.ended_on)
$$;

-- The roles people were given, and whether they are away from them. Being an administrator is no duty that waits.
create function own_role(on_day date)
returns table (person_id uuid, unit_code text, role text, away boolean) stable language sql as $$
  select r.person_id, r.unit_code, r.role,
    r.role <> 'admin' and exists (
      select 1 from delegation_on(on_day) d
      where d.person_id = r.person_id and (d.unit_code is null or (d.unit_code = r.unit_code and d.role = r.role)))
  from person_role r join person p on p.id = r.person_id and p.active
  where (r.first_day is null or r.first_day <= on_day) and (r.last_day is null or on_day <= r.last_day)
$$;

-- A deputy acts for who is away; who is away from everything is no deputy meanwhile, and no deputy has a deputy.
create function deputy_role(on_day date)
returns table (person_id uuid, unit_code text, role text, acting_for uuid) stable language sql as $$
  select d.deputy_id, r.unit_code, r.role, r.person_id
  from delegation_on(on_day) d
  join own_role(on_day) r on r.person_id = d.person_id and r.role <> 'admin'
    and (d.unit_code is null or (d.unit_code = r.unit_code and d.role = r.role))
  join person p on p.id = d.deputy_id and p.active
  where not exists (select 1 from delegation_on(on_day) l where l.person_id = d.deputy_id and l.unit_code is null)
$$;

-- Everything a person is on a day. Where all holders of a role are away without a deputy, the unit's head stands in.
create function held_role(on_day date)
returns table (person_id uuid, unit_code text, role text, away boolean, acting_for uuid) stable language sql as $$
  select r.person_id, r.unit_code, r.role, r.away, null::uuid from own_role(on_day) r
  union all
  select a.person_id, a.unit_code, a.role, false, a.acting_for from deputy_role(on_day) a
  union all
  select h.person_id, l.unit_code, l.role, false, l.person_id
  from (select person_id, unit_code from own_role(on_day) where role = 'head' and not away
        union select person_id, unit_code from deputy_role(on_day) where role = 'head') h
  join own_role(on_day) l on l.unit_code = h.unit_code and l.away and l.role <> 'head'
  where not exists (
      select 1 from own_role(on_day) o where o.unit_code = l.unit_code and o.role = l.role and not o.away)
    and not exists (select 1 from deputy_role(on_day) a where a.unit_code = l.unit_code and a.role = l.role)
$$;

-- The same as the pages and chats know it: one list a person.
create function roles_on(of_person uuid, on_day date) returns jsonb stable language sql as $$
  select coalesce(jsonb_agg(
    jsonb_strip_nulls(jsonb_build_object(
      'unit', h.unit_code, 'role', h.role,
      'away', case when h.away then true end,
      'actingFor', case when h.acting_for is not null then jsonb_build_object('id', a.id, 'name', a.name) end))
    order by h.acting_for is not null, h.unit_code, h.role, a.name), '[]')
  from held_role(on_day) h left join person a on a.id = h.acting_for
  where h.person_id = of_person
$$;
`;

const enrolment = `
-- A link and a typed code of one invitation are used up together; a new invitation revokes the one before.
alter table enrolment_code
  add column invitation uuid,
  add column issued_by uuid references person (id),
  add column revoked_at timestamptz;
create index enrolment_code_person on enrolment_code (person_id);

-- Codes that were typed and are nobody's: who guesses is stopped, whichever process hears it.
create table enrolment_miss (
  id bigint generated always as identity primary key,
  channel text not null,
  address text not null,
  at timestamptz not null
);
create index enrolment_miss_chat on enrolment_miss (channel, address, at);
create index enrolment_miss_at on enrolment_miss (at);
`;
