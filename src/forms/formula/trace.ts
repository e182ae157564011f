import { formatEn, formatVi, isCanonical } from '../answers/decimal.js';
import { evaluate, holds, type Lookup, orderOf } from './evaluate.js';
import type { Condition, Formula } from './formula.js';
import { spelled } from './spelled.js';

/** Places shown where nothing else is asked for; a result with more is marked as rounded. */
const SHOWN_PLACES = 6;
/** A trace beyond this many characters says only what came out. */
const LONGEST = 160;

export interface TraceOptions {
  /** Places that the result is rounded to, half up. */
  decimals?: number;
  locale?: 'vi' | 'en';
}

/** How a formula came to its value, with the figures that stood there: `= 12,5 / 50 × 100 = 25`; undefined where it has none. */
export function traceOf(formula: Formula, lookup: Lookup, options: TraceOptions = {}): string | undefined {
  const result = resultOf(formula, lookup, options);
  if (!result) return undefined;
  return isFigure(formula)
    ? `= ${result.text}`
    : `= ${inFigures(formula, lookup, options)} ${result.sign} ${result.text}`;
}

/**
 * The comparisons of a condition that do not hold, with the figures that stood there: `30 + 25 = 55 > 50`. Empty where the
 * condition holds, is not to be judged, or compares no numbers.
 */
export function traceOfBroken(condition: Condition, lookup: Lookup, options: TraceOptions = {}): string {
  const text = brokenIn(condition, lookup).map((one) => relation(one, lookup, options, false));
  const whole = text.join('; ');
  if (whole.length <= LONGEST) return whole;
  return brokenIn(condition, lookup)
    .map((one) => relation(one, lookup, options, true))
    .join('; ');
}

type Compared = Extract<Condition, { op: 'compare' }>;

function brokenIn(condition: Condition, lookup: Lookup): Compared[] {
  if (holds(condition, lookup) !== false) return [];
  if (condition.op === 'and' || condition.op === 'or') return condition.of.flatMap((one) => brokenIn(one, lookup));
  return condition.op === 'compare' ? [condition] : [];
}

function relation({ a, b }: Compared, lookup: Lookup, options: TraceOptions, short: boolean): string {
  const order = orderOf(a, b, lookup) ?? 0;
  const sign = order < 0 ? '<' : order > 0 ? '>' : '=';
  const [left, right] = [a, b].map((one) => ({
    ...resultOf(one, lookup, options)!,
    figures: short || isFigure(one) ? undefined : inFigures(one, lookup, options),
  })) as [Side, Side];
  const before = left.figures === undefined ? left.text : `${left.figures} ${left.sign} ${left.text}`;
  const after = right.figures === undefined ? right.text : `${right.text} ${right.sign} ${right.figures}`;
  return `${before} ${sign} ${after}`;
}

interface Result {
  text: string;
  /** `≈` where the result was rounded to be shown. */
  sign: '=' | '≈';
}

type Side = Result & { figures?: string };

function resultOf(formula: Formula, lookup: Lookup, options: TraceOptions): Result | undefined {
  const exact = evaluate(formula, lookup);
  const rounded = evaluate(formula, lookup, options.decimals ?? SHOWN_PLACES);
  if (exact === undefined || rounded === undefined) return undefined;
  return { text: shown(rounded, options), sign: exact === rounded ? '=' : '≈' };
}

function inFigures(formula: Formula, lookup: Lookup, options: TraceOptions): string {
  return spelled(formula, {
    reference: (reference) => {
      const value = lookup(reference);
      return typeof value === 'string' && isCanonical(value) ? shown(value, options) : '…';
    },
    number: (value) => shown(value, options),
  });
}

const shown = (value: string, { locale }: TraceOptions): string => (locale === 'en' ? formatEn : formatVi)(value);

const isFigure = (formula: Formula): boolean =>
  formula.op === 'number' || formula.op === 'cell' || formula.op === 'column';
