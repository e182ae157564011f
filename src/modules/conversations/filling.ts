import { type Cell, type ChatStep, fieldOf, fillYears, understand } from '../../forms/index.js';
import { inLocale } from '../shared/index.js';
import { globalCommand, says } from './commands.js';
import type { Effect, OwedView, Pending, Place, Turn } from './dialog.js';
import { listOwed, viDay } from './owed.js';
import { describeCell, showValue } from './values.js';
import { move, type Context } from './turn.js';

type FillPlace = Extract<Place, { at: 'fill' }>;
type Form = NonNullable<OwedView['form']>;

/** `/dien`: begins (or goes on with) the form that is owed; asks which where there are several. */
export function startFilling(context: Context, chosen?: string): Turn {
  const { view, say } = context;
  const open = view.owed.filter((owed) => owed.form && !owed.form.submitted && !owed.settled);
  const only = chosen ? open.find((owed) => owed.id === chosen) : open.length === 1 ? open[0] : undefined;
  if (open.length === 0) return listOwed(context, say.t('nothing-to-fill'));
  if (!only?.form) {
    const lines = open.map((owed, index) => `${index + 1}. ${owed.title}`);
    const place: Place = { at: 'choose', purpose: 'fill', obligations: open.map((owed) => owed.id) };
    return move(context, place, [say.t('fill-which'), lines.join('\n')].join('\n\n'));
  }
  const step = firstEmpty(only.form) ?? only.form.steps[0];
  if (!step) return listOwed(context, say.t('nothing-to-fill'));
  const answered = only.form.steps.filter((one) => cellOf(only.form!, one)).length;
  const head = say.t(answered > 0 ? 'fill-resume' : 'fill-head', {
    title: only.title,
    lastDay: viDay(only.lastDay),
    count: new Set(only.form.steps.map((one) => one.rowKey)).size,
    answered,
    of: only.form.steps.length,
  });
  if (answered === only.form.steps.length) return summaryTurn(context, only.id, undefined, head);
  return prompt(context, only, step, head);
}

/** "tiếp tục": back to the form that was left, wherever that was. */
export function continueFilling(context: Context): Turn {
  const { dialog, view } = context;
  const { left } = dialog;
  if (dialog.place.at === 'fill') return fillTurn(context, dialog.place, undefined);
  const owed = left && view.owed.find((one) => one.id === left.obligation);
  if (!left || !owed?.form || owed.form.submitted) return startFilling(context);
  const step = owed.form.steps.find((one) => one.rowKey === left.rowKey && one.measureKey === left.measure);
  return step ? prompt(context, owed, step, context.say.t('fill-continue')) : startFilling(context, owed.id);
}

/** The answer to the present question of a form; without `text` the question is put again. */
export function fillTurn(context: Context, place: FillPlace, text: string | undefined, before?: string): Turn {
  const { view, say } = context;
  const owed = view.owed.find((one) => one.id === place.obligation);
  const form = owed?.form;
  if (!owed || !form) return listOwed(context, say.t('gone'));
  if (form.submitted) return listOwed(context, say.t('already-settled', { title: owed.title }));
  const index = form.steps.findIndex((step) => step.rowKey === place.rowKey && step.measureKey === place.measure);
  const step = form.steps[index];
  // The form's new version may not know this question any more: go to the first that is open.
  if (!step) return startFilling(context, owed.id);
  if (text === undefined) return prompt(context, owed, step, before, place.pending);
  if (globalCommand(text)?.command === 'summary' || says(text, 'summary'))
    return summaryTurn(context, owed.id, undefined);
  if (place.pending) {
    const settled = settlePending(context, owed, step, place.pending, text);
    if (settled) return settled;
  }
  if (says(text, 'back')) {
    const earlier = form.steps[index - 1];
    return earlier ? prompt(context, owed, earlier) : prompt(context, owed, step, say.t('at-first'));
  }
  if (says(text, 'skip')) return next(context, owed, step, say.t('skipped', { row: nameOf(context, step) }));
  return answer(context, owed, step, text);
}

/** What was typed while a confirmation, a choice or a reason was open; undefined when it is a new answer instead. */
function settlePending(
  context: Context,
  owed: OwedView,
  step: ChatStep,
  pending: Pending,
  text: string,
): Turn | undefined {
  const { say, view } = context;
  switch (pending.sort) {
    case 'confirm':
      if (says(text, 'yes'))
        return accept(context, owed, step, { state: 'value', value: pending.value, note: pending.note });
      return says(text, 'no') ? prompt(context, owed, step, say.t('type-again')) : undefined;
    case 'choose': {
      const number = /^\s*(\d)\s*$/.exec(text);
      const option = number ? pending.options[Number(number[1]) - 1] : undefined;
      if (option === undefined) return undefined;
      if (option === 'no_data')
        return prompt(context, owed, step, undefined, { sort: 'no-data', typed: pending.typed });
      if (option === 'not_applicable') return accept(context, owed, step, { state: 'not-applicable' });
      return accept(context, owed, step, { state: 'value', value: option });
    }
    case 'no-data': {
      if (says(text, 'back')) return prompt(context, owed, step);
      const { reason, expectedOn } = readReason(text, view.today);
      return accept(context, owed, step, {
        state: 'not-available',
        reason: reason || say.t('no-reason-given'),
        expectedOn,
      });
    }
  }
}

