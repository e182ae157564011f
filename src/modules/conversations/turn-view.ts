import type { Cell, ChatStep, FormDefinition, ShortForm } from '../../forms/index.js';
import type { Body } from '../outbox/index.js';
import type { LastGaps, LastValues } from '../reports/index.js';
import type { Locale } from '../shared/index.js';

/** One thing owed, as the dialog sees it. */
export interface OwedView {
  id: string;
  title: string;
  unit: string;
  unitName: string;
  /** In whose stead the person answers for the unit. */
  actingFor?: string;
  /** ISO days. */
  lastDay: string;
  dueOn: string;
  daysLeft: number;
  settled: boolean;
  signedDocument: boolean;
  planYear: number;
  /** The forms of the report; only where a turn is about workbooks. */
  forms?: { key: string; title: string }[];
  /** Present where the bot asks a form one by one. */
  form?: {
    definition: FormDefinition;
    steps: readonly ChatStep[];
    cells: Record<string, Record<string, Cell>>;
    last: LastValues;
    /** Why there is nothing to compare with, where units were merged or split. */
    gaps?: LastGaps;
    reportYear: number;
    submitted: boolean;
    /** Forms beside the headline that are not whole, by name: they stay owed after the submission. */
    owedForms?: readonly string[];
    /** Counts the changes of the report; 0 before it is begun. */
    revision: number;
    /** Answers that others wrote since what the person saw last. */
    others?: { rowKey: string; measure: string; name: string }[];
    /** Who wrote last, where that is somebody else. */
    lastBy?: string;
  };
}

/** A submitted report; `closed` names whom to ask where it cannot be corrected any more. */
export type SubmittedView = OwedView & { closed?: { to: string } };

/** A submitted report with the forms beside its headline that are not whole, by name. */
export interface AnnexesView {
  obligation: string;
  title: string;
  unitName: string;
  forms: readonly string[];
}

/** A wish for more time that waits for the person's answer. */
export interface WishView {
  obligation: string;
  title: string;
  unitName: string;
  /** ISO days. */
  lastDay: string;
  wishedLastDay: string;
  reason: string;
}

/** What a group may hear: counts, never a name or a figure of anybody. */
export interface GroupView {
  /** The message names a code or a link that would let somebody in: everybody in the group could use it. */
  leaked?: boolean;
  /** Name of the unit that the code in the message stands for, while that is good. */
  coded?: string;
  /** How the units stand below the unit that the group is bound to. */
  standing?: {
    unitName: string;
    milestones: { title: string; lastDay: string; asked: number; done: number; late: number }[];
  };
}

/** A status report as whoever watches the unit reads it. */
export interface SaidView {
  /** In the reader's language, as is everything here but the day. */
  stateLabel: string;
  progress?: number;
  difficulty?: string;
  /** ISO day. */
  expectedOn?: string;
  /** What else was asked and answered. */
  more: readonly { label: string; value: string; note?: string }[];
  outcome?: 'accepted' | 'returned';
}

/** Something late in a unit that the person watches; or not late, with a status report that waits to be looked at. */
export interface LateView {
  obligation: string;
  unit: string;
  unitName: string;
  title: string;
  /** ISO day. */
  lastDay: string;
  /** 0 or less where it is not late. */
  daysLate: number;
  promise?: { on: string; by: string };
  /** Whether the person has taken it on. */
  acknowledged?: boolean;
  /** The newest status report, with what was made of it. */
  said?: SaidView;
  /** Whether the status report waits to be looked at. */
  toReview: boolean;
}

/** A difficulty that is not settled. */
export interface DifficultyView {
  number: number;
  unitName: string;
  /** ISO day. */
  askedOn: string;
  text: string;
  /** How often it was answered. */
  answers: number;
}

/** A colleague who may stand in for a head. */
export interface DeputyView {
  person: string;
  name: string;
  title: string;
  unit: string;
  unitName: string;
}

/** A delegation of the person that is in force or ahead; ISO days, both inclusive. */
export interface DelegationView {
  id: string;
  deputyName: string;
  unitName: string;
  firstDay: string;
  lastDay: string;
}

/** A file that somebody sent: why it is not to be had, or what it is. */
export type FileView =
  | { is: 'problem'; problem: 'too-large' | 'gone' | 'unreachable' | 'refused'; text?: string }
  /** Evidence of a kind that reports keep; of a workbook in which no form can be read also why. */
  | { is: 'evidence'; name: string; noWorkbook?: string }
  /** A workbook of ours, read against the report it belongs to; texts are ready to be shown. */
  | {
      is: 'workbook';
      obligation: string;
      formTitle: string;
      revision: number;
      count: number;
      changes: string[];
      /** How many of them change what somebody else answered since the workbook was given out. */
      meanwhile: number;
      faults: number;
      faultTexts: string[];
      /** What is to be mended or explained before the report can be submitted; the file can be applied all the same. */
      findings?: { count: number; texts: string[] };
    };

/** Everything a turn may know besides the dialog and what was said. A value: the turn asks nobody. */
export interface TurnView {
  now: string;
  today: string;
  locale: Locale;
  person?: { id: string; name: string; title: string; units: string[] };
  /** Whose enrolment code was just named, if any. */
  enrolment?: { code: string; person: string; name: string; title: string; units: string[] };
  /** So many wrong codes were typed that this one was not looked at. */
  stopped?: boolean;
  /** The chat was somebody's who no longer works here. */
  gone?: boolean;
  owed: readonly OwedView[];
  /** The units for which the person answers. */
  units?: readonly { code: string; name: string }[];
  /** Units to which the person may bind a group; only where the turn is about that. */
  groupUnits?: readonly { code: string; name: string }[];
  /** Only in groups. */
  group?: GroupView;
  /** What is late in the units that the person watches; only where the turn is about it. */
  late?: readonly LateView[];
  /** Whom the person may hand something late to; only where the turn is about what is late. */
  colleagues?: readonly { person: string; name: string; title: string; unitName: string }[];
  /** Open difficulties that the person raised, or receives; only where the turn is about them. */
  difficulties?: { mine: readonly DifficultyView[]; waiting: readonly DifficultyView[] };
  /**
   * Why the person may not have read the question that stands: it has not left us, it is leaving just now, it had not come into
   * sight when this was written, or nobody knows whether it arrived.
   */
  unseen?: 'waits' | 'leaving' | 'unread' | 'unknown';
  /** The message with the question that stands, while it stands in line or is leaving. */
  waiting?: Body;
  /** When the question that stands left us; what was said before cannot be its answer. ISO instant. */
  askedAt?: string;
  /** Whether what is owed is owed by more than one unit: then every question names its unit. */
  severalUnits?: boolean;
  /** Reports that stand submitted and may still be corrected, or say whom to ask; only where the turn is about them. */
  submitted?: readonly SubmittedView[];
  /** Reports that are submitted and still owe forms beside their headline; only where the list of what is owed is asked for. */
  annexes?: readonly AnnexesView[];
  /** Wishes for more time; only where the turn is about them. */
  wishes?: readonly WishView[];
  /** Whom a head may name as deputy, and what stands; only where the turn is about it. */
  delegation?: { heads: readonly string[]; deputies: readonly DeputyView[]; standing: readonly DelegationView[] };
  /** The file that the message brought. */
  file?: FileView;
  /** The questions of a status report as admins word them; the product's own words where there is no such form. */
  statusForm?: { version: number; form: ShortForm };
  buttons: boolean;
}
