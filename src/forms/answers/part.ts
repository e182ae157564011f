import type { FormDefinition, IndicatorForm, OutlineForm, RecordForm, ShortForm } from '../definition/definition.js';
import type { Answers, Cells, RecordRow } from './cell.js';

/** The answers of one form: cells of its rows, its record rows, or its section texts. */
export type PartOf<D extends FormDefinition> = D extends IndicatorForm
  ? Cells
  : D extends RecordForm
    ? RecordRow[]
    : D extends OutlineForm | ShortForm
      ? Record<string, string>
      : never;

export type AnswersPart = Cells | RecordRow[] | Record<string, string>;

/**
 * What a report's answers hold for one form. Indicator forms of a report share their cells, so only the rows and
 * measures of this form are taken.
 */
export function partOf<D extends FormDefinition>(definition: D, answers: Answers): PartOf<D>;
export function partOf(definition: FormDefinition, answers: Answers): AnswersPart {
  if (definition.kind === 'records') return answers.records[definition.key] ?? [];
  if (definition.kind === 'outline' || definition.kind === 'short') return answers.sections[definition.key] ?? {};
  return pick(answers.cells, keysOf(definition));
}

/** Cells that no form of the report asks for; a caller refuses them rather than lose them. */
export function strayCells(definitions: FormDefinition[], cells: Cells): { row: string; measure: string }[] {
  const asking = definitions.filter((definition) => definition.kind === 'indicators').map(keysOf);
  return Object.entries(cells).flatMap(([row, ofRow]) => {
    const forms = asking.filter((form) => form.rows.has(row));
    return Object.keys(ofRow)
      .filter((measure) => !forms.some((form) => form.measures.has(measure)))
      .map((measure) => ({ row, measure }));
  });
}

function pick(cells: Cells, asked: FormKeys): Cells {
  const picked = Object.entries(cells)
    .filter(([row]) => asked.rows.has(row))
    .map(
      ([row, ofRow]) =>
        [row, Object.fromEntries(Object.entries(ofRow).filter(([key]) => asked.measures.has(key)))] as const,
    )
    .filter(([, ofRow]) => Object.keys(ofRow).length > 0);
  return Object.fromEntries(picked);
}

interface FormKeys {
  rows: ReadonlySet<string>;
  measures: ReadonlySet<string>;
}

// A definition never changes, and every change of a report asks for its keys.
const kept = new WeakMap<IndicatorForm, FormKeys>();

function keysOf(form: IndicatorForm): FormKeys {
  const found = kept.get(form);
  if (found) return found;
  const keys = {
    rows: new Set(form.rows.map((row) => row.key)),
    measures: new Set(form.measures.map((measure) => measure.key)),
  };
  kept.set(form, keys);
  return keys;
}
