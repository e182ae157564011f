import {
  type Answers,
  type Cell,
  type Cells,
  type FormDefinition,
  isAnswered,
  type Issue,
  normalise,
  noteKey,
  partOf,
  type RecordForm,
  type RecordRow,
  strayCells,
} from '../../forms/index.js';
import type { UnitForm } from '../definitions/index.js';
import { unknownForm } from './problems.js';
import type { Change } from './report.js';

/**
 * `answers` with `change` in canonical form, and everything that is wrong in the change. Only what changes is looked at:
 * what stands was looked at when it was written, and an answer that a newer version of the form finds wrong, or no longer
 * asks for, must not keep a unit from answering the rest. What no form of the report asks for is refused: it would be kept
 * and never seen again.
 */
export function applyChange(
  forms: readonly UnitForm[],
  answers: Answers,
  change: Change,
  reportYear: number,
): { answers: Answers; issues: Issue[] } {
  mustBeAsked(forms, change);
  const given: Answers = {
    cells: presentCells(change.cells ?? {}),
    records: change.records ?? {},
    sections: change.sections ?? {},
  };
  const issues: Issue[] = [];
  const cells: Cells = {};
  const records = { ...answers.records };
  const sections = { ...answers.sections };
  for (const one of forms) {
    if (!concerns(one, given)) continue;
    const unasked = unaskedOf(one);
    if (one.form.kind === 'records') {
      const lines = splitLines(one.form, given.records[one.key] ?? [], unasked);
      issues.push(
        ...one.validate(
          lines.map((line) => line.asked),
          reportYear,
        ),
      );
      records[one.key] = lines.map((line) => ({ ...line.unasked, ...line.asked }));
      continue;
    }
    const part = normalise(one.form, partOf(one.form, given));
    issues.push(...one.validate(part, reportYear));
    // Forms of a report share cells: the same cell may stand in several, always with the same answer.
    if (one.form.kind === 'indicators') addCells(cells, part as Cells);
    else sections[one.key] = { ...pick(answers.sections[one.key] ?? {}, unasked), ...(part as Record<string, string>) };
  }
  return { answers: { cells: replaced(answers.cells, change.cells ?? {}, cells), records, sections }, issues };
}

/** Columns, sections and questions that the form has and this unit is not asked: what was answered there stays, with its notes. */
function unaskedOf({ form, whole }: UnitForm): ReadonlySet<string> {
  const asked = new Set(keysOf(form));
  return new Set(keysOf(whole).flatMap((key) => (asked.has(key) ? [] : [key, noteKey(key)])));
}

function keysOf(form: FormDefinition): string[] {
  if (form.kind === 'records') return form.columns.map((column) => column.key);
  if (form.kind === 'outline') return form.sections.map((section) => section.key);
  return form.kind === 'short' ? form.questions.map((question) => question.key) : [];
}

/** Each line as it is judged, beside what it holds in columns that are asked no more; lines left empty are gone. */
function splitLines(form: RecordForm, lines: readonly RecordRow[], unasked: ReadonlySet<string>) {
  return lines
    .map((line) => {
      const asked = Object.fromEntries(Object.entries(line).filter(([key]) => !unasked.has(key)));
      const [cleaned = {}] = normalise(form, [asked]) as RecordRow[];
      return { asked: cleaned, unasked: pick(line, unasked) };
    })
    .filter((line) => isAnswered(line.asked));
}

function pick(from: Readonly<Record<string, string>>, keys: ReadonlySet<string>): Record<string, string> {
  return Object.fromEntries(Object.entries(from).filter(([key]) => keys.has(key)));
}

function mustBeAsked(forms: readonly UnitForm[], change: Change): void {
  const definitions = forms.map((one) => one.form);
  const stray = strayCells(definitions, (change.cells ?? {}) as Cells)[0];
  if (stray) throw unknownForm({ form: `${stray.row} (${stray.measure})` });
  for (const key of [...Object.keys(change.records ?? {}), ...Object.keys(change.sections ?? {})]) {
    if (!forms.some((one) => one.key === key)) throw unknownForm({ form: key });
  }
}

/** The cells of a change that are given, without those that are taken away. */
function presentCells(cells: NonNullable<Change['cells']>): Cells {
  const rows = Object.entries(cells).map(([row, measures]) => {
    const given = Object.entries(measures).filter((entry): entry is [string, Cell] => entry[1] !== null);
    return [row, Object.fromEntries(given)] as const;
  });
  return Object.fromEntries(rows.filter(([, measures]) => Object.keys(measures).length > 0));
}

function concerns({ key, form }: UnitForm, given: Answers): boolean {
  if (form.kind === 'indicators') return form.rows.some((row) => given.cells[row.key] !== undefined);
  return (form.kind === 'records' ? given.records : given.sections)[key] !== undefined;
}

/** `cells` with every place of `change` replaced by what stands in `by` there, or left empty. */
function replaced(cells: Cells, change: NonNullable<Change['cells']>, by: Cells): Cells {
  const result = { ...cells };
  for (const [row, measures] of Object.entries(change)) {
    const ofRow = { ...result[row] };
    for (const measure of Object.keys(measures)) {
      const cell = by[row]?.[measure];
      if (cell) ofRow[measure] = cell;
      else delete ofRow[measure];
    }
    if (Object.keys(ofRow).length > 0) result[row] = ofRow;
    else delete result[row];
  }
  return result;
}

function addCells(into: Cells, cells: Cells): void {
  for (const [row, measures] of Object.entries(cells)) into[row] = { ...into[row], ...measures };
}
