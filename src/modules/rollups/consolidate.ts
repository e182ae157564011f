import {
  type Cells,
  computeCells,
  type FormDefinition,
  formulaOf,
  type IndicatorForm,
  type Measure,
  referencesIn,
  type Row,
} from '../../forms/index.js';
import { inUnitsAbove } from './in-units-above.js';
import { type ChildFacts, noRollUp, type RolledCell, rollUp } from './roll-up.js';

/** row key → measure key → total. */
export type Consolidation = Record<string, Record<string, RolledCell>>;

/** What is known of the level below. */
export interface Below {
  /** The form that the units below answer. */
  form: IndicatorForm;
  /** The unit code of any indicator or base; see `unitsOf`. */
  unitOf(code: string): string | undefined;
}

/**
 * The form of the unit above filled from the units below, in the given measures: each row by its rule. A row that the units
 * below are not asked stays without a value; a computed measure compares two totals only where the same units are in both,
 * and so does one that is worked out of more.
 */
export function consolidate(
  definition: IndicatorForm,
  measures: readonly Measure[],
  children: readonly ChildFacts[],
  below: Below,
): Consolidation {
  const context = { measures: definition.measures, unitOf: (code: string) => below.unitOf(code) };
  const facts = inUnitsAbove(children, below.form, definition);
  const asked = new Set(below.form.rows.map((row) => row.key));
  const entered = definition.measures.filter((measure) => !measure.computed);
  const totals: Consolidation = Object.fromEntries(
    definition.rows.map((row) => [
      row.key,
      Object.fromEntries(
        entered.map((measure) => [
          measure.key,
          asked.has(row.key) ? rollUp(row, measure, facts, context) : noRollUp('not-reported-below'),
        ]),
      ),
    ]),
  );
  const computed = computeCells(definition, cellsOf(totals));
  for (const row of definition.rows.filter((one) => one.computed)) {
    for (const measure of entered) totals[row.key]![measure.key] = workedOut(row, measure, totals, computed);
  }
  return Object.fromEntries(
    Object.entries(totals).map(([row, byMeasure]) => [
      row,
      Object.fromEntries(
        measures.flatMap((measure) => {
          const value = computed[row]?.[measure.key];
          const total = measure.computed
            ? madeOf(
                totalsUnder(definition, totals, row, measure),
                value?.state === 'value' ? String(value.value) : undefined,
              )
            : byMeasure[measure.key];
          return total ? [[measure.key, total]] : [];
        }),
      ),
    ]),
  );
}

/** The unit codes of all indicators and bases that stand in `forms`. */
export function unitsOf(forms: readonly FormDefinition[]): (code: string) => string | undefined {
  const units = new Map(
    forms.flatMap((form) => (form.kind === 'indicators' ? form.rows.map((row) => [row.key, row.unit.code]) : [])),
  );
  return (code) => units.get(code);
}

/** A row that is worked out is no sum of what was worked out below: it is made of the totals that its formula names. */
function workedOut(row: Row, measure: Measure, totals: Consolidation, computed: Cells): RolledCell {
  const parts = referencesIn(row.computed!).flatMap((one) => {
    const part = one.op === 'cell' ? totals[one.row ?? row.key]?.[one.measure ?? measure.key] : undefined;
    return part && part !== totals[row.key]?.[measure.key] ? [part] : [];
  });
  // As complete as the least complete of its parts.
  const weakest = parts.reduce<RolledCell | undefined>(
    (least, one) => (least && least.used <= one.used ? least : one),
    undefined,
  );
  const cell = computed[row.key]?.[measure.key];
  const { used, of, missing, notApplicable } = weakest ?? noRollUp('not-comparable');
  const counts = { used, of, missing, notApplicable };
  if (cell?.state === 'value') return { ...counts, value: String(cell.value) };
  return { ...counts, reason: parts.find((part) => part.reason)?.reason ?? 'not-comparable' };
}

/** The totals that a computed measure is made of in a row, also those that its computed parts are made of. */
function totalsUnder(
  definition: IndicatorForm,
  totals: Consolidation,
  row: string,
  measure: Measure,
  way: readonly string[] = [],
): (RolledCell | undefined)[] {
  const formula = formulaOf(measure);
  const key = `${row} ${measure.key}`;
  if (!formula || way.includes(key)) return [totals[row]?.[measure.key]];
  return referencesIn(formula).flatMap((one) => {
    if (one.op !== 'cell') return [];
    const named = definition.measures.find(({ key: other }) => other === (one.measure ?? measure.key));
    return named ? totalsUnder(definition, totals, one.row ?? row, named, [...way, key]) : [undefined];
  });
}

/** What is worked out of totals, as complete as the first of them: all must be there, and of the same units. */
function madeOf(parts: readonly (RolledCell | undefined)[], value: string | undefined): RolledCell {
  const [first, ...others] = parts;
  if (!first || others.includes(undefined)) return noRollUp('not-comparable');
  const rest = others as RolledCell[];
  const { used, of, missing, notApplicable } = first;
  const cell = { used, of, missing, notApplicable };
  const empty = [first, ...rest].filter((one) => one.value === undefined);
  if (empty.length > 0) return { ...cell, reason: empty.find(({ reason }) => reason)?.reason };
  if (rest.some((one) => unitsIn(one) !== unitsIn(first))) return { ...cell, reason: 'different-units' };
  return value === undefined ? { ...cell, reason: 'not-comparable' } : { ...cell, value };
}

/** Two totals of the same children are made of the same units where the same are missing and as many do not apply. */
function unitsIn({ missing, notApplicable }: RolledCell): string {
  return [notApplicable, ...missing.map((one) => one.unit)].join(' ');
}

function cellsOf(totals: Consolidation): Cells {
  const cells: Cells = {};
  for (const [row, byMeasure] of Object.entries(totals)) {
    for (const [measure, { value }] of Object.entries(byMeasure)) {
      if (value !== undefined) (cells[row] ??= {})[measure] = { state: 'value', value };
    }
  }
  return cells;
}
