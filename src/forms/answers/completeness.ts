import type { FormDefinition, IndicatorForm, OutlineForm, RecordForm, ShortForm } from '../definition/definition.js';
import { cellLookup, lineLookup } from '../formula/lookups.js';
import { hasWaiting, isCellShown, isShown } from '../formula/shown.js';
import type { Answers, Cells, RecordRow } from './cell.js';
import { computeRecord, withComputed } from './compute.js';
import { partOf } from './part.js';

/** A required answer that is not there: a cell, a column of a record row, or a section. */
export interface Missing {
  row?: string;
  measure?: string;
  index?: number;
  column?: string;
  section?: string;
}

export interface Completeness {
  /** How many answers are required, and how many of those are there; any answer state counts, an absent cell does not. */
  asked: number;
  answered: number;
  missing: Missing[];
}

/**
 * What is still missing from one form of a report. Drafts may be partial; a submission asks for `missing` to be empty. What
 * is hidden, worked out or waits for a condition is not asked.
 * A record form without rows is complete: a unit may have no projects.
 */
export function completeness(definition: FormDefinition, answers: Answers): Completeness {
  const required = requiredOf(definition, answers);
  const missing = required.filter((one) => !one.there).map((one) => one.at);
  return { asked: required.length, answered: required.length - missing.length, missing };
}

/**
 * How many answers keep a form from being whole: those that are required, and of a text of which nothing is written all of
 * its sections. An empty list is whole.
 */
export function owedIn(definition: FormDefinition, answers: Answers): number {
  const { missing } = completeness(definition, answers);
  if (missing.length > 0 || definition.kind !== 'outline') return missing.length;
  const isUntouched = Object.keys(partOf(definition, answers)).length === 0;
  return isUntouched ? definition.sections.filter((section) => isShown(section, lineLookup({}))).length : 0;
}

interface Required {
  at: Missing;
  there: boolean;
}

function requiredOf(definition: FormDefinition, answers: Answers): Required[] {
  if (definition.kind === 'indicators') return requiredCells(definition, answers.cells);
  if (definition.kind === 'records') return requiredColumns(definition, partOf(definition, answers));
  if (definition.kind === 'short') return requiredQuestions(definition, partOf(definition, answers));
  return requiredSections(definition, partOf(definition, answers));
}

function requiredCells(form: IndicatorForm, cells: Cells): Required[] {
  const measures = form.measures.filter((measure) => measure.required && !measure.computed);
  const rows = form.rows.filter((row) => row.required && !row.computed);
  const seen = hasWaiting({ rows, measures }) ? withComputed(form, cells) : cells;
  return rows.flatMap((row) =>
    measures
      .filter((measure) => isCellShown(row, measure, cellLookup(seen, row.key, measure.key)))
      .map((measure) => ({
        at: { row: row.key, measure: measure.key },
        there: cells[row.key]?.[measure.key] !== undefined,
      })),
  );
}

function requiredColumns(form: RecordForm, rows: RecordRow[]): Required[] {
  const columns = form.columns.filter((column) => column.required && !column.computed);
  return rows.flatMap((row, index) => {
    const lookup = lineLookup({ ...row, ...computeRecord(form, row) });
    return columns
      .filter((column) => isShown(column, lookup))
      .map((column) => ({ at: { index, column: column.key }, there: row[column.key] !== undefined }));
  });
}

function requiredSections(form: OutlineForm, sections: Record<string, string>): Required[] {
  return form.sections
    .filter((section) => section.required && isShown(section, lineLookup(sections)))
    .map((section) => ({ at: { section: section.key }, there: sections[section.key] !== undefined }));
}

function requiredQuestions(form: ShortForm, answers: Record<string, string>): Required[] {
  return form.questions
    .filter((question) => question.required && isShown(question, lineLookup(answers)))
    .map((question) => ({ at: { section: question.key }, there: answers[question.key] !== undefined }));
}
