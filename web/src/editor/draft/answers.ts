import type { Carry, Edit, Fault, FormDefinition, Json, ListName } from '../model/forms';

/** A sentence in the reader's language, and which place it is about. */
export interface Said {
  text: string;
  effect?: 'harmless' | 'mapping' | 'next-round';
  list?: ListName | 'form';
  key?: string;
  field?: string;
}

export type SaidFault = Fault & { text: string };

/** What the server finds in a draft each time that it changes. */
export interface Findings {
  faults: SaidFault[];
  differences: Said[];
  summary: string;
}

export interface Draft extends Findings {
  key: string;
  base: number;
  revision: number;
  definition: FormDefinition;
  editors: { name: string; at: string }[];
  checkedRevision: number | null;
  secondPersonNeeded: boolean;
  audiences: Audience[];
}

/** Units that a row may apply to: a trait of units, and what people call those that have it. */
export interface Audience {
  code: string;
  title: { vi: string; en: string };
}

export interface RefusedEdit {
  index: number;
  code: string;
  text: string;
  now: Json;
  by: string | null;
  at: string | null;
}

export interface Edited extends Findings {
  revision: number;
  definition?: FormDefinition;
  undo: Edit[];
  refused: RefusedEdit[];
}

export interface Example {
  unit?: string;
  unitName: string;
  text: string;
}

export interface DryRun {
  replayed: number;
  refused: Example[];
  refusedCount: number;
  warned: Example[];
  warnedCount: number;
  recomputed: number;
  recomputedSamples: Example[];
  text: string;
}

export type SaidCarry = Carry & { text: string };

export interface ReportMove {
  obligation: string;
  unitName: string;
  from: number;
  state: string;
  /** What becomes of its answers, counted. */
  summary: string;
  /** What this unit is asked otherwise. */
  differences: string[];
  /** Answers that are converted. */
  changes: string[];
  lost: string[];
  issues: string[];
}

export interface WorkbookReading {
  edits: Edit[];
  /** Edits of places that somebody else changed since the file went out: applying asks about each. */
  meanwhile: number;
  /** What is proposed for inserted rows of which cells were left empty. */
  proposed: string[];
  differences: Said[];
  summary: string;
  /** Without a cell: about the file as a whole. */
  faults: { cell: { sheet: string; cell: string } | null; text: string }[];
}

/** A move of open reports to another version. */
export interface MoveLine {
  id: string;
  at: string;
  by: string;
  to: number;
  moved: number;
  notBegun: number;
  undoneAt?: string;
}

export interface VersionLine {
  version: number;
  publishedAt: string;
  /** The plan years whose reports ask for it. */
  planYears: number[];
}

export interface FormLine {
  key: string;
  template: string;
  title: string;
  kind: FormDefinition['kind'];
  rows: number;
}
