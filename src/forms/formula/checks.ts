import type { Answers, Cell, Cells, RecordRow } from '../answers/cell.js';
import { computeCells, computeRecord, isNumeric } from '../answers/compute.js';
import { Exact, formatEn, formatVi, fromExact, isCanonical } from '../answers/decimal.js';
import type { Issue } from '../answers/issue.js';
import { partOf } from '../answers/part.js';
import type {
  Check,
  FormDefinition,
  IndicatorForm,
  LocalText,
  Measure,
  RecordForm,
  Row,
  ShortForm,
} from '../definition/definition.js';
import { fillYearsIn } from '../definition/years.js';
import { holds } from './evaluate.js';
import { cellLookup, lineLookup } from './lookups.js';

/** What a form's checks find in answers: `refused` keeps them from being submitted, `warned` asks for an explanation. */
export interface CheckFindings {
  refused: Issue[];
  warned: Issue[];
}

/** The figure a year before, as a canonical decimal, for cells that the form itself does not ask for. */
export type EarlierFigure = (row: string, measure: string) => string | undefined;

/**
 * Makes every check of a form, and the comparison with the year before of rows that ask for it. A cell that carries a note
 * is explained; what points at a cell that is worked out names its row alone, because nobody can write a note there.
 */
export function checkAnswers(
  definition: FormDefinition,
  answers: Answers,
  reportYear?: number,
  earlier?: EarlierFigure,
): CheckFindings {
  switch (definition.kind) {
    case 'indicators':
      return checkCells(definition, partOf(definition, answers), reportYear, earlier);
    case 'records':
      return checkLines(definition, partOf(definition, answers), reportYear);
    case 'short':
      return checkLine(definition, partOf(definition, answers), reportYear);
    case 'outline':
      return { refused: [], warned: [] };
  }
}

function checkCells(
  form: IndicatorForm,
  given: Cells,
  reportYear: number | undefined,
  earlier: EarlierFigure | undefined,
): CheckFindings {
  const found: CheckFindings = { refused: [], warned: [] };
  const jumping = form.rows.filter((row) => row.jump !== undefined);
  if (!form.checks?.length && jumping.length === 0) return found;
  const cells = withComputed(given, computeCells(form, given));
  for (const check of form.checks ?? []) {
    for (const row of form.rows.filter((one) => (check.row === undefined ? isNumeric(one) : one.key === check.row))) {
      for (const measure of form.measures.filter((one) => isCheckedIn(check, one))) {
        const cell = cells[row.key]?.[measure.key];
        if (cell?.state !== 'value' || holds(check.holds, cellLookup(cells, row.key, measure.key)) !== false) continue;
        add(
          found,
          check.level,
          issueAt(form, row, measure, reportYear, codeOf(check.level), { message: check.message }),
          cell,
        );
      }
    }
  }
  for (const row of jumping) {
    for (const measure of form.measures.filter((one) => (one.asked || one.required) && !one.computed)) {
      const cell = cells[row.key]?.[measure.key];
      const jump = cell?.state === 'value' && jumpOf(form, cells, row, measure, earlier);
      if (cell && jump) add(found, 'soft', issueAt(form, row, measure, reportYear, 'jump', jump), cell);
    }
  }
  return found;
}

const codeOf = (level: Check['level']): string => (level === 'hard' ? 'check-broken' : 'check-odd');

function isCheckedIn(check: Check, measure: Measure): boolean {
  return check.measures?.includes(measure.key) ?? ((measure.asked || measure.required) && !measure.computed);
}

function add(found: CheckFindings, level: Check['level'], issue: Issue, cell: Cell): void {
  if (level === 'hard') found.refused.push(issue);
  else if (cell.state !== 'value' || cell.note === undefined) found.warned.push(issue);
}

