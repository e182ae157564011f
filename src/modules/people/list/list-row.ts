import type { GivenRole } from '../registered-person.js';
import type { Particulars } from '../particulars.js';

/** The columns of a list of people. */
export const LIST_FIELDS = ['code', 'name', 'title', 'phone', 'email', 'unit', 'role', 'leaves'] as const;
export type ListField = (typeof LIST_FIELDS)[number];

/** One row as it was typed; a person with two roles stands on two rows. */
export interface ListRow {
  /** Number of the row where it stands, to name it. */
  line: number;
  typed: Record<ListField, string>;
}

/** What is wrong in a row; `code` is the end of a key under `people.list-`. */
export interface ListFault {
  line: number;
  field: ListField;
  code: string;
  params: Record<string, string>;
}

/** What the list would do with one person. Someone of whom it says nothing new stands in no change. */
export type ListChange =
  | { sort: 'add'; line: number; particulars: Particulars; roles: GivenRole[] }
  | {
      sort: 'change';
      line: number;
      id: string;
      name: string;
      /** As they will be; fields that changed are named. */
      particulars: Particulars;
      fields: (keyof Particulars)[];
      gives: GivenRole[];
      ends: GivenRole[];
      /** Had left, and is back. */
      back: boolean;
    }
  | { sort: 'leave'; line: number; id: string; name: string };

export interface ListPlan {
  changes: ListChange[];
  /** People about whom the list says what is known. */
  unchanged: number;
  faults: ListFault[];
}
