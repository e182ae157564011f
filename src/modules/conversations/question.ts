import { type ChatStep, fillYears } from '../../forms/index.js';
import type { Button } from '../outbox/index.js';
import type { Pending } from './dialog.js';
import type { Turn } from './effect.js';
import { questionMark } from './button-token.js';
import {
  cellOf,
  columnsOf,
  type FillPlace,
  measureOf,
  nameOf,
  numberOf,
  type OwedForm,
  rowsOf,
  stepsOfRow,
} from './fill-form.js';
import { inLocale } from '../shared/index.js';
import { gapText, restatedText, type Say } from '../units/index.js';
import { move, type Context } from './moves.js';
import { describeCell, showValue, yesNo } from './values.js';

/** Puts a question of a form, or what is still open about its answer; `before` is said first. */
export function prompt(context: Context, owed: OwedForm, step: ChatStep, before?: string, pending?: Pending): Turn {
  const place: FillPlace = { at: 'fill', obligation: owed.id, rowKey: step.rowKey, measure: step.measureKey, pending };
  if (context.queue.length > 0) place.queue = [...context.queue];
  const about = { ...context, say: context.say.about(questionMark(owed.id, step.rowKey, step.measureKey)) };
  const { text, buttons } = pending ? pendingQuestion(about, owed, step, pending) : plainQuestion(about, owed, step);
  return move(context, place, [before, text].filter(Boolean).join('\n\n'), buttons);
}

/** In the order in which they are offered. */
export const STANDINGS = ['estimate', 'preliminary', 'official'] as const;

/** A list longer than this is answered by number alone. */
const MOST_BUTTONS = 8;

export interface Question {
  text: string;
  buttons?: Button[][];
}

/** Where we are, what is asked, what it was last, how to answer. */
export function plainQuestion(context: Context, owed: OwedForm, step: ChatStep): Question {
  const { say } = context;
  const rows = rowsOf(owed.form);
  const known = cellOf(owed.form, step);
  const last = owed.form.last[step.rowKey]?.[step.measureKey];
  const gap = owed.form.gaps?.[step.rowKey]?.[step.measureKey];
  const foreign: Say = (key, params) => say.foreign(key, params);
  const asked = say.t(wordingOf(step), {
    at: rows.indexOf(step.rowKey) + 1,
    of: rows.length,
    row: step.ask ? fillYears(inLocale(step.ask, say.locale), owed.form.reportYear) : nameOf(context, step),
    unit: step.unit.vi,
    measure: measureOf(context, owed, step),
  });
  const neighbour = stepsOfRow(owed, step)[1];
  // Files come one by one.
  const isAlone = known !== undefined || step.type === 'file';
  const both = !isAlone && neighbour && !cellOf(owed.form, neighbour) ? neighbour : undefined;
  const lines = [
    unitOf(context, owed),
    asked,
    both && say.t('fill-both', { measure: measureOf(context, owed, both) }),
    last &&
      say.t('fill-last', { label: say.t(last.labelKey, { year: last.year }), value: showValue(say, step, last.value) }),
    last?.restated && restatedText(foreign, say.locale, last.restated),
    gap && gapText(foreign, gap),
    known && say.t('fill-known', { value: describeCell(say, step, known) }),
  ];
  const ways = [say.button('no-data', 'chưa có số liệu'), say.button('skip', 'bỏ qua'), say.button('back', 'quay lại')];
  const text = (how: string, ...more: string[]) => [lines.filter(Boolean).join('\n'), ...more, say.t(how)].join('\n\n');
  switch (step.type) {
    case 'boolean': {
      const { yes, no } = yesNo(say, step);
      const answers = [yes, no].map((one) => say.labelled(one, one.toLocaleLowerCase('vi'), one === yes));
      const head = lines.filter(Boolean).join('\n');
      const how = say.t('how-yes-no', { yes: yes.toLocaleLowerCase('vi'), no: no.toLocaleLowerCase('vi') });
      return { text: `${head}\n\n${how}`, buttons: [answers, ways] };
    }
    case 'choice': {
      const labels = (step.choices ?? []).map((choice) => inLocale(choice.label, say.locale));
      const list = labels.map((label, index) => `${index + 1}. ${label}`).join('\n');
      const buttons = labels
        .slice(0, MOST_BUTTONS)
        .map((label, index) => [say.labelled(label, String(index + 1), step.choices?.[index]?.key)]);
      return { text: text('how-choice', list), buttons: [...buttons, ways] };
    }
    case 'date':
      return { text: text('how-date'), buttons: [ways] };
    case 'file':
      return { text: text('how-file'), buttons: [ways] };
    case 'text':
      return { text: text('how-text'), buttons: [ways] };
    case 'number':
    case 'integer':
    case 'percent':
    case 'money':
      return { text: text('how-number'), buttons: [ways] };
  }
}

