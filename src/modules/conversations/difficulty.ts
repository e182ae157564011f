import { dayText } from '../../forms/index.js';
import { globalCommand } from './commands.js';
import type { Place } from './dialog.js';
import { QUESTION_NUMBER, type Turn } from './effect.js';
import type { DifficultyView } from './turn-view.js';
import { formAtHand } from './editing.js';
import { hasForm, nameOf } from './fill-form.js';
import { backTo } from './go-back.js';
import { move, stay, type Context } from './moves.js';

type DifficultyPlace = Extract<Place, { at: 'difficulty' }>;

/** The longest text that is kept. */
const LONGEST = 2000;

/**
 * `/vuongmac`: what is open is listed, to whoever raised it and to whoever settles it; the next words are a new difficulty of the
 * person's unit and go to the planning department. Whoever is in a form stays in it.
 */
export function raiseDifficulty(context: Context, words: string): Turn {
  const { view, dialog, say } = context;
  const units = view.units ?? [];
  const listed = openOnes(context);
  if (units.length === 0) return stay(context, listed ?? say.t('difficulty-none'));
  const owed = formAtHand(context);
  const { place } = dialog;
  const here = place.at === 'fill' && owed?.id === place.obligation ? place : dialog.left;
  const about = owed && here?.obligation === owed.id ? { obligation: owed.id, rowKey: here.rowKey } : {};
  const unit = owed && here?.obligation === owed.id ? owed.unit : units.length === 1 ? units[0]!.code : undefined;
  return put(context, { at: 'difficulty', unit, ...about }, words, listed);
}

/** Which unit it is about, then the words of the difficulty. */
export function difficultyTurn(context: Context, place: DifficultyPlace, text: string): Turn {
  const { say, view } = context;
  if (globalCommand(text)?.command === 'stop') return backTo(context, say.t('stopped'));
  if (place.unit !== undefined) return put(context, place, text);
  const units = view.units ?? [];
  const unit = units[Number(/^\s*(\d{1,3})\s*$/.exec(text)?.[1]) - 1];
  if (!unit) return stay(context, say.t('choose-number', { count: units.length }));
  return put(context, { ...place, unit: unit.code, typed: undefined }, place.typed ?? '');
}

/** Asks for what is missing, else passes it on. */
function put(context: Context, place: DifficultyPlace, words: string, before?: string): Turn {
  const { say, view } = context;
  const units = view.units ?? [];
  const text = words.normalize('NFC').trim().slice(0, LONGEST);
  const asked = (sentence: string) => [before, sentence].filter(Boolean).join('\n\n');
  if (place.unit === undefined) {
    const lines = units.map(({ name }, index) => `${index + 1}. ${name}`).join('\n');
    return move(context, { ...place, typed: text || undefined }, asked(`${say.t('difficulty-which-unit')}\n${lines}`));
  }
  const unit = units.find(({ code }) => code === place.unit)?.name ?? place.unit;
  if (text === '') return move(context, place, asked(say.t('difficulty-words', { unit })));
  const owed = view.owed.find((one) => one.id === place.obligation);
  const step = hasForm(owed) ? owed.form.steps.find((one) => one.rowKey === place.rowKey) : undefined;
  const turn = backTo(context, say.t('difficulty-sent', { number: QUESTION_NUMBER }));
  const { obligation, rowKey } = place;
  return {
    ...turn,
    effects: [
      {
        do: 'raise',
        unit: place.unit,
        text: step ? `${nameOf(context, step)}: ${text}`.slice(0, LONGEST) : text,
        ...(obligation === undefined ? {} : { obligation }),
        ...(rowKey === undefined ? {} : { rowKey }),
      },
    ],
  };
}

/** What is open of the person's own difficulties, and of those that the person receives; undefined where nothing is. */
function openOnes({ view, say }: Context): string | undefined {
  const { waiting = [], mine = [] } = view.difficulties ?? {};
  const line = ({ number, unitName, askedOn, text, answers }: DifficultyView) =>
    say.t(answers > 0 ? 'difficulty-line-answered' : 'difficulty-line', {
      number,
      unit: unitName,
      day: dayText(askedOn),
      text: text.length > 160 ? `${text.slice(0, 160)}…` : text,
    });
  const parts = [
    waiting.length > 0 && [say.t('difficulties-waiting'), ...waiting.map(line), say.t('difficulties-how')].join('\n'),
    mine.length > 0 && [say.t('difficulties-mine'), ...mine.map(line)].join('\n'),
  ].filter((part) => part !== false);
  return parts.length > 0 ? parts.join('\n\n') : undefined;
}
