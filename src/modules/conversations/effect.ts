import type { Cell } from '../../forms/index.js';
import type { Body } from '../outbox/index.js';
import type { Locale } from '../shared/index.js';
import type { Dialog, StatusDraft } from './dialog.js';

/** What a turn wants done; the shell does it in the same transaction. */
export type Effect =
  | { do: 'link'; code: string }
  | { do: 'answer'; obligation: string; rowKey: string; measure: string; cell: Cell }
  | { do: 'submit'; obligation: string }
  /** `formVersion` is the version of the form that asked; absent where the product's own words did. */
  | { do: 'status'; obligation: string; report: StatusDraft; formVersion?: number }
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
  /** What the message names that lets somebody in is worth nothing from now on, and who gave it is told. */
  | { do: 'burn-codes' }
  | { do: 'remind-now'; unit: string }
  | { do: 'acknowledge'; obligation: string }
  /** A question to the unit that is late. */
  | { do: 'ask-unit'; obligation: string; text: string }
  /** Somebody else who watches the unit takes care of the lateness. */
  | { do: 'hand-over'; obligation: string; person: string; note: string }
  | { do: 'promise'; obligation: string; promisedOn: string; note: string }
  | { do: 'waive'; obligation: string; reason: string }
  /** In the person's stead as head of `unit`; both days inclusive. */
  | { do: 'delegate'; deputy: string; unit: string; firstDay: string; lastDay: string; decision: string }
  | { do: 'end-delegation'; id: string }
  | { do: 'review-status'; obligation: string; outcome: 'accepted' | 'returned'; reason: string }
  /** A link that signs the person in on the pages, in place of {@link SIGN_IN_LINK} in the replies. */
  | { do: 'sign-in' };

/** Stands in a reply where a link that works once is put as the reply is shown: a turn makes no secrets. */
export const SIGN_IN_LINK = '{sign-in-link}';
/** Stands in a reply where the shell puts the number of the question that was kept. */
export const QUESTION_NUMBER = '{question-number}';

/** Stands in a reply where the code that binds a group is put as the reply is shown. */
export const GROUP_CODE = '{group-code}';

export interface Turn {
  dialog: Dialog;
  replies: Body[];
  effects: Effect[];
}
