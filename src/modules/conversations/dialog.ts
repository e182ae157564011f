import type { Cell, ValueCell } from '../../forms/index.js';

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
  /** Key of a choice of the status form: the product's own four, and what admins add. */
  state?: string;
  progress?: number;
  difficulty?: string;
  expectedOn?: string;
  /** Answers to what admins ask beside the product's facts, by the question's key: canonical texts. */
  own?: Record<string, string>;
  /** Why an answer is as odd as a check found it, by the question's key. */
  notes?: Record<string, string>;
  /** Questions that were passed over, by key. */
  passed?: string[];
  /** Read from free words: shown back for a yes before it is kept. */
  fromLine?: boolean;
}

/** What a numbered list of obligations was shown for. */
export type Purpose = (typeof PURPOSES)[number];
export const PURPOSES = ['open', 'fill', 'status', 'extension', 'decide', 'correct', 'ask', 'workbook'] as const;

/** Where a dialog stands; plain data, kept in the database as long as the round lasts. */
export type Place =
  | { at: 'idle' }
  /** `code` is a digest: what lets somebody in stands in no dialog. */
  | { at: 'confirm-link'; code: string }
  /** A numbered list was shown: what a bare number means. */
  | { at: 'choose'; purpose: Purpose; obligations: string[]; typed?: string }
  | { at: 'fill'; obligation: string; rowKey: string; measure: string; pending?: Pending; queue?: Waiting[] }
  | { at: 'summary'; obligation: string }
  | {
      at: 'status';
      obligation: string;
      /** `own` is a question of the form that is no fact of the product's; `why` asks about an odd answer. */
      slot: 'state' | 'likely' | 'progress' | 'difficulty' | 'expected' | 'own' | 'why' | 'confirm';
      /** Of slots `own` and `why`: the question's key. */
      question?: string;
      /** Of slot `own`: what is still open about its answer. */
      pending?: Pending;
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
      act: 'promise' | 'extend' | 'waive' | 'return' | 'ask';
      obligation: string;
      list: string[];
      day?: string;
      words?: string;
    }
  /** A line of that list goes to a colleague, once it is plain to whom. */
  | { at: 'late-hand'; obligation: string; list: string[] }
  /** A head names who stands in: who and where, on which days, by which decision. */
  | {
      at: 'delegate';
      step: 'deputy' | 'days' | 'decision' | 'confirm';
      deputy?: string;
      unit?: string;
      firstDay?: string;
      lastDay?: string;
      decision?: string;
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
  /** The beginnings of what was said last, the newest first: whoever says the same again may mean the question before. */
  said?: readonly string[];
  /** A form that was left in the middle: what "tiếp tục" goes back to. */
  left?: Omit<Extract<Place, { at: 'fill' }>, 'at'>;
  /** The revision of the report that was shown last: another's answers since then are shown before they are changed. */
  seen?: { obligation: string; revision: number };
}

export const newDialog = (): Dialog => ({ v: DIALOG_VERSION, place: { at: 'idle' }, prompt: 0 });
