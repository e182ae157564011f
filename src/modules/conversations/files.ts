import type { ChatStep } from '../../forms/index.js';
import { globalCommand } from './commands.js';
import type { Place, Turn } from './dialog.js';
import { hasForm, measureOf, nameOf, type OwedForm, stepAt, withCell } from './fill-form.js';
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
  const only = here ?? (asking.length === 1 ? asking[0] : undefined);
  if (asking.length === 0) return say.t('file-not-asked');
  if (only) return kept(context, only.owed, only.step, event, file.name);
  const choices = asking.map(({ owed, step }) => ({
    obligation: owed.id,
    rowKey: step.rowKey,
    measure: step.measureKey,
  }));
  const lines = asking.map(({ owed, step }, index) => `${index + 1}. ${placeOf(context, owed, step)}`);
  const text = [say.t('file-which', { name: file.name }), lines.join('\n')].join('\n\n');
  return move(context, { at: 'place-file', event, name: file.name, choices }, text);
}

/** Which question the file answers. */
export function placeFileTurn(context: Context, place: Extract<Place, { at: 'place-file' }>, text: string): Turn {
  const { view, say } = context;
  if (globalCommand(text)?.command === 'stop') return backFromFile(context, say.t('stopped'));
  const chosen = place.choices[Number(/^\s*(\d{1,3})\s*$/.exec(text)?.[1]) - 1];
  const owed = view.owed.find((one) => one.id === chosen?.obligation);
  const step = chosen && hasForm(owed) ? stepAt(owed.form, chosen) : undefined;
  if (!step || !hasForm(owed)) return stay(context, say.t('choose-number', { count: place.choices.length }));
  return kept(context, owed, step, place.event, place.name);
}

function kept(context: Context, owed: OwedForm, step: ChatStep, event: string, name: string): Turn {
  const { place } = context.dialog;
  const noted = [context.say.t('file-kept', { name, row: nameOf(context, step) })];
  // What the shell keeps gets its own mark; until then the question counts as answered.
  const filled = withCell(owed, step, { state: 'value', value: event });
  const isHere = place.at === 'fill' && place.obligation === owed.id;
  const turn = isHere ? goOn(context, filled, step, { noted }) : backFromFile(context, noted.join('\n'));
  const { rowKey, measureKey: measure } = step;
  return { ...turn, effects: [{ do: 'keep-file', obligation: owed.id, rowKey, measure, event, name }] };
}

const placeOf = (context: Context, owed: OwedForm, step: ChatStep): string =>
  `${nameOf(context, step)}, ${measureOf(context, owed, step)} (${owed.title})`;
