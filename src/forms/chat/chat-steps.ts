import type { Cells, RecordRow, Standing } from '../answers/cell.js';
import { withComputed } from '../answers/compute.js';
import type { ValueType } from '../catalog/indicator.js';
import type {
  Choice,
  FormDefinition,
  Help,
  LocalText,
  Measure,
  Question,
  Row,
  ShortForm,
} from '../definition/definition.js';
import { cellLookup, lineLookup } from '../formula/lookups.js';
import { hasWaiting, isCellShown, isShown } from '../formula/shown.js';

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
  /** Whether the answer's standing is asked for after its value. */
  standingAsked?: boolean;
  /** The question in the admin's words, in place of the label; may hold `{N}`. */
  ask?: LocalText;
}

/**
 * The questions a dialog asks for a form, row by row and within a row by the measures marked `asked`; of a short form its
 * questions, without a measure. Record and outline forms have none: tables and long texts are not for a chat.
 * With `cells` (of a short form: `line`, its answers) what waits for a condition is left out until it holds.
 */
export function chatSteps(definition: FormDefinition, cells?: Cells, line?: RecordRow): ChatStep[] {
  if (definition.kind === 'short') return questionsFor(definition, line).map(stepOfQuestion);
  if (definition.kind !== 'indicators') return [];
  const measures = definition.measures.filter((measure) => measure.asked && !measure.computed);
  // Breakdown rows are no indicators of their own: they are for the page and the workbook.
  const rows = definition.rows.filter(
    (row) => row.part === undefined && row.asked !== false && !row.computed && !row.hidden,
  );
  const seen = cells && hasWaiting({ rows, measures }) ? withComputed(definition, cells) : cells;
  const isAsked = (row: Row, measure: Measure): boolean =>
    !seen || isCellShown(row, measure, cellLookup(seen, row.key, measure.key));
  return rows.flatMap((row) =>
    measures
      .filter((measure) => isAsked(row, measure))
      .map((measure) => ({
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
        ...(measure.standingAsked ? { standingAsked: true } : {}),
        ...(row.ask ? { ask: row.ask } : {}),
      })),
  );
}

function questionsFor(form: ShortForm, line: RecordRow | undefined): Question[] {
  return form.questions.filter((one) => (line ? isShown(one, lineLookup(line)) : !one.hidden));
}

function stepOfQuestion(question: Question): ChatStep {
  return {
    rowKey: question.key,
    measureKey: '',
    label: question.label,
    measureLabel: { vi: '' },
    unit: { code: question.unitCode ?? '', vi: question.type === 'percent' ? '%' : '' },
    type: question.type,
    bounds: { min: question.min, max: question.max },
    decimals: question.type === 'integer' ? 0 : (question.decimals ?? 6),
    choices: question.choices,
    required: question.required,
    help: question.help ?? {},
    ...(question.ask ? { ask: question.ask } : {}),
  };
}
