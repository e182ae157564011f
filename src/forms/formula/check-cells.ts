import { type Cells, remarkOf } from '../answers/cell.js';
import { withComputed } from '../answers/compute.js';
import { isNumeric } from '../catalog/indicator.js';
import type { Issue } from '../answers/issue.js';
import type { Check, IndicatorForm, Measure, Row } from '../definition/definition.js';
import { fillYearsIn } from '../definition/years.js';
import type { Lookup } from './evaluate.js';
import { brokenBy, type CheckFindings, type Finding } from './finding.js';
import { type EarlierFigure, jumpOf } from './jump.js';
import { cellLookup } from './lookups.js';
import { isCellShown } from './shown.js';

/** Every check of an indicator form in the cells that it is made in, and the comparisons with the year before. */
export function checkCells(
  form: IndicatorForm,
  given: Cells,
  reportYear: number | undefined,
  earlier: EarlierFigure | undefined,
): CheckFindings {
  const found: CheckFindings = { refused: [], warned: [] };
  const jumping = form.rows.filter((row) => row.jump !== undefined);
  if (!form.checks?.length && jumping.length === 0) return found;
  const cells = withComputed(form, given);
  const look = (row: Row, measure: Measure, rule: (lookup: Lookup) => Finding | undefined): void => {
    const lookup = cellLookup(cells, row.key, measure.key);
    const finding = isCellShown(row, measure, lookup) ? rule(lookup) : undefined;
    if (!finding) return;
    const issue = issueAt(form, row, measure, reportYear, finding);
    if (finding.level === 'hard') found.refused.push(issue);
    // The note of a value, or the reason why there is none, is the explanation that a soft check asks for.
    else if (remarkOf(cells[row.key]?.[measure.key]) === undefined) found.warned.push(issue);
  };
  for (const check of form.checks ?? []) {
    for (const row of form.rows.filter((one) => (check.row === undefined ? isNumeric(one) : one.key === check.row))) {
      for (const measure of form.measures.filter((one) => isCheckedIn(check, one))) {
        look(row, measure, (lookup) => brokenBy(check, lookup));
      }
    }
  }
  for (const row of jumping) {
    for (const measure of form.measures.filter((one) => (one.asked || one.required) && !one.computed)) {
      look(row, measure, () => jumpOf(form, cells, row, measure, earlier));
    }
  }
  return found;
}

function isCheckedIn(check: Check, measure: Measure): boolean {
  return check.measures?.includes(measure.key) ?? ((measure.asked || measure.required) && !measure.computed);
}

function issueAt(
  form: IndicatorForm,
  row: Row,
  measure: Measure,
  reportYear: number | undefined,
  { code, params }: Finding,
): Issue {
  return {
    code,
    path: { form: form.key, row: row.key, measure: measure.key },
    label: row.label,
    params: { column: fillYearsIn(measure.label, reportYear), ...params },
  };
}