function answer(context: Context, owed: OwedView, step: ChatStep, text: string): Turn {
  const { say, view } = context;
  const last = owed.form?.last[step.rowKey]?.[step.measureKey]?.value;
  const read = understand({ ...fieldOf(step), last }, text, { today: view.today });
  switch (read.outcome) {
    case 'ok':
      return accept(context, owed, step, { state: 'value', value: read.value });
    case 'confirm':
      return prompt(context, owed, step, undefined, { sort: 'confirm', value: read.value, typed: text });
    case 'ask':
      return prompt(context, owed, step, say.foreign(`understand.${read.because.code}`, read.because.params), {
        sort: read.options.length === 1 ? 'confirm' : 'choose',
        ...(read.options.length === 1 ? { value: read.options[0]! } : { options: read.options }),
        typed: text,
      } as Pending);
    case 'state':
      if (read.state === 'not_applicable')
        return accept(context, owed, step, { state: 'not-applicable', reason: read.rest });
      if (read.rest) {
        const { reason, expectedOn } = readReason(read.rest, view.today);
        return accept(context, owed, step, { state: 'not-available', reason, expectedOn });
      }
      return prompt(context, owed, step, undefined, { sort: 'no-data', typed: text });
    case 'invalid':
      return prompt(context, owed, step, say.foreign(`understand.${read.because.code}`, read.because.params));
  }
}

/** "chờ quyết toán, 05/7": what is a day is the expected day, the rest is the reason. */
function readReason(text: string, today: string): { reason: string; expectedOn?: string } {
  const found = /\b(\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?)\b/.exec(text);
  const day = found ? understand({ type: 'date' }, found[1] ?? '', { today }) : undefined;
  const options =
    day?.outcome === 'ask' ? day.options : day?.outcome === 'ok' || day?.outcome === 'confirm' ? [day.value] : [];
  const expectedOn = options.find((option): option is string => typeof option === 'string' && option >= today);
  const reason = text
    .replace(expectedOn ? (found?.[0] ?? '') : '', ' ')
    .replace(/[\s,;]+$/u, '')
    .trim();
  return { reason: reason.normalize('NFC').slice(0, 500), expectedOn };
}

function accept(context: Context, owed: OwedView, step: ChatStep, given: Cell): Turn {
  const cell: Cell = given.state === 'value' && step.standing ? { ...given, standing: step.standing } : given;
  const effect: Effect = { do: 'answer', obligation: owed.id, rowKey: step.rowKey, measure: step.measureKey, cell };
  const echo = context.say.t('noted', {
    row: nameOf(context, step),
    measure: measureOf(context, owed, step),
    value: describeCell(context.say, step, cell),
  });
  const form = owed.form!;
  const cells = { ...form.cells, [step.rowKey]: { ...form.cells[step.rowKey], [step.measureKey]: cell } };
  const turn = next(context, { ...owed, form: { ...form, cells } }, step, echo);
  return { ...turn, effects: [effect] };
}

/** The step after `step`, or the summary after the last. */
function next(context: Context, owed: OwedView, step: ChatStep, before: string): Turn {
  const steps = owed.form?.steps ?? [];
  const following = steps[steps.indexOf(step) + 1];
  return following ? prompt(context, owed, following, before) : showSummary(context, owed, before);
}