function issueAt(
  form: IndicatorForm,
  row: Row,
  measure: Measure,
  reportYear: number | undefined,
  code: string,
  params: Record<string, LocalText>,
): Issue {
  const isWorkedOut = row.computed !== undefined || measure.computed !== undefined;
  return {
    code,
    path: { form: form.key, row: row.key, ...(isWorkedOut ? {} : { measure: measure.key }) },
    label: row.label,
    params: { column: fillYearsIn(measure.label, reportYear), ...params },
  };
}

/** How far a figure is from the year before, where that is further than the row lets pass without a word. */
function jumpOf(
  form: IndicatorForm,
  cells: Cells,
  row: Row,
  measure: Measure,
  earlier: EarlierFigure | undefined,
): Record<string, LocalText> | undefined {
  const now = numberIn(cells, row.key, measure.key);
  const before = yearBefore(form, cells, row, measure) ?? earlier?.(row.key, measure.key);
  if (now === undefined || before === undefined || !isCanonical(before) || before === '0') return undefined;
  const change = new Exact(now)
    .div(before)
    .minus(1)
    .times(100)
    .times(before.startsWith('-') ? -1 : 1);
  if (change.abs().lte(row.jump!)) return undefined;
  const percent = fromExact(change.abs(), 1) ?? row.jump!;
  return {
    before: number(before),
    now: number(now),
    percent: number(percent),
    direction: change.isNegative() ? { vi: 'giảm', en: 'down' } : { vi: 'tăng', en: 'up' },
  };
}

/** The outcome of the same row a year before; of several columns the one that must be answered. */
function yearBefore(form: IndicatorForm, cells: Cells, row: Row, measure: Measure): string | undefined {
  const candidates = form.measures.filter(
    (one) => one.year === measure.year - 1 && one.sort === 'outcome' && !one.computed,
  );
  const wanted = candidates.find((one) => one.required) ?? candidates[0];
  return wanted && numberIn(cells, row.key, wanted.key);
}

function numberIn(cells: Cells, row: string, measure: string): string | undefined {
  const cell = cells[row]?.[measure];
  return cell?.state === 'value' && typeof cell.value === 'string' && isCanonical(cell.value) ? cell.value : undefined;
}

function checkLines(form: RecordForm, lines: RecordRow[], reportYear: number | undefined): CheckFindings {
  const found: CheckFindings = { refused: [], warned: [] };
  for (const [index, line] of lines.entries()) {
    const lookup = lineLookup({ ...line, ...computeRecord(form, line) });
    for (const check of form.checks ?? []) {
      if (holds(check.holds, lookup) !== false) continue;
      const column = form.columns.find((one) => one.key === check.column);
      const label = fillYearsIn(column?.label ?? form.title, reportYear);
      const path = { form: form.key, index, ...(column ? { column: column.key } : {}) };
      const params = { line: { vi: String(index + 1) }, message: check.message };
      addLine(found, check.level, { code: `${codeOf(check.level)}-in-list`, path, label, params });
    }
  }
  return found;
}

function checkLine(form: ShortForm, line: RecordRow, reportYear: number | undefined): CheckFindings {
  const found: CheckFindings = { refused: [], warned: [] };
  for (const check of form.checks ?? []) {
    if (holds(check.holds, lineLookup(line)) !== false) continue;
    const question = form.questions.find((one) => one.key === check.column);
    const label = fillYearsIn(question?.label ?? form.title, reportYear);
    const path = { form: form.key, ...(question ? { section: question.key } : {}) };
    addLine(found, check.level, {
      code: `${codeOf(check.level)}-in-short`,
      path,
      label,
      params: { message: check.message },
    });
  }
  return found;
}

function addLine(found: CheckFindings, level: Check['level'], issue: Issue): void {
  (level === 'hard' ? found.refused : found.warned).push(issue);
}

function withComputed(given: Cells, computed: Cells): Cells {
  const result: Cells = { ...given };
  for (const [row, measures] of Object.entries(computed)) result[row] = { ...result[row], ...measures };
  return result;
}

const number = (value: string): LocalText => ({ vi: formatVi(value), en: formatEn(value) });
