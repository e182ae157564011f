import type { Answers } from '../answers/cell.js';
import { partOf } from '../answers/part.js';
import type { FormDefinition } from '../definition/definition.js';
import { checkCells } from './check-cells.js';
import { checkLines, checkQuestions } from './check-lines.js';
import type { CheckFindings } from './finding.js';
import type { EarlierFigure } from './jump.js';

export type { CheckFindings } from './finding.js';
export type { EarlierFigure } from './jump.js';

/**
 * Makes every check of a form, and the comparison with the year before of rows that ask for it. What a soft check asks about
 * is explained once a note stands there: at the cell, at the column of the line, at the question, worked out or not.
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
      return checkQuestions(definition, partOf(definition, answers), reportYear);
    case 'outline':
      return { refused: [], warned: [] };
  }
}
