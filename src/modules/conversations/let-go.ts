import type { Dialog, Place } from './dialog.js';

/** Places that take any words for theirs. */
const TAKING_ANY_WORDS: readonly Place['at'][] = ['ask', 'difficulty'];

/**
 * The dialog after its words were refused. Where any words are taken, what is typed next would be refused as well, whatever it
 * was meant for: the dialog lets go, and «tiếp tục» leads back to the form that was left.
 */
export const letGo = (dialog: Dialog): Dialog =>
  TAKING_ANY_WORDS.includes(dialog.place.at) ? { ...dialog, place: { at: 'idle' } } : dialog;
