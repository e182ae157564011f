import { type Cell, type ChatStep, fieldOf, type Measure, reasonParams, type Row, understand } from './engine';

/** What was typed into a cell: an answer to write down, answers to choose from, or a sentence that says what is wrong. */
export type Typed = { cell: Cell | null } | { options: string[]; because?: string } | { wrong: string };

/** Gives the sentence of a message key of the form engine. */
export type Sentence = (key: string, params: Record<string, string>) => string;

/** Reads what was typed as the bot would read it. */
export function readTyped(
  text: string,
  at: { row: Row; measure: Measure; last?: string; today: string; locale: 'vi' | 'en'; before?: Cell },
  say: Sentence,
): Typed {
  const { row, locale } = at;
  const typed = text.normalize('NFC').trim();
  if (typed === '') return { cell: null };
  if (row.type === 'text') return { cell: kept({ state: 'value', value: typed }, at.before) };
  const read = understand({ ...fieldOf(stepOf(at)), last: at.last }, typed, { today: at.today });
  const because = (why: { code: string; params?: Record<string, string> } | undefined) =>
    why && say(`understand.${why.code}`, reasonParams(why, locale));
  switch (read.outcome) {
    case 'ok':
      return { cell: kept({ state: 'value', value: read.value }, at.before) };
    case 'confirm':
      return { options: [String(read.value)], because: because(read.because) };
    case 'ask': {
      const options = read.options.map(String).filter((option) => option !== 'no_data' && option !== 'not_applicable');
      return options.length > 0 ? { options, because: because(read.because) } : { wrong: because(read.because) ?? '' };
    }
    case 'state':
      if (read.state === 'not_applicable') return { cell: { state: 'not-applicable' } };
      return { cell: { state: 'not-available', reason: read.rest ?? '' } };
    case 'invalid':
      return { wrong: because(read.because) ?? '' };
  }
}

/** A new value keeps the note and the standing of the one before. */
function kept(cell: Cell, before: Cell | undefined): Cell {
  if (cell.state !== 'value' || before?.state !== 'value') return cell;
  return {
    ...cell,
    ...(before.standing ? { standing: before.standing } : {}),
    ...(before.note ? { note: before.note } : {}),
  };
}

function stepOf({ row, measure }: { row: Row; measure: Measure }): ChatStep {
  return {
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
    help: row.help,
  };
}
