import type { Decimal } from 'decimal.js';
import { Exact, fromExact, formatVi } from '../answers/decimal.js';
import { readAbsence, type AbsenceReading } from './absence.js';
import { faultOf, judge, suspectScale, suspectUnit } from './admissible.js';
import { readAmount, type AmountReading } from './amount.js';
import type { Field } from './field.js';
import { readKeystrokes } from './keystrokes.js';
import { isVague, readFront, type Front } from './number-front.js';
import { takeRun, type Run } from './number-run.js';
import { isLink, readTail, type Tail } from './number-tail.js';
import { tokenize, type Token } from './number-tokens.js';
import { GUESSED_SCALES } from './number-words.js';
import { askWhichNumber, spokenShare } from './several-numbers.js';
import { isOnlyEmoji, withoutEmoji } from './typed-text.js';
import { convert } from './unit-conversion.js';
import { unitOfMeasure } from './unit-of-measure.js';
import { ask, atMostConfirm, confirm, invalid, reason, type Reason, type Understood } from './understood.js';

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
  const meant = read.outcome === 'ok' ? undefined : readKeystrokes(text);
  if (meant === undefined) return read;
  const rawAbsence = readAbsence(meant, meant);
  const understood = rawAbsence ? ofAbsence(field, rawAbsence) : readTyped(field, meant);
  // "hai muwowi" holds a plain "hai", "na8m" an 8: what reads whole once decoded was meant so.
  const isNoNumber = read.outcome === 'invalid' && read.because.code === 'not-a-number';
  return isNoNumber || isReadWhole(understood) ? atMostConfirm(understood, reason('raw-keystrokes', { meant })) : read;
}

/** What looks like a number and is none: "1,,5", "1_000", "0x10", "1½", "1O", "l2". */
const SLIPS =
  /[0-9]+(?:,,|,\.|\.,|[_·])[0-9]+|(?<![\p{L}0-9])0x[0-9a-f]+|[0-9]*[¼-¾⅐-⅞↉]|(?<![\p{L}0-9])(?:[oli][0-9][0-9oli]*|[0-9]+[oli][0-9oli]*)(?!\p{L})/u;

function isReadWhole(understood: Understood): boolean {
  if (understood.outcome === 'invalid') return false;
  return understood.outcome === 'state' || understood.because?.code !== 'words-left-out';
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
  if (/^[-+]?[0-9]+(?:[.,][0-9]+)?e[-+]?[0-9]+$|[0-9] ?\^ ?[0-9]/.test(typed)) return invalid('exponent');
  const slip = SLIPS.exec(typed);
  if (slip) return invalid('irregular-number', { typed: slip[0] });
  const text = withoutEmoji(typed);
  const tokens = tokenize(text);
  if (isVague(tokens)) return ask([], reason('vague'));
  const share = spokenShare(field, tokens);
  if (share) return share;
  const front = readFront(tokens);
  if (!front) return invalid('not-a-number');
  const run = takeRun(front.rest);
  if (!run) return ofNoAmount(tokens);
  const unit = unitOfMeasure(field.unit, field.unitText);
  const tail = readTail(run.tail, field, unit);
  if (isBracketed(tokens)) return ofBrackets(field, run.readings);
  if (tail.hasMoreNumbers) return askWhichNumber(field, tokens, allAmounts(field, front.rest));
  if (tokens.some((token) => token.kind === 'mark' && FOREIGN.test(token.text) && unit.base !== 'usd')) {
    return invalid('other-unit', { unit: tokens.find((token) => FOREIGN.test(token.text))!.text });
  }
  const guessed = guessedScale(field, run);
  if (guessed) return guessed;
  if (tail.otherUnit !== undefined) return invalid('other-unit', { unit: tail.otherUnit });
  if (tail.repeated !== undefined && !run.readings.some(({ value }) => value.eq(tail.repeated!))) {
    return askBoth(field, [...run.readings, { value: new Exact(tail.repeated), vietnamese: true }], 'words-differ');
  }
  const repeated = tail.repeated;
  const amounts = repeated === undefined ? run.readings : run.readings.filter(({ value }) => value.eq(repeated));
  const doubt = front.doubt ?? (text === typed ? undefined : reason('emoji-left-out')) ?? run.doubt ?? tail.doubt;
  const signed = withSign(front, fraction(front, run, amounts));
  const understood = readWithUnit(field, signed, run, tail, doubt);
  // "để sau": a word that may be six, among others that are no number.
  if (run.uncertain && !tail.measured && front.doubt?.code === 'words-left-out') return invalid('not-a-number');
  const because = openReason(field, front, run, tail);
  return because ? leaveOpen(understood, because, front.denied) : understood;
}

