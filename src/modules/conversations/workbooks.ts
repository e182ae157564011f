import { chooseAmong } from './choose-among.js';
import { globalCommand, says } from './commands.js';
import type { FileView, OwedView, Place, Turn } from './dialog.js';
import { formAtHand } from './editing.js';
import { continueFilling } from './filling.js';
import { move, stay, type Context } from './moves.js';
import { listOwed } from './owed.js';

type Workbook = Extract<FileView, { is: 'workbook' }>;

/** `/bieu`: gives a form of what is owed as a workbook with the answers so far; asks which where there are several. */
export function giveWorkbook(context: Context, chosen?: string): Turn {
  const { view, say } = context;
  const open = view.owed.filter((owed) => !owed.settled && (owed.forms?.length ?? 0) > 0);
  const here = chosen ?? formAtHand(context)?.id;
  const only = open.find((owed) => owed.id === here) ?? (open.length === 1 ? open[0] : undefined);
  if (open.length === 0) return listOwed(context, say.t('no-workbook'));
  if (!only) {
    const choices = open.map((owed) => ({ owed, line: `${owed.title} (${owed.unitName})` }));
    return chooseAmong(context, 'workbook', say.t('workbook-which-report'), choices);
  }
  const forms = only.forms ?? [];
  if (forms.length === 1) return given(context, only, forms[0]!);
  const list = forms.map(({ title }, index) => `${index + 1}. ${title}`).join('\n');
  const buttons = forms.slice(0, 8).map((_, index) => say.labelled(String(index + 1), String(index + 1)));
  const place: Place = { at: 'workbook', obligation: only.id, forms: forms.map((form) => form.key) };
  return move(context, place, [say.t('workbook-which-form', { title: only.title }), list].join('\n\n'), [buttons]);
}

export function workbookTurn(context: Context, place: Extract<Place, { at: 'workbook' }>, text: string): Turn {
  const { view, say } = context;
  const owed = view.owed.find((one) => one.id === place.obligation);
  const number = Number(/^\s*(\d{1,3})\s*$/.exec(text)?.[1]);
  const form = owed?.forms?.find((one) => one.key === place.forms[number - 1]);
  if (!owed) return listOwed(context, say.t('gone'));
  return form ? given(context, owed, form) : stay(context, say.t('choose-number', { count: place.forms.length }));
}

function given(context: Context, owed: OwedView, form: { key: string; title: string }): Turn {
  const { say } = context;
  const params = { form: form.title, title: owed.title, unit: owed.unitName };
  const turn = move(context, { at: 'idle' }, say.t('workbook-here', params));
  const name = fileName(`${form.title} - ${owed.unitName}`);
  const attachment = { name, fileRef: `workbook/${owed.id}/${form.key}` };
  return { ...turn, replies: turn.replies.map((body) => ({ ...body, attachment })) };
}

/** A name that every system takes. */
const fileName = (title: string): string => `${title.replace(/[\\/:*?"<>|]+/g, ' ')}.xlsx`;

/** First part of the reference of a workbook that came in, with its faults marked; behind it the obligation and the message. */
export const MARKED_WORKBOOK = 'marked-workbook';

/** A workbook came in: what it would change in words, and what is wrong in it; applied only after a yes. */
export function showWorkbook(context: Context, event: string, read: Workbook): Turn {
  const { view, say } = context;
  const owed = view.owed.find((one) => one.id === read.obligation);
  if (!owed) return stay(context, say.t('gone'));
  const params = { form: read.formTitle, title: owed.title, unit: owed.unitName, count: read.count };
  if (read.faults > 0) {
    const more = read.faults - read.faultTexts.length;
    const text = [
      say.t('workbook-faults', { ...params, faults: read.faults }),
      [...read.faultTexts, ...(more > 0 ? [say.t('and-more', { count: more })] : [])].join('\n'),
      say.t('workbook-mend'),
    ];
    // The same file with a note at every faulty cell: it is mended where it is wrong, and sent back.
    const name = fileName(say.t('workbook-marked-name', params));
    const attachment = { name, fileRef: `${MARKED_WORKBOOK}/${read.obligation}/${event}` };
    const turn = stay(context, text.join('\n\n'));
    return { ...turn, replies: turn.replies.map((body) => ({ ...body, attachment })) };
  }
  if (read.count === 0) return stay(context, say.t('workbook-no-change', params));
  const more = read.count - read.changes.length;
  const text = [
    say.t('workbook-changes', params),
    [...read.changes, ...(more > 0 ? [say.t('and-more', { count: more })] : [])].join('\n'),
    read.meanwhile > 0 ? say.t('workbook-meanwhile', { count: read.meanwhile }) : undefined,
    say.t('workbook-confirm'),
  ];
  const { obligation, revision, count } = read;
  const place: Place = { at: 'apply', obligation, event, revision, count };
  return move(context, place, text.filter(Boolean).join('\n\n'), [[say.button('yes', '1'), say.button('no', '2')]]);
}

/** The yes or no to the changes of a workbook. */
export function applyTurn(context: Context, place: Extract<Place, { at: 'apply' }>, text: string | undefined): Turn {
  const { say } = context;
  if (text !== undefined && (says(text, 'no') || globalCommand(text)?.command === 'stop')) {
    return move(context, { at: 'idle' }, say.t('workbook-dropped'));
  }
  if (text === undefined || !says(text, 'yes')) return stay(context, say.t('say-yes-or-no'));
  const turn = move(context, { at: 'idle' }, say.t('workbook-applied', { count: place.count }));
  const { obligation, event, revision } = place;
  return { ...turn, effects: [{ do: 'apply-workbook', obligation, event, revision }] };
}

/** Back to the form that was left for a file. */
export const backFromFile = (context: Context, text: string): Turn => {
  if (!context.dialog.left) return move(context, { at: 'idle' }, text);
  const turn = continueFilling(context);
  return { ...turn, replies: turn.replies.map((body) => ({ ...body, text: `${text}\n\n${body.text}` })) };
};
