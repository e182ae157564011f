import type { PlainDate } from '../shared/index.js';

/** Days on which something holds, both included; open where absent. */
export interface Term {
  from?: PlainDate;
  to?: PlainDate;
}

/** Units that a row of a form may apply to: a trait, and what people call those that have it. */
export interface Audience {
  code: string;
  title: { vi: string; en: string };
}

/** A body that owes or receives reports. `kind` and `level` are the profile's words; code never compares them to literals. */
export interface Unit {
  code: string;
  name: string;
  nameEn?: string;
  /** The profile's name for this sort of unit, e.g. what a milestone's `owes` selects. */
  kind: string;
  /** The tier it belongs to. */
  level: string;
  parent?: string;
  /** E.g. `rural-unit`, `urban-unit`: which indicators apply. */
  traits: string[];
  /** Names by which catalogs call this unit as lead agency. */
  leads: string[];
  /** Of the names in `leads` those that are its own only for a time: bodies are merged, catalogs keep the old names. */
  leadTerms?: Record<string, Term>;
  /** False for bodies outside the system (a ministry, a council): named as recipient, never reminded. */
  member: boolean;
  validFrom?: string;
  validTo?: string;
  provenance: string;
}

/** Who a person is towards a unit: answers for it, heads it, watches the units below it, or administers the product. */
export type Role = 'official' | 'head' | 'supervisor' | 'admin';

/** A role of a person at a unit on a day. */
export interface HeldRole {
  unit: string;
  role: Role;
  /** Somebody else's role, held as deputy or, where all its holders are away, as the unit's head. */
  actingFor?: { id: string; name: string };
  /** The person is away from it: goes on seeing, is not told. */
  away?: true;
}

/** Whether `day` lies in the term. */
export const holdsOn = ({ from, to }: Term, day: PlainDate): boolean =>
  (from === undefined || from <= day) && (to === undefined || day <= to);

/** Whether the unit exists on a day; `validTo` is its last. */
export const existsOn = (unit: Pick<Unit, 'validFrom' | 'validTo'>, day: PlainDate): boolean =>
  holdsOn({ from: unit.validFrom, to: unit.validTo }, day);

/** The names by which catalogs call the unit as lead agency on a day. */
export function leadsOn({ leads, leadTerms }: Pick<Unit, 'leads' | 'leadTerms'>, day: PlainDate): string[] {
  return leads.filter((name) => holdsOn(leadTerms?.[name] ?? {}, day));
}
