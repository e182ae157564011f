import { instant, rows, type Em } from '../database/index.js';
import type { PlainDate } from '../shared/index.js';
import type { Role } from '../units/index.js';
import type { Particulars } from './particulars.js';

/** A role as it was given, whether or not it holds today; both days inclusive. */
export interface GivenRole {
  unit: string;
  role: Role;
  firstDay?: PlainDate;
  lastDay?: PlainDate;
}

/** A person as whoever manages people sees them. */
export interface RegisteredPerson extends Particulars {
  id: string;
  active: boolean;
  roles: GivenRole[];
  /** Chats bound to the person; addresses are nobody's business. */
  chats: { id: string; channel: string; linkedAt: string; reachable: boolean }[];
  /** Until when the invitation that is out can be used. */
  invitedUntil?: string;
}

/** Mail is where notices go, no chat: it can be given by whoever writes the list and proves nothing. */
export const MAIL = 'email';

/** Everybody, or those of `ids`, by name; people who were forgotten are left out. */
export async function readRegister(em: Em, now: Date, ids?: readonly string[]): Promise<RegisteredPerson[]> {
  const found = await rows<Row>(
    em,
    `select p.id, p.name, p.title, p.code, p.phone, p.email, p.active,
       (select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('unit', r.unit_code, 'role', r.role,
          'firstDay', r.first_day, 'lastDay', r.last_day)) order by r.unit_code, r.role), '[]')
        from person_role r where r.person_id = p.id) as roles,
       (select coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'channel', l.channel, 'linkedAt', l.linked_at,
          'reachable', l.unreachable_at is null) order by l.linked_at desc), '[]')
        from channel_link l where l.person_id = p.id and l.ended_at is null and l.channel <> '${MAIL}') as chats,
       (select max(c.expires_at) from enrolment_code c
        where c.person_id = p.id and c.invitation is not null and c.used_at is null and c.revoked_at is null
          and c.expires_at > ?) as invited_until
     from person p where p.forgotten_at is null and (?::uuid[] is null or p.id = any(?::uuid[])) order by p.name, p.id`,
    [now, ...Array<string | null>(2).fill(ids ? `{${ids.join()}}` : null)],
  );
  return found.map(({ invited_until, code, phone, email, ...person }) => ({
    ...person,
    code: code ?? undefined,
    phone: phone ?? undefined,
    email: email ?? undefined,
    chats: person.chats.map((chat) => ({ ...chat, linkedAt: instant(chat.linkedAt) })),
    invitedUntil: instant(invited_until),
  }));
}

interface Row extends Omit<RegisteredPerson, 'code' | 'phone' | 'email' | 'invitedUntil'> {
  code: string | null;
  phone: string | null;
  email: string | null;
  invited_until: string | null;
}
