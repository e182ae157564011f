import type { Cell, ChatStep, FormDefinition, ShortForm, ValueCell } from '../../forms/index.js';
import type { Body } from '../outbox/index.js';
import type { LastGaps, LastValues } from '../reports/index.js';
import type { Locale } from '../shared/index.js';

/** An answer that waits for one more word of the person before it is written down. */
export type Pending =
  /** "500k, that is 500 000: right?" */
  | { sort: 'confirm'; value: string | boolean; typed: string }
  /** "1.234: 1 234 or 1,234?" Options are values, or the word for a state. */
  | { sort: 'choose'; options: (string | boolean)[]; typed: string }
  /** No figure yet: why, and when? */
  | { sort: 'no-data'; typed: string }
  /** Written down; whether it is an estimate, preliminary or official is asked beside it. */
  | { sort: 'standing'; cell: ValueCell; typed: string }
  /** Written down, and far enough from what was expected to ask why; the words become the cell's note. */
  | { sort: 'explain'; cell: ValueCell; typed: string }
  /** Another answer stands there: change it? Without `cell` to "no data yet", whose reason is asked next; `by` wrote what stands. */
  | { sort: 'change'; cell?: Cell; typed: string; by?: string }
  /** Rows with several columns were given one figure each: to which column? */
  | { sort: 'columns'; given: { rowKey: string; typed: string }[]; typed: string };

/**
 * What is still to be asked before the dialog goes on with the form, one after the other: a text to be read, a question
 * that was put aside, the question itself (`again`), or else what is to be asked beside an answer that stands.
 */
export interface Waiting {
  rowKey: string;
  measure: string;
  typed?: string;
  pending?: Pending;
  again?: boolean;
}

export interface StatusDraft {
  state?: 'not_started' | 'in_progress' | 'blocked' | 'done';
  progress?: number;
  difficulty?: string;
  expectedOn?: string;
  /** Read from free words: shown back for a yes before it is kept. */
  fromLine?: boolean;
}

/** What a numbered list of obligations was shown for. */
export type Purpose = (typeof PURPOSES)[number];
export const PURPOSES = ['open', 'fill', 'status', 'extension', 'decide', 'correct', 'ask', 'workbook'] as const;

/** Where a dialog stands; plain data, kept in the database as long as the round lasts. */
export type Place =
  | { at: 'idle' }
  | { at: 'confirm-link'; code: string }
  /** A numbered list was shown: what a bare number means. */
  | { at: 'choose'; purpose: Purpose; obligations: string[]; typed?: string }
  | { at: 'fill'; obligation: string; rowKey: string; measure: string; pending?: Pending; queue?: Waiting[] }
  | { at: 'summary'; obligation: string }
  | {
      at: 'status';
      obligation: string;
      slot: 'state' | 'progress' | 'difficulty' | 'expected' | 'confirm';
      draft: StatusDraft;
    }
  /** More time is asked for: until which last day, and why. */
  | { at: 'extension'; obligation: string; step: 'day' | 'reason' | 'confirm'; lastDay?: string; reason?: string }
  /** A wish for more time waits for this person's yes or no; then why not. */
  | { at: 'decide'; obligation: string; step: 'choice' | 'reason' }
  /** A submitted report is corrected: which row, what it is now, why. */
  | { at: 'correct'; obligation: string; rowKey?: string; measure?: string; cell?: Cell; pending?: Pending }
  /** One of several forms of a report is wanted as a workbook. */
  | { at: 'workbook'; obligation: string; forms: string[] }
  /** A workbook that was sent in waits for a yes; `event` is the message that brought it. */
  | { at: 'apply'; obligation: string; event: string; revision: number; count: number }
  /** A file waits to be told which question it answers. */
  | {
      at: 'place-file';
      event: string;
      name: string;
      choices: { obligation: string; rowKey: string; measure: string }[];
    }
  /** A group is to be bound to one of these units. */
  | { at: 'group'; units: string[] }
  /** What is late was listed: what a number means until it is listed anew. */
  | { at: 'late'; obligations: string[] }
  /** An act on a line of that list waits for its day, its reason or a yes. */
  | {
      at: 'late-act';
      act: 'promise' | 'extend' | 'waive' | 'return';
      obligation: string;
      list: string[];
      day?: string;
      words?: string;
    }
  /** The next words go to whoever watches the unit. */
  | { at: 'ask'; obligation: string; rowKey?: string }
  /** The next words are a difficulty of the unit; without a unit that is asked first, and `typed` is kept. */
  | { at: 'difficulty'; unit?: string; obligation?: string; rowKey?: string; typed?: string };

/** Counts the shapes of {@link Dialog}; what an older program kept is read by `readDialog`. */
export const DIALOG_VERSION = 2;

