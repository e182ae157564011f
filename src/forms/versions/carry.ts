import type { Answers } from '../answers/cell.js';
import type { FormDefinition } from '../definition/definition.js';
import type { Carry } from '../edit/edit.js';
import { HOLDING_ANSWERS, listsOf, membersOf } from '../edit/lists.js';
import { type Found, wayThrough } from './carried.js';
import { carryCells } from './carry-cells.js';
import { carryLine } from './carry-line.js';

export interface CarriedAnswers extends Found {
  answers: Answers;
}

/**
 * Answers given under `before` as they stand under `after`, a later version of the same form. Numbers are multiplied exactly
 * and rounded half up to the decimals that the newer version asks. Only this form's part is touched; the given answers are
 * never changed. What still does not fit (a bound that is tighter now) stays, for the official to be told.
 */
export function carryAnswers(
  answers: Answers,
  before: FormDefinition,
  after: FormDefinition,
  carries: readonly Carry[],
): CarriedAnswers {
  const found: Found = { changed: [], lost: [] };
  const { key } = before;
  if (before.kind === 'indicators' && after.kind === 'indicators') {
    return { answers: { ...answers, cells: carryCells(answers.cells, before, after, carries, found) }, ...found };
  }
  const list = listsOf(after).find((one) => HOLDING_ANSWERS.includes(one))!;
  const way = wayThrough(list, membersOf(after, list) ?? [], carries);
  if (before.kind === 'records') {
    const lines = answers.records[key];
    if (!lines) return { answers, ...found };
    const carried = lines
      .map((line, at) => carryLine(line, way, found, at))
      .filter((line) => Object.keys(line).length > 0);
    return { answers: { ...answers, records: { ...answers.records, [key]: carried } }, ...found };
  }
  const texts = answers.sections[key];
  if (!texts) return { answers, ...found };
  return { answers: { ...answers, sections: { ...answers.sections, [key]: carryLine(texts, way, found) } }, ...found };
}
