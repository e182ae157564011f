import { Migration } from '@mikro-orm/migrations';

/**
 * What people are on a day, worked out from who is away: the heads that stand in for somebody were looked for among all
 * heads, at every request of everybody. Says the same as before.
 */
export class Migration0030HeldRoles extends Migration {
  override up(): void {
    this.addSql(heldRole);
  }
}

const heldRole = `
-- Everything a person is on a day. Where all holders of a role are away without a deputy, the unit's head stands in.
create or replace function held_role(on_day date)
returns table (person_id uuid, unit_code text, role text, away boolean, acting_for uuid) stable language sql as $$
  select r.person_id, r.unit_code, r.role, r.away, null::uuid from own_role(on_day) r
  union all
  select a.person_id, a.unit_code, a.role, false, a.acting_for from deputy_role(on_day) a
  union all
  select h.person_id, l.unit_code, l.role, false, l.person_id
  from (
    select distinct r.person_id, r.unit_code, r.role
    from delegation_on(on_day) d
    join own_role(on_day) r on r.person_id = d.person_id and r.role not in ('admin', 'head')
      and (d.unit_code is null or (d.unit_code = r.unit_code and d.role = r.role))) l
  cross join lateral (
    select o.person_id from own_role(on_day) o where o.unit_code = l.unit_code and o.role = 'head' and not o.away
    union
    select a.person_id from deputy_role(on_day) a where a.unit_code = l.unit_code and a.role = 'head') h
  where not exists (
      select 1 from own_role(on_day) o where o.unit_code = l.unit_code and o.role = l.role and not o.away)
    and not exists (select 1 from deputy_role(on_day) a where a.unit_code = l.unit_code and a.role = l.role)
$$;
`;
