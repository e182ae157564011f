import type { Formula, Reference } from './formula.js';

/** How references and numbers are written where a formula is spelled out. */
export interface Speller {
  reference(reference: Reference): string;
  /** `value` is a canonical decimal. */
  number(value: string): string;
}

/** How tightly a part binds: sums and negative numbers, products and quotients, single names and figures. */
type Rank = 1 | 2 | 3;

interface Part {
  text: string;
  rank: Rank;
}

/** A formula as it is written by hand: `(a + b) / c × 100`, with parentheses only where they are needed to read it right. */
export function spelled(formula: Formula, speller: Speller): string {
  return partOf(formula, speller).text;
}

function partOf(formula: Formula, speller: Speller): Part {
  const tight = (one: Formula): string => atLeast(3, partOf(one, speller));
  switch (formula.op) {
    case 'cell':
    case 'column':
      return figure(speller.reference(formula));
    case 'number':
      return figure(speller.number(formula.value));
    case 'sum':
      return joined(formula.of, '+', speller);
    case 'difference':
      return joined(formula.of, '−', speller);
    case 'ratio': {
      const scale = formula.scale && formula.scale !== '1' ? ` × ${speller.number(formula.scale)}` : '';
      return { text: `${tight(formula.a)} / ${tight(formula.b)}${scale}`, rank: 2 };
    }
    case 'growth':
      return { text: `(${tight(formula.a)} / ${tight(formula.b)} − 1) × 100`, rank: 2 };
    case 'share': {
      const whole = atLeast(3, joined(formula.of, '+', speller));
      return { text: `${tight(formula.part)} / ${whole} × 100`, rank: 2 };
    }
    case 'mean': {
      const products = formula.of.map(({ value, weight }) => `${tight(value)} × ${tight(weight)}`).join(' + ');
      const weights = joined(
        formula.of.map(({ weight }) => weight),
        '+',
        speller,
      );
      return { text: `(${products}) / ${atLeast(3, weights)}`, rank: 2 };
    }
  }
}

function joined(parts: readonly Formula[], sign: '+' | '−', speller: Speller): Part {
  const said = parts.map((one) => partOf(one, speller));
  const [first, ...rest] = said;
  if (!first || rest.length === 0) return first ?? figure(speller.number('0'));
  return { text: [first.text, ...rest.map((one) => atLeast(2, one))].join(` ${sign} `), rank: 1 };
}

// A figure below zero reads like a difference: 5 − (-3).
const figure = (text: string): Part => ({ text, rank: text.startsWith('-') ? 1 : 3 });

const atLeast = (rank: Rank, part: Part): string => (part.rank < rank ? `(${part.text})` : part.text);
