import { dayText } from '../../forms/index.js';
import { says } from './commands.js';
import { readDelegation } from './delegate-words.js';
import type { Place } from './dialog.js';
import type { Turn } from './effect.js';
import type { DelegationView, DeputyView } from './turn-view.js';
import { backTo } from './go-back.js';
import { move, type Context } from './moves.js';

type DelegatePlace = Extract<Place, { at: 'delegate' }>;

/** `/uyquyen`: a head names who stands in, on which days and by which decision; all at once or one after the other. */
export function askDelegation(context: Context, line: string): Turn {
  const { view, say } = context;
  const { deputies = [], standing = [], heads = [] } = view.delegation ?? {};
  if (heads.length === 0) return backTo(context, say.t('delegate-none'));
  if (line.trim() !== '') return delegateTurn(context, { at: 'delegate', step: 'deputy' }, line);
  if (deputies.length === 0 && standing.length === 0) {
    return backTo(context, say.t('delegate-nobody', { unit: heads.join(', ') }));
  }
  return put(context, { at: 'delegate', step: 'deputy' });
}

/** The answer to the present question; without `text` it is put again. */
export function delegateTurn(context: Context, place: DelegatePlace, text: string | undefined, before?: string): Turn {
  const { view, say } = context;
  const { deputies = [], standing = [] } = view.delegation ?? {};
  if (text === undefined) return put(context, place, before);
  if (place.step === 'confirm') {
    if (says(text, 'no')) return put(context, { at: 'delegate', step: 'deputy' });
    const deputy = deputyIn(context, place);
    const { firstDay, lastDay, decision } = place;
    if (!says(text, 'yes') || !deputy || !firstDay || !lastDay || !decision) {
      return put(context, place, say.t('say-yes-or-no'));
    }
    const { person, unit } = deputy;
    const turn = backTo(context, say.t('delegate-done', paramsOf(deputy, place)));
    return { ...turn, effects: [{ do: 'delegate', deputy: person, unit, firstDay, lastDay, decision }] };
  }
  const read = readDelegation(text, place, deputies, view.today);
  if ('ends' in read) return end(context, place, standing, read.ends);
  const next: DelegatePlace = { ...place, ...read.found };
  const isNew = Object.keys(read.found).length > 0;
  return put(context, next, isNew ? undefined : say.t(UNCLEAR[place.step]));
}

const UNCLEAR = {
  deputy: 'delegate-who-unclear',
  days: 'delegate-days-unclear',
  decision: 'delegate-decision-unclear',
} as const;

function end(
  context: Context,
  place: DelegatePlace,
  standing: readonly DelegationView[],
  number: number | undefined,
): Turn {
  const { say } = context;
  const one = number === undefined && standing.length === 1 ? standing[0] : standing[(number ?? 0) - 1];
  if (!one) return put(context, place, say.t('delegate-end-which', { count: standing.length }));
  const turn = backTo(context, say.t('delegate-ended', { deputy: one.deputyName, unit: one.unitName }));
  return { ...turn, effects: [{ do: 'end-delegation', id: one.id }] };
}

/** Asks for the first thing that is missing, then shows all of it for a yes. */
function put(context: Context, known: DelegatePlace, before?: string): Turn {
  const { say, view } = context;
  const deputy = deputyIn(context, known);
  const step = stepOf(known, deputy);
  const place: DelegatePlace = { ...known, step };
  const ask = (text: string) => [before, text].filter(Boolean).join('\n\n');
  if (step === 'deputy') return move(context, place, ask([...standingLines(context), whoLines(context)].join('\n\n')));
  const text = say.t(`delegate-${step}`, paramsOf(deputy!, known));
  const buttons = step === 'confirm' ? [[say.button('yes', '1'), say.button('no', '2')]] : undefined;
  return move(context, place, ask(text), view.buttons ? buttons : undefined);
}

function stepOf({ firstDay, lastDay, decision }: DelegatePlace, deputy: DeputyView | undefined): DelegatePlace['step'] {
  if (!deputy) return 'deputy';
  if (!firstDay || !lastDay) return 'days';
  return decision ? 'confirm' : 'decision';
}

/** Whoever was chosen, as long as that is a colleague of a unit that the person heads. */
const deputyIn = ({ view }: Context, { deputy, unit }: DelegatePlace): DeputyView | undefined =>
  view.delegation?.deputies.find((one) => one.person === deputy && one.unit === unit);

const paramsOf = (deputy: DeputyView, { firstDay, lastDay, decision }: DelegatePlace) => ({
  deputy: deputy.name,
  title: deputy.title,
  unit: deputy.unitName,
  from: firstDay ? dayText(firstDay) : '',
  to: lastDay ? dayText(lastDay) : '',
  decision: decision ?? '',
});

function whoLines({ say, view }: Context): string {
  const { deputies = [], heads = [] } = view.delegation ?? {};
  if (deputies.length === 0) return say.t('delegate-nobody', { unit: heads.join(', ') });
  const lines = deputies.map(({ name, title, unitName }, at) =>
    say.t(title === '' ? 'delegate-person-without-title' : 'delegate-person', {
      ...{ number: at + 1, name, title, unit: unitName },
    }),
  );
  return [say.t('delegate-who'), ...lines].join('\n');
}

function standingLines({ say, view }: Context): string[] {
  const standing = view.delegation?.standing ?? [];
  if (standing.length === 0) return [];
  const lines = standing.map(({ deputyName, unitName, firstDay, lastDay }, at) =>
    say.t('delegate-standing-line', {
      ...{ number: at + 1, deputy: deputyName, unit: unitName, from: dayText(firstDay), to: dayText(lastDay) },
    }),
  );
  return [[say.t('delegate-standing'), ...lines, say.t('delegate-how-to-end')].join('\n')];
}
