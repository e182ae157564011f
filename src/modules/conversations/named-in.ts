import { fold } from '../shared/index.js';

/** Fewer letters than this name nothing. */
const SHORTEST = 4;
const MOST_WORDS = 5;

/**
 * Which of some titles a line names at its beginning, in the title's own words however they are spaced: "vong1 80% chậm"
 * names "Dự thảo kế hoạch (vòng 1)". Undefined where none or several fit equally well.
 */
export function namedIn<T extends { title: string }>(line: string, titled: readonly T[]): T | undefined {
  const words = fold(line)
    .split(/[^\p{L}\p{N}%]+/u)
    .filter(Boolean)
    .slice(0, MOST_WORDS + 1);
  // A share ends the beginning: what follows is told about the act, it does not name it.
  const end = words.findIndex((word) => /%|^\d{2,}$/.test(word));
  const head = (end === -1 ? words : words.slice(0, end)).slice(0, MOST_WORDS);
  for (let length = head.length; length > 0; length -= 1) {
    const beginning = head.slice(0, length).join('');
    if (beginning.length < SHORTEST) return undefined;
    const fitting = titled.filter(({ title }) => bare(title).includes(beginning));
    if (fitting.length > 0) return fitting.length === 1 ? fitting[0] : undefined;
  }
  return undefined;
}

const bare = (title: string): string => fold(title).replace(/[^\p{L}\p{N}]+/gu, '');
