/**
 * A person's roles as the pages and chats know them ({@link HeldRole}), own ones first: an aggregate over rows `h` of `held_role`,
 * beside `a`, the person for whom somebody acts.
 */
export const ROLE_LIST = `
  jsonb_agg(
    jsonb_strip_nulls(jsonb_build_object(
      'unit', h.unit_code, 'role', h.role,
      'away', case when h.away then true end,
      'actingFor', case when a.id is not null then jsonb_build_object('id', a.id, 'name', a.name) end))
    order by h.acting_for is not null, h.unit_code, h.role, a.name)`;
