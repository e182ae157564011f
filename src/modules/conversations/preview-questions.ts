import { type ChatStep, chatSteps, type FormDefinition } from '../../forms/index.js';
import type { Body } from '../outbox/index.js';
import type { Locale, Messages } from '../shared/index.js';
import { newDialog, type OwedView } from './dialog.js';
import type { OwedForm } from './fill-form.js';
import { plainQuestion } from './question.js';
import { Speaker } from './speaker.js';

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
  return steps.map((step) => {
    const { text, buttons } = plainQuestion(context, owed, step);
    return say.say(text, buttons);
  });
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
