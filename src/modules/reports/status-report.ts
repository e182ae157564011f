import { chatSteps, type ShortForm, valueText } from '../../forms/index.js';
import { inLocale, type Locale, type Messages } from '../shared/index.js';

/** The short answer by chat: where it stands, how far, what hinders, when it will be done, and what admins ask beside that. */
export interface StatusReport {
  obligation: string;
  /** Key of a choice of the form that asked. */
  state: string;
  /** The same in the reader's language. */
  stateLabel: string;
  progress?: number;
  difficulty?: string;
  expectedOn?: string;
  /** What else was asked, in the form's order; with the explanation of an odd answer, also of the facts above. */
  more: StatusAnswer[];
  saidAt: string;
  /** Name of whoever gave it. */
  saidBy: string;
  /** What whoever watches the unit made of it. */
  review?: { outcome: 'accepted' | 'returned'; reason: string; by: string };
}

export interface StatusAnswer {
  label: string;
  value: string;
  note?: string;
}

/** The part of a report that is read by the form that asked. */
export interface SaidBeside {
  state: string;
  /** By the question's key: canonical texts, and explanations. */
  answers: Readonly<Record<string, string>>;
  notes: Readonly<Record<string, string>>;
}

/** A report in words; without `form` the product's own words asked. */
export function statusInWords(
  said: SaidBeside,
  form: ShortForm | undefined,
  locale: Locale,
  messages: Pick<Messages, 't'>,
): Pick<StatusReport, 'stateLabel' | 'more'> {
  const choice = form?.questions.find(({ key }) => key === 'state')?.choices?.find(({ key }) => key === said.state);
  const steps = form ? chatSteps(form) : [];
  const more = steps.flatMap((step): StatusAnswer[] => {
    const label = inLocale(step.label, locale);
    const value = said.answers[step.rowKey];
    const note = said.notes[step.rowKey];
    if (value === undefined && note === undefined) return [];
    const shown =
      value === undefined ? '' : valueText(step, value, locale, (word) => messages.t(locale, `forms.word.${word}`));
    return [{ label, value: shown, ...(note === undefined ? {} : { note }) }];
  });
  return { stateLabel: choice ? inLocale(choice.label, locale) : messages.t(locale, `bot.state.${said.state}`), more };
}
