import type { FormDefinition } from '../definition/definition.js';
import { cellLookup, lineLookup } from '../formula/lookups.js';
import { isCellShown, isShown } from '../formula/shown.js';
import type { Answers } from './cell.js';
import { computeRecord, withComputed } from './compute.js';
import { partOf } from './part.js';

/**
 * Where a form holds answers that it does not ask for where they stand: what they answer is hidden, or waits for a condition
 * that does not hold. Such answers are kept and shown. Places as `row\nmeasure` for a cell, `line n\ncolumn` (from one) in a
 * list, else the key of a section or question.
 */
export function unaskedAnswers(definition: FormDefinition, answers: Answers): string[] {
  if (definition.kind === 'indicators') {
    const cells = partOf(definition, answers);
    const seen = withComputed(definition, cells);
    return definition.rows.flatMap((row) =>
      definition.measures
        .filter(({ key, computed }) => isGiven(cells[row.key]?.[key]) && !computed && !row.computed)
        .filter((measure) => !isCellShown(row, measure, cellLookup(seen, row.key, measure.key)))
        .map((measure) => `${row.key}\n${measure.key}`),
    );
  }
  if (definition.kind === 'records') {
    return partOf(definition, answers).flatMap((line, index) => {
      const lookup = lineLookup({ ...line, ...computeRecord(definition, line) });
      return definition.columns
        .filter((column) => line[column.key] !== undefined && !column.computed && !isShown(column, lookup))
        .map((column) => `${index + 1}\n${column.key}`);
    });
  }
  const texts = partOf(definition, answers);
  const members = definition.kind === 'outline' ? definition.sections : definition.questions;
  return members
    .filter((one) => texts[one.key] !== undefined && !isShown(one, lineLookup(texts)))
    .map((one) => one.key);
}

const isGiven = (cell: { state: string } | undefined): boolean => cell !== undefined && cell.state !== 'worked-out';
