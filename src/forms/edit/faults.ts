import { isNumeric } from '../catalog/indicator.js';
import type { FormDefinition, IndicatorForm, RecordForm } from '../definition/definition.js';
import { formulaFaults } from '../formula/formula-faults.js';
import { aggregationFaults, type FigureElsewhere } from './aggregation-faults.js';
import type { ListName } from './edit.js';
import { factFaults } from './fact-faults.js';
import { type Fault, fault } from './fault.js';
import { listsOf, membersOf } from './lists.js';
import { MOST_MEMBERS } from './shape.js';
import { valueFaults } from './value-faults.js';

/** What a form stands among. What is not given is not looked at. */
export interface Surroundings {
  /** The words that a row may apply to; a row of any other would be asked of nobody. */
  appliesTo?: ReadonlySet<string>;
  /** The indicators of the other forms by key: weights and ratios may name them. */
  figures?: ReadonlyMap<string, FigureElsewhere>;
}

/** Everything that keeps a well-shaped definition from being published; empty where nothing does. */
export function faultsOf(definition: FormDefinition, { appliesTo, figures }: Surroundings = {}): Fault[] {
  return [
    ...(definition.title.vi === '' ? [fault('title-empty')] : []),
    ...listsOf(definition).flatMap((list) => listFaults(definition, list)),
    ...kindFaults(definition),
    ...(appliesTo && definition.kind === 'indicators' ? audienceFaults(definition, appliesTo) : []),
    ...(definition.kind === 'indicators' ? aggregationFaults(definition, figures) : []),
    ...formulaFaults(definition),
  ];
}

/** Keys that stand twice, names that are empty, lists that are too long. */
function listFaults(definition: FormDefinition, list: ListName): Fault[] {
  const members = membersOf(definition, list) ?? [];
  const faults: Fault[] = [];
  if (members.length > MOST_MEMBERS) faults.push(fault('too-many', { most: String(MOST_MEMBERS) }, list));
  const seen = new Set<string>();
  for (const { key, ...member } of members) {
    if (seen.has(key)) faults.push(fault('key-twice', { key }, list, key, 'key'));
    seen.add(key);
    const field = ['label', 'title', 'message'].find((name) => name in member);
    const name = field && (member as Record<string, unknown>)[field];
    if (field && isEmptyText(name)) faults.push(fault('name-empty', { key }, list, key, field));
  }
  return faults;
}

const isEmptyText = (text: unknown): boolean =>
  typeof text === 'object' && text !== null && (text as { vi?: string }).vi === '';

function kindFaults(definition: FormDefinition): Fault[] {
  switch (definition.kind) {
    case 'indicators':
      return indicatorFaults(definition);
    case 'records':
      return recordFaults(definition);
    case 'short':
      return [
        ...(definition.questions.length === 0 ? [fault('empty-form')] : []),
        ...definition.questions.flatMap((question) => valueFaults('questions', question)),
        ...factFaults(definition),
      ];
    case 'outline':
      return definition.sections.length === 0 ? [fault('empty-form')] : [];
  }
}

function indicatorFaults(form: IndicatorForm): Fault[] {
  const groups = new Set(form.groups.map((group) => group.key));
  const faults: Fault[] = [];
  if (form.rows.length === 0) faults.push(fault('empty-form'));
  else if (form.measures.every((measure) => measure.computed)) faults.push(fault('nothing-asked'));
  for (const row of form.rows) {
    const at = { name: row.label.vi };
    if (!groups.has(row.group))
      faults.push(fault('unknown-group', { ...at, group: row.group }, 'rows', row.key, 'group'));
    if (row.computed && row.required) faults.push(fault('computed-required', at, 'rows', row.key, 'required'));
    faults.push(...valueFaults('rows', row));
  }
  for (const { key, label, computed, required, asked } of form.measures) {
    const at = { name: label.vi };
    if (!computed) continue;
    if (required || asked) faults.push(fault('computed-required', at, 'measures', key, 'required'));
  }
  return faults;
}

function audienceFaults({ rows }: IndicatorForm, known: ReadonlySet<string>): Fault[] {
  return rows
    .filter((row) => !known.has(row.appliesTo))
    .map(({ key, label, appliesTo }) =>
      fault('applies-to', { name: label.vi, text: appliesTo }, 'rows', key, 'appliesTo'),
    );
}

function recordFaults(form: RecordForm): Fault[] {
  const faults = form.columns.flatMap((column) => valueFaults('columns', column));
  if (form.columns.length === 0) faults.push(fault('empty-form'));
  for (const { key, label, type, computed } of form.columns) {
    if (!computed) continue;
    const at = { name: label.vi };
    if (!isNumeric({ type })) faults.push(fault('computed-type', at, 'columns', key, 'computed'));
  }
  return faults;
}
