import type { Help } from './definition.js';
import type { FormWords } from './words.js';

/** Whether somebody wrote down what is meant or how it is counted: a legal basis alone only says where that would stand. */
export const isGuided = ({ meaning, method }: Help): boolean => meaning !== undefined || method !== undefined;

/** Meaning, method and legal basis one below the other, each named where words are given; undefined where none is known. */
export function helpText({ meaning, method, legalBasis }: Help, words?: FormWords): string | undefined {
  const lines = [
    meaning && (words?.('meaning', { text: meaning.vi }) ?? meaning.vi),
    method && (words?.('method', { text: method.vi }) ?? method.vi),
    legalBasis && (words?.('legal-basis', { text: legalBasis.vi }) ?? legalBasis.vi),
  ].filter((line) => line !== undefined);
  return lines.length > 0 ? lines.join('\n') : undefined;
}
