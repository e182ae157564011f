import type { PlainDate } from '../shared/index.js';
import type { Why } from './why.js';

/**
 * Who is told: the officials or heads of the unit that owes; the supervisors or heads of its superior (the recipient unit that
 * watches it); or people of a certain unit, such as the planning department or the office.
 */
export type Audience =
  | { of: 'unit'; role: 'official' | 'head' }
  | { of: 'superior'; role: 'supervisor' | 'head' }
  | { of: 'named'; unit: string; role: 'supervisor' | 'head' | 'official' };

/** In what a distance is counted. */
export type CountedIn = 'days' | 'working-days';

/** What stops a rung besides the report itself, which always does. */
export type StopCondition = 'status-reported' | 'promised' | 'acknowledged';

export interface Rung {
  id: string;
  /** Counted from the day it opens, the last allowed day, or the due day (the first day too late). */
  from: 'opens' | 'last-day' | 'due';
  /** How many after (negative: before). */
  offsetDays: number;
  /** Calendar days when absent. */
  countedIn?: CountedIn;
  /** Time of day `HH:MM`, moved into the ladder's hours. */
  at: string;
  audience: Audience;
  sort: 'opening' | 'reminder' | 'last-day' | 'overdue' | 'escalation';
  /** Key of the text in the message catalogs. */
  template: string;
  /** Channels on which it should rather go, the best first; each person's own choice when absent. */
  channels?: string[];
  /** In the one message of a morning (the default), or in a message of its own. */
  grouping?: 'digest' | 'single';
  /** Whether it leaves on working days only; as the profile says when absent. */
  onWorkingDaysOnly?: boolean;
  /** Said again every so many days, `atMost` times in all. A reminder ends with the last day. */
  repeat?: { every: number; countedIn?: CountedIn; atMost: number };
  until?: StopCondition[];
  /** Whoever is told must answer within so many hours, else the deputy (without one the head) is told. */
  acknowledgeWithinHours?: number;
  /** Sent only while the forecast leaves at most so many days of slack; waits until then. */
  slackAtMost?: number;
}

/** So long after the last word about a difficulty (or the question about targets), and as often again, `atMost` times in all. */
export interface DifficultyRung {
  every: number;
  /** Calendar days when absent. */
  countedIn?: CountedIn;
  atMost: number;
  /** Time of day `HH:MM`, moved into the ladder's hours. */
  at: string;
}

/** What is sent to whom at which offset; its upper rungs are escalation. */
export interface Ladder {
  key: string;
  /** Nothing is sent before `from` or at or after `to`, local time. */
  hours: { from: string; to: string };
  /** Within the hours, times in which nothing is sent: what falls there waits for the end. */
  quiet?: { from: string; to: string }[];
  timeZone: string;
  /** How whoever receives difficulties is reminded of those that stay open; never where absent. */
  difficulties?: DifficultyRung;
  /** How a unit is reminded that superior and council see its targets differently; never where absent. */
  rebaselines?: DifficultyRung;
  rungs: Rung[];
}

/** What the planner must know of an obligation. */
export interface OwedItem {
  id: string;
  planYear: number;
  milestone: string;
  unit: string;
  /** What it is about where the unit owes the milestone several times; else empty. */
  occasion: string;
  superior?: string;
  opensOn: PlainDate;
  /** First day too late, extensions included. */
  dueOn: PlainDate;
  /** Fulfilled or waived: nothing more is sent. */
  settled: boolean;
  /** A supervisor's promise: no higher rung before the day after it. */
  promisedOn?: PlainDate;
  /** The unit said where it stands, since it opened. */
  statusReportedOn?: PlainDate;
  /** Somebody who was told of the lateness took it on. */
  acknowledgedOn?: PlainDate;
  /** The newest acknowledgement or promise, by the day on which it was made. */
  answeredOn?: PlainDate;
  /** Whether a reminder was delivered to the unit, and since when; absent: taken for granted. */
  contact?: { deliveredOn?: PlainDate };
  /** The superior's act, still undone, on which this one waits: from its due day on the unit is not chased. */
  waitsOn?: { milestone: string; dueOn: PlainDate };
  /** The day on which the superior's act was done, where it was late. */
  releasedOn?: PlainDate;
  /** Days between the expected end of what it waits for and its own last day; absent where nobody can tell. */
  slackDays?: number;
}

/** One message one person should get because of one obligation and one rung. `key` is unique for ever. */
export interface PlannedNotice {
  /**
   * `<planYear>/<milestone>/<unit>[:<occasion>]/<rung>`, then `@<dueOn>` where it hangs on the due day, `#<n>` where it is said
   * again, and `/silence` where nobody answered.
   */
  key: string;
  obligation: string;
  unit: string;
  milestone: string;
  rung: string;
  /** `no-contact`: the unit was to be escalated and no reminder was ever delivered to it. */
  sort: Rung['sort'] | 'no-contact';
  template: string;
  /** Unit and role whose people are told; `deputy` stands for whoever acts for those who kept silent. */
  audience: { unit: string; role: string };
  on: PlainDate;
  /** Instant, ISO with offset of the ladder's zone. */
  at: string;
  /** Put into words by `whyText`, e.g. `3 days before the last day 2027-06-29`. */
  why: Why;
  channels?: string[];
  /** A message of its own. */
  single?: true;
  /** Key of the notice that nobody answered. */
  silenceOf?: string;
}

/** The same about an open difficulty, by its number. `key` is `difficulty/<number>/<answers so far>#<n>`. */
export type DifficultyNotice = Omit<PlannedNotice, 'obligation'> & { difficulty: number };

/** The same about unanswered questions on targets, by their batch. `key` is `rebaseline-asked/<batch>#<n>`. */
export type RebaselineNotice = Omit<PlannedNotice, 'obligation'> & { rebaseline: string };

/** What a morning's message can hold. */
export type Notice = PlannedNotice | DifficultyNotice | RebaselineNotice;

/** What is recorded of a key: when, and whether anybody was told (else it was skipped, or nobody could be). */
export interface Trace {
  on: PlainDate;
  told: boolean;
}
export type Recorded = ReadonlyMap<string, Trace>;
