import type { Decimal } from 'decimal.js';
import { Exact, fromExact, formatVi } from '../answers/decimal.js';
import { readAbsence, type AbsenceReading } from './absence.js';
import { faultOf, judge, suspectScale } from './admissible.js';
import { readAmount, type AmountPart, type AmountReading } from './amount.js';
import type { Field } from './field.js';
import { readKeystrokes } from './keystrokes.js';
import { readLiteral } from './notation.js';
import { isVague, readFront, type Front } from './number-front.js';
import { readTail, type Tail } from './number-tail.js';
import { tokenize, type Token } from './number-tokens.js';
import { GUESSED_SCALES, isUncertainAlone } from './number-words.js';
import { askWhichNumber } from './several-numbers.js';
import { isOnlyEmoji, withoutEmoji } from './typed-text.js';
import { convert } from './unit-conversion.js';
import { unitOfMeasure } from './unit-of-measure.js';
import { ask, atMostConfirm, confirm, invalid, reason, type Reason, type Understood } from './understood.js';

/** Amounts of more pieces are no amounts; it bounds the work. */
const LONGEST_AMOUNT = 24;

/**
 * Understands an answer to a question for a number (int, decimal, percent, money). `text` is levelled, `original` the same
 * answer in NFC as typed.
 */
export function understandNumber(field: Field, text: string, original: string): Understood {
  if (text === '') return invalid('empty');
  const absence = readAbsence(text, original);
  if (absence) return ofAbsence(field, absence);
  if (isOnlyEmoji(text)) return ask([], reason('emoji'));
  const read = readTyped(field, text);
  if (read.outcome !== 'invalid' || read.because.code !== 'not-a-number') return read;
  const meant = readKeystrokes(text);
  if (meant === undefined) return read;
  const rawAbsence = readAbsence(meant, meant);
  const understood = rawAbsence ? ofAbsence(field, rawAbsence) : readTyped(field, meant);
  return atMostConfirm(understood, reason('raw-keystrokes', { meant }));
}

function ofAbsence(field: Field, absence: AbsenceReading): Understood {
  const zero = faultOf(field, '0') ? [] : ['0'];
  switch (absence.means) {
    case 'zero':
      return zero.length > 0
        ? confirm('0', reason('zero-in-words'))
        : { outcome: 'invalid', because: faultOf(field, '0')! };
    case 'zero-or-no-data':
      return ask([...zero, 'no_data'], reason('zero-or-no-data'));
    case 'no-data-or-not-applicable':
      return ask(['no_data', 'not_applicable'], reason('no-data-or-not-applicable'));
    case 'unknown':
      return ask(['no_data'], reason('no-data-perhaps'));
    case 'no_data':
    case 'not_applicable':
      return absence.rest
        ? { outcome: 'state', state: absence.means, rest: absence.rest }
        : { outcome: 'state', state: absence.means };
  }
}

function readTyped(field: Field, typed: string): Understood {
  if (/^[-+]?[0-9]+(?:[.,][0-9]+)?e[-+]?[0-9]+$/.test(typed)) return invalid('exponent');
  const text = withoutEmoji(typed);
  const tokens = tokenize(text);
  if (isVague(tokens)) return ask([], reason('vague'));
  const front = readFront(tokens);
  if (!front) return invalid('not-a-number');
  const run = takeRun(front.rest);
  if (!run) {
    const literals = tokens.filter((token) => token.kind === 'literal');
    return literals.length > 1 ? askWhichNumber(field, tokens) : invalid('not-a-number');
  }
  const unit = unitOfMeasure(field.unit, field.unitText);
  const tail = readTail(run.tail, field, unit);
  if (isBracketed(tokens)) return confirmNegative(field, run.readings);
  if (tail.hasMoreNumbers) return askWhichNumber(field, tokens);
  if (tail.otherUnit !== undefined) return invalid('other-unit', { unit: tail.otherUnit });
  const guessed = guessedScale(field, run);
  if (guessed) return guessed;
  if (tail.repeated !== undefined && !run.readings.some(({ value }) => value.eq(tail.repeated!))) {
    return askBoth(field, [...run.readings, { value: new Exact(tail.repeated), vietnamese: true }], 'words-differ');
  }
  const repeated = tail.repeated;
  const amounts = repeated === undefined ? run.readings : run.readings.filter(({ value }) => value.eq(repeated));
  const doubt = front.doubt ?? (text === typed ? undefined : reason('emoji-left-out')) ?? run.doubt ?? tail.doubt;
  const signed = withSign(front, fraction(front, run, amounts));
  const understood = readWithUnit(field, signed, run, tail, doubt);
  return front.denied || run.uncertain ? leaveOpen(understood, front, run) : understood;
}

/** The number itself: its readings, what it was made of and what follows. */
interface Run {
  parts: AmountPart[];
  tokens: Token[];
  readings: AmountReading[];
  tail: Token[];
  doubt?: Reason;
  /** A word that alone may be another word. */
  uncertain?: Reason;
}

