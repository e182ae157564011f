import type { Cell, CellValue } from 'exceljs';
import { dayText, decimal } from '../../../forms/index.js';

/** What a person sees in a cell, whatever way the file keeps it. */
export type CellContent =
  | { kind: 'empty' }
  | { kind: 'text'; text: string }
  /** `value` is canonical, undefined where the number is beyond what can be kept. */
  | { kind: 'number'; text: string; value: string | undefined }
  | { kind: 'day'; text: string; day: string }
  | { kind: 'boolean'; text: string; value: boolean }
  | { kind: 'error'; text: string }
  /** A formula whose last result is no number or day: a text, a yes, or nothing because no program has computed it. */
  | { kind: 'formula'; text: string };

/** The content of a cell; of a formula its last result where that is a plain number or day. Cells covered by a merge are empty. */
export function contentOf(cell: Cell): CellContent {
  if (cell.isMerged && cell.master !== cell) return { kind: 'empty' };
  return contentOfValue(cell.value, cell.numFmt ?? '');
}

function contentOfValue(value: CellValue | undefined, format: string): CellContent {
  if (value === null || value === undefined) return { kind: 'empty' };
  if (typeof value === 'string') return textContent(value);
  if (typeof value === 'number') return numberContent(value, format);
  if (typeof value === 'boolean') return { kind: 'boolean', text: value ? 'TRUE' : 'FALSE', value };
  if (value instanceof Date) return dayContent(value);
  if ('error' in value) return { kind: 'error', text: String(value.error) };
  if ('richText' in value) return textContent(value.richText.map((run) => run.text).join(''));
  if ('hyperlink' in value) return textContent(linkText(value.text));
  if ('formula' in value || 'sharedFormula' in value) return resultContent(value.result, format);
  return { kind: 'empty' };
}

/** Only figures are taken from a formula: what else it gives is for a person to type. */
function resultContent(result: CellValue | undefined, format: string): CellContent {
  const content = contentOfValue(result, format);
  if (content.kind === 'number' || content.kind === 'day' || content.kind === 'error') return content;
  return { kind: 'formula', text: content.kind === 'empty' ? '' : content.text };
}

/** exceljs types a link's text as string, but it may be rich text. */
function linkText(text: unknown): string {
  if (typeof text === 'object' && text !== null && 'richText' in text && Array.isArray(text.richText)) {
    return text.richText.map((run: { text?: unknown }) => String(run.text ?? '')).join('');
  }
  return String(text ?? '');
}

function textContent(text: string): CellContent {
  return text.trim() === '' ? { kind: 'empty' } : { kind: 'text', text };
}

function numberContent(number: number, format: string): CellContent {
  if (!Number.isFinite(number)) return { kind: 'error', text: String(number) };
  // Spreadsheets keep 15 digits and show no more; what lies behind them is noise of binary fractions.
  const exact = new decimal.Exact(number.toPrecision(15));
  // A cell formatted as a percentage shows 45% and holds 0.45. Quoted parts of a format are mere text.
  const shown = /%/.test(format.replace(/"[^"]*"|\\./g, '')) ? exact.times(100) : exact;
  return { kind: 'number', text: shown.toFixed(), value: decimal.canonical(shown.toFixed()) };
}

function dayContent(date: Date): CellContent {
  if (Number.isNaN(date.getTime())) return { kind: 'error', text: '#VALUE!' };
  const day = date.toISOString().slice(0, 10);
  return { kind: 'day', text: dayText(day), day };
}
