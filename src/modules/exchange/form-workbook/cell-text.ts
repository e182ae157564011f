import type { CellValue } from 'exceljs';
import { type CellFormat, DATE_FORMAT, dayText, decimal, numberFormat, TEXT_FORMAT } from '../../../forms/index.js';
import { plainDate } from '../../shared/index.js';

/** Digits that a spreadsheet's number keeps for certain. */
const SAFE_DIGITS = 15;

/** Spreadsheets count days from 30/12/1899, but wrongly before 1/3/1900. */
const DAY_ZERO = '1899-12-30';
const FIRST_DAY = '1900-03-01';

export interface Written {
  value: CellValue;
  numFmt: string;
  /** How the value reads to a person. */
  text: string;
}

/**
 * How a stored value is written into a cell: numbers of at most 15 significant digits as numbers, longer ones as text in
 * Vietnamese notation, so that no digit is lost; days as days where a spreadsheet can count them; texts always as texts,
 * so that `=…` is never a formula.
 */
export function written(value: string | boolean, format: CellFormat): Written {
  switch (format.kind) {
    case 'number':
      return writtenNumber(String(value), format);
    case 'date':
      return writtenDay(String(value));
    case 'yes-no':
      return writtenText(value === true ? format.yes : format.no);
    case 'choice':
      return writtenText(format.choices.find((choice) => choice.key === value)?.text ?? String(value));
    case 'text':
      return writtenText(String(value));
  }
}

/** The number format of an empty cell, for what will be typed there. */
export function emptyFormat(format: CellFormat): string {
  if (format.kind === 'number') {
    return format.decimals === undefined ? 'General' : numberFormat(format.decimals, format.ungrouped);
  }
  return format.kind === 'date' ? DATE_FORMAT : TEXT_FORMAT;
}

function writtenNumber(value: string, { decimals, ungrouped }: { decimals?: number; ungrouped?: boolean }): Written {
  const text = decimal.formatVi(value);
  if (decimal.significantDigits(value) > SAFE_DIGITS) return { value: escaped(text), numFmt: TEXT_FORMAT, text };
  return {
    value: Number(value),
    numFmt: numberFormat(Math.max(decimals ?? 0, decimal.places(value)), ungrouped),
    text,
  };
}

function writtenDay(day: string): Written {
  const text = dayText(day);
  if (day < FIRST_DAY) return { value: text, numFmt: TEXT_FORMAT, text };
  return { value: plainDate.daysBetween(DAY_ZERO, day), numFmt: DATE_FORMAT, text };
}

function writtenText(text: string): Written {
  return { value: escaped(text), numFmt: TEXT_FORMAT, text };
}

/** The file format reads `_x0041_` in a text as an escaped character: the underscore itself must be escaped. */
export function escaped(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}
