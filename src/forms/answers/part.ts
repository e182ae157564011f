import type { FormDefinition, IndicatorForm, OutlineForm, RecordForm } from '../definition/definition.js';
import type { Answers, Cells, RecordRow } from './cell.js';

/** The answers of one form: cells of its rows, its record rows, or its section texts. */
export type PartOf<D extends FormDefinition> = D extends IndicatorForm
  ? Cells
  : D extends RecordForm
    ? RecordRow[]
    : D extends OutlineForm
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
  if (definition.kind === 'outline') return answers.sections[definition.key] ?? {};
  return pick(answers.cells, rowKeys(definition), measureKeys(definition));
}

/** Cells that no form of the report asks for; a caller refuses them rather than lose them. */
export function strayCells(definitions: FormDefinition[], cells: Cells): { row: string; measure: string }[] {
  const known = new Set<string>();
  for (const definition of definitions) {
    if (definition.kind !== 'indicators') continue;
    for (const row of definition.rows) {
      for (const measure of definition.measures) known.add(JSON.stringify([row.key, measure.key]));
    }
  }
  return Object.entries(cells).flatMap(([row, ofRow]) =>
    Object.keys(ofRow)
      .filter((measure) => !known.has(JSON.stringify([row, measure])))
      .map((measure) => ({ row, measure })),
  );
}

function pick(cells: Cells, rows: Set<string>, measures: Set<string>): Cells {
  const picked = Object.entries(cells)
    .filter(([row]) => rows.has(row))
    .map(
      ([row, ofRow]) => [row, Object.fromEntries(Object.entries(ofRow).filter(([key]) => measures.has(key)))] as const,
    )
    .filter(([, ofRow]) => Object.keys(ofRow).length > 0);
  return Object.fromEntries(picked);
}

function rowKeys(form: IndicatorForm): Set<string> {
  return new Set(form.rows.map((row) => row.key));
}

function measureKeys(form: IndicatorForm): Set<string> {
  return new Set(form.measures.map((measure) => measure.key));
}
