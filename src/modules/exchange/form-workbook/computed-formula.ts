import type { CellFormulaValue } from 'exceljs';
import { decimal, type SheetCell, type SheetLayout } from '../../../forms/index.js';
import type { TableContent } from './table-rows.js';

/**
 * The formula of a computed cell, so that the table stays right while it is filled in, with the exact result beside it.
 * Undefined where a formula would be wrong: a part that is no column, or a value written as text because it is too long.
 */
export function computedFormula(
  cell: SheetCell,
  row: number,
  layout: SheetLayout,
  contents: Map<string, TableContent>,
): CellFormulaValue | undefined {
  const { rule, parts } = cell.computed!;
  const columns = parts.map((part) => layout.columns.findIndex((column) => column.key === part));
  if (columns.length < 2 || columns.includes(-1)) return undefined;
  const exact = [...parts, cell.column].map((part) => contents.get(part)).map(figureIn);
  if (exact.some((value) => value !== undefined && decimal.significantDigits(value) > 15)) return undefined;
  const addresses = columns.map((column) => `${columnLetters(column + 1)}${row}`);
  const own = contents.get(cell.column);
  const result = own && 'computed' in own ? Number(own.computed) : '';
  return { formula: formulaOf(rule, addresses, cell), result };
}

/** The canonical number that a cell is to show; undefined where it shows none. */
export function figureIn(content: TableContent | undefined): string | undefined {
  if (!content || 'mark' in content) return undefined;
  const value = 'value' in content ? content.value : content.computed;
  return typeof value === 'string' && decimal.isCanonical(value) ? value : undefined;
}

function formulaOf(rule: 'percent-of' | 'growth' | 'difference', addresses: string[], cell: SheetCell): string {
  const [a, b] = addresses;
  const exact = rule === 'difference' ? addresses.join('-') : rule === 'growth' ? `${a}/${b}*100-100` : `${a}/${b}*100`;
  const decimals = cell.format?.kind === 'number' ? cell.format.decimals : undefined;
  const rounded = decimals === undefined ? exact : `ROUND(${exact},${decimals})`;
  const areNumbers = addresses.map((address) => `ISNUMBER(${address})`).join(',');
  return `IF(AND(${areNumbers}),IFERROR(${rounded},""),"")`;
}

/** 1 → A, 27 → AA. */
export function columnLetters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return `${rest > 0 ? columnLetters(rest) : ''}${String.fromCharCode(65 + ((column - 1) % 26))}`;
}
