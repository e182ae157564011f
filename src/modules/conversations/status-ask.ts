import { dayText } from '../../forms/index.js';
import { inLocale } from '../shared/index.js';
import type { Button } from '../outbox/index.js';
import type { Pending, Place, StatusDraft } from './dialog.js';
import type { Turn } from './effect.js';
import type { OwedView } from './turn-view.js';
import { type Context, move } from './moves.js';
import { pendingQuestion } from './question.js';
import { readingOf } from './status-read.js';
import { stepOfFact, type StatusStep } from './status-steps.js';
import { askedOf, chatStepOf, describeStatus, questionOf, statesOf, stateName } from './status-words.js';
import { yesNo } from './values.js';

export type StatusPlace = Extract<Place, { at: 'status' }>;

/** A list longer than this is answered by number alone. */
const MOST_BUTTONS = 8;
const SHARES = ['25', '50', '75', '90'];
/** The four states as the product came with them: then its buttons are laid out as hands know them. */
const USUAL = 'not_started in_progress blocked done';

/** Puts one question of a status report; `before` is said first. */
export function put(
  context: Context,
  owed: OwedView,
  draft: StatusDraft,
  step: StatusStep,
  before?: string,
  pending?: Pending,
): Turn {
  const slot = step.fact ?? 'own';
  const place: StatusPlace = {
    at: 'status',
    obligation: owed.id,
    slot,
    ...(step.fact ? {} : { question: step.key }),
    ...(pending ? { pending } : {}),
    draft,
  };
  const { text, buttons } = pending
    ? pendingQuestion(context, readingOf(context, owed, step), chatStepOf(context, step), pending)
    : questionFor(context, owed, step);
  return move(context, place, [before, text].filter(Boolean).join('\n\n'), buttons);
}

/** What was likely meant by the state is shown back, never assumed. */
export function putLikely(context: Context, owed: OwedView, draft: StatusDraft, before?: string): Turn {
  const { say } = context;
  const text = say.t('status-likely', { state: stateName(context, draft.state ?? 'done') });
  const place: StatusPlace = { at: 'status', obligation: owed.id, slot: 'likely', draft };
  return move(context, place, [before, text].filter(Boolean).join('\n\n'), yesOrNo(context));
}

/** Asks why an answer is as odd as a check found it. */
export function putWhy(context: Context, owed: OwedView, draft: StatusDraft, question: string, text: string): Turn {
  const place: StatusPlace = { at: 'status', obligation: owed.id, slot: 'why', question, draft };
  return move(context, place, `${text}\n\n${context.say.t('status-why')}`, [[context.say.button('correct', 'sửa')]]);
}

/** Shows the whole report back for a yes. */
export function putConfirm(context: Context, owed: OwedView, draft: StatusDraft, before?: string): Turn {
  const text = context.say.t('confirm-status', describeStatus(context, draft, owed, 'line'));
  const place: StatusPlace = { at: 'status', obligation: owed.id, slot: 'confirm', draft };
  return move(context, place, [before, text].filter(Boolean).join('\n\n'), yesOrNo(context));
}

const yesOrNo = ({ say }: Context): Button[][] => [[say.button('yes', '1'), say.button('no', '2')]];

/** One question with how to answer it, and its buttons. */
export function questionFor(context: Context, owed: OwedView, step: StatusStep): { text: string; buttons: Button[][] } {
  const { say, view } = context;
  const question = questionOf(context, step);
  const asked = askedOf(context, step, owed);
  const skip = question.required ? '' : say.t('status-or-skip');
  const ways = question.required ? [] : [say.button('skip', 'bỏ qua')];
  switch (step.fact) {
    case 'state': {
      const labels = statesOf(context).map(({ label }) => inLocale(label, view.locale));
      return { text: `${asked}\n${numbered(labels)}`, buttons: stateButtons(context, labels) };
    }
    case 'progress': {
      const [min, max] = [question.min ?? '0', question.max ?? '100'];
      const shares = SHARES.filter((share) => Number(share) >= Number(min) && Number(share) <= Number(max));
      const steps = shares.map((percent) => say.labelled(`${percent}%`, percent));
      return { text: `${asked} ${say.t('how-progress', { min, max, skip })}`, buttons: [steps, ways] };
    }
    case 'difficulty':
      return {
        text: `${asked} ${say.t('how-difficulty')}`,
        buttons: [[say.button('no-difficulty', 'không')]],
      };
    case 'expected': {
      const lastDay = dayText(owed.lastDay);
      const how = say.t('how-expected', { lastDay, skip: question.required ? '' : say.t('status-or-skip-day') });
      const isInTime = owed.lastDay >= view.today;
      const inTime = isInTime ? [say.labelled(say.t('in-time', { day: lastDay }), lastDay)] : [];
      return { text: `${asked} ${how}`, buttons: [inTime, ways] };
    }
    case undefined:
      return ownQuestion(context, step, asked, skip, ways);
  }
}

function ownQuestion(context: Context, step: StatusStep, asked: string, skip: string, ways: Button[]) {
  const { say } = context;
  const chat = chatStepOf(context, step);
  switch (chat.type) {
    case 'boolean': {
      const { yes, no } = yesNo(say, chat);
      const typed = (one: string) => one.toLocaleLowerCase('vi');
      const how = say.t('status-how-yes-no', { yes: typed(yes), no: typed(no), skip });
      return {
        text: `${asked} ${how}`,
        buttons: [[yes, no].map((one) => say.labelled(one, typed(one))), ways],
      };
    }
    case 'choice': {
      const labels = (chat.choices ?? []).map(({ label }) => inLocale(label, context.view.locale));
      const buttons = labels.slice(0, MOST_BUTTONS).map((label, index) => [say.labelled(label, String(index + 1))]);
      return {
        text: `${asked}\n${numbered(labels)}\n${say.t('status-how-choice', { skip })}`,
        buttons: [...buttons, ways],
      };
    }
    case 'date':
      return { text: `${asked} ${say.t('status-how-date', { skip })}`, buttons: [ways] };
    case 'text':
    case 'file':
      return { text: `${asked} ${say.t('status-how-text', { skip })}`, buttons: [ways] };
    case 'number':
    case 'integer':
    case 'percent':
    case 'money':
      return { text: `${asked} ${say.t('status-how-number', { skip })}`, buttons: [ways] };
  }
}

/** How far it is is tapped with the state where it is asked at all: that saves a question. */
function stateButtons(context: Context, labels: readonly string[]): Button[][] {
  const { say, view } = context;
  const states = labels.map((label, index) => say.labelled(label, String(index + 1)));
  const progress = stepOfFact(view, 'progress').question;
  const isUsual =
    statesOf(context)
      .map(({ key }) => key)
      .join(' ') === USUAL;
  if (!isUsual) return states.map((state) => [state]);
  const [notStarted, inProgress, blocked, done] = states as [Button, Button, Button, Button];
  const ends = [notStarted, done];
  if (progress?.hidden || progress?.visibleWhen) return [ends, [inProgress, blocked]];
  return [ends, SHARES.map((percent) => say.labelled(`${percent}%`, `${percent}%`)), [blocked]];
}

const numbered = (labels: readonly string[]): string =>
  labels.map((label, index) => `${index + 1}. ${label}`).join('\n');
