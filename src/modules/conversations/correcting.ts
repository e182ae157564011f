import { type Cell, type ChatStep, dayText } from '../../forms/index.js';
import { chooseAmong } from './choose-among.js';
import { globalCommand, readEdit, says } from './commands.js';
import type { Pending, Place } from './dialog.js';
import type { Turn } from './effect.js';
import type { SubmittedView } from './turn-view.js';
import { cellOf, hasForm, measureOf, nameOf, numberOf, type OwedForm, rowsOf, stepAt } from './fill-form.js';
import { move, stay, type Context } from './moves.js';
import { pendingQuestion, plainQuestion, type Question } from './question.js';
import { readAnswer } from './read-answer.js';
import { describeCell } from './values.js';

type CorrectPlace = Extract<Place, { at: 'correct' }>;
type Submitted = SubmittedView & OwedForm;

/** `/sua` where everything is submitted: which report, which row, what it is now, and why. */
export function startCorrecting(context: Context, row?: number, chosen?: string): Turn {
  const { view, say } = context;
  const reports = (view.submitted ?? []).filter((one): one is Submitted => hasForm(one));
  const open = reports.filter((one) => !one.closed);
  const only = chosen ? reports.find((one) => one.id === chosen) : open.length === 1 ? open[0] : undefined;
  if (reports.length === 0) return stay(context, say.t('nothing-to-correct'));
  if (only?.closed) return stay(context, say.t('correct-closed', { title: only.title, ...only.closed }));
  if (!only) {
    const listed = open.length > 0 ? open : reports;
    const choices = listed.map((owed) => ({ owed, line: `${owed.title} (${owed.unitName})` }));
    return chooseAmong(context, 'correct', say.t('correct-which'), choices);
  }
  const step = only.form.steps.find((one) => one.rowKey === rowsOf(only.form)[(row ?? 0) - 1]);
  return step ? value(context, only, step) : rows(context, only);
}

/** The answer to the present question of a correction; without `text` it is put again. */
export function correctTurn(context: Context, place: CorrectPlace, text: string | undefined, before?: string): Turn {
  const { view, say } = context;
  const owed = view.submitted?.find((one) => one.id === place.obligation);
  if (owed?.closed)
    return move(context, { at: 'idle' }, say.t('correct-closed', { title: owed.title, ...owed.closed }));
  if (!hasForm(owed)) return move(context, { at: 'idle' }, say.t('gone'));
  const step =
    place.rowKey === undefined ? undefined : stepAt(owed.form, { rowKey: place.rowKey, measure: place.measure ?? '' });
  if (text === undefined) return step ? value(context, owed, step, place.pending, before) : rows(context, owed, before);
  if (globalCommand(text)?.command === 'stop' || says(text, 'submit')) {
    return move(context, { at: 'idle' }, say.t('correct-stopped'));
  }
  const row = readEdit(text)?.row;
  if (!step || row !== undefined) {
    const number = row ?? Number(/^\s*(\d{1,3})\s*$/.exec(text)?.[1]);
    const picked = owed.form.steps.find((one) => one.rowKey === rowsOf(owed.form)[number - 1]);
    if (picked) return value(context, owed, picked);
    return rows(context, owed, say.t('choose-number', { count: rowsOf(owed.form).length }));
  }
  if (place.cell) return written(context, owed, step, place.cell, text);
  if (says(text, 'back')) return rows(context, owed);
  if (says(text, 'skip')) return nextColumn(context, owed, step);
  const settled = place.pending && settle(context, owed, step, place.pending, text);
  if (settled) return settled;
  const read = readAnswer(context, owed, step, text);
  return 'cell' in read ? why(context, owed, step, read.cell) : value(context, owed, step, read.pending, read.before);
}

