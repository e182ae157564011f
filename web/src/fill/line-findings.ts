import { type Answers, checkAnswers, partOf, type RecordForm, type ShortForm } from './engine';
import type { Finding } from './row-views';

const known = new WeakMap<object, { form: RecordForm | ShortForm; found: readonly Finding[] }>();

/** What the checks of a list or a short form find, hard ones first; looked for once while its answers stay the same. */
export function lineFindings(form: RecordForm | ShortForm, answers: Answers, reportYear: number): readonly Finding[] {
  const part = form.kind === 'records' ? partOf(form, answers) : partOf(form, answers);
  const before = known.get(part);
  if (before?.form === form) return before.found;
  const { refused, warned } = checkAnswers(form, answers, reportYear);
  const found = [
    ...refused.map((issue) => ({ issue, hard: true })),
    ...warned.map((issue) => ({ issue, hard: false })),
  ];
  known.set(part, { form, found });
  return found;
}
