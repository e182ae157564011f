import type { RecordRow } from '../answers/cell.js';
import { computeRecord } from '../answers/compute.js';
import type { Issue } from '../answers/issue.js';
import { noteKey } from '../answers/note.js';
import type { Column, Question, RecordForm, ShortForm } from '../definition/definition.js';
import { fillYearsIn } from '../definition/years.js';
import { brokenBy, type CheckFindings, type Finding } from './finding.js';
import { lineLookup } from './lookups.js';
import { isShown } from './shown.js';

/** Every check of a list in each of its lines. */
export function checkLines(form: RecordForm, lines: RecordRow[], reportYear: number | undefined): CheckFindings {
  const found: CheckFindings = { refused: [], warned: [] };
  for (const [index, line] of lines.entries()) {
    const seen = { ...line, ...computeRecord(form, line) };
    checkLine(form, form.columns, seen, found, (column, { code, params }) => ({
      code: `${code}-in-list`,
      path: { form: form.key, index, ...(column ? { column: column.key } : {}) },
      label: fillYearsIn(column?.label ?? form.title, reportYear),
      params: { line: { vi: String(index + 1) }, ...params },
    }));
  }
  return found;
}

/** Every check of a short form. */
export function checkQuestions(form: ShortForm, line: RecordRow, reportYear: number | undefined): CheckFindings {
  const found: CheckFindings = { refused: [], warned: [] };
  checkLine(form, form.questions, line, found, (question, { code, params }) => ({
    code: `${code}-in-short`,
    path: { form: form.key, ...(question ? { section: question.key } : {}) },
    label: fillYearsIn(question?.label ?? form.title, reportYear),
    params,
  }));
  return found;
}

/** Every check of one line; a soft one is explained by the note of its member, without one by that of the line. */
function checkLine(
  form: RecordForm | ShortForm,
  members: readonly (Column | Question)[],
  line: RecordRow,
  found: CheckFindings,
  issue: (member: Column | Question | undefined, finding: Finding) => Issue,
): void {
  const lookup = lineLookup(line);
  for (const check of form.checks ?? []) {
    const member = members.find((one) => one.key === check.column);
    const finding = member && !isShown(member, lookup) ? undefined : brokenBy(check, lookup);
    if (!finding) continue;
    if (finding.level === 'hard') found.refused.push(issue(member, finding));
    else if (line[noteKey(member?.key)] === undefined) found.warned.push(issue(member, finding));
  }
}
