import { fold } from './typed-text.js';

/** A row of a form, as people name it in a message about several rows. */
export interface NamedRow {
  key: string;
  /** The names it goes by. */
  names: readonly string[];
  /** How many columns of it are asked for. */
  columns: number;
}

/** A name without diacritics, case, brackets and marks: two that are equal so are one name. */
export const bareName = (name: string): string =>
  fold(name.replace(/\([^)]*\)/g, ' '))
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim();
