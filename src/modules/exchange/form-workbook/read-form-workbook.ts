import type { Workbook } from 'exceljs';
import {
  type Answers,
  compileForm,
  type CompiledForm,
  type FormDefinition,
  type FormWords,
  type Issue,
  type IssuePath,
  noAnswers,
  normalise,
  type AnswersPart,
  type SheetLayout,
  sheetLayout,
} from '../../../forms/index.js';
import { tablesIn } from './find-table.js';
import { MARKERS } from './marks.js';
import { type FormWorkbook, issueOf, openFormWorkbook, refusal } from './open-form-workbook.js';
import { readCells } from './read-cells.js';
import { readRecords } from './read-records.js';
import { readQuestions } from './read-questions.js';
import { readSections } from './read-sections.js';
import { Reading } from './reading.js';
import type { WorkbookStamp } from './stamp.js';

export interface ReadWorkbook {
  /** What could be read, in stored spelling; a cell that could not be read is absent and has an issue. */
  answers: Answers;
  /** Absent where the file is no workbook of this product. */
  stamp?: WorkbookStamp;
  /** Everything wrong with the file and its answers, with sheet and cell where it has one. Empty: take it as it is. */
  issues: Issue[];
}

/** The same with the cell of every place of the form, as far as the file has one. */
export interface ReadAnswers extends ReadWorkbook {
  sourceOf: (path: IssuePath) => Issue['cell'];
}

/**
 * Reads a filled-in workbook of `definition` back. It never throws for a bad file. Whether the stamp's unit, plan year and
 * version are the right ones is for the caller to say. `compiled` saves compiling the form again.
 */
export async function readFormWorkbook(
  file: Buffer,
  definition: FormDefinition,
  words: FormWords,
  compiled: CompiledForm = compileForm(definition),
): Promise<ReadWorkbook> {
  const opened = await openFormWorkbook(file);
  if ('code' in opened) return { answers: noAnswers(), issues: [issueOf(opened, definition)] };
  const { sourceOf: _, ...read } = readAnswers(opened, definition, words, compiled);
  return read;
}

/** The same for a workbook that is open already. */
export function readAnswers(
  { workbook, stamp }: FormWorkbook,
  definition: FormDefinition,
  words: FormWords,
  compiled: CompiledForm,
): ReadAnswers {
  const refused = (code: string, params: Record<string, string> = {}): ReadAnswers => {
    return { answers: noAnswers(), stamp, issues: [issueOf(refusal(code, params), definition)], sourceOf: nowhere };
  };
  if (stamp.form !== definition.key) return refused('workbook-other-form', { given: stamp.form });
  const tables = tablesIn(workbook, MARKERS.keys);
  const layout = sheetLayout(definition, { report: stamp.planYear - 1 }, words, stamp.unitName);
  if (tables.length === 0) return refused('workbook-table-lost', { sheet: layout.sheetName });
  if (tables.length > 1) return refused('workbook-table-twice', { sheets: tables.map((one) => `«${one}»`).join(', ') });
  const reportYear = stamp.planYear - 1;
  const reading = new Reading(definition, reportYear);
  const read = readPart(workbook, definition, layout, reading);
  if (read === undefined) return refused('workbook-table-lost', { sheet: layout.sheetName });
  const part = normalise(definition, read);
  const faults = compiled.validate(part, reportYear).map((issue) => {
    const cell = reading.sourceOf(issue.path);
    return cell ? { ...issue, cell } : issue;
  });
  return {
    answers: answersOf(definition, part as AnswersPart),
    stamp,
    issues: [...reading.issues, ...faults],
    sourceOf: (path) => reading.sourceOf(path),
  };
}

const nowhere = (): undefined => undefined;

function readPart(
  workbook: Workbook,
  definition: FormDefinition,
  layout: SheetLayout,
  reading: Reading,
): AnswersPart | undefined {
  if (definition.kind === 'indicators') return readCells(workbook, definition, layout, reading);
  if (definition.kind === 'records') return readRecords(workbook, definition, layout, reading);
  if (definition.kind === 'short') return readQuestions(workbook, definition, layout, reading);
  return readSections(workbook, definition, layout, reading);
}

/** The answers of one form as a report holds them; nothing under its key where nothing was answered. */
function answersOf(definition: FormDefinition, part: AnswersPart): Answers {
  if (definition.kind === 'indicators') return { ...noAnswers(), cells: part as Answers['cells'] };
  if (Object.keys(part).length === 0) return noAnswers();
  if (definition.kind === 'records') {
    return { ...noAnswers(), records: { [definition.key]: part as Answers['records'][string] } };
  }
  return { ...noAnswers(), sections: { [definition.key]: part as Answers['sections'][string] } };
}
