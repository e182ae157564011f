import { checkAnswers, type Issue, messageOf, noAnswers } from '../../forms/index.js';
import { chooseAmong } from './choose-among.js';
import { fold } from '../shared/index.js';
import { globalCommand, says } from './commands.js';
import { withoutCourtesy } from './courtesies.js';
import type { StatusDraft } from './dialog.js';
import type { Turn } from './effect.js';
import type { OwedView } from './turn-view.js';
import { move, type Context } from './moves.js';
import { namedIn } from './named-in.js';
import { describeOwed, listOwed } from './owed.js';
import { put, putConfirm, putLikely, putWhy, type StatusPlace } from './status-ask.js';
import { factsIn, readStatusLine } from './status-line.js';
import { readLine, readState, readStatusAnswer } from './status-read.js';
import {
  asAsked,
  lineOf,
  nextStep,
  passOver,
  stepOf,
  stepOfFact,
  stepsBefore,
  type StatusStep,
  without,
} from './status-steps.js';
import { describeStatus, questionOf } from './status-words.js';

/** `/baocao`: how far it is, what hinders, when it will be done, in four taps or in one line. */
export function startStatus(context: Context, line: string, chosen?: string): Turn {
  const { view, say } = context;
  const open = view.owed.filter((owed) => !owed.settled);
  const found = chosen ? open.find((owed) => owed.id === chosen) : open.length === 1 ? open[0] : namedIn(line, open);
  if (open.length === 0) return listOwed(context);
  if (!found) {
    const choices = open.map((owed) => ({ owed, line: describeOwed(say, owed) }));
    return chooseAmong(context, 'status', say.t('status-which'), choices, line);
  }
  const head = say.t('status-head', { title: found.title });
  if (line.trim() === '') return ask(context, found, {}, head);
  const { draft, unread } = readLine(context, line, found.title);
  const told = unread === undefined ? head : `${head}\n${say.t('status-unread', { words: unread })}`;
  return ask(context, found, { ...draft, fromLine: true }, told);
}

/** Whether a line is a status report by itself, without the command. */
export function isStatusLine({ view }: Context, line: string): boolean {
  const draft = readStatusLine(line, view.today);
  return view.owed.length > 0 && factsIn(draft) >= 2 && (draft.progress !== undefined || draft.state !== undefined);
}

/** The answer to the present question of a status report; without `text` the question is put again. */
export function statusTurn(context: Context, place: StatusPlace, text: string | undefined, before?: string): Turn {
  const { view, say } = context;
  const { draft } = place;
  const owed = view.owed.find((one) => one.id === place.obligation);
  if (!owed) return listOwed(context, say.t('gone'));
  const step = stepAt(context, place);
  if (text !== undefined && globalCommand(text)?.command === 'stop') {
    return move(context, { at: 'idle' }, say.t('stopped'));
  }
  if (text !== undefined && says(text, 'back')) return back(context, owed, place);
  switch (place.slot) {
    case 'likely': {
      if (text === undefined) return putLikely(context, owed, draft, before);
      if (says(text, 'yes')) return ask(context, owed, draft);
      const { state: _, ...known } = draft;
      if (says(text, 'no')) return ask(context, owed, known);
      return takeState(context, owed, known, text) ?? putLikely(context, owed, draft, say.t('say-yes-or-no'));
    }
    case 'confirm':
      if (text === undefined) return putConfirm(context, owed, draft, before);
      if (says(text, 'yes')) return saved(context, owed, draft);
      if (says(text, 'no')) return ask(context, owed, {}, say.t('status-again'));
      return putConfirm(context, owed, draft, say.t('say-yes-or-no'));
    case 'why': {
      // A form that was published meanwhile may find nothing odd in it.
      if (text === undefined || !step) return settle(context, owed, draft, before);
      if (says(text, 'correct')) return ask(context, owed, without(draft, step));
      if (says(text, 'skip') || !/\p{L}/u.test(text)) return settle(context, owed, draft, say.t('status-needed'));
      const notes = { ...draft.notes, [step.key]: text.normalize('NFC').trim().slice(0, 1000) };
      return ask(context, owed, { ...draft, notes });
    }
    case 'state':
      if (text === undefined) return put(context, owed, draft, stepOfFact(view, 'state'), before);
      return takeState(context, owed, draft, text) ?? stateUnclear(context, owed, draft);
    case 'progress':
    case 'difficulty':
    case 'expected':
    case 'own':
      // The question may be asked no more since a form was published.
      if (!step || !isOpen(context, draft, step)) return ask(context, owed, draft, before);
      if (text === undefined) return put(context, owed, draft, step, before, place.pending);
      return takeAnswer(context, owed, draft, step, text, place);
  }
}

