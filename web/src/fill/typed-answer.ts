import { type Cell, type ChatStep, type Column, fieldOf, type Measure, type Question } from './engine';
import { reasonParams, type Row, understand, type Understood } from './engine';

/** What was typed: an answer to write down, answers to choose from, or a sentence that says what is wrong. */
export type Typed<T> = { given: T | null } | { options: string[]; because: string } | { wrong: string };

/** Gives the sentence of a message key of the form engine. */
export type Sentence = (key: string, params?: Record<string, string>) => string;

/** What is true around whatever is typed. */
export interface Around {
  today: string;
  locale: 'vi' | 'en';
  say: Sentence;
}

/** Reads what was typed into a cell as the bot would read it; `last` is the figure of the year before. */
export function readCell(
  text: string,
  at: { row: Row; measure: Measure; last?: string; before?: Cell },
  around: Around,
): Typed<Cell> {
  const typed = text.normalize('NFC').trim();
  if (typed === '') return { given: null };
  if (at.row.type === 'text') return { given: kept(typed, at.before) };
  const read = understand({ ...fieldOf(stepOf(at)), last: at.last }, typed, { today: around.today });
  if (read.outcome === 'ok') return { given: kept(read.value, at.before) };
  if (read.outcome !== 'state') return unclear(read, around);
  if (read.state === 'not_applicable') return { given: { state: 'not-applicable' } };
  return { given: { state: 'not-available', reason: read.rest ?? '' } };
}

/** The same for a column of a list or a question: canonical text. */
export function readText(text: string, one: Column | Question, around: Around): Typed<string> {
  const typed = text.normalize('NFC').trim();
  if (typed === '') return { given: null };
  if (one.type === 'text' || one.type === 'choice' || one.type === 'boolean') return { given: typed };
  const unit = { code: one.unitCode ?? '', vi: one.unitCode ?? '' };
  const { type, min, max, required } = one;
  const decimals = type === 'integer' ? 0 : (one.decimals ?? 18);
  const asked = { rowKey: one.key, measureKey: '', label: one.label, measureLabel: one.label, help: {} };
  const field = fieldOf({ ...asked, unit, type, bounds: { min, max }, decimals, required });
  const read = understand(field, typed, { today: around.today });
  if (read.outcome === 'ok') return { given: String(read.value) };
  if (read.outcome === 'state') return { wrong: around.say('understand.not-a-number') };
  return unclear(read, around);
}

function unclear(read: Exclude<Understood, { outcome: 'ok' | 'state' }>, { say, locale }: Around): Typed<never> {
  const because = read.because ? say(`understand.${read.because.code}`, reasonParams(read.because, locale)) : '';
  if (read.outcome === 'invalid') return { wrong: because };
  const options = (read.outcome === 'ask' ? read.options : [read.value]).map(String);
  return options.length > 0 ? { options, because } : { wrong: because };
}

/** A value that keeps the note and the standing of the one before. */
export function kept(value: string | boolean, before: Cell | undefined): Cell {
  if (before?.state !== 'value') return { state: 'value', value };
  const { standing, note } = before;
  return { state: 'value', value, ...(standing ? { standing } : {}), ...(note ? { note } : {}) };
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
