import type { Workbook } from 'exceljs';
import {
  type Answers,
  type FormDefinition,
  type FormWords,
  type Issue,
  type IssuePath,
  type LocalText,
  same,
} from '../../../forms/index.js';
import type { UnitForm } from '../../definitions/index.js';
import {
  type FormWorkbook,
  openFormWorkbook,
  readAnswers,
  readBaseline,
  refusal,
  type RefusedFile,
} from '../form-workbook/index.js';
import { shownLines } from './changed-lines.js';
import { changesOf, type FileChanges } from './changes.js';

/** What a workbook is read against: the report that it was sent to. */
export interface ExpectedReport {
  unit: string;
  unitName: string;
  planYear: number;
  round: string;
  /** The forms of the report as its unit sees them, in its versions. */
  forms: readonly UnitForm[];
  /** The answers as they stand. */
  answers: Answers;
}

export interface ReadReport extends FileChanges {
  form: UnitForm;
  workbook: Workbook;
  /** Everything wrong with what the file changes, with sheet and cell where it has one. */
  issues: Issue[];
  /** The cell of the file that shows a place of the report as `answers` have it. */
  cellOf: (path: IssuePath, answers: Answers) => Issue['cell'];
}

/** The whole file is refused; `label` is the form's name where it is known. */
export type RefusedReport = RefusedFile & { label?: LocalText };

/** Reads an official's workbook against the report it was sent to. Never throws for a bad file; writes nothing. */
export async function readReportWorkbook(
  file: Buffer,
  expected: ExpectedReport,
  words: FormWords,
): Promise<ReadReport | RefusedReport> {
  const opened = await openFormWorkbook(file);
  if ('code' in opened) return opened;
  const form = expected.forms.find((one) => one.key === opened.stamp.form);
  const other = isOther(opened, form, expected);
  if (other) return { ...other, ...(form ? { label: form.form.title } : {}) };
  const read = readAnswers(opened, form!.form, words, form!);
  const [first] = read.issues;
  if (first && WHOLE_FILE.includes(first.code)) return { code: first.code, params: first.params, label: first.label };
  const changes = changesOf({
    definition: form!.form,
    reportYear: expected.planYear - 1,
    words,
    now: expected.answers,
    file: read.answers,
    baseline: readBaseline(opened.workbook),
    issues: read.issues,
  });
  const issues = read.issues.filter((issue) => concerns(issue, changes));
  const cellOf = (path: IssuePath, answers: Answers) =>
    isSameLine(form!.form, path, answers, read.answers) ? read.sourceOf(path) : undefined;
  return { form: form!, workbook: opened.workbook, issues, cellOf, ...changes };
}

/** Whether the file shows the line of a list that stands at a place of `answers`; places elsewhere have names of their own. */
function isSameLine(form: FormDefinition, { index }: IssuePath, answers: Answers, file: Answers): boolean {
  if (form.kind !== 'records' || index === undefined) return true;
  const shown = new Set(form.columns.filter((column) => !column.computed).map((column) => column.key));
  const [now, then] = [answers, file].map((one) => shownLines([one.records[form.key]?.[index] ?? {}], shown));
  return same(now, then);
}

const WHOLE_FILE = ['workbook-table-lost', 'workbook-table-twice'];

/** Why a workbook of ours belongs to another report. */
function isOther(
  { stamp }: FormWorkbook,
  form: UnitForm | undefined,
  { unit, unitName, planYear, round }: ExpectedReport,
): RefusedFile | undefined {
  if (stamp.unit !== unit)
    return refusal('workbook-other-unit', { given: stamp.unitName || stamp.unit, unit: unitName });
  if (stamp.planYear !== planYear) {
    return refusal('workbook-other-year', { given: String(stamp.planYear), planYear: String(planYear) });
  }
  if (!form) return refusal('workbook-form-not-asked', { given: stamp.form });
  // The figures of a round before would pass for those of this one.
  if (stamp.round !== undefined && stamp.round !== round) return refusal('workbook-other-round');
  return stamp.version === form.version ? undefined : refusal('workbook-other-version');
}

/**
 * Whether an issue is about what the file changes. What stood in the report before and is wrong by a newer version must not
 * keep the unit from answering the rest; what could not be read is always told.
 */
function concerns({ code, path }: Issue, { changed }: FileChanges): boolean {
  if (code.startsWith('workbook-')) return true;
  if (path.section !== undefined) return changed.some((one) => one.row === path.section);
  if (path.row === undefined) return changed.length > 0;
  return changed.some((one) => one.row === path.row && (path.measure === undefined || one.measure === path.measure));
}
