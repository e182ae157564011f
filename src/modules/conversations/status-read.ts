import { fillYears, understand } from '../../forms/index.js';
import { inLocale } from '../shared/index.js';
import { readChoice } from './choices.js';
import type { Pending, StatusDraft } from './dialog.js';
import type { OwedView } from './turn-view.js';
import type { OwedForm } from './fill-form.js';
import type { Context } from './moves.js';
import { readAnswer } from './read-answer.js';
import { readReport } from './commands.js';
import { factsIn, readStatusLine, readWholeLine } from './status-line.js';
import type { StatusStep } from './status-steps.js';
import { chatStepOf, questionOf, statesOf } from './status-words.js';

/** The longest words that are kept of one answer. */
const LONGEST = 1000;

/** What an answer to a question means: a canonical text, that there is none, or what must be asked first. */
export type StatusRead = { value: string } | { none: true } | { before?: string; pending?: Pending };

/** What `text` means as the answer to any question but how it stands. */
export function readStatusAnswer(context: Context, owed: OwedView, step: StatusStep, text: string): StatusRead {
  const { view, say } = context;
  const question = questionOf(context, step);
  if (question.type === 'text') return { value: text.normalize('NFC').trim().slice(0, LONGEST) };
  if (step.fact === 'expected') {
    const bounds = { ...(question.min ? { min: question.min } : {}), ...(question.max ? { max: question.max } : {}) };
    const day = understand({ type: 'date', future: true, ...bounds }, text, { today: view.today });
    const isRead = day.outcome === 'ok' || day.outcome === 'confirm';
    return isRead && typeof day.value === 'string' ? { value: day.value } : { before: say.t('status-day-unclear') };
  }
  const read = readAnswer(context, readingOf(context, owed, step), chatStepOf(context, step), text);
  if ('cell' in read) return read.cell.state === 'value' ? { value: String(read.cell.value) } : { none: true };
  // Why a figure is missing is nothing a status report asks.
  if (read.pending?.sort === 'no-data') return { none: true };
  return read;
}

/** A question of the report as the form it would be alone: what reads and shows the answers of forms takes that. */
export function readingOf(context: Context, owed: OwedView, step: StatusStep): OwedForm {
  const chat = chatStepOf(context, step);
  const label = fillYears(inLocale(chat.label, context.view.locale), owed.planYear - 1);
  return {
    ...owed,
    form: {
      definition: {
        kind: 'short',
        key: 'status',
        template: 'status',
        title: { vi: label },
        provenance: 'added',
        questions: [questionOf(context, step)],
      },
      steps: [chat],
      cells: {},
      last: {},
      reportYear: owed.planYear - 1,
      submitted: false,
      revision: 0,
    },
  };
}

/** The report that a line tells, and which of its words are not part of it. */
export function readLine(context: Context, line: string, title: string): { draft: StatusDraft; unread?: string } {
  const { draft, unread } = readWholeLine(line, context.view.today, title);
  const { state, ...facts } = draft;
  const isOffered = state !== undefined && statesOf(context).some(({ key }) => key === state);
  return { draft: isOffered ? draft : facts, ...(unread === undefined ? {} : { unread }) };
}

/** What an answer to "how does it stand?" tells: a state alone, or more at once. */
export interface StateRead {
  draft: StatusDraft;
  /** Words that are not part of the report. */
  unread?: string;
  /** What is only likely is shown back first. */
  likely?: boolean;
}

/** "2", "đang làm 60%", "60%", the name of a choice, or a whole line; undefined where no state is to be read. */
export function readState(context: Context, text: string, title: string): StateRead | undefined {
  const { today } = context.view;
  const states = statesOf(context);
  const number = /^\s*(\d{1,2})\s*$/.exec(text)?.[1];
  const numbered = number === undefined ? undefined : states[Number(number) - 1];
  if (numbered) return { draft: { state: numbered.key } };
  // What calls itself a report is one line, not the word "báo cáo" among the states.
  const report = readReport(text);
  const { draft: line, unread } = readLine(context, report ?? text, title);
  if (line.state && (report !== undefined || factsIn(readStatusLine(text, today)) >= 2)) {
    const isPlain = report === undefined && Object.keys(line).every((key) => key === 'state' || key === 'progress');
    const isRead = isPlain && unread === undefined;
    return { draft: { ...line, ...(isRead ? {} : { fromLine: true }) }, ...(unread === undefined ? {} : { unread }) };
  }
  const named = report === undefined && /\p{L}/u.test(text) ? readChoice(states, text) : undefined;
  if (named !== undefined) return { draft: { state: named } };
  const read = understand({ type: 'status' }, report ?? text, { today });
  if ((read.outcome !== 'ok' && read.outcome !== 'confirm') || typeof read.value !== 'string') return undefined;
  const state = read.value;
  if (!states.some(({ key }) => key === state)) return undefined;
  if (report !== undefined) {
    return { draft: { ...line, state, fromLine: true }, ...(unread === undefined ? {} : { unread }) };
  }
  return { draft: { state }, ...(read.outcome === 'ok' ? {} : { likely: true }) };
}
