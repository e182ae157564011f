import type { Cell, ChatStep } from '../../forms/index.js';
import { accept } from './accept.js';
import { askBeside } from './beside.js';
import { toColumns } from './columns.js';
import { says } from './commands.js';
import { putsOff } from './courtesies.js';
import type { Pending } from './dialog.js';
import type { Turn } from './effect.js';
import type { OwedForm } from './fill-form.js';
import { goOn } from './go-on.js';
import type { Context } from './moves.js';
import { prompt, STANDINGS } from './question.js';
import { readReason } from './reason.js';
import { fold } from '../shared/index.js';

/** What was typed while a confirmation, a choice or a reason was open; undefined when it is a new answer instead. */
export function settlePending(
  context: Context,
  owed: OwedForm,
  step: ChatStep,
  pending: Pending,
  text: string,
): Turn | undefined {
  const { say, view } = context;
  const write = (cell: Cell): Turn => {
    const accepted = accept(context, owed, step, cell);
    const turn =
      askBeside(context, accepted.owed, step, [accepted.echo], pending.typed) ??
      goOn(context, accepted.owed, step, { noted: [accepted.echo] });
    return { ...turn, effects: [accepted.effect, ...turn.effects] };
  };
  const number = Number(/^\s*(\d{1,2})\s*$/.exec(text)?.[1]);
  switch (pending.sort) {
    case 'confirm':
      if (says(text, 'yes')) return write({ state: 'value', value: pending.value });
      return says(text, 'no') ? prompt(context, owed, step, say.t('type-again')) : undefined;
    case 'choose': {
      const option = pending.options[number - 1];
      if (option === undefined) return undefined;
      if (option === 'no_data')
        return prompt(context, owed, step, undefined, { sort: 'no-data', typed: pending.typed });
      return write(option === 'not_applicable' ? { state: 'not-applicable' } : { state: 'value', value: option });
    }
    case 'standing': {
      if (says(text, 'back')) return prompt(context, owed, step);
      const standing = STANDINGS[number - 1] ?? readStanding(context, text);
      if (!standing) return prompt(context, owed, step, say.t('standing-unclear'), pending);
      return write({ ...pending.cell, standing });
    }
    case 'explain': {
      if (says(text, 'skip') || putsOff(text)) return goOn(context, owed, step, { also: [say.t('explain-later')] });
      if (says(text, 'correct') || says(text, 'back')) return prompt(context, owed, step);
      // A bare number is a better answer to the question, not the reason for the one that stands.
      if (!/\p{L}/u.test(text)) return undefined;
      return write({ ...pending.cell, note: text.normalize('NFC').trim().slice(0, 1000) });
    }
    case 'no-data': {
      if (says(text, 'back')) return prompt(context, owed, step);
      const { reason, expectedOn } = readReason(text, view.today);
      // The figure has been found after all: a bare number answers the question, it is no reason for having none.
      if (!expectedOn && /\d/.test(text) && !/\p{L}/u.test(text)) return undefined;
      return write({ state: 'not-available', reason: reason || say.t('no-reason-given'), expectedOn });
    }
    case 'change': {
      if (says(text, 'no') || says(text, 'skip') || says(text, 'back')) {
        return goOn(context, owed, step, { also: [say.t('left-as-it-was')] });
      }
      if (!says(text, 'yes')) return prompt(context, owed, step, say.t('say-change-or-not'), pending);
      if (!pending.cell) return prompt(context, owed, step, undefined, { sort: 'no-data', typed: pending.typed });
      return write(pending.cell);
    }
    case 'columns':
      return toColumns(context, owed, step, pending, text);
  }
}

function readStanding(context: Context, text: string): (typeof STANDINGS)[number] | undefined {
  const typed = fold(text).trim();
  return typed === '' ? undefined : STANDINGS.find((one) => fold(context.say.t(`standing.${one}`)).startsWith(typed));
}
