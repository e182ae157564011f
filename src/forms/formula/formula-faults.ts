import { isNumeric } from '../answers/compute.js';
import type { Check, FormDefinition, IndicatorForm } from '../definition/definition.js';
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
  const labels = circle.map((key) => (parts.rows.get(key) ?? parts.columns.get(key))?.label.vi ?? key);
  const list = definition.kind === 'indicators' ? 'rows' : definition.kind === 'records' ? 'columns' : 'questions';
  const place = { list, key: circle[0]!, name: labels[0]!, field: computed ? 'computed' : 'visibleWhen' } as const;
  return [faultAt(place, computed ? 'circle' : 'circle-waiting', { circle: labels.join(' → ') })];
}

/** A formula may name the same wrong thing many times; it is said once. */
function once(faults: readonly Fault[]): Fault[] {
  return [...new Map(faults.map((one) => [JSON.stringify(one), one])).values()];
}
