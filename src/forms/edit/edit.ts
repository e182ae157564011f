import type { Choice, FormDefinition } from '../definition/definition.js';

/** The lists of a definition that have keyed members. */
export type ListName = 'groups' | 'rows' | 'measures' | 'columns' | 'sections' | 'questions' | 'checks';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A member of a list as JSON: a row, a column, a check, …; it always has a key. */
export type Item = { key: string } & Record<string, Json>;

/**
 * One step of an admin's work on a draft. `from` is what the admin saw; where the draft holds something else by now, the
 * edit is a conflict and changes nothing. Absent values are `null`: an optional field is set to `null` to take it away.
 */
export type Edit =
  /** A field of one member, e.g. `{ list: 'rows', key: 'grdp', field: 'max', from: null, to: '100' }`; never the key. */
  | { do: 'set'; list: ListName; key: string; field: string; from: Json; to: Json }
  /** A field of the form itself: `title`, `template`. */
  | { do: 'set-form'; field: string; from: Json; to: Json }
  /** A new member after the one named; first where `after` is null. */
  | { do: 'add'; list: ListName; item: Item; after: string | null }
  | { do: 'remove'; list: ListName; item: Item }
  /** `from` and `to` are the keys of the members it stands and will stand after, null for the first place. */
  | { do: 'move'; list: ListName; key: string; from: string | null; to: string | null };

/** Why an edit was not applied. `now` is what the draft holds at that place (absent: the member is gone). */
export interface Refusal {
  code: 'changed-meanwhile' | 'unknown-member' | 'key-taken' | 'wrong-shape' | 'no-such-list' | 'too-many';
  edit: Edit;
  now?: Json;
}

export type Applied = { ok: true; definition: FormDefinition; undo: Edit } | { ok: false; refusal: Refusal };

/** One difference between two definitions, as data; its sentence is `definitions.difference.<sort>…` of the message catalogs. */
export interface Difference {
  sort: 'added' | 'removed' | 'moved' | 'changed';
  list: ListName | 'form';
  key: string;
  /** Name of the member in Vietnamese and English where it has one. */
  label: { vi: string; en?: string };
  field?: string;
  from?: Json;
  to?: Json;
  /** `harmless`: wording. `mapping`: answers must be carried over. `next-round`: no answer given before can be kept. */
  effect: 'harmless' | 'mapping' | 'next-round';
}

/**
 * How the answers of one row, column, question or section go on in a newer version. Scales and choices name the member by the
 * key that it has there.
 */
export type Carry =
  /** To another key, or as they are (`from` = `to`); `to: null` lays them aside (they stay in the old revision). */
  | { do: 'rename'; list: ListName; from: string; to: string | null }
  /** Numbers times a canonical decimal, after a change of unit. */
  | { do: 'scale'; list: ListName; key: string; factor: string }
  /** Choices that are gone, each to another one or to no answer. */
  | { do: 'choices'; list: ListName; key: string; map: Record<Choice['key'], Choice['key'] | null> };