/** Money in another currency. */
const FOREIGN = /^[$€£¥]$/;

/** Digits that make no number, or no digits at all. */
function ofNoAmount(tokens: readonly Token[]): Understood {
  const literals = tokens.filter((token) => token.kind === 'literal');
  if (literals.length === 0) return invalid('not-a-number');
  return invalid('irregular-number', { typed: literals.map((token) => token.text).join(' ') });
}

/** The readings of every amount in a row, in the field's unit; none when one of them cannot be read or their scales differ. */
function allAmounts(field: Field, tokens: readonly Token[]): AmountReading[] {
  const unit = unitOfMeasure(field.unit, field.unitText);
  const found: { readings: AmountReading[]; scale: number }[] = [];
  for (const run of withSharedScale(allRuns(tokens))) {
    const scales = run.parts.flatMap((one) => (one.part === 'scale' ? [one.scale] : []));
    const endsInScale = run.parts.at(-1)?.part === 'scale';
    const { readings } = convert(run.readings, { scales, endsInScale, ownUnit: false }, unit);
    found.push({ readings, scale: scales.at(-1) ?? 1 });
  }
  const isAlike = found.every((one) => one.scale === found[0]?.scale);
  return isAlike ? found.flatMap((one) => one.readings) : [];
}

/** Every amount in a row; none when one of them cannot be read. */
function allRuns(tokens: readonly Token[]): Pick<Run, 'parts' | 'readings'>[] {
  const runs: Run[] = [];
  for (let rest = tokens; rest.length > 0;) {
    const start = rest.findIndex((token, at) => beginsAmount(token, rest[at - 1]));
    if (start === -1) break;
    const run = takeRun(rest.slice(start));
    if (!run) return [];
    runs.push(run);
    rest = run.tail;
  }
  return runs;
}

function beginsAmount(token: Token, before: Token | undefined): boolean {
  return (
    token.kind === 'literal' || (token.kind === 'word' && token.number !== undefined && (!before || isLink(before)))
  );
}

/** "5-7 triệu": the scale is said once for all. */
function withSharedScale(runs: readonly Pick<Run, 'parts' | 'readings'>[]): Pick<Run, 'parts' | 'readings'>[] {
  const last = runs.at(-1)?.parts.at(-1);
  if (last?.part !== 'scale') return [...runs];
  return runs.map((run) => {
    if (run.parts.some((one) => one.part === 'scale')) return run;
    const parts = [...run.parts, last];
    return { parts, readings: readAmount(parts) };
  });
}

/** "(5)" is how accountants write −5, and a number in brackets. */
function isBracketed(tokens: readonly Token[]): boolean {
  return tokens.length === 3 && tokens[0]?.text === '(' && tokens[1]?.kind === 'literal' && tokens[2]?.text === ')';
}

function ofBrackets(field: Field, readings: AmountReading[]): Understood {
  const judged = judge(field, [...negated(readings), ...readings], reason('brackets-negative'));
  return judged.outcome === 'ask' ? ask(judged.options, reason('brackets-negative')) : judged;
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
  const likely = suspectFraction(field, judged, tail.sign !== undefined);
  if (field.last !== undefined) return suspectScale(field, likely);
  return scales.length === 0 && !tail.ownUnit ? suspectUnit(field, likely, unit.scale) : likely;
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

/** Why a number cannot be taken although it was read: it was only named, is a change, or a word that may be another. */
function openReason(field: Field, front: Front, run: Run, tail: Tail): Reason | undefined {
  if (front.denied) return reason('number-denied');
  if (front.change && (field.type === 'int' || field.type === 'money')) return reason('number-of-change');
  return tail.measured ? undefined : run.uncertain;
}

/** Asked about, never taken. */
function leaveOpen(understood: Understood, because: Reason, denied: boolean): Understood {
  if (understood.outcome === 'ok' || understood.outcome === 'confirm') {
    return ask(denied ? [understood.value, 'no_data'] : [understood.value], because);
  }
  return understood.outcome === 'ask' ? ask(understood.options, because) : understood;
}
