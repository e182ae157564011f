import { dayText } from '../../forms/index.js';
import type { Place } from './dialog.js';
import type { Turn } from './effect.js';
import type { LateView, SaidView } from './turn-view.js';
import { lateAct } from './late-act.js';
import { readLateWords } from './late-words.js';
import { move, stay, type Context } from './moves.js';
import type { Speaker } from './speaker.js';

type LatePlace = Extract<Place, { at: 'late' }>;

/** More lines than this are looked at on the page. */
const MOST_LINES = 30;

/**
 * `/cham`: what is late in the units that the person watches, longest late first, then the status reports that nobody has looked
 * at; each is acted on by its number, which stays the same until the list is shown anew.
 */
export function listLate(context: Context, before?: string): Turn {
  const { view, say } = context;
  const late = view.late ?? [];
  if (late.length === 0) return stay(context, [before, say.t('late-none')].filter(Boolean).join('\n\n'));
  const shown = late.slice(0, MOST_LINES);
  const lines = shown.map((item, index) => `${index + 1}. ${describeLate(say, item)}`);
  if (late.length > shown.length) lines.push(say.t('and-more', { count: late.length - shown.length }));
  const overdue = late.filter(({ daysLate }) => daysLate > 0).length;
  const head = say.t('late-head', { overdue, reported: late.filter(({ toReview }) => toReview).length });
  const text = [before, head, lines.join('\n'), say.t('late-foot')].filter(Boolean).join('\n\n');
  const buttons = shown.slice(0, 8).map((_, index) => say.labelled(String(index + 1), String(index + 1)));
  return move(context, { at: 'late', obligations: shown.map(({ obligation }) => obligation) }, text, [buttons]);
}

/** A number shows one line with what can be done; a word with a number does it. */
export function lateTurn(context: Context, place: LatePlace, text: string): Turn {
  const { say } = context;
  const words = readLateWords(text);
  const number = words?.number ?? Number(/^\s*(\d{1,3})\s*[.)]?\s*$/.exec(text)?.[1]);
  const id = place.obligations[number - 1];
  if (id === undefined) return stay(context, say.t('late-unclear', { count: place.obligations.length }));
  const item = context.view.late?.find(({ obligation }) => obligation === id);
  if (!item) return stay(context, say.t('late-gone', { number }));
  return words ? lateAct(context, place, item, words) : showOne(context, place, item, number);
}

/** One line with what is known of it, and a button for everything that can be done. */
function showOne(context: Context, place: LatePlace, item: LateView, number: number): Turn {
  const { say } = context;
  const isLate = item.daysLate > 0;
  const acts = [
    isLate && say.button('late-remind', `nhắc ngay ${number}`),
    isLate && say.button('late-take', `nhận ${number}`),
    isLate && say.button('late-promise', `hẹn ${number}`),
    say.button('late-extend', `gia hạn ${number}`),
    isLate && say.button('late-ask', `hỏi đơn vị ${number}`),
    isLate && (context.view.colleagues ?? []).length > 0 && say.button('late-hand', `giao ${number}`),
    item.toReview && say.button('late-accept', `chấp nhận ${number}`),
    item.toReview && say.button('late-return', `trả lại ${number}`),
  ].filter((button) => button !== false && button !== undefined);
  const how = say.t(isLate ? 'late-how' : 'late-how-reported', { number });
  const text = [describeLate(say, item), item.toReview && say.t('late-how-review', { number }), how];
  const rows = Array.from({ length: Math.ceil(acts.length / 2) }, (_, at) => acts.slice(2 * at, 2 * at + 2));
  return move(context, place, text.filter(Boolean).join('\n\n'), rows);
}

/** Who has not handed in what, since when, and what was said, promised and sent about it. */
function describeLate(say: Speaker, item: LateView): string {
  const params = { unit: item.unitName, title: item.title, lastDay: dayText(item.lastDay), days: item.daysLate };
  const { said } = item;
  return [
    say.t(item.daysLate > 0 ? 'late-line' : 'late-line-reported', params),
    item.promise && say.t('late-promised', { day: dayText(item.promise.on), name: item.promise.by }),
    item.acknowledged && say.t('late-acknowledged'),
    said &&
      say.t('late-said', {
        state: said.stateLabel,
        progress: said.progress === undefined ? '' : say.t('late-said-progress', { progress: said.progress }),
        difficulty: said.difficulty === undefined ? '' : say.t('late-said-difficulty', { difficulty: said.difficulty }),
        expected: said.expectedOn === undefined ? '' : say.t('late-said-expected', { day: dayText(said.expectedOn) }),
        more: said.more.map((one) => beside(say, one)).join(''),
        review: said.outcome === undefined ? '' : say.t(`late-said-${said.outcome}`),
      }),
  ]
    .filter(Boolean)
    .join('; ');
}

/** One more answer of a status report, with why it is odd; of a fact that is told already only that. */
function beside(say: Speaker, { label, value, note }: SaidView['more'][number]): string {
  if (value === '') return say.t('late-said-why', { label, note: note ?? '' });
  return say.t(note === undefined ? 'late-said-more' : 'late-said-more-why', { label, value, note: note ?? '' });
}
