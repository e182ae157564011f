import type { Choice } from '../../forms/index.js';
import { fold } from '../shared/index.js';

/**
 * The choice that was meant: by its number in the list, or by its label or the beginning of one label alone, with or
 * without diacritics. Undefined where no choice or more than one fits.
 */
export function readChoice(choices: readonly Choice[], text: string): string | undefined {
  const number = /^\s*(\d{1,3})[.)]?\s*$/.exec(text);
  if (number) return choices[Number(number[1]) - 1]?.key;
  const typed = fold(text).trim();
  if (typed === '') return undefined;
  const labels = choices.map(({ key, label }) => ({
    key,
    names: [label.vi, label.en ?? ''].map((name) => fold(name)),
  }));
  const exact = labels.filter(({ names }) => names.includes(typed));
  if (exact.length === 1) return exact[0]!.key;
  const begins = labels.filter(({ names }) => names.some((name) => name.startsWith(typed)));
  return begins.length === 1 ? begins[0]!.key : undefined;
}
