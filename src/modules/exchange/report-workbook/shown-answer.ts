import { type Cell, type CellFormat, type FormWords, STATE_MARKS } from '../../../forms/index.js';
import { written } from '../form-workbook/cell-text.js';

/** An answer as the workbook shows it, with what is said about it in brackets; null where there is none. */
export function shownCell(cell: Cell | undefined, format: CellFormat | undefined, words: FormWords): string | null {
  if (cell === undefined) return null;
  if (cell.state === 'not-applicable') return withRemarks(STATE_MARKS['not-applicable'], [cell.reason]);
  if (cell.state === 'not-available') {
    return withRemarks(STATE_MARKS['not-available'], [cell.reason, cell.expectedOn && shownDay(cell.expectedOn)]);
  }
  if (cell.state === 'worked-out') return cell.note;
  const value = shownText(cell.value, format) ?? '';
  return withRemarks(value, [cell.standing && words(`standing-${cell.standing}`), cell.note]);
}

/** A stored value as it reads in its cell; null where there is none. */
export function shownText(value: string | boolean | undefined, format: CellFormat | undefined): string | null {
  if (value === undefined) return null;
  return format ? written(value, format).text : String(value);
}

function shownDay(day: string): string {
  return written(day, { kind: 'date' }).text;
}

function withRemarks(text: string, remarks: (string | undefined)[]): string {
  const said = remarks.filter((remark) => remark !== undefined && remark !== '');
  return said.length > 0 ? `${text} (${said.join('; ')})` : text;
}
