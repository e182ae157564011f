import { readAmount, type AmountPart, type AmountReading } from './amount.js';
import { readLiteral } from './notation.js';
import type { Token } from './number-tokens.js';
import { isUncertainAlone } from './number-words.js';
import { reason, type Reason } from './understood.js';

/** Amounts of more pieces are no amounts; it bounds the work. */
const LONGEST_AMOUNT = 60;

/** The number itself: its readings, what it was made of and what follows. */
export interface Run {
  parts: AmountPart[];
  tokens: Token[];
  readings: AmountReading[];
  tail: Token[];
  doubt?: Reason;
  /** A word that alone may be another word. */
  uncertain?: Reason;
}

/** The longest amount at the start of `tokens`; undefined when they make none. */
export function takeRun(tokens: readonly Token[]): Run | undefined {
  const end = tokens.findIndex((token) => token.kind !== 'literal' && !(token.kind === 'word' && token.number));
  const all = tokens.slice(0, end === -1 ? undefined : end);
  if (all.length > LONGEST_AMOUNT) return undefined;
  const parts = all.map(toPart);
  const readings = readAmount(parts);
  const rest = tokens.slice(all.length);
  if (readings.length > 0) return describe(all, parts, readings, rest);
  // "5 năm" counts years, "20 lẻ" is a little more: the last word belongs to what follows.
  const last = parts.at(-1);
  const isDetachable =
    (last?.part === 'digit' && (last.years || last.digit === 0)) || last?.part === 'linh' || last?.part === 'point';
  if (all.length > 1 && all.every((token) => token.kind === 'literal')) {
    // "12 34": two numbers.
    return describe(all.slice(0, 1), parts.slice(0, 1), readAmount(parts.slice(0, 1)), [...all.slice(1), ...rest]);
  }
  const shorter = isDetachable ? readAmount(parts.slice(0, -1)) : [];
  return shorter.length > 0
    ? describe(all.slice(0, -1), parts.slice(0, -1), shorter, [all.at(-1)!, ...rest])
    : undefined;
}

function toPart(token: Token): AmountPart {
  return token.kind === 'word' && token.number ? token.number : { part: 'literal', text: token.text };
}

function describe(tokens: Token[], parts: AmountPart[], readings: AmountReading[], tail: Token[]): Run {
  const [first] = tokens;
  const hasLiteral = parts.some((one) => one.part === 'literal');
  const short = tokens.find((_, at) => {
    const part = parts[at];
    return part?.part === 'scale' && part.short;
  });
  const run: Run = { parts, tokens, readings, tail };
  // "1.234 triệu": the smaller first, it is the likelier.
  if (parts.length > 1 && parts[0]?.part === 'literal' && readLiteral(parts[0].text).length > 1) {
    run.readings = [...readings].sort((a, b) => a.value.cmp(b.value));
  }
  const isSpoken = parts.some(
    (one) => one.part === 'digit' || one.part === 'half' || one.part === 'ten' || one.part === 'point',
  );
  if (short) run.doubt = reason('short-scale', { word: short.text });
  else if (!hasLiteral || isSpoken) run.doubt = reason('number-words');
  else if (parts.length > 1 && parts.at(-1)?.part === 'literal') run.doubt = reason('spoken-amount');
  else if (first?.kind === 'literal' && /^0[0-9]/.test(first.text)) run.doubt = reason('leading-zeros');
  const only = tokens.length === 1 && first?.kind === 'word' && first.bare && isUncertainAlone(first.text);
  if (only) run.uncertain = reason('word-may-be-another', { word: first.text });
  const last = tokens.at(-1);
  if (tokens.length === 2 && first?.kind === 'literal' && last?.kind === 'word' && last.bare && last.text === 'tram') {
    // "3 tram": three hundred, or three stations.
    run.readings = [...readings, ...readAmount([parts[0]!])];
  }
  return run;
}
