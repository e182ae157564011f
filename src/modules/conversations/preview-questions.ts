import { type ChatStep, chatSteps, type FormDefinition } from '../../forms/index.js';
import type { Body } from '../outbox/index.js';
import { STATUS_FORM } from '../reports/index.js';
import type { Locale, Messages } from '../shared/index.js';
import { newDialog } from './dialog.js';
import type { OwedView } from './turn-view.js';
import type { OwedForm } from './fill-form.js';
import { plainQuestion, type Question } from './question.js';
import { Speaker } from './speaker.js';
import { questionFor } from './status-ask.js';
import { statusSteps } from './status-steps.js';

/** Most questions shown: a form of a hundred rows is looked at, not read. */
const SHOWN = 200;

/** What the bot would ask for a form, question by question, to somebody who has answered nothing yet. */
export function previewQuestions(
  definition: FormDefinition,
  reportYear: number,
  locale: Locale,
  messages: Messages,
): Body[] {
  const say = new Speaker(messages, locale, 0);
  const steps: ChatStep[] = chatSteps(definition).slice(0, SHOWN);
  const owed: OwedForm = {
    ...nobodys(reportYear),
    form: { definition, steps, cells: {}, last: {}, reportYear, submitted: false, revision: 0 },
  };
  const context = {
    dialog: newDialog(),
    view: { now: '', today: `${reportYear}-06-01`, locale, owed: [owed], buttons: true },
    say,
    early: false,
    queue: [],
  };
  const bubble = ({ text, buttons }: Question) => say.say(text, buttons);
  if (definition.kind === 'short' && definition.key === STATUS_FORM) {
    const statusForm = { version: 0, form: definition };
    const seen = { ...context, view: { ...context.view, statusForm } };
    const asked = statusSteps(seen.view).filter(({ fact, question }) => fact === 'state' || !question?.hidden);
    return asked.map((step) => bubble(questionFor(seen, owed, step)));
  }
  return steps.map((step) => bubble(plainQuestion(context, owed, step)));
}

function nobodys(reportYear: number): OwedView {
  return {
    id: '',
    title: '',
    unit: '',
    unitName: '',
    lastDay: '',
    dueOn: '',
    daysLeft: 0,
    settled: false,
    signedDocument: false,
    planYear: reportYear + 1,
  };
}