/** Which unit is answered for, where that is not plain, and in whose stead. */
function unitOf({ view, say }: Context, { unitName: unit, actingFor }: OwedForm): string | undefined {
  if (actingFor !== undefined) return say.t('fill-unit-acting', { unit, name: actingFor });
  return view.severalUnits ? say.t('fill-unit', { unit }) : undefined;
}

/** A question of a short form stands for itself; not everything is counted in a unit. */
function wordingOf(step: ChatStep): string {
  if (step.measureKey === '') return 'fill-short-question';
  return step.unit.vi === '' ? 'fill-question-without-unit' : 'fill-question';
}

/** The one word that is still needed before an answer is written down. */
export function pendingQuestion(context: Context, owed: OwedForm, step: ChatStep, pending: Pending): Question {
  const { say } = context;
  switch (pending.sort) {
    case 'confirm':
      return {
        text: say.t('confirm-value', { typed: pending.typed, value: showValue(say, step, pending.value) }),
        buttons: [[say.labelled(say.t('yes'), '1', pending.value), say.button('no', '2')]],
      };
    case 'choose': {
      const options = pending.options.map((option) => showOption(context, step, option));
      const list = options.map((option, index) => `${index + 1}. ${option}`).join('\n');
      return {
        text: [say.t('choose-value', { typed: pending.typed }), list].join('\n\n'),
        buttons: options.map((option, index) => [say.labelled(option, String(index + 1), pending.options[index])]),
      };
    }
    case 'no-data':
      return { text: say.t('ask-no-data', { row: nameOf(context, step) }) };
    case 'standing': {
      const names = STANDINGS.map((standing) => say.t(`standing.${standing}`));
      const list = names.map((name, index) => `${index + 1}. ${name}`).join('\n');
      const text = [say.t('ask-standing', { value: describeCell(say, step, pending.cell) }), list].join('\n\n');
      return { text, buttons: [names.map((name, index) => say.labelled(name, String(index + 1)))] };
    }
    case 'explain':
      return {
        text: say.t('ask-why', { value: describeCell(say, step, pending.cell) }),
        buttons: [[say.button('skip', 'bỏ qua'), say.button('correct', 'sửa')]],
      };
    case 'change': {
      const standing = cellOf(owed.form, step);
      const text = say.t(pending.by === undefined ? 'ask-change' : 'ask-change-by', {
        at: numberOf(owed.form, step),
        row: nameOf(context, step),
        measure: measureOf(context, owed, step),
        name: pending.by ?? '',
        from: standing ? describeCell(say, step, standing) : say.t('empty'),
        to: pending.cell ? describeCell(say, step, pending.cell) : say.t('no-data').toLocaleLowerCase('vi'),
      });
      return { text, buttons: [[say.button('change', '1'), say.button('keep', '2')]] };
    }
    case 'columns': {
      const columns = columnsOf(
        owed.form,
        pending.given.map((one) => one.rowKey),
      );
      const names = [...columns.map((column) => measureOf(context, owed, column)), say.t('all-columns')];
      const rows = pending.given.map(({ rowKey }) => rowsOf(owed.form).indexOf(rowKey) + 1).join(', ');
      const list = names.map((name, index) => `${index + 1}. ${name}`).join('\n');
      return {
        text: `${say.t('ask-columns', { rows })}\n${list}`,
        buttons: names.map((name, index) => [say.labelled(name, String(index + 1))]),
      };
    }
  }
}

function showOption(context: Context, step: ChatStep, option: string | boolean): string {
  if (option === 'no_data') return context.say.t('option-no-data');
  if (option === 'not_applicable') return context.say.t('option-not-applicable');
  return showValue(context.say, step, option);
}
