import { type CellFormat, isCalendarDay, type LocalText } from '../../../forms/index.js';
import type { CellContent } from './cell-content.js';
import { typedNumber } from './typed-number.js';

export type ReadValue =
  { ok: true; value: string | boolean } | { ok: false; code: string; params: Record<string, LocalText> };

/** The stored value of a cell that holds something, or why it is none. */
export function valueIn(content: Exclude<CellContent, { kind: 'empty' }>, format: CellFormat): ReadValue {
  const given = { given: { vi: content.text.slice(0, 200) } };
  if (content.kind === 'error') return { ok: false, code: 'workbook-error-value', params: given };
  if (content.kind === 'formula') return { ok: false, code: 'workbook-formula', params: {} };
  switch (format.kind) {
    case 'number':
      return numberIn(content, format.decimals, given);
    case 'date':
      return dayIn(content, given);
    case 'yes-no':
      return yesNoIn(content, format, given);
    case 'choice':
      return choiceIn(content, format, given);
    case 'text':
      return { ok: true, value: content.text };
  }
}

type Given = Record<string, LocalText>;

function numberIn(content: CellContent, decimals: number | undefined, given: Given): ReadValue {
  const value =
    content.kind === 'number'
      ? content.value
      : content.kind === 'text'
        ? typedNumber(content.text, decimals)
        : undefined;
  if (value === 'ambiguous') return { ok: false, code: 'workbook-ambiguous-number', params: given };
  return value === undefined ? { ok: false, code: 'workbook-not-a-number', params: given } : { ok: true, value };
}

function dayIn(content: CellContent, given: Given): ReadValue {
  const day = content.kind === 'day' ? content.day : content.kind === 'text' ? typedDay(content.text) : undefined;
  return day === undefined ? { ok: false, code: 'workbook-not-a-date', params: given } : { ok: true, value: day };
}

/** A day typed as `d/m/yyyy` (also with `-` or `.`) or `yyyy-mm-dd`. */
function typedDay(text: string): string | undefined {
  const typed = text.trim();
  const parts = /^([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})$/.exec(typed);
  const day = parts ? `${parts[3]}-${parts[2]!.padStart(2, '0')}-${parts[1]!.padStart(2, '0')}` : typed;
  return isCalendarDay(day) ? day : undefined;
}

function yesNoIn(content: CellContent, { yes, no }: { yes: string; no: string }, given: Given): ReadValue {
  if (content.kind === 'boolean') return { ok: true, value: content.value };
  const typed = content.kind === 'text' ? content.text : '';
  if (isSame(typed, yes)) return { ok: true, value: true };
  if (isSame(typed, no)) return { ok: true, value: false };
  return { ok: false, code: 'workbook-not-yes-or-no', params: { ...given, yes: { vi: yes }, no: { vi: no } } };
}

function choiceIn(
  content: Exclude<CellContent, { kind: 'empty' }>,
  { choices }: { choices: { key: string; text: string }[] },
  given: Given,
): ReadValue {
  const exact =
    choices.find((choice) => choice.text === content.text) ?? choices.find((choice) => choice.key === content.text);
  const alike = choices.filter((choice) => isSame(choice.text, content.text));
  const found = exact ?? (alike.length === 1 ? alike[0] : undefined);
  return found ? { ok: true, value: found.key } : { ok: false, code: 'workbook-not-a-choice', params: given };
}

/** The same word but for case, spacing and the composition of its accents. */
export function isSame(a: string, b: string): boolean {
  return spelt(a) === spelt(b);
}

/** A word without its case, its spacing and the composition of its accents, to be compared. */
export function spelt(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim().toLocaleLowerCase('vi');
}
