import {
  type Answers,
  type Cell,
  type Cells,
  fillYearsIn,
  type FormDefinition,
  type FormWords,
  type IndicatorForm,
  type Issue,
  type LocalText,
  type OutlineForm,
  partOf,
  type RecordForm,
  type RecordRow,
  sheetLayout,
  type ShortForm,
} from '../../../forms/index.js';
import type { Change } from '../../reports/index.js';
import { changedLines, shownLines, withUnshown } from './changed-lines.js';
import { shownCell, shownText } from './shown-answer.js';
import { verdictOn } from './untouched.js';

/** One answer that the file would change; texts are as the workbook shows them, null where there is no answer. */
export interface AnswerChanged {
  /** Row of an indicator form, number of a list's line from 1, section or question. */
  row: string;
  /** Measure or column; empty for sections and questions. */
  measure: string;
  label: LocalText;
  column?: LocalText;
  before: string | null;
  after: string | null;
  /** Somebody has changed this answer since the file was downloaded. */
  meanwhile: boolean;
}

export interface FileChanges {
  change: Change;
  changed: AnswerChanged[];
}

export interface Compared {
  definition: FormDefinition;
  reportYear: number;
  words: FormWords;
  now: Answers;
  file: Answers;
  /** The form's answers as the file went out; undefined where it does not say. */
  baseline: unknown;
  /** What could not be read: such places are neither changed nor emptied. */
  issues: readonly Issue[];
}

/** What a file would change in a report: only what was changed in the file itself. */
export function changesOf(compared: Compared): FileChanges {
  const { definition } = compared;
  if (definition.kind === 'indicators') return cellChanges(definition, compared);
  if (definition.kind === 'records') return listChanges(definition, compared);
  return textChanges(definition, compared);
}

function cellChanges(form: IndicatorForm, compared: Compared): FileChanges {
  const { reportYear, words, issues } = compared;
  const [now, file] = [partOf(form, compared.now), partOf(form, compared.file)];
  const layout = sheetLayout(form, { report: reportYear }, words, '');
  const cells: NonNullable<Change['cells']> = {};
  const changed: AnswerChanged[] = [];
  const unread = issues.filter((issue) => issue.code.startsWith('workbook-'));
  for (const row of form.rows) {
    const planned = layout.rows.find((one) => one.key === row.key);
    for (const measure of form.measures) {
      const isUnread = unread.some(({ path }) => {
        const ofRow = path.row === undefined ? path.measure !== undefined : path.row === row.key;
        return ofRow && (path.measure ?? measure.key) === measure.key;
      });
      if (isUnread) continue;
      const at = (given: Cells): Cell | undefined => given[row.key]?.[measure.key];
      const base = isObject(compared.baseline) ? { was: at(compared.baseline as Cells) } : undefined;
      const verdict = verdictOn({ now: at(now), file: at(file), base });
      if (verdict === 'keep') continue;
      const format = planned?.cells.find((cell) => cell.column === `:${measure.key}`)?.format;
      (cells[row.key] ??= {})[measure.key] = at(file) ?? null;
      changed.push({
        row: row.key,
        measure: measure.key,
        label: row.label,
        column: fillYearsIn(measure.label, reportYear),
        before: shownCell(at(now), format, words),
        after: shownCell(at(file), format, words),
        meanwhile: verdict === 'take-over-anothers',
      });
    }
  }
  return { change: changed.length > 0 ? { cells } : {}, changed };
}

/** A list is taken as a whole: its lines have no names by which those of two people could be told apart. */
function listChanges(form: RecordForm, compared: Compared): FileChanges {
  const columns = new Set(form.columns.filter((column) => !column.computed).map((column) => column.key));
  const lines = partOf(form, compared.now);
  const [now, file] = [shownLines(lines, columns), partOf(form, compared.file)];
  const { baseline } = compared;
  const base = isList(baseline) ? { was: shownLines(baseline, columns) } : undefined;
  const verdict = verdictOn({ now, file, base });
  if (verdict === 'keep') return { change: {}, changed: [] };
  const layout = sheetLayout(form, { report: compared.reportYear }, compared.words, '');
  const formats = new Map(layout.recordRow!.cells.map((cell) => [cell.column, cell.format]));
  const changed = changedLines(now, file).map(({ line, column, before, after }): AnswerChanged => {
    const label = form.columns.find((one) => one.key === column)?.label ?? { vi: column };
    const format = formats.get(`:${column}`);
    return {
      row: String(line),
      measure: column,
      label: fillYearsIn(form.title, compared.reportYear),
      column: fillYearsIn(label, compared.reportYear),
      before: shownText(before, format),
      after: shownText(after, format),
      meanwhile: verdict === 'take-over-anothers',
    };
  });
  return { change: { records: { [form.key]: withUnshown(lines, file, columns) } }, changed };
}

function textChanges(form: OutlineForm | ShortForm, compared: Compared): FileChanges {
  const [now, file] = [partOf(form, compared.now), partOf(form, compared.file)];
  const layout = sheetLayout(form, { report: compared.reportYear }, compared.words, '');
  const unread = new Set(
    compared.issues.filter((one) => one.code.startsWith('workbook-')).map((one) => one.path.section),
  );
  const texts = { ...now };
  const changed: AnswerChanged[] = [];
  const parts =
    form.kind === 'outline'
      ? form.sections.map((one) => [one.key, one.title] as const)
      : form.questions.map((one) => [one.key, one.label] as const);
  for (const [key, label] of parts) {
    if (unread.has(key)) continue;
    const base = isObject(compared.baseline) ? { was: compared.baseline[key] as string | undefined } : undefined;
    const verdict = verdictOn({ now: now[key], file: file[key], base });
    if (verdict === 'keep') continue;
    const format = layout.rows.find((row) => row.key === key)?.cells.find((cell) => cell.column === ':text')?.format;
    if (file[key] === undefined) delete texts[key];
    else texts[key] = file[key];
    changed.push({
      row: key,
      measure: '',
      label: fillYearsIn(label, compared.reportYear),
      before: shownText(now[key], format),
      after: shownText(file[key], format),
      meanwhile: verdict === 'take-over-anothers',
    });
  }
  return { change: changed.length > 0 ? { sections: { [form.key]: texts } } : {}, changed };
}

function isList(value: unknown): value is RecordRow[] {
  return Array.isArray(value) && value.every(isObject);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
