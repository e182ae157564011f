import { type Field, understand } from '../../forms/index.js';
import { globalCommand, says } from './commands.js';
import type { OwedView, Place, StatusDraft, Turn } from './dialog.js';
import { describeOwed, listOwed, viDay } from './owed.js';
import type { Speaker } from './speaker.js';
import { readStatusLine } from './status-line.js';
import { move, type Context } from './moves.js';

type StatusPlace = Extract<Place, { at: 'status' }>;

/** `/baocao`: state, progress, difficulty, expected day, one after the other, or all in one line. */
export function startStatus(context: Context, line: string, chosen?: string): Turn {
  const { view, say } = context;
  const open = view.owed.filter((owed) => !owed.settled);
  const only = chosen ? open.find((owed) => owed.id === chosen) : open.length === 1 ? open[0] : undefined;
  if (open.length === 0) return listOwed(context);
  if (!only) {
    const lines = open.map((owed, index) => `${index + 1}. ${describeOwed(say, owed)}`);
    const buttons = open.slice(0, 8).map((_, index) => say.labelled(String(index + 1), String(index + 1)));
    const place: Place = { at: 'choose', purpose: 'status', obligations: open.map((owed) => owed.id) };
    return move(context, place, [say.t('status-which'), lines.join('\n')].join('\n\n'), [buttons]);
  }
  const draft = line ? readStatusLine(line, view.today) : {};
  return ask(context, only, draft, say.t('status-head', { title: only.title }));
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
      if (says(text, 'skip')) return ask(context, owed, draft, undefined, 'difficulty');
      const progress = /^\s*(\d{1,3})\s*%?\s*$/.exec(text);
      if (!progress || Number(progress[1]) > 100) return wrong(say.t('status-progress-unclear'));
      return ask(context, owed, { ...draft, progress: Number(progress[1]) }, undefined, 'difficulty');
    }
    case 'difficulty': {
      const none = says(text, 'skip') || says(text, 'no');
      const difficulty = none ? undefined : text.normalize('NFC').trim().slice(0, 1000);
      return ask(context, owed, { ...draft, difficulty }, undefined, 'expected');
    }
    case 'expected': {
      if (says(text, 'skip')) return ask(context, owed, draft, undefined, 'confirm');
      const day = understand(dayField, text, { today: view.today });
      if ((day.outcome === 'ok' || day.outcome === 'confirm') && typeof day.value === 'string') {
        return ask(context, owed, { ...draft, expectedOn: day.value }, undefined, 'confirm');
      }
      return wrong(say.t('status-day-unclear'));
    }
    case 'confirm': {
      if (says(text, 'yes')) {
        const turn = move(context, { at: 'idle' }, say.t('status-saved', { title: owed.title }));
        return { ...turn, effects: [{ do: 'status', obligation: owed.id, report: draft }] };
      }
      if (says(text, 'no')) return ask(context, owed, {}, say.t('status-again'));
      return wrong(say.t('say-yes-or-no'));
    }
  }
}

const dayField: Field = { type: 'date', future: true };

function readState(text: string, today: string): StatusDraft | undefined {
  const numbered = (['not_started', 'in_progress', 'blocked', 'done'] as const)[Number(text.trim()) - 1];
  if (/^\s*[1-4]\s*$/.test(text) && numbered) return { state: numbered };
  const read = understand({ type: 'status' }, text, { today });
  if ((read.outcome !== 'ok' && read.outcome !== 'confirm') || typeof read.value !== 'string') return undefined;
  return isState(read.value) ? { state: read.value } : undefined;
}

const isState = (value: string): value is NonNullable<StatusDraft['state']> =>
  ['not_started', 'in_progress', 'blocked', 'done'].includes(value);

/** Asks for the first thing still missing (or for `slot`), with what is known so far. */
function ask(
  context: Context,
  owed: OwedView,
  draft: StatusDraft,
  before?: string,
  slot: StatusPlace['slot'] = nextSlot(draft),
): Turn {
  const { say } = context;
  const place: StatusPlace = { at: 'status', obligation: owed.id, slot, draft };
  const skip = [say.button('skip', 'bỏ qua')];
  const texts = (text: string) => [before, text].filter(Boolean).join('\n\n');
  switch (slot) {
    case 'state': {
      const states = (['not_started', 'in_progress', 'blocked', 'done'] as const).map((state, index) =>
        say.button(`state.${state}`, String(index + 1)),
      );
      return move(context, place, texts(say.t('ask-state')), [states.slice(0, 2), states.slice(2)]);
    }
    case 'progress': {
      const steps = ['25', '50', '75', '90'].map((percent) => say.labelled(`${percent}%`, percent));
      return move(context, place, texts(say.t('ask-progress')), [steps, skip]);
    }
    case 'difficulty':
      return move(context, place, texts(say.t('ask-difficulty')), [[say.button('no-difficulty', 'không')]]);
    case 'expected':
      return move(context, place, texts(say.t('ask-expected', { lastDay: viDay(owed.lastDay) })), [skip]);
    case 'confirm':
      return move(context, place, texts(say.t('confirm-status', describeStatus(say, draft))), [
        [say.button('yes', '1'), say.button('no', '2')],
      ]);
  }
}

function nextSlot(draft: StatusDraft): StatusPlace['slot'] {
  if (!draft.state) return 'state';
  if (draft.state === 'done') return 'confirm';
  if (draft.progress === undefined) return 'progress';
  if (draft.difficulty === undefined && draft.expectedOn === undefined) return 'difficulty';
  return draft.expectedOn === undefined ? 'expected' : 'confirm';
}

function describeStatus(say: Speaker, draft: StatusDraft) {
  return {
    state: say.t(`state.${draft.state ?? 'in_progress'}`),
    progress: draft.progress === undefined ? say.t('not-said') : `${draft.progress}%`,
    difficulty: draft.difficulty ?? say.t('none'),
    expected: draft.expectedOn ? viDay(draft.expectedOn) : say.t('not-said'),
  };
}
