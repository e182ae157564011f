import type { IndicatorForm, LocalText, Measure } from '../../../forms/index.js';
import type { ChildFacts, Consolidation } from '../../rollups/index.js';
import type { Locale, Params } from '../../shared/index.js';
import type { Past } from '../../units/index.js';

/** All that a consolidated workbook shows; texts are in the reader's language. */
export interface ConsolidatedInput {
  /** Such as the name of the form with the years. */
  title: string;
  /** The unit above. */
  unitName: string;
  planYear: number;
  reportYear: number;
  /** The form of the unit above; its rows are the rows of the workbook. */
  form: IndicatorForm;
  /** Columns of the summary, in order; those that are asked (else all that are entered) are also shown unit by unit. */
  measures: readonly Measure[];
  /** row key → measure key → total, as `consolidate` gives it. */
  totals: Consolidation;
  /** The units below with their own answers. */
  children: readonly ChildFacts[];
  /** Past figures made of units of before, and those that cannot be; none where the units stood. */
  restated?: Past;
  /** The form that they answered: decimals and the words for yes and no are theirs. */
  childForm: IndicatorForm;
  /** Name of an indicator or base, for the rules that weigh or divide; the code is shown where it has none. */
  nameOf(code: string): LocalText | undefined;
  /** When the workbook was made, in words. */
  generatedAt: string;
  /** What the figures are (estimate, preliminary, official), in words. */
  standing: string;
  locale: Locale;
  /** Texts of the reader's language, keys `exchange.…`. */
  t(key: string, params?: Params): string;
}
