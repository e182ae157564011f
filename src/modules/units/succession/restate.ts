import { type Aggregation, decimal, isNumeric, unitScale, type ValueType } from '../../../forms/index.js';
import type { Origin } from './origin.js';

const { Exact } = decimal;
type Exact = InstanceType<typeof Exact>;

/** What must be known of a row to restate its figures. */
export interface RestatableRow {
  code: string;
  aggregation: Aggregation;
  type: ValueType;
  decimals: number;
  unitCode: string;
}

/** One unit of before in a restated figure: `share` of its `value`; whole where there is no share. */
export interface RestatedPart {
  unit: string;
  /** Of the unit, where it is to be read by people. */
  name?: string;
  share?: string;
  value: string;
}

/** A figure made anew for a unit that did not stand then. */
export interface Restated {
  value: string;
  /** The sum, or the numerator of a ratio. */
  parts: RestatedPart[];
  /** The denominator of a ratio. */
  over?: RestatedPart[];
  from: string;
  decisions: string[];
}

/** Why a figure cannot be made anew, and because of whom. */
export interface NotRestated {
  why: 'not-additive' | 'share-unknown' | 'figure-missing';
  units: string[];
  names?: string[];
  from: string;
  decisions: string[];
}

/** Where figures and origins come from: `yearsBack` counts from the year that is restated. */
export interface RestateSources {
  origin(yearsBack: number): Origin | undefined;
  figure(unit: string, code: string, yearsBack: number): string | undefined;
  rowOf(code: string): RestatableRow | undefined;
}

/**
 * The figure of `row` for a unit made of others: a sum adds up with shares, exactly; a ratio is made of its restated parts
 * where both add up; nothing else is restated. Undefined where the unit stood already.
 */
export function restate(row: RestatableRow, sources: RestateSources): Restated | NotRestated | undefined {
  const origin = sources.origin(0);
  if (!origin) return undefined;
  const { from, decisions } = origin;
  const because = { from, decisions };
  if (row.aggregation.rule === 'sum' && isNumeric(row)) {
    const sum = sumOf(row.code, 0, sources);
    if ('why' in sum) return { ...sum, ...because };
    return { value: written(sum.total, undefined), parts: sum.parts, ...because };
  }
  if (row.aggregation.rule !== 'ratio' || !isNumeric(row)) return { why: 'not-additive', units: [], ...because };
  return ratioOf(row, row.aggregation, sources, because);
}

function ratioOf(
  row: RestatableRow,
  { numerator, denominator, previousYear }: Extract<Aggregation, { rule: 'ratio' }>,
  sources: RestateSources,
  because: Pick<Origin, 'from' | 'decisions'>,
): Restated | NotRestated {
  const [above, below] = [sources.rowOf(numerator), sources.rowOf(denominator)];
  const isAdditive = [above, below].every((part) => part?.aggregation.rule === 'sum' && isNumeric(part));
  if (!above || !below || !isAdditive) return { why: 'not-additive', units: [], ...because };
  const top = sumOf(numerator, 0, sources);
  if ('why' in top) return { ...top, ...because };
  const base = sumOf(denominator, previousYear ? 1 : 0, sources);
  if ('why' in base) return { ...base, ...because };
  if (base.total.isZero()) {
    return { why: 'figure-missing', units: base.parts.map((part) => part.unit), ...because };
  }
  const [over, under] = [top.total.times(unitScale(above.unitCode)), base.total.times(unitScale(below.unitCode))];
  const value = (previousYear ? over.minus(under) : over).div(unitScale(row.unitCode).times(under));
  return { value: written(value, row.decimals), parts: top.parts, over: base.parts, ...because };
}

function sumOf(
  code: string,
  yearsBack: number,
  { origin, figure }: RestateSources,
): { total: Exact; parts: RestatedPart[] } | { why: 'share-unknown' | 'figure-missing'; units: string[] } {
  const made = origin(yearsBack);
  // What did not stand in a year did not stand in the year before.
  if (!made) throw new Error(`no origin ${yearsBack} years back`);
  const { parts } = made;
  const unknown = parts.filter((part) => part.share === undefined).map((part) => part.unit);
  if (unknown.length > 0) return { why: 'share-unknown', units: unknown };
  const missing = parts.filter((part) => figure(part.unit, code, yearsBack) === undefined).map((part) => part.unit);
  if (missing.length > 0) return { why: 'figure-missing', units: missing };
  const counted = parts.map((part): RestatedPart & { share: string } => ({
    unit: part.unit,
    share: part.share!,
    value: figure(part.unit, code, yearsBack)!,
  }));
  const total = counted.reduce((sum, part) => sum.plus(new Exact(part.value).times(part.share)), new Exact(0));
  return {
    total,
    parts: counted.map(({ share, ...part }) => (new Exact(share).equals(1) ? part : { ...part, share })),
  };
}

/** Canonical; a result with more digits than a figure may have is rounded at the last that fits. */
function written(value: Exact, decimals: number | undefined): string {
  return decimal.fromExact(value, decimals) ?? decimal.fromExact(value, 12) ?? value.toFixed();
}
