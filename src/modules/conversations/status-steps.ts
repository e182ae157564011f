import { isShown, lineLookup, type Question, type RecordRow } from '../../forms/index.js';
import type { StatusDraft } from './dialog.js';
import type { TurnView } from './turn-view.js';

/** The facts that the product itself acts upon, in the order in which they are asked where no form says otherwise. */
export const FACTS = ['state', 'progress', 'difficulty', 'expected'] as const;
export type Fact = (typeof FACTS)[number];

/** Under which key of the status form each of them is worded. */
const QUESTIONS: Record<Fact, string> = {
  state: 'state',
  progress: 'progress',
  difficulty: 'difficulty',
  expected: 'expected_on',
};

/** One question of a status report: a fact of the product's, or (`own`) what the admins ask beside them. */
export interface StatusStep {
  /** Of the question in the form. */
  key: string;
  fact?: Fact;
  /** As the admins word it; absent where the product's own words stand in. */
  question?: Question;
}

/** All that is asked, in the form's order; how it stands is always asked, and first where the form does not ask it. */
export function statusSteps({ statusForm }: Pick<TurnView, 'statusForm'>): StatusStep[] {
  if (!statusForm) return FACTS.map((fact) => ({ key: QUESTIONS[fact], fact }));
  const factOf = (key: string) => FACTS.find((fact) => QUESTIONS[fact] === key);
  const steps = statusForm.form.questions.map((question): StatusStep => {
    const fact = factOf(question.key);
    return { key: question.key, question, ...(fact ? { fact } : {}) };
  });
  return steps.some(({ fact }) => fact === 'state') ? steps : [{ key: QUESTIONS.state, fact: 'state' }, ...steps];
}

export const stepOf = (view: Pick<TurnView, 'statusForm'>, key: string): StatusStep | undefined =>
  statusSteps(view).find((step) => step.key === key);

export const stepOfFact = (view: Pick<TurnView, 'statusForm'>, fact: Fact): StatusStep =>
  stepOf(view, QUESTIONS[fact]) ?? { key: QUESTIONS[fact], fact };

/** The draft as the form's conditions and checks read it. */
export function lineOf(draft: StatusDraft): RecordRow {
  const { state, progress, difficulty, expectedOn, own } = draft;
  const facts = { state, progress: progress?.toString(), difficulty, expected_on: expectedOn };
  return Object.fromEntries(
    Object.entries({ ...own, ...facts }).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/** What is asked next: what the draft neither tells nor passes over; undefined where nothing is left to be asked. */
export function nextStep(view: Pick<TurnView, 'statusForm'>, draft: StatusDraft): StatusStep | undefined {
  return statusSteps(view).find((step) => isAsked(step, draft) && !isTold(step, draft));
}

/** What was answered or passed over before `key`, the latest last. */
export function stepsBefore(view: Pick<TurnView, 'statusForm'>, key: string, draft: StatusDraft): StatusStep[] {
  const steps = statusSteps(view);
  const until = steps.findIndex((step) => step.key === key);
  return steps.slice(0, until < 0 ? undefined : until).filter((step) => isAsked(step, draft) && isTold(step, draft));
}

/** The draft without answers to questions of the admins' that the other answers have made pointless since. */
export function asAsked(view: Pick<TurnView, 'statusForm'>, draft: StatusDraft): StatusDraft {
  if (!draft.own) return draft;
  const pointless = statusSteps(view).filter((step) => step.fact === undefined && !isAsked(step, draft));
  return pointless.reduce(without, draft);
}

/** The draft without its answer to one step, so that the step is asked again. */
export function without(draft: StatusDraft, step: StatusStep): StatusDraft {
  const { own, notes, passed, ...facts } = draft;
  const rest: StatusDraft = {
    ...facts,
    ...(own ? { own: omit(own, step.key) } : {}),
    ...(notes ? { notes: omit(notes, step.key) } : {}),
    ...(passed ? { passed: passed.filter((key) => key !== step.key) } : {}),
  };
  if (step.fact === undefined) return rest;
  const { [step.fact === 'expected' ? 'expectedOn' : step.fact]: _, ...others } = rest;
  return others;
}

export const passOver = (draft: StatusDraft, { key }: StatusStep): StatusDraft => ({
  ...draft,
  passed: [...(draft.passed ?? []).filter((one) => one !== key), key],
});

function isAsked({ fact, question }: StatusStep, draft: StatusDraft): boolean {
  if (fact === 'state') return true;
  if (question && !isShown(question, lineLookup(lineOf(draft)))) return false;
  // What is done has no progress, no difficulty and no day any more.
  if (fact !== undefined && draft.state === 'done') return false;
  if (fact === 'progress') return draft.state !== 'not_started' && draft.state !== 'blocked';
  // A line that names the day tells what there is to tell.
  return !(fact === 'difficulty' && draft.fromLine && draft.expectedOn !== undefined);
}

function isTold({ key, fact }: StatusStep, draft: StatusDraft): boolean {
  if (draft.passed?.includes(key)) return true;
  if (fact === undefined) return draft.own?.[key] !== undefined;
  return draft[fact === 'expected' ? 'expectedOn' : fact] !== undefined;
}

function omit<T>(of: Readonly<Record<string, T>>, key: string): Record<string, T> {
  const { [key]: _, ...rest } = of;
  return rest;
}
