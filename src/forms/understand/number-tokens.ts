import { numberWord, type NumberPart } from './number-words.js';

/** A piece of a typed answer to a question for a number. */
export type Token = { text: string; spaceBefore: boolean } & (
  { kind: 'literal' } | { kind: 'word'; number?: NumberPart; bare?: boolean } | { kind: 'mark' }
);

const PIECE =
  /(?<literal>(?:[0-9]{1,3}(?: [0-9]{3})+(?![0-9])|[0-9]+)(?:[.,'][0-9]+)*)|(?<word>(?:km|cm|m)[23²³](?![\p{L}\p{N}])|\p{L}[\p{L}\p{M}²³]*)|(?<mark>\S)/gu;

/**
 * A levelled answer cut into digits with their separators, words and single marks. Blanks group digits only where all
 * groups after the first have three digits; "1 tỷ 200" stays three pieces.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(PIECE)) {
    const spaceBefore = match.index === 0 || text[match.index - 1] === ' ';
    const piece = { text: match[0], spaceBefore };
    if (match.groups?.['literal'] !== undefined) tokens.push({ kind: 'literal', ...piece });
    else if (match.groups?.['word'] !== undefined) tokens.push(wordToken(piece, tokens.at(-1)));
    else tokens.push({ kind: 'mark', ...piece });
  }
  return tokens;
}

function wordToken(piece: { text: string; spaceBefore: boolean }, before: Token | undefined): Token {
  const found = numberWord(piece.text, before?.kind === 'literal');
  return found ? { kind: 'word', ...piece, number: found.meaning, bare: found.bare } : { kind: 'word', ...piece };
}
