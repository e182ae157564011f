import type { ChatStep } from '../../forms/index.js';
import { globalCommand, says } from './commands.js';
import type { Place } from './dialog.js';
import type { Turn } from './effect.js';
import { cellOf, hasForm, measureOf, nameOf, type OwedForm, stepAt, withCell } from './fill-form.js';
import { goOn } from './go-on.js';
import { move, stay, type Context } from './moves.js';
import { backFromFile, showWorkbook } from './workbooks.js';

/**
 * A file came in: a workbook of ours is read, anything else is evidence for the question that asks for a file. `event`
 * names the message, by which the shell finds the bytes.
 */
export function fileTurn(context: Context, event: string): Turn | string {
  const { view, dialog, say } = context;
  const { file } = view;
  const { place } = dialog;
  if (!file) return say.t('unsupported');
  if (file.is === 'problem') return file.text ?? say.t(`file-${file.problem}`);
  if (file.is === 'workbook') return showWorkbook(context, event, file);
  const asking = view.owed
    .filter(hasForm)
    .filter((owed) => !owed.form.submitted)
    .flatMap((owed) => owed.form.steps.filter((step) => step.type === 'file').map((step) => ({ owed, step })));
  const here =
    place.at === 'fill'
      ? asking.find(({ owed, step }) => owed.id === place.obligation && stepAt(owed.form, place) === step)
      : undefined;
  const [single] = asking;
  // What stands is replaced where it is asked for again, or after a yes.
  const isFree = asking.length === 1 && single && !cellOf(single.owed.form, single.step);
  const only = here ?? (isFree ? single : undefined);
  if (asking.length === 0) return file.noWorkbook ?? say.t('file-not-asked');
  if (only) return kept(context, only.owed, only.step, event, file.name);
  const choices = asking.map(({ owed, step }) => ({
    obligation: owed.id,
    rowKey: step.rowKey,
    measure: step.measureKey,
  }));
  const asked: Place = { at: 'place-file', event, name: file.name, choices };
  if (asking.length === 1) {
    const text = say.t('file-replace', { name: file.name, place: placeOf(context, single!.owed, single!.step) });
    return move(context, asked, text, [[say.button('yes', '1'), say.button('no', '2')]]);
  }
  const lines = asking.map(({ owed, step }, index) => {
    const there = cellOf(owed.form, step)?.state === 'value' ? `: ${say.t('file-there')}` : '';
    return `${index + 1}. ${placeOf(context, owed, step)}${there}`;
  });
  return move(context, asked, [say.t('file-which', { name: file.name }), lines.join('\n')].join('\n\n'));
}

/** Which question the file answers. */
export function placeFileTurn(context: Context, place: Extract<Place, { at: 'place-file' }>, text: string): Turn {
  const { view, say } = context;
  if (globalCommand(text)?.command === 'stop') return backFromFile(context, say.t('stopped'));
  const isOne = place.choices.length === 1;
  if (isOne && says(text, 'no')) return backFromFile(context, say.t('left-as-it-was'));
  const number = isOne && says(text, 'yes') ? 1 : Number(/^\s*(\d{1,3})\s*$/.exec(text)?.[1]);
  const chosen = place.choices[number - 1];
  const owed = view.owed.find((one) => one.id === chosen?.obligation);
  const step = chosen && hasForm(owed) ? stepAt(owed.form, chosen) : undefined;
  if (!step || !hasForm(owed))
    return stay(context, isOne ? say.t('say-change-or-not') : say.t('choose-number', { count: place.choices.length }));
  return kept(context, owed, step, place.event, place.name);
}

function kept(context: Context, owed: OwedForm, step: ChatStep, event: string, name: string): Turn {
  const { place } = context.dialog;
  const params = { name, row: nameOf(context, step), measure: measureOf(context, owed, step) };
  const noted = [context.say.t('file-kept', params)];
  // What the shell keeps gets its own mark; until then the question counts as answered.
  const filled = withCell(owed, step, { state: 'value', value: event });
  const isHere = place.at === 'fill' && place.obligation === owed.id;
  const turn = isHere ? goOn(context, filled, step, { noted }) : backFromFile(context, noted.join('\n'));
  const { rowKey, measureKey: measure } = step;
  return { ...turn, effects: [{ do: 'keep-file', obligation: owed.id, rowKey, measure, event, name }] };
}

const placeOf = (context: Context, owed: OwedForm, step: ChatStep): string =>
  `${nameOf(context, step)}, ${measureOf(context, owed, step)} (${owed.title}, ${owed.unitName})`;
