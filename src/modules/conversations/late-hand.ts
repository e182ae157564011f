import { fold } from '../shared/index.js';
import { globalCommand } from './commands.js';
import type { Place } from './dialog.js';
import type { Turn } from './effect.js';
import type { LateView } from './turn-view.js';
import { move, type Context } from './moves.js';

type LateHandPlace = Extract<Place, { at: 'late-hand' }>;
type Colleague = NonNullable<Context['view']['colleagues']>[number];

/** Hands a late item to a colleague who watches the unit too: by number or name; asked where neither is plain. */
export function handOver(context: Context, place: LateHandPlace, item: LateView, typed = '', before?: string): Turn {
  const { view, say } = context;
  const colleagues = view.colleagues ?? [];
  const back: Place = { at: 'late', obligations: place.list };
  if (colleagues.length === 0) return move(context, back, say.t('late-hand-nobody', { unit: item.unitName }));
  const wanted = typed.replace(/^\s*(?:cho|to)\s+/iu, '').trim();
  const chosen = wanted === '' ? undefined : named(colleagues, wanted);
  if (!chosen) {
    const list = colleagues.map(({ name, title, unitName }, at) => `${at + 1}. ${name}, ${title}, ${unitName}`);
    const unclear = wanted === '' ? undefined : say.t('late-hand-unclear');
    const asked = say.t('late-hand-whom', { unit: item.unitName, title: item.title });
    const text = [before ?? unclear, `${asked}\n${list.join('\n')}`].filter(Boolean).join('\n\n');
    const buttons = colleagues.slice(0, 8).map(({ name }, at) => [say.labelled(name, String(at + 1))]);
    return move(context, place, text, buttons);
  }
  const turn = move(context, back, say.t('late-handed', { name: chosen.name, unit: item.unitName, title: item.title }));
  return {
    ...turn,
    effects: [{ do: 'hand-over', obligation: item.obligation, person: chosen.person, note: '' }],
  };
}

/** The colleague's number or name; without `text` it is asked again. */
export function lateHandTurn(context: Context, place: LateHandPlace, text: string | undefined, before?: string): Turn {
  const { view, say } = context;
  const item = view.late?.find(({ obligation }) => obligation === place.obligation);
  const back: Place = { at: 'late', obligations: place.list };
  if (!item) return move(context, back, say.t('late-no-more'));
  if (text !== undefined && globalCommand(text)?.command === 'stop') return move(context, back, say.t('stopped'));
  return handOver(context, place, item, text, before);
}

function named(colleagues: readonly Colleague[], typed: string): Colleague | undefined {
  const number = /^\d{1,2}$/.exec(typed);
  if (number) return colleagues[Number(typed) - 1];
  const wanted = fold(typed);
  const fits = colleagues.filter(({ name }) => fold(name).includes(wanted));
  return fits.length === 1 ? fits[0] : undefined;
}