/** Puts a question: where we are, what is asked, what it was last, how to answer. */
function prompt(context: Context, owed: OwedView, step: ChatStep, before?: string, pending?: Pending): Turn {
  const { say } = context;
  const form = owed.form!;
  const rows = [...new Set(form.steps.map((one) => one.rowKey))];
  const known = cellOf(form, step);
  const last = form.last[step.rowKey]?.[step.measureKey];
  const lines = [
    say.t('fill-question', {
      at: rows.indexOf(step.rowKey) + 1,
      of: rows.length,
      row: nameOf(context, step),
      unit: step.unit.vi,
      measure: measureOf(context, owed, step),
    }),
    last
      ? say.t('fill-last', {
          label: say.t(last.labelKey, { year: last.year }),
          value: showValue(say, step, last.value),
        })
      : undefined,
    known ? say.t('fill-known', { value: describeCell(say, step, known) }) : undefined,
  ];
  const place: FillPlace = { at: 'fill', obligation: owed.id, rowKey: step.rowKey, measure: step.measureKey, pending };
  const yesNo = [[say.button('yes', '1'), say.button('no', '2')]];
  const ways = [say.button('no-data', 'chưa có số liệu'), say.button('skip', 'bỏ qua'), say.button('back', 'quay lại')];
  const question = lines.filter(Boolean).join('\n');
  const join = (...parts: (string | undefined)[]) => parts.filter(Boolean).join('\n\n');
  switch (pending?.sort) {
    case 'confirm':
      return move(
        context,
        place,
        join(before, say.t('confirm-value', { typed: pending.typed, value: showValue(say, step, pending.value) })),
        yesNo,
      );
    case 'choose': {
      const options = pending.options.map((option) =>
        option === 'no_data'
          ? say.t('option-no-data')
          : option === 'not_applicable'
            ? say.t('option-not-applicable')
            : showValue(say, step, option),
      );
      const list = options.map((option, index) => `${index + 1}. ${option}`).join('\n');
      const buttons = options.map((option, index) => [say.labelled(option, String(index + 1))]);
      return move(context, place, join(before, say.t('choose-value', { typed: pending.typed }), list), buttons);
    }
    case 'no-data':
      return move(context, place, join(before, say.t('ask-no-data', { row: nameOf(context, step) })));
    default:
      return move(
        context,
        place,
        join(before, question, say.t(step.type === 'boolean' ? 'how-yes-no' : 'how-number')),
        step.type === 'boolean'
          ? [[say.button('achieved', 'đạt'), say.button('not-achieved', 'không đạt')], ways]
          : [ways],
      );
  }
}

/** All answers so far; "nộp" submits when nothing is open, a number goes back to that indicator. */
export function summaryTurn(context: Context, obligation: string, text: string | undefined, before?: string): Turn {
  const { view, say } = context;
  const owed = view.owed.find((one) => one.id === obligation);
  if (!owed?.form) return listOwed(context, say.t('gone'));
  if (!text) return showSummary(context, owed, before);
  if (owed.form.submitted) return listOwed(context, say.t('already-settled', { title: owed.title }));
  const rows = [...new Set(owed.form.steps.map((one) => one.rowKey))];
  const number = /^\s*(?:\/?sua|sửa)?\s*(\d{1,3})\s*$/iu.exec(text);
  const row = number ? rows[Number(number[1]) - 1] : undefined;
  const step = row ? owed.form.steps.find((one) => one.rowKey === row) : undefined;
  if (step) return prompt(context, owed, step);
  if (says(text, 'back')) return prompt(context, owed, owed.form.steps.at(-1)!);
  const open = firstEmpty(owed.form);
  if (says(text, 'submit') || (says(text, 'yes') && text.trim() !== '1')) {
    if (open) return prompt(context, owed, open, say.t('still-open', { count: openCount(owed.form) }));
    const turn = move(context, { at: 'idle' }, say.t('submitted', { title: owed.title, unit: owed.unitName }));
    return { ...turn, dialog: { ...turn.dialog, left: undefined }, effects: [{ do: 'submit', obligation: owed.id }] };
  }
  return showSummary(context, owed, say.t('summary-unclear'));
}

function showSummary(context: Context, owed: OwedView, before?: string): Turn {
  const { say } = context;
  const form = owed.form!;
  const rows = [...new Set(form.steps.map((one) => one.rowKey))];
  const lines = rows.map((rowKey, index) => {
    const steps = form.steps.filter((step) => step.rowKey === rowKey);
    const values = steps.map((step) => {
      const cell = cellOf(form, step);
      return `${measureOf(context, owed, step)}: ${cell ? describeCell(say, step, cell) : say.t('empty')}`;
    });
    return `${index + 1}. ${nameOf(context, steps[0]!)}\n   ${values.join('; ')}`;
  });
  const open = openCount(form);
  const foot = open > 0 ? say.t('summary-open', { count: open }) : say.t('summary-ready');
  const buttons = open > 0 ? [] : [[say.button('submit', 'nộp')]];
  const text = [before, say.t('summary-head', { title: owed.title, unit: owed.unitName }), lines.join('\n'), foot];
  return move(context, { at: 'summary', obligation: owed.id }, text.filter(Boolean).join('\n\n'), buttons);
}

const cellOf = (form: Form, step: ChatStep): Cell | undefined => form.cells[step.rowKey]?.[step.measureKey];
const firstEmpty = (form: Form): ChatStep | undefined => form.steps.find((step) => !cellOf(form, step));
const openCount = (form: Form): number => form.steps.filter((step) => !cellOf(form, step)).length;
const measureOf = (context: Context, owed: OwedView, step: ChatStep): string =>
  fillYears(inLocale(step.measureLabel, context.view.locale), owed.form?.reportYear);
const nameOf = (context: Context, step: ChatStep): string => inLocale(step.label, context.view.locale);
