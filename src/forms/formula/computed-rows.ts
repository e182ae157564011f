import type { Cells } from '../answers/cell.js';
import type { IndicatorForm, Row } from '../definition/definition.js';
import { evaluate, type Lookup } from './evaluate.js';
import { cellLookup } from './lookups.js';

/**
 * The values of computed rows in every measure that is not itself computed, rounded half up to the row's decimals. A row may
 * need other computed rows; rows that need each other in a circle have no value. Cells without a result are absent.
 */
export function computedRows(form: IndicatorForm, cells: Cells): Cells {
  const rows = new Map(form.rows.filter((row) => row.computed).map((row) => [row.key, row]));
  const result: Cells = {};
  if (rows.size === 0) return result;
  for (const { key: measure } of form.measures.filter((one) => !one.computed)) {
    const known = new Map<string, string | undefined>();
    const valueOf = (row: Row): string | undefined => {
      if (known.has(row.key)) return known.get(row.key);
      // Set before it is known: whoever comes back here goes in a circle.
      known.set(row.key, undefined);
      const given = cellLookup(cells, row.key, measure);
      const lookup: Lookup = (reference) => {
        const other = reference.op === 'cell' ? rows.get(reference.row ?? row.key) : undefined;
        // Other measures of computed rows are not worked out for each other: a formula stays within its column.
        if (!other || (reference.op === 'cell' && (reference.measure ?? measure) !== measure)) return given(reference);
        return valueOf(other);
      };
      const value = evaluate(row.computed!, lookup, row.decimals);
      known.set(row.key, value);
      return value;
    };
    for (const row of rows.values()) {
      const value = valueOf(row);
      if (value !== undefined) (result[row.key] ??= {})[measure] = { state: 'value', value };
    }
  }
  return result;
}
