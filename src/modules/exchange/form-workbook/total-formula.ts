import type { CellFormulaValue } from 'exceljs';
import { decimal } from '../../../forms/index.js';
import { columnLetters, figureIn } from './computed-formula.js';
import type { TableContent, TableRow } from './table-rows.js';

/**
 * The sum of a list's column between two rows of the sheet, with the exact result beside it. Undefined where a formula
 * would be wrong: a figure, or the sum itself, is written as text because it is too long.
 */
export function totalFormula(
  key: string,
  at: { column: number; from: number; to: number },
  rows: readonly TableRow[],
  total: TableContent | undefined,
): CellFormulaValue | undefined {
  const figures = [...rows.map(({ contents }) => contents.get(key)), total].map(figureIn);
  if (figures.some((figure) => figure !== undefined && decimal.significantDigits(figure) > 15)) return undefined;
  const letters = columnLetters(at.column);
  return { formula: `SUM(${letters}${at.from}:${letters}${at.to})`, result: Number(figureIn(total) ?? 0) };
}
