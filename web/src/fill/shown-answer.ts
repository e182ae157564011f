import type { FillTexts } from '../texts/fill';
import { type Cell, type Choice, dayText, isNumeric, type Row, yesNoOf } from './engine';
import type { Sentence } from './typed-answer';
import type { Writing } from './use-report';

/** What a stored value is called, and how it is written. */
export interface Reader {
  write: Writing;
  say: Sentence;
  texts: Pick<FillTexts, 'shown' | 'file'>;
}

/** An answer as it is read: a number in the reader's notation, a choice by its label, a state in words. */
export function shownAnswer(cell: Cell | null | undefined, row: Row, reader: Reader): string {
  if (!cell) return '';
  if (cell.state === 'worked-out') return cell.note;
  if (cell.state !== 'value') return reader.texts.shown[cell.state];
  const { value } = cell;
  if (typeof value === 'boolean') {
    const { yes, no } = yesNoOf(row, (word) => reader.say(`forms.word.${word}`));
    return value ? yes : no;
  }
  return row.type === 'file' ? reader.texts.file.kept : shownText(value, row, reader.write);
}

/** A stored text as it is read. */
export function shownText(
  value: string,
  one: { type: Row['type']; choices?: readonly Choice[] },
  write: Writing,
): string {
  const choice = one.choices?.find(({ key }) => key === value);
  if (choice) return write.text(choice.label);
  if (one.type === 'date') return dayText(value);
  return isNumeric(one) && /^-?\d+(\.\d+)?$/.test(value) ? write.number(value) : value;
}
