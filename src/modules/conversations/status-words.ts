import {
  type Choice,
  type ChatStep,
  chatSteps,
  fillYears,
  type Question,
  type ShortForm,
  dayText,
} from '../../forms/index.js';
import { inLocale } from '../shared/index.js';
import type { StatusDraft } from './dialog.js';
import type { OwedView } from './turn-view.js';
import type { Context } from './moves.js';
import { type Fact, stepOfFact, type StatusStep, statusSteps } from './status-steps.js';
import { showValue } from './values.js';

/** The states that the product's own question offers. */
const STATES = ['not_started', 'in_progress', 'blocked', 'done'] as const;

/** How the product asks for its facts where no form does. */
const PRODUCTS_OWN: Record<Fact, Pick<Question, 'type'> & Partial<Question>> = {
  state: { type: 'choice', required: true },
  progress: { type: 'percent', unitCode: '%', decimals: 0, min: '0', max: '100' },
  difficulty: { type: 'text' },
  expected: { type: 'date' },
};

/** The question of a step in the admin's words, else in the product's own. */
export function questionOf({ say }: Context, { key, fact, question }: StatusStep): Question {
  if (question) return question;
  if (!fact) throw new Error(`no question for ${key}`);
  const label = { vi: say.in('vi').t(`ask-${fact}`), en: say.in('en').t(`ask-${fact}`) };
  return { key, label, required: false, provenance: 'added', ...PRODUCTS_OWN[fact] };
}

/** What is asked, as a line of the bot. */
export function askedOf(context: Context, step: StatusStep, owed: OwedView): string {
  const question = questionOf(context, step);
  return fillYears(inLocale(question.ask ?? question.label, context.view.locale), owed.planYear - 1);
}

/** The choices of how it stands; numbers and words of an answer mean these. */
export function statesOf(context: Context): readonly Choice[] {
  const { choices } = questionOf(context, stepOfFact(context.view, 'state'));
  if (choices?.length) return choices;
  const { say } = context;
  return STATES.map((key) => ({
    key,
    label: { vi: say.in('vi').t(`state.${key}`), en: say.in('en').t(`state.${key}`) },
  }));
}

export function stateName(context: Context, state: string): string {
  const choice = statesOf(context).find(({ key }) => key === state);
  return choice ? inLocale(choice.label, context.view.locale) : state;
}

/** A step as any question of a short form is asked: what is typed is read by it. */
export function chatStepOf(context: Context, step: StatusStep): ChatStep {
  const { hidden: _, visibleWhen: __, ...question } = questionOf(context, step);
  const form: Pick<ShortForm, 'kind' | 'questions'> = { kind: 'short', questions: [question] };
  return chatSteps({ key: '', template: '', title: { vi: '' }, provenance: 'added', ...form })[0]!;
}

/** The report in words, as the texts that show it back take them. */
export function describeStatus(context: Context, draft: StatusDraft, owed: OwedView, line: 'line' | 'clause') {
  const { say } = context;
  const own = statusSteps(context.view).filter(({ fact, key }) => fact === undefined && draft.own?.[key] !== undefined);
  const more = own.map((step) => {
    const { question } = step;
    const label = fillYears(inLocale(question!.label, context.view.locale), owed.planYear - 1);
    const value = showValue(say, chatStepOf(context, step), draft.own![step.key]!);
    return say.t(line === 'line' ? 'status-more-line' : 'status-more-clause', { label, value });
  });
  return {
    state: stateName(context, draft.state ?? 'in_progress'),
    progress: draft.progress === undefined ? say.t('not-said') : `${draft.progress}%`,
    difficulty: draft.difficulty ?? say.t('none'),
    expected: draft.expectedOn ? dayText(draft.expectedOn) : say.t('not-said'),
    more: more.join(''),
  };
}
