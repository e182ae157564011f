import { readToken } from './button-token.js';
import { answersNotice, globalCommand, leadingCommand, readDifficulty, readEdit } from './commands.js';
import type { Dialog } from './dialog.js';
import type { Incoming } from './incoming.js';

/** What a turn needs to know besides what is owed: most turns need none of it. */
export interface Wanted {
  /** Reports that stand submitted. */
  submitted: boolean;
  /** Wishes for more time that wait for the person. */
  wishes: boolean;
  /** Submitted reports that still owe forms beside their headline. */
  annexes: boolean;
  /** What is late in the units that the person watches. */
  late: boolean;
  /** Units to which a group may be bound. */
  groups: boolean;
  /** Difficulties that are open. */
  difficulties: boolean;
  /** Who may stand in for the person. */
  delegation: boolean;
  /** Which forms a report has. */
  forms: boolean;
}

/** Told from where the dialog stands and what was said. */
export function wantedBy({ place }: Dialog, { content }: Incoming): Wanted {
  const purpose = place.at === 'choose' ? place.purpose : place.at;
  const text =
    content.type === 'text'
      ? content.text
      : content.type === 'button'
        ? (readToken(content.token)?.typed ?? content.token)
        : '';
  const named = (globalCommand(text) ?? leadingCommand(text))?.command;
  return {
    submitted: purpose === 'correct' || readEdit(text) !== undefined,
    wishes:
      purpose === 'decide' || globalCommand(text)?.command === 'decide' || (place.at === 'idle' && answersNotice(text)),
    annexes: content.type === 'start' || globalCommand(text)?.command === 'owed',
    groups: purpose === 'group' || named === 'group' || named === 'ungroup',
    late:
      purpose === 'late' ||
      purpose === 'late-act' ||
      purpose === 'late-hand' ||
      named === 'late' ||
      named === 'standing',
    difficulties: named === 'difficulty' || readDifficulty(text) !== undefined,
    delegation: purpose === 'delegate' || named === 'delegate',
    forms: purpose === 'workbook' || globalCommand(text)?.command === 'workbook',
  };
}
