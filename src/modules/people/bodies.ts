import { z } from 'zod';
import { plainDate } from '../shared/index.js';

const day = z.string().refine(plainDate.valid, { error: 'must be a day as YYYY-MM-DD' });
const id = z.uuid();
const unit = z.string().min(1).max(100);

/** `POST /api/delegations`. */
export const DelegationBody = z.strictObject({
  person: id,
  deputy: id.optional(),
  unit: unit.optional(),
  role: z.enum(['official', 'head', 'supervisor']).optional(),
  firstDay: day,
  lastDay: day,
  decision: z.string().max(100).default(''),
});

/** One of `GET /api/delegations`. */
export const DelegationAnswer = z.strictObject({
  id,
  person: id,
  personName: z.string(),
  deputy: id.optional(),
  deputyName: z.string().optional(),
  unit: unit.optional(),
  unitName: z.string().optional(),
  role: z.enum(['official', 'head', 'supervisor']).optional(),
  firstDay: z.string(),
  lastDay: z.string(),
  decision: z.string(),
  setBy: z.string().optional(),
  endedOn: z.string().optional(),
  standing: z.enum(['ahead', 'in-force', 'over']),
  mayEnd: z.boolean(),
});

const Role = z.enum(['official', 'head', 'supervisor', 'admin']);
const typed = (most: number) => z.string().max(most).default('');

/** A role with its days, both inclusive. */
export const RoleBody = z
  .strictObject({ unit, role: Role, firstDay: day.optional(), lastDay: day.optional() })
  .refine(({ firstDay, lastDay }) => firstDay === undefined || lastDay === undefined || firstDay <= lastDay, {
    path: ['lastDay'],
  });

export const RoleNamed = z.strictObject({ unit, role: Role });

/** Particulars as they were typed; what is wrong is said in words. */
export const PersonBody = z.strictObject({
  name: z.string().max(200),
  title: typed(300),
  code: typed(100),
  phone: typed(50),
  email: typed(300),
});

export const NewPersonBody = PersonBody.extend({ roles: z.array(RoleBody).min(1).max(20) });

const flag = z.enum(['true', 'false']).transform((text) => text === 'true');

/** `GET /api/people`. */
export const PeopleQuery = z.object({
  text: z.string().max(100).optional(),
  unit: unit.optional(),
  below: flag.default(false),
  role: Role.optional(),
  linked: flag.optional(),
  active: flag.default(true),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});

const ListedPerson = z.strictObject({
  id,
  name: z.string(),
  title: z.string(),
  code: z.string().optional(),
  phone: z.string().optional(),
  email: z.string().optional(),
  active: z.boolean(),
  roles: z.array(
    z.strictObject({
      unit,
      unitName: z.string(),
      role: Role,
      firstDay: z.string().optional(),
      lastDay: z.string().optional(),
    }),
  ),
  chats: z.array(z.strictObject({ id, channel: z.string(), linkedAt: z.string(), reachable: z.boolean() })),
  invitedUntil: z.string().optional(),
  mayManage: z.boolean(),
});

export const PeopleAnswer = z.strictObject({
  total: z.number().int(),
  pageSize: z.number().int(),
  people: z.array(ListedPerson),
});

export const UnitsAnswer = z.array(
  z.strictObject({ code: z.string(), name: z.string(), within: z.string().optional() }),
);

export const InvitationAnswer = z.strictObject({
  person: z.strictObject({ id, name: z.string(), title: z.string() }),
  code: z.string(),
  links: z.array(z.strictObject({ channel: z.string(), link: z.string() })),
  expiresAt: z.string(),
});

export const SheetAnswer = z.strictObject({ unit, unitName: z.string(), invitations: z.array(InvitationAnswer) });

export const StandingAnswer = z.array(
  z.strictObject({ unit, unitName: z.string(), people: z.number().int(), linked: z.number().int() }),
);
