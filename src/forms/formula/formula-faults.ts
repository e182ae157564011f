import { isNumeric } from '../catalog/indicator.js';
import type { Check, FormDefinition, IndicatorForm, Measure } from '../definition/definition.js';
import { fillYears } from '../definition/years.js';
import type { ListName } from '../edit/edit.js';
import type { Fault } from '../edit/fault.js';
import { circleOfComputed, circleOfWaiting } from './circles.js';
import { evaluate } from './evaluate.js';
import type { Condition, Formula, Reference } from './formula.js';
import { canBe, isNumber, namedBy, type NamedParts, namedParts, unknownPart } from './named.js';
import { faultAt, type Place, placesOf } from './places.js';
import { childrenOf, divisorOf, partsOf, referencesIn, type Size, sizeOf, sizeOfCondition } from './references.js';

const MOST_DEPTH = 8;
const MOST_NODES = 200;

/** Everything wrong with the formulas, conditions and checks of a form: what they name, how they nest, and circles. */
export function formulaFaults(definition: FormDefinition): Fault[] {
  const parts = namedParts(definition);
  return once([
    ...placesOf(definition, parts).flatMap((placed) =>
      'formula' in placed
        ? faultsOfFormula(placed.formula, placed.place, parts)
        : faultsOfCondition(placed.condition, placed.place, parts),
    ),
    ...(definition.checks ?? []).flatMap((check) => pointingFaults(check, definition, parts)),
    ...(definition.kind === 'indicators' ? rowFaults(definition) : []),
    ...circleFaults(definition, parts),
  ]);
}

function faultsOfFormula(formula: Formula, place: Place, parts: NamedParts): Fault[] {
  if (isTooLarge(sizeOf(formula))) return [faultAt(place, 'formula-too-large')];
  return faultsInside(formula, place, parts);
}

function faultsInside(formula: Formula, place: Place, parts: NamedParts): Fault[] {
  const faults = referencesIn(formula).flatMap((reference) => {
    const named = namedBy(reference, parts, place.own);
    const wrong = referenceFaults(reference, place, parts);
    if (wrong.length > 0 || !named || isNumber(named)) return wrong;
    return [faultAt(place, 'not-a-number', { part: named.label.vi })];
  });
  return dividesByZero(formula) ? [...faults, faultAt(place, 'divides-by-zero')] : faults;
}

function faultsOfCondition(condition: Condition, place: Place, parts: NamedParts): Fault[] {
  if (isTooLarge(sizeOfCondition(condition))) return [faultAt(place, 'formula-too-large')];
  const { formulas, answers } = partsOf(condition);
  return [
    ...formulas.flatMap((formula) => faultsInside(formula, place, parts)),
    ...answers.flatMap(({ of, value }) => {
      const named = namedBy(of, parts, place.own);
      const wrong = referenceFaults(of, place, parts);
      if (wrong.length > 0 || !named || value === undefined || canBe(named, value)) return wrong;
      const given = { part: named.label.vi, value: String(value) };
      if (named.type === 'choice') return [faultAt(place, 'unknown-choice', { choice: given.value })];
      return [faultAt(place, 'wrong-value', given)];
    }),
  ];
}

function referenceFaults(reference: Reference, place: Place, parts: NamedParts): Fault[] {
  const unknown = unknownPart(reference, parts);
  if (unknown !== undefined) return [faultAt(place, 'formula-unknown', { part: unknown })];
  const named = namedBy(reference, parts, place.own);
  // Units are shown a form without its hidden rows, and what is not there is not worked out.
  const isLost = named?.hidden && named.computed !== undefined;
  return isLost ? [faultAt(place, 'formula-hidden', { part: named.label.vi })] : [];
}

const isTooLarge = ({ nodes, depth }: Size): boolean => nodes > MOST_NODES || depth > MOST_DEPTH;

/** Whether a divisor is zero whatever is answered. */
function dividesByZero(formula: Formula): boolean {
  const divisor = divisorOf(formula);
  return (divisor && evaluate(divisor, () => undefined) === '0') || childrenOf(formula).some(dividesByZero);
}

