import { type Cell, decimal, type IndicatorForm, unitFactor } from '../../forms/index.js';
import type { ChildFacts } from './roll-up.js';

/**
 * The facts of the units below with their answers in the units of measure of the form above: what communes count in millions
 * a district may count in billions. What cannot be turned into the other unit stays as it is. Figures on record are left alone.
 */
export function inUnitsAbove(
  children: readonly ChildFacts[],
  below: IndicatorForm,
  above: IndicatorForm,
): ChildFacts[] {
  const wanted = new Map(above.rows.map((row) => [row.key, row.unit.code]));
  const factors = new Map(
    below.rows.flatMap((row) => {
      const to = wanted.get(row.key);
      const factor = to === undefined || to === row.unit.code ? undefined : unitFactor(row.unit.code, to);
      return factor === undefined || factor === '1' ? [] : [[row.key, factor] as const];
    }),
  );
  if (factors.size === 0) return [...children];
  return children.map((child) => ({
    ...child,
    value: (code, measure) => {
      const factor = factors.get(code);
      const cell = child.value(code, measure);
      return factor === undefined ? cell : times(cell, factor);
    },
  }));
}

function times(cell: Cell | undefined, factor: string): Cell | undefined {
  if (cell?.state !== 'value' || typeof cell.value !== 'string' || !decimal.isCanonical(cell.value)) return cell;
  const value = decimal.fromExact(new decimal.Exact(cell.value).times(factor));
  return value === undefined ? cell : { ...cell, value };
}
