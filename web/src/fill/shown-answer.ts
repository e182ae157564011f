import type { FillTexts } from '../texts/fill';
import type { Cell, Row } from './engine';

/** An answer as it is read: a number in the reader's notation, a choice by its label, a state in words. */
export function shownAnswer(
  cell: Cell | null | undefined,
  row: Row,
  write: { number: (value: string) => string },
  texts: Pick<FillTexts, 'yes' | 'no' | 'mark'>,
): string {
  if (!cell) return '';
  if (cell.state !== 'value') return texts.mark[cell.state];
  if (typeof cell.value === 'boolean') return cell.value ? texts.yes : texts.no;
  if (row.type === 'choice') return row.choices?.find((choice) => choice.key === cell.value)?.label.vi ?? cell.value;
  if (row.type === 'date') return cell.value.split('-').reverse().join('/');
  return row.type === 'text' || row.type === 'file' ? cell.value : write.number(cell.value);
}
