import { chooseAmong } from './choose-among.js';
import { globalCommand, says } from './commands.js';
import type { Place } from './dialog.js';
import type { Turn } from './effect.js';
import type { FileView, OwedView } from './turn-view.js';
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
  // The same file with a note at every faulty cell: it is mended where it is wrong, and sent back.
  const marked = (turn: Turn): Turn => {
    const name = fileName(say.t('workbook-marked-name', params));
    const attachment = { name, fileRef: `${MARKED_WORKBOOK}/${read.obligation}/${event}` };
    return { ...turn, replies: turn.replies.map((body) => ({ ...body, attachment })) };
  };
  const listed = (texts: readonly string[], count: number): string => {
    const more = count - texts.length;
    return [...texts, ...(more > 0 ? [say.t('and-more', { count: more })] : [])].join('\n');
  };
  // A file that is shown and cannot be applied takes the place of the one that waits for a yes: no yes goes to the wrong one.
  const told = (said: string): Turn =>
    context.dialog.place.at === 'apply' ? move(context, { at: 'idle' }, said) : stay(context, said);
  if (read.faults > 0) {
    const text = [
      say.t('workbook-faults', { ...params, faults: read.faults }),
      listed(read.faultTexts, read.faults),
      say.t('workbook-mend'),
    ];
    return marked(told(text.join('\n\n')));
  }
  // What the checks find keeps the report from being submitted, not the file from being applied.
  const { findings = { count: 0, texts: [] } } = read;
  const found =
    findings.count > 0
      ? [say.t('workbook-findings', { count: findings.count }), listed(findings.texts, findings.count)].join('\n')
      : undefined;
  const withMarks = (turn: Turn): Turn => (found === undefined ? turn : marked(turn));
  if (read.count === 0) {
    const text = [say.t('workbook-no-change', params), found].filter(Boolean).join('\n\n');
    return withMarks(told(text));
  }
  const text = [
    say.t('workbook-changes', params),
    listed(read.changes, read.count),
    read.meanwhile > 0 ? say.t('workbook-meanwhile', { count: read.meanwhile }) : undefined,
    found,
    say.t('workbook-confirm'),
  ];
  const { obligation, revision, count } = read;
  const place: Place = { at: 'apply', obligation, event, revision, count };
  const buttons = [[say.button('yes', '1'), say.button('no', '2')]];
  return withMarks(move(context, place, text.filter(Boolean).join('\n\n'), buttons));
}

/** The yes or no to the changes of a workbook. */
export function applyTurn(context: Context, place: Extract<Place, { at: 'apply' }>, text: string | undefined): Turn {
  const { say } = context;
  if (text !== undefined && (says(text, 'no') || globalCommand(text)?.command === 'stop')) {
    return move(context, { at: 'idle' }, say.t('workbook-dropped'));
  }
  if (text === undefined || !says(text, 'yes')) return stay(context, say.t('workbook-yes-or-no'));
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
