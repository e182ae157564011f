import { type ChatStep, type FormWords, helpText, isGuided, type Row } from '../../forms/index.js';
import type { OwedForm } from './fill-form.js';
import { nameOf, numberOf, rowsOf } from './fill-form.js';
import type { Context } from './moves.js';

/**
 * What is known about the present question: meaning, method, legal basis, who leads it; where nothing was written down that
 * is said, and nothing is made up. Ends with the words that work here.
 */
export function questionHelp(context: Context, owed: OwedForm, step: ChatStep): string {
  const { say } = context;
  const { definition } = owed.form;
  const row: Row | undefined =
    definition.kind === 'indicators' ? definition.rows.find((one) => one.key === step.rowKey) : undefined;
  const words: FormWords = (word, params) => say.foreign(`forms.word.${word}`, params);
  const known = helpText(step.help, words, context.view.locale);
  return [
    say.t('help-of', { at: numberOf(owed.form, step), of: rowsOf(owed.form).length, row: nameOf(context, step) }),
    !isGuided(step.help) && say.t('no-help'),
    known,
    row?.leadAgency && say.t('help-lead', { lead: row.leadAgency }),
    say.t('help-here'),
  ]
    .filter(Boolean)
    .join('\n');
}