/** What a check points at must be there. */
function pointingFaults(check: Check, definition: FormDefinition, parts: NamedParts): Fault[] {
  const isTable = definition.kind === 'indicators';
  const place = { list: 'checks' as const, key: check.key, name: check.message.vi };
  const unknown = (field: string, part: string): Fault => faultAt({ ...place, field }, 'formula-unknown', { part });
  return [
    ...(isTable && check.row !== undefined && !parts.rows.has(check.row) ? [unknown('row', check.row)] : []),
    ...(isTable ? (check.measures ?? []) : [])
      .filter((key) => !parts.measures.has(key))
      .map((key) => unknown('measures', key)),
    ...(!isTable && check.column !== undefined && !parts.columns.has(check.column)
      ? [unknown('column', check.column)]
      : []),
  ];
}

function rowFaults(form: IndicatorForm): Fault[] {
  return form.rows.flatMap((row) => {
    const place = { list: 'rows' as const, key: row.key, name: row.label.vi };
    const isMisplaced = row.jump !== undefined && (!isNumeric(row) || row.jump.startsWith('-'));
    return [
      ...(row.computed && !isNumeric(row) ? [faultAt({ ...place, field: 'computed' }, 'computed-type')] : []),
      ...(isMisplaced ? [faultAt({ ...place, field: 'jump' }, 'jump-misplaced')] : []),
    ];
  });
}

function circleFaults(definition: FormDefinition, parts: NamedParts): Fault[] {
  const computed = circleOfComputed(definition);
  const circle = computed ?? circleOfWaiting(definition);
  if (!circle) return [];
  const { list, key, labels } =
    definition.kind === 'indicators' ? cellsOfCircle(circle, definition) : linesOfCircle(circle, definition, parts);
  const place = { list, key, name: labels[0]!, field: computed ? 'computed' : 'visibleWhen' } as const;
  return [faultAt(place, computed ? 'circle' : 'circle-waiting', { circle: labels.join(' → ') })];
}

interface Circle {
  list: ListName;
  key: string;
  labels: string[];
}

function linesOfCircle(keys: readonly string[], { kind }: FormDefinition, { columns }: NamedParts): Circle {
  const list = kind === 'records' ? 'columns' : kind === 'short' ? 'questions' : 'sections';
  return { list, key: keys[0]!, labels: keys.map((key) => columns.get(key)?.label.vi ?? key) };
}

/** Cells are called by what tells them apart: their rows where they stand in one column, their columns in one row. */
function cellsOfCircle(keys: readonly string[], form: IndicatorForm): Circle {
  const rows = new Map(form.rows.map((row) => [row.key, row]));
  const measures = new Map(form.measures.map((measure) => [measure.key, measure]));
  const cells = keys.map((key) => {
    const [row = '', measure = ''] = key.split(' ');
    return {
      row,
      measure,
      rowName: rows.get(row)?.label.vi ?? row,
      column: measures.get(measure)?.label.vi ?? measure,
    };
  });
  const isOneRow = cells.every(({ row }) => row === cells[0]!.row);
  const isOneColumn = cells.every(({ measure }) => measure === cells[0]!.measure);
  // What stands in its way in a single cell is said by the column where that has the rule, else by the row.
  const byColumn = isOneRow && (!isOneColumn || hasRule(measures.get(cells[0]!.measure)));
  const name = ({ rowName, column }: (typeof cells)[number]): string => {
    if (byColumn) return fillYears(column);
    return isOneColumn ? rowName : `${rowName} (${fillYears(column)})`;
  };
  const [first] = cells;
  const labels = cells.map(name);
  return byColumn ? { list: 'measures', key: first!.measure, labels } : { list: 'rows', key: first!.row, labels };
}

const hasRule = (measure: Measure | undefined): boolean =>
  measure?.computed !== undefined || measure?.visibleWhen !== undefined;

/** A formula may name the same wrong thing many times; it is said once. */
function once(faults: readonly Fault[]): Fault[] {
  return [...new Map(faults.map((one) => [JSON.stringify(one), one])).values()];
}
