import { type Field, type Question, understand } from '../../forms/index.js';
import type { Button } from '../outbox/index.js';
import { inLocale } from '../shared/index.js';
import { chooseAmong } from './choose-among.js';
import { globalCommand, says } from './commands.js';
import type { OwedView, Place, StatusDraft, Turn } from './dialog.js';
import { describeOwed, listOwed, viDay } from './owed.js';
import { namedIn } from './named-in.js';
import { factsIn, readStatusLine } from './status-line.js';
import { move, type Context } from './moves.js';

type StatusPlace = Extract<Place, { at: 'status' }>;

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
  const draft = line.trim() === '' ? {} : { ...readStatusLine(line, view.today), fromLine: true };
  return ask(context, found, draft, say.t('status-head', { title: found.title }));
}

/** Whether a line is a status report by itself, without the command. */
export function isStatusLine({ view }: Context, line: string): boolean {
  const draft = readStatusLine(line, view.today);
  return view.owed.length > 0 && factsIn(draft) >= 2 && (draft.progress !== undefined || draft.state !== undefined);
}

/** The answer to the present question of a status report; without `text` the question is put again. */
export function statusTurn(context: Context, place: StatusPlace, text: string | undefined, before?: string): Turn {
  const { view, say } = context;
  const owed = view.owed.find((one) => one.id === place.obligation);
  if (!owed) return listOwed(context, say.t('gone'));
  if (text === undefined) return ask(context, owed, place.draft, before, place.slot);
  if (globalCommand(text)?.command === 'stop') return move(context, { at: 'idle' }, say.t('stopped'));
  const wrong = (reason: string) => ask(context, owed, place.draft, reason, place.slot);
  const { draft } = place;
  switch (place.slot) {
    case 'state': {
      const state = readState(text, view.today);
      return state ? ask(context, owed, { ...draft, ...state }) : wrong(say.t('status-state-unclear'));
    }
    case 'progress': {
      if (says(text, 'skip')) return ask(context, owed, draft, undefined, after(context, 'progress'));
      const progress = /^\s*(\d{1,3})\s*%?\s*$/.exec(text);
      if (!progress || Number(progress[1]) > 100) return wrong(say.t('status-progress-unclear'));
      return ask(context, owed, { ...draft, progress: Number(progress[1]) }, undefined, after(context, 'progress'));
    }
    case 'difficulty': {
      const none = says(text, 'skip') || says(text, 'no');
      const difficulty = none ? undefined : text.normalize('NFC').trim().slice(0, 1000);
      return ask(context, owed, { ...draft, difficulty }, undefined, after(context, 'difficulty'));
    }
    case 'expected': {
      if (says(text, 'skip')) return finished(context, owed, draft);
      const day = understand(dayField, text, { today: view.today });
      if ((day.outcome === 'ok' || day.outcome === 'confirm') && typeof day.value === 'string') {
        return finished(context, owed, { ...draft, expectedOn: day.value });
      }
      return wrong(say.t('status-day-unclear'));
    }
    case 'confirm': {
      if (says(text, 'yes')) return saved(context, owed, draft);
      if (says(text, 'no')) return ask(context, owed, {}, say.t('status-again'));
      return wrong(say.t('say-yes-or-no'));
    }
  }
}

/** What was tapped answer by answer is kept; what was read from free words is shown back first. */
function finished(context: Context, owed: OwedView, draft: StatusDraft): Turn {
  return ask(context, owed, draft, undefined, 'confirm');
}

function saved(context: Context, owed: OwedView, draft: StatusDraft): Turn {
  const { fromLine: _, ...report } = draft;
  const text = context.say.t('status-saved', { title: owed.title, ...describeStatus(context, draft) });
  const turn = move(context, { at: 'idle' }, text);
  return { ...turn, effects: [{ do: 'status', obligation: owed.id, report }] };
}

const STATES = ['not_started', 'in_progress', 'blocked', 'done'] as const;

const dayField: Field = { type: 'date', future: true };

/** "2", "đang làm 60%", "60%", or a whole line. */
function readState(text: string, today: string): StatusDraft | undefined {
  const numbered = STATES[Number(text.trim()) - 1];
  if (/^\s*[1-4]\s*$/.test(text) && numbered) return { state: numbered };
  const line = readStatusLine(text, today);
  if (line.state && factsIn(line) >= 2) return factsIn(line) > 2 ? { ...line, fromLine: true } : line;
  const read = understand({ type: 'status' }, text, { today });
  if ((read.outcome !== 'ok' && read.outcome !== 'confirm') || typeof read.value !== 'string') return undefined;
  return isState(read.value) ? { state: read.value } : undefined;
}

const isState = (value: string): value is NonNullable<StatusDraft['state']> =>
  (STATES as readonly string[]).includes(value);

