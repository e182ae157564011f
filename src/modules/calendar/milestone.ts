import type { PlainDate, Text } from '../shared/index.js';

/** The year a day of the calendar lies in, seen from plan year P: the report year (P−1) or the plan year itself. */
export type YearOf = 'report-year' | 'plan-year';

/** A day of every year: month and day as `MM-DD`, and in which year it lies. */
export interface YearlyDay {
  monthDay: string;
  yearOf: YearOf;
}

export interface Clause {
  /** Section of the directive, e.g. `II.3, Vòng 1 (3)`. */
  section: string;
  /** The sentence, as it stands there (NFC). */
  quote: string;
}

/**
 * Who receives: the superior of the unit that owes, a certain unit, all units of a kind, units of a kind below the owing unit
 * or beside it (under the same superior), a body named in words, or the unit that an event was about.
 */
export type RecipientSelector =
  | { superior: true }
  | { unit: string }
  | { kind: string; below?: boolean; beside?: boolean }
  | { body: string }
  | { concerned: true };

/** A term counted from an event; the unit that held the event owes it. */
export interface AfterEvent {
  /** Windows whose events begin the term. */
  events: string[];
  /** The last allowed day is so many days after the event ended. */
  days: number;
  count: 'calendar' | 'working';
  /** Why the way of counting is assumed, where the text does not say it. */
  assumed?: Text;
}

/** What a report's figures are about. A period that ends after the due day can only be estimated. */
export interface FigurePeriod {
  from: YearlyDay;
  to: YearlyDay;
  /** Up to this day figures are known when the report is due. */
  dataUntil: YearlyDay;
  /** How figures stand unless said otherwise. */
  standing: 'estimate' | 'preliminary' | 'official';
  assumed?: Text;
}

/** One period of a local rule. */
export interface RulePeriod {
  key: string;
  /** With `{P}` and `{R}` for the plan and the report year. */
  title: Text;
  opens: YearlyDay;
  /** First day too late (exclusive). */
  due: YearlyDay;
}

/** A rule that the product proposes where the text names no days; it binds nobody before somebody sets it. */
export interface RuleProposal {
  key: string;
  assumed: Text;
  forms: string[];
  periods: RulePeriod[];
}

/**
 * One dated act of the directive. Only `deadline` makes obligations when a cycle opens; `window`, `relative` and `local`
 * do so once an event or a rule sets their date; `start`, `period` and `request` never do.
 */
export interface Milestone {
  id: string;
  round: '0' | '1' | '2' | '3' | 'reports';
  sort: 'deadline' | 'window' | 'relative' | 'local' | 'start' | 'period' | 'request';
  title: { vi: string; en: string };
  /** Kind of the units that owe it; none for a request or a frame. */
  owes?: string;
  /** Level of the units that owe it, of whatever kind; instead of `owes`. */
  owesLevel?: string;
  recipients: RecipientSelector[];
  /** Code of the unit that follows it, where that is not the superior in the tree. */
  watchedBy?: string;
  /** Form keys by the order in which they are asked; the first indicator form is the headline. `{level}` is never expanded: keys are literal. */
  forms: string[];
  /** The form the bot asks one by one. */
  headline?: string;
  /** Fulfilled by a record of the signed document instead of answers. */
  signedDocument: boolean;
  /** Each unit reports only on the rows that it leads (a department's form). */
  onlyLedRows: boolean;
  /** First day on which it can be worked on; `assumed` where the directive names none. */
  opens?: YearlyDay & { assumed: boolean };
  /** First day that is too late (exclusive); for a window its last day + 1. */
  due?: YearlyDay;
  /** Another due day for some of the units; the first that fits counts. */
  dueOf?: { unit?: string; kind?: string; trait?: string; due: YearlyDay }[];
  /** For a relative term: the event that it follows. */
  after?: AfterEvent;
  /** For a window: what its conferences discuss, told with the invitation. */
  agenda?: Text[];
  /** For a report: the span of its figures. */
  figures?: FigurePeriod;
  /** For a local rule: who may set it, whom it asks, and what the product proposes. */
  setBy?: ({ kind: string } | { unit: string })[];
  asks?: RecipientSelector;
  proposals?: RuleProposal[];
  /** The milestone whose obligation is made from this one's: the next link of the chain upwards. */
  feeds?: string;
  /** How many days a unit usually needs for it once everything from below is there. */
  usualDays?: number;
  /** The act of a superior without which this one cannot be done. */
  waitsOn?: string;
  /** Whoever is asked agrees the indicators that are to be assigned, before the council votes (clause IV.2 d). */
  agreesTargets?: true;
  /** First day of a window. */
  windowStart?: YearlyDay;
  clause: Clause;
  /** Why its dates are no more than assumptions, shown to admins; absent where a text in force names them. */
  assumed?: Text;
  /** What is odd about the row, shown to admins. */
  oddity?: string;
  /** The same in Vietnamese, where the row has it in English. */
  oddityVi?: string;
  provenance: string;
}

/** One unit owes one or more forms for one milestone of one plan year. Dates are days; `dueOn` is the first day too late. */
export interface PlannedObligation {
  planYear: number;
  milestone: string;
  unit: string;
  /** What it is about where a unit owes the milestone several times (one conference of many, one period of many); else empty. */
  occasion: string;
  /** The occasion in words. */
  about?: Text;
  /** The unit that follows it: whose supervisors are told when it is late. */
  superior?: string;
  /** Recipients: unit code where the recipient is a unit, always its name. */
  recipients: { unit?: string; name: string }[];
  forms: string[];
  headline?: string;
  signedDocument: boolean;
  onlyLedRows: boolean;
  opensOn: PlainDate;
  dueOn: PlainDate;
  lastDay: PlainDate;
  clause: Clause;
}

/** A row of the calendar that dates nothing: what is odd about the text, kept for admins. */
export interface Oddity {
  id: string;
  title: string;
  /** The words of the text (NFC). */
  quote: string;
  remark: string;
  /** Title and remark in Vietnamese, where the row has them in English. */
  vi?: { title?: string; remark: string };
  provenance: string;
}