/** Asks for what is still missing, with what is known so far. */
function ask(context: Context, owed: OwedView, draft: StatusDraft, before?: string): Turn {
  const next = nextStep(context.view, draft);
  return next ? put(context, owed, draft, next, before) : settle(context, owed, draft, before);
}

/** Nothing is left to be asked: what the form's checks find is said first, then the report is kept or shown back. */
function settle(context: Context, owed: OwedView, given: StatusDraft, before?: string): Turn {
  const draft = asAsked(context.view, given);
  const { refused, warned } = findings(context, owed, draft);
  const sentence = (issue: Issue) => {
    const { key, params } = messageOf(issue, context.view.locale);
    return [before, context.say.foreign(key, params)].filter(Boolean).join('\n\n');
  };
  const [broken] = refused;
  if (broken) {
    const step = stepOfIssue(context, draft, broken);
    return put(context, owed, without(draft, step), step, sentence(broken));
  }
  const odd = warned.find((issue) => draft.notes?.[stepOfIssue(context, draft, issue).key] === undefined);
  if (odd) return putWhy(context, owed, draft, stepOfIssue(context, draft, odd).key, sentence(odd));
  // What was tapped answer by answer needs no second yes; what was read from free words is shown back first.
  return draft.fromLine ? putConfirm(context, owed, draft, before) : saved(context, owed, draft);
}

function findings({ view }: Context, owed: OwedView, draft: StatusDraft): { refused: Issue[]; warned: Issue[] } {
  if (!view.statusForm) return { refused: [], warned: [] };
  const { form } = view.statusForm;
  return checkAnswers(form, { ...noAnswers(), sections: { [form.key]: lineOf(draft) } }, owed.planYear - 1);
}

/** The question that a finding is about; of one about the whole report the last that was answered. */
function stepOfIssue({ view }: Context, draft: StatusDraft, { path }: Issue): StatusStep {
  const named = path.section === undefined ? undefined : stepOf(view, path.section);
  return named ?? stepsBefore(view, '', draft).at(-1) ?? stepOfFact(view, 'state');
}

function saved(context: Context, owed: OwedView, draft: StatusDraft): Turn {
  const { fromLine: _, passed: __, ...report } = draft;
  const text = context.say.t('status-saved', { title: owed.title, ...describeStatus(context, draft, owed, 'clause') });
  const turn = move(context, { at: 'idle' }, text);
  const version = context.view.statusForm?.version;
  const formVersion = version === undefined ? {} : { formVersion: version };
  return { ...turn, effects: [{ do: 'status', obligation: owed.id, report, ...formVersion }] };
}

/** The question before the one that stands, asked anew. */
function back(context: Context, owed: OwedView, place: StatusPlace): Turn {
  const { view, say } = context;
  const { draft } = place;
  if (place.pending) return statusTurn(context, { ...place, pending: undefined }, undefined);
  const here = place.slot === 'confirm' || place.slot === 'why' ? '' : (stepAt(context, place)?.key ?? '');
  const earlier = place.slot === 'likely' ? stepOfFact(view, 'state') : stepsBefore(view, here, draft).at(-1);
  if (!earlier) return statusTurn(context, place, undefined, say.t('at-first'));
  return put(context, owed, without(draft, earlier), earlier);
}

