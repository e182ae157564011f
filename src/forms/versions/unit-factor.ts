import { Exact, fromExact } from '../answers/decimal.js';
import { unitOfMeasure } from '../understand/unit-of-measure.js';

/** Units that measure the same thing, each as so many of the smallest. */
const SIZES: Readonly<Record<string, readonly [what: string, size: number]>> = {
  kg: ['mass', 1],
  quintal: ['mass', 100],
  tonne: ['mass', 1000],
  m: ['length', 1],
  km: ['length', 1000],
  m2: ['area', 1],
  ha: ['area', 10_000],
  km2: ['area', 1_000_000],
  permille: ['part', 1],
  percent: ['part', 10],
};

/**
 * The canonical decimal that turns a figure in the unit `from` into one in the unit `to` (both unit codes); undefined where
 * they measure different things, or it is not known what they measure.
 */
export function unitFactor(from: string, to: string): string | undefined {
  if (from.split('/')[1] !== to.split('/')[1]) return undefined;
  const [was, is] = [sized(from), sized(to)];
  if (was.what !== is.what) return undefined;
  const quotient = was.size.div(is.size);
  const factor = fromExact(quotient);
  return factor !== undefined && is.size.times(factor).eq(was.size) ? factor : undefined;
}

function sized(code: string): { what: string; size: InstanceType<typeof Exact> } {
  const { scale, base = '' } = unitOfMeasure(code, undefined);
  const [what, size] = SIZES[base] ?? [base, 1];
  return { what, size: new Exact(scale).times(size) };
}
