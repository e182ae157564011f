import {
  type Answers,
  type Cells,
  type Issue,
  normalise,
  partOf,
  type RecordRow,
  strayCells,
} from '../../forms/index.js';
import type { UnitForm } from '../definitions/index.js';
import { unknownForm } from './problems.js';

/**
 * The answers of a report in canonical form, with everything that is wrong in them. What no form of the report asks for is
 * refused: it would be kept and never seen again.
 */
export function readAnswers(
  forms: readonly UnitForm[],
  given: Answers,
  reportYear: number,
): { answers: Answers; issues: Issue[] } {
  const stray = strayCells(
    forms.map((one) => one.form),
    given.cells,
  )[0];
  if (stray) throw unknownForm({ form: `${stray.row} (${stray.measure})` });
  for (const key of [...Object.keys(given.records), ...Object.keys(given.sections)]) {
    if (!forms.some((one) => one.key === key)) throw unknownForm({ form: key });
  }
  const answers: Answers = { cells: {}, records: {}, sections: {} };
  const issues: Issue[] = [];
  for (const one of forms) {
    const part = normalise(one.form, partOf(one.form, given));
    issues.push(...one.validate(part, reportYear));
    if (one.form.kind === 'indicators') addCells(answers.cells, part as Cells);
    else if (one.form.kind === 'records' && given.records[one.key]) answers.records[one.key] = part as RecordRow[];
    else if (given.sections[one.key]) answers.sections[one.key] = part as Record<string, string>;
  }
  return { answers, issues };
}

/** Forms of a report share cells: the same cell may stand in several, always with the same answer. */
function addCells(into: Cells, cells: Cells): void {
  for (const [row, measures] of Object.entries(cells)) into[row] = { ...into[row], ...measures };
}
