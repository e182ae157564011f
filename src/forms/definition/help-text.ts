import type { Help, LocalText } from './definition.js';
import type { FormWords } from './words.js';

/** Whether somebody wrote down what is meant or how it is counted: a legal basis alone only says where that would stand. */
export const isGuided = ({ meaning, method }: Help): boolean => meaning !== undefined || method !== undefined;

/** Meaning, method and legal basis one below the other, each named where words are given; undefined where none is known. */
export function helpText(
  { meaning, method, legalBasis }: Help,
  words?: FormWords,
  locale: 'vi' | 'en' = 'vi',
): string | undefined {
  const line = (word: 'meaning' | 'method' | 'legal-basis', known: LocalText | undefined) => {
    const text = known && ((locale === 'en' && known.en) || known.vi);
    return text && (words?.(word, { text }) ?? text);
  };
  const lines = [line('meaning', meaning), line('method', method), line('legal-basis', legalBasis)];
  return lines.filter(Boolean).join('\n') || undefined;
}
