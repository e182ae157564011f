import type { CellFormulaValue } from 'exceljs';
import { decimal, type Formula, referencesIn, type SheetCell, type SheetLayout } from '../../../forms/index.js';
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
  const formula = cell.computed!;
  const parts = [...new Set(referencesIn(formula).flatMap((one) => (one.op === 'column' ? [one.column] : [])))];
  const columns = parts.map((part) => layout.columns.findIndex((column) => column.key === part));
  if (columns.length === 0 || columns.includes(-1)) return undefined;
  const exact = [...parts, cell.column].map((part) => contents.get(part)).map(figureIn);
  if (exact.some((value) => value !== undefined && decimal.significantDigits(value) > 15)) return undefined;
  const addresses = new Map(parts.map((part, at) => [part, `${columnLetters(columns[at]! + 1)}${row}`]));
  const own = contents.get(cell.column);
  const result = own && 'computed' in own ? Number(own.computed) : '';
  return { formula: whereNumbers(written(formula, addresses), [...addresses.values()], cell), result };
}

/** The canonical number that a cell is to show; undefined where it shows none. */
export function figureIn(content: TableContent | undefined): string | undefined {
  if (!content || 'mark' in content) return undefined;
  const value = 'value' in content ? content.value : content.computed;
  return typeof value === 'string' && decimal.isCanonical(value) ? value : undefined;
}

function whereNumbers(exact: string, addresses: readonly string[], cell: SheetCell): string {
  const decimals = cell.format?.kind === 'number' ? cell.format.decimals : undefined;
  const rounded = decimals === undefined ? exact : `ROUND(${exact},${decimals})`;
  const areNumbers = addresses.map((address) => `ISNUMBER(${address})`).join(',');
  return `IF(AND(${areNumbers}),IFERROR(${rounded},""),"")`;
}

/** A formula as a spreadsheet writes it. */
function written(formula: Formula, addresses: ReadonlyMap<string, string>): string {
  const part = (one: Formula): string => (isFigure(one) ? said(one) : `(${said(one)})`);
  const said = (one: Formula): string => written(one, addresses);
  const sum = (of: readonly Formula[]): string => of.map(part).join('+');
  switch (formula.op) {
    case 'column':
      return addresses.get(formula.column) ?? '';
    case 'cell':
      return '';
    case 'number':
      return formula.value;
    case 'sum':
      return sum(formula.of);
    case 'difference':
      return formula.of.map(part).join('-');
    case 'ratio':
      return `${part(formula.a)}/${part(formula.b)}${(formula.scale ?? '1') === '1' ? '' : `*${formula.scale}`}`;
    case 'growth':
      return `${part(formula.a)}/${part(formula.b)}*100-100`;
    case 'share':
      return `${part(formula.part)}/(${sum(formula.of)})*100`;
    case 'mean': {
      const weighed = formula.of.map(({ value, weight }) => `${part(value)}*${part(weight)}`).join('+');
      return `(${weighed})/(${sum(formula.of.map(({ weight }) => weight))})`;
    }
  }
}

// A number below zero stands in brackets: 5-(-3).
const isFigure = (one: Formula): boolean => one.op === 'column' || (one.op === 'number' && !one.value.startsWith('-'));

/** 1 → A, 27 → AA. */
export function columnLetters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return `${rest > 0 ? columnLetters(rest) : ''}${String.fromCharCode(65 + ((column - 1) % 26))}`;
}