export interface Dialog {
  v: typeof DIALOG_VERSION;
  place: Place;
  /** Counts the prompts: buttons carry it, so that an old one is known as old. */
  prompt: number;
  /** When the last prompt was written; a text sent before it cannot be its answer. ISO instant. */
  promptedAt?: string;
  /** Key of the reply that put the question: what comes in before that has left cannot be its answer. */
  askedBy?: string;
  /** The prompt that put this question first, where it was repeated since: buttons from there on are its own. */
  since?: number;
  /** The beginning of what was typed last: whoever types the same again may mean the question before. */
  said?: string;
  /** A form that was left in the middle: what "tiếp tục" goes back to. */
  left?: Omit<Extract<Place, { at: 'fill' }>, 'at'>;
  /** The revision of the report that was shown last: another's answers since then are shown before they are changed. */
  seen?: { obligation: string; revision: number };
}

export const newDialog = (): Dialog => ({ v: DIALOG_VERSION, place: { at: 'idle' }, prompt: 0 });

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
  /** Name of the unit that the code in the message stands for, while that is good. */
  coded?: string;
  /** How the units stand below the unit that the group is bound to. */
  standing?: {
    unitName: string;
    milestones: { title: string; lastDay: string; asked: number; done: number; late: number }[];
  };
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
  said?: Omit<StatusDraft, 'fromLine' | 'state'> & {
    state: NonNullable<StatusDraft['state']>;
    outcome?: 'accepted' | 'returned';
  };
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

/** A file that somebody sent: why it is not to be had, or what it is. */
export type FileView =
  | { is: 'problem'; problem: 'too-large' | 'gone' | 'unreachable' | 'refused'; text?: string }
  /** Evidence of a kind that reports keep. */
  | { is: 'evidence'; name: string }
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
  /** Open difficulties that the person raised, or receives; only where the turn is about them. */
  difficulties?: { mine: readonly DifficultyView[]; waiting: readonly DifficultyView[] };
  /**
   * Why the person may not have read the question that stands: it has not left us, it is leaving just now, or nobody knows
   * whether it arrived.
   */
  unseen?: 'waits' | 'leaving' | 'unknown';
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
  /** The file that the message brought. */
  file?: FileView;
  /** The questions of a status report as admins word them; the product's own words where there is no such form. */
  statusForm?: ShortForm;
  buttons: boolean;
}

/** What a turn wants done; the shell does it in the same transaction. */
export type Effect =
  | { do: 'link'; code: string }
  | { do: 'answer'; obligation: string; rowKey: string; measure: string; cell: Cell }
  | { do: 'submit'; obligation: string }
  | { do: 'status'; obligation: string; report: StatusDraft }
  | { do: 'speak'; locale: Locale }
  | { do: 'ask-extension'; obligation: string; dueOn: string; reason: string }
  /** Without a reason that of the wish stands. */
  | { do: 'grant-extension'; obligation: string; dueOn: string; confirmed: boolean; reason?: string }
  | { do: 'refuse-extension'; obligation: string; reason: string }
  | { do: 'correct'; obligation: string; rowKey: string; measure: string; cell: Cell; reason: string }
  /** The file of message `event` is kept with the report and answers the question. */
  | { do: 'keep-file'; obligation: string; rowKey: string; measure: string; event: string; name: string }
  /** The workbook of message `event` is applied to the report, if that is still at `revision`. */
  | { do: 'apply-workbook'; obligation: string; event: string; revision: number }
  /** The number it is known by stands in place of {@link QUESTION_NUMBER} in the replies. */
  | { do: 'ask'; obligation: string; rowKey?: string; text: string }
  | { do: 'reply'; number: number; text: string }
  /** The number of the difficulty stands in place of {@link QUESTION_NUMBER}. */
  | { do: 'raise'; unit: string; obligation?: string; rowKey?: string; text: string }
  | { do: 'settle'; number: number; text: string }
  /** The code that binds a group stands in place of {@link GROUP_CODE}. */
  | { do: 'group-code'; unit: string }
  | { do: 'bind-group'; code: string }
  | { do: 'unbind-groups'; units: string[] }
  | { do: 'remind-now'; unit: string }
  | { do: 'acknowledge'; obligation: string }
  | { do: 'promise'; obligation: string; promisedOn: string; note: string }
  | { do: 'waive'; obligation: string; reason: string }
  | { do: 'review-status'; obligation: string; outcome: 'accepted' | 'returned'; reason: string }
  /** A link that signs the person in on the pages, in place of {@link SIGN_IN_LINK} in the replies. */
  | { do: 'sign-in' };

/** Stands in a reply where the shell puts a link that works once: a turn makes no secrets. */
export const SIGN_IN_LINK = '{sign-in-link}';
/** Stands in a reply where the shell puts the number of the question that was kept. */
export const QUESTION_NUMBER = '{question-number}';

/** Stands in a reply where the shell puts the code that binds a group. */
export const GROUP_CODE = '{group-code}';

export interface Turn {
  dialog: Dialog;
  replies: Body[];
  effects: Effect[];
}
