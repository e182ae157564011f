/** What the server says, as the pages read it. Days are `YYYY-MM-DD`, instants ISO 8601. */

import type { paths } from './schema';

export type Locale = 'vi' | 'en';
export type Role = 'official' | 'head' | 'supervisor' | 'admin';

export interface Session {
  person: { id: string; name: string; title?: string; locale: Locale };
  roles: { unit: string; unitName: string; role: Role }[];
  training: boolean;
}

export type ObligationState =
  'not-open' | 'open' | 'overdue' | 'in-progress' | 'submitted' | 'document-recorded' | 'waived';

/** The newest short report by chat. `progress` is a percentage. */
export interface Status {
  /** In the reader's language. */
  stateLabel: string;
  progress?: string | number | null;
  difficulty?: string | null;
  expectedOn?: string | null;
  /** What admins ask beside that; a note explains an odd answer, also of the facts above (then without a value). */
  more: { label: string; value: string; note?: string }[];
  saidAt: string;
}

export interface Progress {
  answered: number;
  asked: number;
}

/** `dueOn` is the first day that is too late, `lastDay` the day before it; `daysLeft` counts to `lastDay`. */
export interface OwedForm {
  key: string;
  title: string;
  /** How many answers are missing; 0 where it only has to be submitted. */
  missing: number;
}

export interface OwedItem {
  id: string;
  planYear: number;
  milestone: string;
  title: string;
  unit: string;
  unitName: string;
  opensOn: string;
  dueOn: string;
  lastDay: string;
  firstDueOn: string;
  daysLeft: number;
  state: ObligationState;
  late: boolean;
  closed?: boolean;
  recipients: { unit?: string; name: string }[];
  forms: { key: string; version: number | string; title: string }[];
  signedDocument?: boolean;
  progress?: Progress | null;
  /** Submitted, but these forms beside the headline are still owed. */
  owedForms?: OwedForm[];
  status?: Status | null;
  clause?: { section: string; quote: string } | null;
}

export interface OwedList {
  today: string;
  items: OwedItem[];
}

export type OwedScope = 'own' | 'below';
export type OwedFilter = 'open' | 'overdue' | 'settled' | 'all';

export interface PromiseMade {
  promisedOn: string;
  by: string;
  note?: string;
}

/** One notice to the late unit's own people: when, on which channel, what became of it. */
export interface Evidence {
  at: string;
  channel?: string | null;
  rung?: string;
  /** Name of the rung in the reader's language. */
  rungTitle?: string;
  state: string;
}

export interface LateItem {
  obligation: string;
  unit: string;
  unitName: string;
  title: string;
  lastDay: string;
  daysLate: number;
  progress?: Progress | null;
  status?: Status | null;
  promise?: PromiseMade | null;
  /** Who takes care of it; `at` is an instant. */
  acknowledged?: { by: string; at: string } | null;
  lastNotice?: { at: string; to: string; state: string } | null;
}

export interface Escalation extends LateItem {
  rung: string;
  rungTitle: string;
  on: string;
  /** Whether a notice of it went to whoever looks. */
  raisedToMe: boolean;
  evidence: Evidence[];
}

export interface UnitCount {
  unit: string;
  unitName: string;
  open: number;
  overdue: number;
  settled: number;
}

export interface Board {
  today: string;
  units: UnitCount[];
  late: LateItem[];
  escalations: Escalation[];
  /** Submitted reports that still owe forms beside their headline. */
  annexes?: { obligation: string; unit: string; unitName: string; title: string; owedForms: OwedForm[] }[];
  unreached: { unit: string; unitName: string; since: string }[];
  lostChats: LostChat[];
}

/** A chat that refuses us; `since` is an instant, `elsewhere` whether the person has another one. */
export interface LostChat {
  person: string;
  name: string;
  unit: string;
  unitName: string;
  channel: string;
  why: string;
  since: string;
  elsewhere: boolean;
}

/** A link of a chain that waits for units below, as a sentence. */
export type AheadLine =
  paths['/api/forecast/ahead']['get']['responses'][200]['content']['application/json']['lines'][number];

export interface Rollup {
  unit: string;
  unitName: string;
  planYear: number;
  milestone: string;
  title: string;
  submitted: number;
  of: number;
  /** The forms that can be put together, headline first. */
  forms: { key: string; template: string; title: string }[];
}

export interface TrainingClock {
  now: string;
  today: string;
}

export interface ClockMoved extends TrainingClock {
  counts: { notices: number; sent: number };
}

export interface ChatButton {
  label: string;
  token: string;
}

/** One line of the chat; lines are numbered upwards without meaning in the gaps. */
export interface ChatLine {
  line: number;
  author: 'person' | 'bot';
  text: string;
  buttons?: ChatButton[][] | null;
  /** The name of a file that came along. */
  file?: string | null;
  at: string;
}

/** What a person says: typed text, or the button that was tapped. `key` is unique per message. */
export type Said = { key: string; text: string; seen?: number } | { key: string; token: string };