function takeRun(tokens: readonly Token[]): Run | undefined {
  const end = tokens.findIndex((token) => token.kind !== 'literal' && !(token.kind === 'word' && token.number));
  const all = tokens.slice(0, end === -1 ? undefined : end);
  if (all.length > LONGEST_AMOUNT) return undefined;
  const parts = all.map(toPart);
  const readings = readAmount(parts);
  const rest = tokens.slice(all.length);
  if (readings.length > 0) return describe(all, parts, readings, rest);
  // "5 năm" counts years, "20 lẻ" is a little more: the last word belongs to what follows.
  const last = parts.at(-1);
  const isDetachable = (last?.part === 'digit' && last.years) || last?.part === 'linh';
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

/** "(5)" is how accountants write −5. */
function isBracketed(tokens: readonly Token[]): boolean {
  return tokens.length === 3 && tokens[0]?.text === '(' && tokens[1]?.kind === 'literal' && tokens[2]?.text === ')';
}

function confirmNegative(field: Field, readings: AmountReading[]): Understood {
  return judge(field, negated(readings), reason('brackets-negative'));
}

const negated = (readings: AmountReading[]) => readings.map((one) => ({ ...one, value: one.value.neg() }));

function withSign(front: Front, readings: AmountReading[]): AmountReading[] {
  if (front.sign === 'plus') return readings;
  return front.sign === 'minus' ? negated(readings) : [...negated(readings), ...readings];
}

function fraction(front: Front, run: Run, readings: AmountReading[]): AmountReading[] {
  const [first] = run.parts;
  if (!front.fractionOnly || first?.part !== 'literal' || !/^[0-9]{1,60}$/.test(first.text)) return readings;
  return readAmount([{ part: 'literal', text: `0.${first.text}` }, ...run.parts.slice(1)]);
}

/** "3t", "5m": what tỷ and triệu are called in haste; a question, not a fact. */
function guessedScale(field: Field, run: Run): Understood | undefined {
  const [next, ...others] = run.tail;
  const scale =
    field.type === 'money' && next?.kind === 'word' && others.length === 0 ? GUESSED_SCALES[next.text] : undefined;
  if (scale === undefined || run.parts.length !== 1) return undefined;
  const unit = unitOfMeasure(field.unit, field.unitText);
  const readings = run.readings.map((one) => ({ ...one, value: one.value.times(scale).div(unit.scale) }));
  const judged = judge(field, readings, reason('short-scale', { word: next!.text }));
  return judged.outcome === 'confirm' ? ask([judged.value], judged.because!) : judged;
}

function askBoth(field: Field, readings: AmountReading[], code: string): Understood {
  const values = readings.map(({ value }) => fromExact(value)).filter((value) => value !== undefined);
  return ask(
    values.filter((value) => !faultOf(field, value)),
    reason(code),
  );
}

function readWithUnit(
  field: Field,
  readings: AmountReading[],
  run: Run,
  tail: Tail,
  doubt: Reason | undefined,
): Understood {
  if (tail.sign && !takesSign(field, tail.sign)) return ofForeignSign(field, readings, tail.sign, doubt);
  const unit = unitOfMeasure(field.unit, field.unitText);
  const scales = run.parts.flatMap((one) => (one.part === 'scale' ? [one.scale] : []));
  const endsInScale = run.parts.at(-1)?.part === 'scale';
  const converted = convert(readings, { scales, endsInScale, ownUnit: tail.ownUnit }, unit);
  const judged = judge(field, converted.readings, doubt ?? converted.doubt);
  return suspectScale(field, suspectFraction(field, judged, tail.sign !== undefined));
}

function takesSign(field: Field, sign: '%' | '‰'): boolean {
  const { base } = unitOfMeasure(field.unit, undefined);
  if (field.type === 'percent' && (base === undefined || base === 'percent')) return sign === '%';
  return base === (sign === '%' ? 'percent' : 'permille');
}

/** A share typed where something else is counted: asked for again; between the two signs it can be converted. */
function ofForeignSign(
  field: Field,
  readings: AmountReading[],
  sign: '%' | '‰',
  doubt: Reason | undefined,
): Understood {
  const { base } = unitOfMeasure(field.unit, undefined);
  const scaled = (factor: Decimal.Value) => readings.map((one) => ({ ...one, value: one.value.times(factor) }));
  if (field.type === 'percent' || base === 'percent') return judge(field, scaled('0.1'), reason('per-mille-converted'));
  if (base === 'permille') return judge(field, scaled(10), reason('percent-converted'));
  if (field.type === 'decimal' && field.unit === undefined) {
    const judged = judge(field, [...readings, ...scaled(sign === '%' ? '0.01' : '0.001')], doubt);
    return judged.outcome === 'ask' ? ask(judged.options, reason('percent-in-number')) : judged;
  }
  return ask([], reason('percent-in-count'));
}

/** "0,12" to a question in per cent: so little, or the fraction 0,12 = 12 %. Small last year, small is no surprise. */
function suspectFraction(field: Field, understood: Understood, hasSign: boolean): Understood {
  if (field.type !== 'percent' || hasSign) return understood;
  if (understood.outcome !== 'ok' && understood.outcome !== 'confirm') return understood;
  const value = new Exact(String(understood.value));
  if (value.isZero() || value.abs().gte(1)) return understood;
  if (field.last !== undefined && field.last !== '0' && new Exact(field.last).abs().lt(1)) return understood;
  const percent = fromExact(value.times(100));
  if (percent === undefined || faultOf(field, percent)) return understood;
  const shown = { a: formatVi(String(understood.value)), b: formatVi(percent) };
  return ask([understood.value, percent], reason('fraction-or-percent', shown));
}

/** A number that was only named, or a word that may be another: asked about, never taken. */
function leaveOpen(understood: Understood, front: Front, run: Run): Understood {
  const because = front.denied ? reason('number-denied') : run.uncertain!;
  if (understood.outcome === 'ok' || understood.outcome === 'confirm') {
    return ask(front.denied ? [understood.value, 'no_data'] : [understood.value], because);
  }
  return understood.outcome === 'ask' ? ask(understood.options, because) : understood;
}