/** A confirmation or a choice about the new value; undefined where it is a new answer instead. */
function settle(context: Context, owed: OwedForm, step: ChatStep, pending: Pending, text: string): Turn | undefined {
  const { say } = context;
  if (pending.sort === 'confirm') {
    if (says(text, 'yes')) return why(context, owed, step, { state: 'value', value: pending.value });
    return says(text, 'no') ? value(context, owed, step, undefined, say.t('type-again')) : undefined;
  }
  if (pending.sort === 'choose') {
    const option = pending.options[Number(/^\s*(\d)\s*$/.exec(text)?.[1]) - 1];
    if (option === undefined) return undefined;
    if (option === 'no_data') return why(context, owed, step, noData(context, ''));
    const cell: Cell = option === 'not_applicable' ? { state: 'not-applicable' } : { state: 'value', value: option };
    return why(context, owed, step, cell);
  }
  return pending.sort === 'no-data' ? why(context, owed, step, noData(context, text)) : undefined;
}

const noData = ({ say }: Context, reason: string): Cell => ({
  state: 'not-available',
  reason: reason.normalize('NFC').trim().slice(0, 500) || say.t('no-reason-given'),
});

/** All rows with their answers, to pick one by its number. */
function rows(context: Context, owed: OwedForm, before?: string): Turn {
  const { say } = context;
  const lines = rowsOf(owed.form).map((rowKey, index) => {
    const steps = owed.form.steps.filter((step) => step.rowKey === rowKey);
    const values = steps.map((step) => {
      const cell = cellOf(owed.form, step);
      return cell ? describeCell(say, step, cell) : say.t('empty');
    });
    return `${index + 1}. ${steps[0] ? nameOf(context, steps[0]) : rowKey}: ${values.join('; ')}`;
  });
  const head = say.t('correct-rows', { title: owed.title, unit: owed.unitName, lastDay: dayText(owed.lastDay) });
  const place: Place = { at: 'correct', obligation: owed.id };
  return move(context, place, [before, head, lines.join('\n'), say.t('edit-which')].filter(Boolean).join('\n\n'));
}

/** What the row is to be in one column, or what is open about the new value. */
function value(context: Context, owed: OwedForm, step: ChatStep, pending?: Pending, before?: string): Turn {
  const place: Place = { at: 'correct', obligation: owed.id, rowKey: step.rowKey, measure: step.measureKey };
  if (pending) place.pending = pending;
  const asked: Question = pending ? pendingQuestion(context, owed, step, pending) : plainQuestion(context, owed, step);
  return move(context, place, [before, asked.text].filter(Boolean).join('\n\n'), asked.buttons);
}

function nextColumn(context: Context, owed: OwedForm, step: ChatStep): Turn {
  const following = owed.form.steps[owed.form.steps.indexOf(step) + 1];
  return following?.rowKey === step.rowKey ? value(context, owed, following) : rows(context, owed);
}

/** The change in words, and the question why. */
function why(context: Context, owed: OwedForm, step: ChatStep, cell: Cell): Turn {
  const { say } = context;
  const place: Place = { at: 'correct', obligation: owed.id, rowKey: step.rowKey, measure: step.measureKey, cell };
  return move(context, place, say.t('correct-why', changeOf(context, owed, step, cell)));
}

function written(context: Context, owed: OwedForm, step: ChatStep, cell: Cell, text: string): Turn {
  const { say } = context;
  if (says(text, 'back')) return value(context, owed, step);
  const reason = text.normalize('NFC').trim().slice(0, 1000);
  const turn = move(context, { at: 'idle' }, say.t('corrected', changeOf(context, owed, step, cell)));
  const { rowKey, measureKey: measure } = step;
  return { ...turn, effects: [{ do: 'correct', obligation: owed.id, rowKey, measure, cell, reason }] };
}

function changeOf(context: Context, owed: OwedForm, step: ChatStep, cell: Cell) {
  const { say } = context;
  const was = cellOf(owed.form, step);
  return {
    at: numberOf(owed.form, step),
    row: nameOf(context, step),
    measure: measureOf(context, owed, step),
    from: was ? describeCell(say, step, was) : say.t('empty'),
    to: describeCell(say, step, cell),
  };
}
