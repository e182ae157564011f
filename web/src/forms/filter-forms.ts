import { mentions } from '../page/search-words';
import type { FormLine } from './types';

export const ALL = 'all';

export interface Filter {
  words: string;
  /** A round, or `ALL`. */
  round: string;
  /** A level at which some unit owes the form, or `ALL`. */
  level: string;
  retired: boolean;
}

/** The forms that the filter lets through, in the order given. */
export const filterForms = (forms: readonly FormLine[], { words, round, level, retired }: Filter): FormLine[] =>
  forms.filter(
    (form) =>
      (retired || form.retiredAt === null) &&
      (level === ALL || form.levels.includes(level)) &&
      (round === ALL || form.milestones.some((milestone) => milestone.round === round)) &&
      mentions(words, form.title, form.key, form.template),
  );

const LEVELS = ['city', 'district', 'commune'];

/** By level, from the top down; forms of several levels or none come last under null. */
export function byLevel(forms: readonly FormLine[]): { level: string | null; forms: FormLine[] }[] {
  const levels = [...new Set(forms.map((form) => form.level))].sort((a, b) => levelPlace(a) - levelPlace(b));
  return levels.map((level) => ({ level, forms: forms.filter((form) => form.level === level) }));
}

/** The place of a level in the order of the list. */
export const levelPlace = (level: string | null): number =>
  level === null ? LEVELS.length + 1 : LEVELS.includes(level) ? LEVELS.indexOf(level) : LEVELS.length;
