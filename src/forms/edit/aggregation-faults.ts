import { isNumeric } from '../catalog/indicator.js';
import { referencesOf } from '../catalog/aggregation.js';
import type { FormDefinition, IndicatorForm, Row } from '../definition/definition.js';
import { type Fault, fault } from './fault.js';

/** An indicator of another form, as far as a weight or a ratio needs to know it. */
export type FigureElsewhere = Pick<Row, 'label' | 'type'>;

/**
 * What a weighted mean is weighed by and a ratio is made of must be figures: rows of this form or of others (`elsewhere`, by
 * key; where that is not known, what this form does not have is not judged), and never the row itself.
 */
export function aggregationFaults(
  { rows }: Pick<IndicatorForm, 'rows'>,
  elsewhere?: ReadonlyMap<string, FigureElsewhere>,
): Fault[] {
  const own = new Map(rows.map((row) => [row.key, row]));
  return rows.flatMap((row) => {
    const said = (code: string, part: string): Fault =>
      fault(code, { name: row.label.vi, part }, 'rows', row.key, 'aggregation');
    return referencesOf(row.aggregation).flatMap((key) => {
      if (key === row.key) return [said('aggregation-own', row.label.vi)];
      const named = own.get(key) ?? elsewhere?.get(key);
      if (!named) return elsewhere ? [said('aggregation-unknown', key)] : [];
      return isNumeric(named) ? [] : [said('aggregation-not-a-number', named.label.vi)];
    });
  });
}

/** The indicators of `forms` by key, as far as the form `key` stands among them. */
export function figuresElsewhere(forms: readonly FormDefinition[], key: string): Map<string, FigureElsewhere> {
  const others = forms.flatMap((form) => (form.kind === 'indicators' && form.key !== key ? form.rows : []));
  return new Map(others.map((row) => [row.key, row]));
}
