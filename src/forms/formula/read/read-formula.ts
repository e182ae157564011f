import type { Formula } from '../formula.js';
import { Cursor, type RuleFault, RuleProblem } from './cursor.js';
import { readReference, type RuleReader } from './read-reference.js';

export type ReadRule<T> = { ok: true; rule: T } | { ok: false; code: RuleFault; at: string };

/** A formula as it is written by hand: what `formulaInWords` says of it, with or without the sign in front. */
export function readFormula(text: string, reader: RuleReader): ReadRule<Formula> {
  return readWhole(text, reader, (cursor) => {
    cursor.take('=');
    return formulaAt(cursor, reader);
  });
}

/** What the whole text means; a text of which something is left over means nothing. */
export function readWhole<T>(text: string, reader: RuleReader, read: (cursor: Cursor) => T | undefined): ReadRule<T> {
  const cursor = new Cursor(text, reader.locale);
  try {
    const rule = read(cursor);
    if (rule === undefined || !cursor.isAtEnd) throw cursor.unread();
    return { ok: true, rule };
  } catch (problem) {
    if (problem instanceof RuleProblem) return { ok: false, code: problem.code, at: problem.at };
    throw problem;
  }
}

/** Arithmetic as it was read, before it is known which operation of the closed set it is. */
type Node =
  | { kind: 'leaf'; formula: Formula }
  | { kind: 'sum'; parts: { sign: '+' | '-'; node: Node }[] }
  | { kind: 'product'; parts: { sign: '*' | '/'; node: Node }[] };

export function formulaAt(cursor: Cursor, reader: RuleReader): Formula | undefined {
  return cursor.attempt(() => {
    const node = sumAt(cursor, reader);
    return node && formulaOf(node);
  });
}

function sumAt(cursor: Cursor, reader: RuleReader): Node | undefined {
  const first = productAt(cursor, reader);
  if (!first) return undefined;
  const parts: { sign: '+' | '-'; node: Node }[] = [{ sign: '+', node: first }];
  for (;;) {
    const sign = cursor.take('+') ? '+' : ['−', '-', '–'].some((one) => cursor.take(one)) ? '-' : undefined;
    if (!sign) return parts.length === 1 ? first : { kind: 'sum', parts };
    const node = productAt(cursor, reader);
    if (!node) return undefined;
    parts.push({ sign, node });
  }
}

// As people write them by hand, too.
const TIMES = ['×', '*', 'x'];
const OVER = ['/', ':', '÷'];

function productAt(cursor: Cursor, reader: RuleReader): Node | undefined {
  const first = leafAt(cursor, reader);
  if (!first) return undefined;
  const parts: { sign: '*' | '/'; node: Node }[] = [{ sign: '*', node: first }];
  for (;;) {
    const sign = TIMES.some((one) => cursor.take(one)) ? '*' : OVER.some((one) => cursor.take(one)) ? '/' : undefined;
    if (!sign) return parts.length === 1 ? first : { kind: 'product', parts };
    const node = leafAt(cursor, reader);
    if (!node) return undefined;
    parts.push({ sign, node });
  }
}

function leafAt(cursor: Cursor, reader: RuleReader): Node | undefined {
  const inside = cursor.inside(() => sumAt(cursor, reader));
  if (inside) return inside;
  const number = cursor.number();
  if (number !== undefined) return { kind: 'leaf', formula: { op: 'number', value: number } };
  const reference = readReference(cursor, reader);
  return reference && { kind: 'leaf', formula: reference };
}

function formulaOf(node: Node): Formula | undefined {
  switch (node.kind) {
    case 'leaf':
      return node.formula;
    case 'sum':
      return sumOf(node.parts);
    case 'product':
      return productOf(node.parts);
  }
}

/** `a + b − c` is what is left of a sum; the first part has no sign of its own. */
function sumOf(parts: readonly { sign: '+' | '-'; node: Node }[]): Formula | undefined {
  let done: Formula[] = [];
  let op: 'sum' | 'difference' = 'sum';
  for (const { sign, node } of parts) {
    const formula = formulaOf(node);
    if (!formula) return undefined;
    const wanted = sign === '+' ? 'sum' : 'difference';
    if (done.length > 1 && wanted !== op) done = [{ op, of: done }];
    op = wanted;
    done.push(formula);
  }
  return { op, of: done };
}

function productOf(parts: readonly { sign: '*' | '/'; node: Node }[]): Formula | undefined {
  const [first, second, third] = parts;
  if (parts.length > 3 || !first || !second) return undefined;
  if (second.sign === '*') return third ? undefined : growthOf(first.node, second.node);
  if (!third) return meanOf(first.node, second.node) ?? ratioOf(first.node, second.node);
  const scale = third.sign === '*' ? numberOf(third.node) : undefined;
  return scale === '1' || scale === '100' || scale === '1000' ? ratioOf(first.node, second.node, scale) : undefined;
}

function ratioOf(above: Node, below: Node, scale?: '1' | '100' | '1000'): Formula | undefined {
  const [a, b] = [formulaOf(above), formulaOf(below)];
  return a && b && { op: 'ratio', a, b, ...(scale ? { scale } : {}) };
}

/** `(a / b − 1) × 100` */
function growthOf(inner: Node, scale: Node): Formula | undefined {
  if (inner.kind !== 'sum' || inner.parts.length !== 2 || numberOf(scale) !== '100') return undefined;
  const [quotient, one] = inner.parts as [(typeof inner.parts)[0], (typeof inner.parts)[0]];
  if (one.sign !== '-' || numberOf(one.node) !== '1' || quotient.node.kind !== 'product') return undefined;
  const [a, b, more] = quotient.node.parts;
  if (!a || b?.sign !== '/' || more) return undefined;
  const [above, below] = [formulaOf(a.node), formulaOf(b.node)];
  return above && below && { op: 'growth', a: above, b: below };
}

/** `(a × w + b × v) / (w + v)` */
function meanOf(above: Node, below: Node): Formula | undefined {
  const products = above.kind === 'sum' ? above.parts : [{ sign: '+' as const, node: above }];
  const of: { value: Formula; weight: Formula }[] = [];
  for (const { sign, node } of products) {
    if (sign !== '+' || node.kind !== 'product' || node.parts.length !== 2 || node.parts[1]!.sign !== '*')
      return undefined;
    const [value, weight] = node.parts.map((part) => formulaOf(part.node));
    if (!value || !weight) return undefined;
    of.push({ value, weight });
  }
  const weights = formulaOf(below);
  if (!weights) return undefined;
  const wanted = addends({ op: 'sum', of: of.map(({ weight }) => weight) });
  return JSON.stringify(addends(weights)) === JSON.stringify(wanted) ? { op: 'mean', of } : undefined;
}

/** The parts of a sum as they are written: one that begins with a sum reads like one longer sum. */
function addends(formula: Formula): Formula[] {
  const [first, ...rest] = formula.op === 'sum' ? formula.of : [];
  return first ? [...addends(first), ...rest] : [formula];
}

const numberOf = (node: Node): string | undefined =>
  node.kind === 'leaf' && node.formula.op === 'number' ? node.formula.value : undefined;