/** Asks for the first thing still missing (or for `slot`), with what is known so far. */
function ask(
  context: Context,
  owed: OwedView,
  draft: StatusDraft,
  before?: string,
  slot: StatusPlace['slot'] = nextSlot(context, draft),
): Turn {
  const { say } = context;
  // What was tapped answer by answer needs no second yes.
  if (slot === 'confirm' && !draft.fromLine) return saved(context, owed, draft);
  const place: StatusPlace = { at: 'status', obligation: owed.id, slot, draft };
  const skip = [say.button('skip', 'bỏ qua')];
  const texts = (text: string) => [before, text].filter(Boolean).join('\n\n');
  switch (slot) {
    case 'state': {
      const labels = STATES.map((state) => stateName(context, state));
      const list = labels.map((label, index) => `${index + 1}. ${label}`).join('\n');
      const states = labels.map((label, index) => say.labelled(label, String(index + 1)));
      return move(context, place, texts(`${asked(context, slot)}\n${list}`), stateButtons(context, states));
    }
    case 'progress': {
      const steps = ['25', '50', '75', '90'].map((percent) => say.labelled(`${percent}%`, percent));
      return move(context, place, texts(`${asked(context, slot)} ${say.t('how-progress')}`), [steps, skip]);
    }
    case 'difficulty':
      return move(context, place, texts(`${asked(context, slot)} ${say.t('how-difficulty')}`), [
        [say.button('no-difficulty', 'không')],
      ]);
    case 'expected': {
      const how = say.t('how-expected', { lastDay: viDay(owed.lastDay) });
      const isInTime = owed.lastDay >= context.view.today;
      const inTime = isInTime
        ? [say.labelled(say.t('in-time', { day: viDay(owed.lastDay) }), viDay(owed.lastDay))]
        : [];
      return move(context, place, texts(`${asked(context, slot)} ${how}`), [inTime, skip]);
    }
    case 'confirm':
      return move(context, place, texts(say.t('confirm-status', describeStatus(context, draft))), [
        [say.button('yes', '1'), say.button('no', '2')],
      ]);
  }
}

/** How far it is is tapped with the state where it is asked at all: that saves a question. */
function stateButtons(context: Context, [notStarted, inProgress, blocked, done]: Button[]): Button[][] {
  const ends = [notStarted!, done!];
  if (questionOf(context, 'progress')?.hidden) return [ends, [inProgress!, blocked!]];
  const shares = ['25', '50', '75', '90'].map((percent) => context.say.labelled(`${percent}%`, `${percent}%`));
  return [ends, shares, [blocked!]];
}

function nextSlot(context: Context, draft: StatusDraft): StatusPlace['slot'] {
  const open = (slot: Asked) => !questionOf(context, slot)?.hidden;
  if (!draft.state) return 'state';
  if (draft.state === 'done') return 'confirm';
  if (draft.state === 'in_progress' && draft.progress === undefined && open('progress')) return 'progress';
  if (draft.difficulty === undefined && draft.expectedOn === undefined && open('difficulty')) return 'difficulty';
  return draft.expectedOn === undefined && open('expected') ? 'expected' : 'confirm';
}

type Asked = Exclude<StatusPlace['slot'], 'confirm'>;

/** Which question of the status form stands behind each step of the dialog. */
const QUESTIONS: Record<Asked, string> = {
  state: 'state',
  progress: 'progress',
  difficulty: 'difficulty',
  expected: 'expected_on',
};

/** The next question that is asked at all. */
function after(context: Context, slot: 'progress' | 'difficulty'): StatusPlace['slot'] {
  const rest: Asked[] = slot === 'progress' ? ['difficulty', 'expected'] : ['expected'];
  return rest.find((one) => !questionOf(context, one)?.hidden) ?? 'confirm';
}

function questionOf({ view }: Context, slot: Asked): Question | undefined {
  return view.statusForm?.questions.find((question) => question.key === QUESTIONS[slot]);
}

/** The question in the admin's words, else in the product's own. */
function asked(context: Context, slot: Asked): string {
  const question = questionOf(context, slot);
  return question ? inLocale(question.ask ?? question.label, context.view.locale) : context.say.t(`ask-${slot}`);
}

function stateName(context: Context, state: NonNullable<StatusDraft['state']>): string {
  const choice = questionOf(context, 'state')?.choices?.find((one) => one.key === state);
  return choice ? inLocale(choice.label, context.view.locale) : context.say.t(`state.${state}`);
}

function describeStatus(context: Context, draft: StatusDraft) {
  const { say } = context;
  return {
    state: stateName(context, draft.state ?? 'in_progress'),
    progress: draft.progress === undefined ? say.t('not-said') : `${draft.progress}%`,
    difficulty: draft.difficulty ?? say.t('none'),
    expected: draft.expectedOn ? viDay(draft.expectedOn) : say.t('not-said'),
  };
}
