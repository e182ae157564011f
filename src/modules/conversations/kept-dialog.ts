import type { Dialog } from './dialog.js';

/** The dialog with what the person has now seen of the report: what was shown, and the own answers. */
export function seeing(dialog: Dialog, revisions: ReadonlyMap<string, number>): Dialog {
  const revision = dialog.seen && revisions.get(dialog.seen.obligation);
  return dialog.seen && revision !== undefined ? { ...dialog, seen: { ...dialog.seen, revision } } : dialog;
}

/** The dialog with the reply that puts its question, where this turn put one that no earlier reply has put. */
export const asking = (dialog: Dialog, before: Dialog, askedBy: string): Dialog =>
  dialog.prompt === before.prompt ? dialog : { ...dialog, askedBy: dialog.askedBy ?? askedBy };
