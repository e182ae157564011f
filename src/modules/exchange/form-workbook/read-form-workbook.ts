import type { Workbook } from 'exceljs';
import {
  type Answers,
  compileForm,
  type CompiledForm,
  type FormDefinition,
  type FormWords,
  type Issue,
  noAnswers,
  normalise,
  type AnswersPart,
  sheetLayout,
} from '../../../forms/index.js';
import { readCells } from './read-cells.js';
import { readRecords } from './read-records.js';
import { readQuestions } from './read-questions.js';
import { readSections } from './read-sections.js';
import { Reading } from './reading.js';
import { readStamp, type WorkbookStamp } from './stamp.js';
import { openWorkbook, WORKBOOK_LIMITS } from './workbook-file.js';

export interface ReadWorkbook {
  /** What could be read, in stored spelling; a cell that could not be read is absent and has an issue. */
  answers: Answers;
  /** Absent where the file is no workbook of this product. */
  stamp?: WorkbookStamp;
  /** Everything wrong with the file and its answers, with sheet and cell where it has one. Empty: take it as it is. */
  issues: Issue[];
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
  const workbook = await openWorkbook(file);
  if (workbook === 'unreadable') return refused(definition, 'workbook-unreadable');
  if (workbook === 'too-large') {
    return refused(definition, 'workbook-too-large', { limit: { vi: String(WORKBOOK_LIMITS.megabytes) } });
  }
  const stamp = readStamp(workbook);
  if (stamp === 'missing') return refused(definition, 'workbook-not-ours');
  if (stamp === 'damaged') return refused(definition, 'workbook-stamp-damaged');
  if (stamp.form !== definition.key) {
    return { ...refused(definition, 'workbook-other-form', { given: { vi: stamp.form } }), stamp };
  }

  const reportYear = stamp.planYear - 1;
  const reading = new Reading(definition, reportYear);
  const read = readPart(workbook, definition, words, stamp, reading);
  if (read === undefined) return { ...refused(definition, 'workbook-not-ours'), stamp };
  const part = normalise(definition, read);
  const faults = compiled.validate(part, reportYear).map((issue) => {
    const cell = reading.sourceOf(issue.path);
    return cell ? { ...issue, cell } : issue;
  });
  return { answers: answersOf(definition, part as AnswersPart), stamp, issues: [...reading.issues, ...faults] };
}

function readPart(
  workbook: Workbook,
  definition: FormDefinition,
  words: FormWords,
  stamp: WorkbookStamp,
  reading: Reading,
): AnswersPart | undefined {
  const layout = sheetLayout(definition, { report: stamp.planYear - 1 }, words, stamp.unitName);
  if (definition.kind === 'indicators') return readCells(workbook, definition, layout, reading);
  if (definition.kind === 'records') return readRecords(workbook, definition, layout, reading);
  if (definition.kind === 'short') return readQuestions(workbook, definition, layout, reading);
  return readSections(workbook, definition, reading);
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

function refused(definition: FormDefinition, code: string, params: Issue['params'] = {}): ReadWorkbook {
  const issue: Issue = { code, path: { form: definition.key }, label: definition.title, params };
  return { answers: noAnswers(), issues: [issue] };
}