/** The question that stands. */
function stepAt({ view }: Context, { slot, question }: StatusPlace): StatusStep | undefined {
  if (question !== undefined) return stepOf(view, question);
  return slot === 'state' || slot === 'progress' || slot === 'difficulty' || slot === 'expected'
    ? stepOfFact(view, slot)
    : undefined;
}

/** Whether the question would be asked if it were not answered. */
const isOpen = ({ view }: Context, draft: StatusDraft, step: StatusStep): boolean =>
  stepsBefore(view, '', passOver(draft, step)).some(({ key }) => key === step.key);

function takeState(context: Context, owed: OwedView, draft: StatusDraft, text: string): Turn | undefined {
  const read = readState(context, text, owed.title);
  if (!read) return undefined;
  const before = read.unread === undefined ? undefined : context.say.t('status-unread', { words: read.unread });
  const told = { ...draft, ...read.draft };
  return read.likely ? putLikely(context, owed, told) : ask(context, owed, told, before);
}

function stateUnclear(context: Context, owed: OwedView, draft: StatusDraft): Turn {
  const { view, say } = context;
  const step = stepOfFact(view, 'state');
  const count = questionOf(context, step).choices?.length ?? 4;
  return put(context, owed, draft, step, say.t('status-state-unclear', { count }));
}

function takeAnswer(
  context: Context,
  owed: OwedView,
  draft: StatusDraft,
  step: StatusStep,
  text: string,
  { pending }: Pick<StatusPlace, 'pending'>,
): Turn {
  const { say } = context;
  const none = (): Turn =>
    questionOf(context, step).required
      ? put(context, owed, draft, step, say.t('status-needed'))
      : ask(context, owed, passOver(draft, step));
  if (pending?.sort === 'confirm') {
    if (says(text, 'yes')) return ask(context, owed, withAnswer(draft, step, String(pending.value)));
    if (says(text, 'no')) return put(context, owed, draft, step, say.t('type-again'));
  }
  if (pending?.sort === 'choose') {
    const option = pending.options[Number(/^\s*(\d{1,2})\s*$/.exec(text)?.[1]) - 1];
    if (option === 'no_data' || option === 'not_applicable') return none();
    if (option !== undefined) return ask(context, owed, withAnswer(draft, step, String(option)));
  }
  // That nothing hinders is an answer, also where one is needed.
  if (step.fact === 'difficulty' && (says(text, 'no') || saysNone(text)))
    return ask(context, owed, passOver(draft, step));
  if (says(text, 'skip')) return none();
  const read = readStatusAnswer(context, owed, step, text);
  if ('value' in read) return ask(context, owed, withAnswer(draft, step, read.value));
  if ('none' in read) return none();
  const unclear = step.fact === 'progress' && !read.pending ? say.t('status-progress-unclear') : undefined;
  return put(context, owed, draft, step, read.before ?? unclear, read.pending);
}

function withAnswer(draft: StatusDraft, { key, fact }: StatusStep, value: string): StatusDraft {
  switch (fact) {
    case 'progress':
      return { ...draft, progress: Number(value) };
    case 'expected':
      return { ...draft, expectedOn: value };
    case 'state':
    case 'difficulty':
      return { ...draft, [fact]: value };
    case undefined:
      return { ...draft, own: { ...draft.own, [key]: value } };
  }
}

/** "không có", "không có khó khăn gì ạ": nothing hinders. */
const saysNone = (text: string): boolean =>
  /^(?:khong|ko|chua) (?:co|gap)(?: kho khan)?,?(?: vuong mac)?(?: gi)?(?: ca| het)?$/.test(
    fold(withoutCourtesy(text)).replace(/[.\s]+$/, ''),
  );
