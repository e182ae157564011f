import type { Standing } from '../answers/cell.js';
import type { ValueType } from '../catalog/indicator.js';
import type { Choice, FormDefinition, Help, LocalText } from '../definition/definition.js';

/** One question of a dialog: one row in one measure. */
export interface ChatStep {
  rowKey: string;
  measureKey: string;
  /** The indicator, and the breakdown part where the row is one. */
  label: LocalText;
  /** The column; may hold `{N}` (see `fillYears`). */
  measureLabel: LocalText;
  unit: { code: string; vi: string };
  type: ValueType;
  /** Inclusive, canonical decimals. */
  bounds: { min?: string; max?: string };
  decimals: number;
  choices?: Choice[];
  required: boolean;
  /** The standing an answer has unless said otherwise. */
  standing?: Standing;
  help: Help;
}

/**
 * The questions a dialog asks for a form, row by row and within a row by the measures marked `asked`. Record and outline
 * forms have none: tables and long texts are not for a chat.
 */
export function chatSteps(definition: FormDefinition): ChatStep[] {
  if (definition.kind !== 'indicators') return [];
  const measures = definition.measures.filter((measure) => measure.asked && !measure.computed);
  // Breakdown rows are no indicators of their own: they are for the page and the workbook.
  const rows = definition.rows.filter((row) => row.part === undefined);
  return rows.flatMap((row) =>
    measures.map((measure) => ({
      rowKey: row.key,
      measureKey: measure.key,
      label: row.label,
      measureLabel: measure.label,
      unit: row.unit,
      type: row.type,
      bounds: { min: row.min, max: row.max },
      decimals: row.type === 'integer' ? 0 : row.decimals,
      choices: row.choices,
      required: row.required && measure.required,
      standing: measure.standing,
      help: row.help,
    })),
  );
}
