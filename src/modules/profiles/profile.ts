import type { Base, Catalog, FormDefinition } from '../../forms/index.js';
import {
  type DayRules,
  type DaysOffPolicy,
  type Holiday,
  type Milestone,
  type Oddity,
  WorkingDays,
} from '../calendar/index.js';
import type { Ladder } from '../followups/index.js';
import type { Periods } from '../people/index.js';
import type { Text } from '../shared/index.js';
import type { Audience, KeptSuccession, Unit } from '../units/index.js';

/** Where a name or number in the catalogs was seen; `tag` is what follows `published:` in a provenance. */
export interface Source {
  tag: string;
  seen: string;
  address: string;
}

/** A whole process as data: what is asked, of whom, by when, and what happens when it is late. */
export interface Profile {
  key: string;
  title: Text;
  timeZone: string;
  /** How the office works, kept with the profile: whether a form is published by somebody who did not edit it, what moves around days off, how far ahead a promise may lie. */
  rules: {
    publishing: { 'second-person': boolean };
    daysOff: DaysOffPolicy;
    hours: Ladder['hours'];
    /** What people call the sorts of units. */
    kinds: Record<string, Text>;
    /** What a row of a form may apply to, beside every unit. */
    audiences: Audience[];
    promises: { withinDays: number; times: number };
    /** For how many days what is kept of people stands. */
    keeping: Periods;
  };
  /** From the top. */
  levels: { key: string; title: Text }[];
  /** Sorts of units and the words for them. */
  catalogs: Catalog[];
  bases: Base[];
  forms: FormDefinition[];
  units: Unit[];
  /** Who came after whom. */
  successions: KeptSuccession[];
  milestones: Milestone[];
  oddities: Oddity[];
  ladder: Ladder;
  holidays: Holiday[];
  sources: Source[];
}

/** What moves a due day of the profile off a day off. */
export const dayRulesOf = ({ rules, holidays }: Profile): DayRules => ({
  policy: rules.daysOff,
  days: new WorkingDays(holidays),
});
