import { Exact, fromExact, isCanonical } from '../answers/decimal.js';
import type { Answers, Cell, Cells, RecordRow } from '../answers/cell.js';
import type { FormDefinition, IndicatorForm } from '../definition/definition.js';
import type { Carry } from '../edit/edit.js';

/** An answer that is carried over: the row and measure, the line and column, or the section or question. */
export interface CarriedPlace {
  key: string;
  measure?: string;
  line?: number;
  before: string;
  /** Absent where the answer does not go on. */
  after?: string;
}

export interface CarriedAnswers {
  answers: Answers;
  changed: CarriedPlace[];
  lost: CarriedPlace[];
}

/**
 * Answers given under `before` as they stand under `after`. A renamed key is copied, so that another form of the same
 * report that still asks the old one keeps it; what is laid aside stays unseen where it was. Numbers are multiplied exactly
 * and rounded half up to the decimals that the new version asks. The given answers are never changed.
 */
export function carryAnswers(
  answers: Answers,
  before: FormDefinition,
  after: FormDefinition,
  carries: readonly Carry[],
): CarriedAnswers {
  const found: Found = { changed: [], lost: [] };
  if (carries.length === 0) return { answers, ...found };
  if (before.kind === 'indicators' && after.kind === 'indicators') {
    return { answers: { ...answers, cells: carriedCells(answers.cells, before, after, carries, found) }, ...found };
  }
  const { key } = before;
  if (before.kind === 'records') {
    const lines = (answers.records[key] ?? []).map((line, at) =>
      carriedLine(line, carries, decimalsIn(after), found, at),
    );
    return {
      answers: lines.length > 0 ? { ...answers, records: { ...answers.records, [key]: lines } } : answers,
      ...found,
    };
  }
  const texts = answers.sections[key];
  if (!texts) return { answers, ...found };
  const carried = carriedLine(texts, carries, decimalsIn(after), found);
  return { answers: { ...answers, sections: { ...answers.sections, [key]: carried } }, ...found };
}

type Found = Omit<CarriedAnswers, 'answers'>;

function carriedCells(
  cells: Cells,
  before: IndicatorForm,
  after: IndicatorForm,
  carries: readonly Carry[],
  found: Found,
): Cells {
  const asked = new Set(before.measures.filter((measure) => !measure.computed).map((measure) => measure.key));
  const decimals = new Map(after.rows.map((row) => [row.key, row.decimals]));
  const result = { ...cells };
  const each = (key: string, change: (cell: Cell, measure: string) => Cell | undefined) => {
    const measures = result[key];
    if (!measures) return;
    const next = Object.entries(measures).flatMap(([measure, cell]): [string, Cell][] => {
      if (!asked.has(measure)) return [[measure, cell]];
      const carried = change(cell, measure);
      note(found, { key, measure, before: shown(cell) }, carried && shown(carried));
      return carried ? [[measure, carried]] : [];
    });
    if (next.length > 0) result[key] = Object.fromEntries(next);
    else delete result[key];
  };
  for (const carry of carries) {
    if (carry.do === 'rename' && carry.list === 'measures') renameMeasure(result, before, carry, found);
    else if (carry.do === 'rename') renameRow(result, carry, asked, found);
    else if (carry.do === 'scale') each(carry.key, (cell) => scaledCell(cell, carry.factor, decimals.get(carry.key)));
    else each(carry.key, (cell) => chosenCell(cell, carry.map));
  }
  return result;
}

function renameRow(
  cells: Cells,
  { from, to }: Extract<Carry, { do: 'rename' }>,
  asked: ReadonlySet<string>,
  found: Found,
): void {
  const measures = cells[from];
  if (!measures || from === to) return;
  for (const [measure, cell] of Object.entries(measures)) {
    if (asked.has(measure)) note(found, { key: from, measure, before: shown(cell) }, to === null ? undefined : to);
  }
  if (to !== null) cells[to] = { ...measures, ...cells[to] };
}

function renameMeasure(
  cells: Cells,
  form: IndicatorForm,
  { from, to }: Extract<Carry, { do: 'rename' }>,
  found: Found,
): void {
  if (from === to) return;
  for (const { key } of form.rows) {
    const cell = cells[key]?.[from];
    if (!cell) continue;
    note(found, { key, measure: from, before: shown(cell) }, to === null ? undefined : to);
    if (to !== null) cells[key] = { [to]: cell, ...cells[key] };
  }
}

function scaledCell(cell: Cell, factor: string, decimals: number | undefined): Cell {
  if (cell.state !== 'value' || typeof cell.value !== 'string') return cell;
  return { ...cell, value: scaled(cell.value, factor, decimals) };
}

function scaled(value: string, factor: string, decimals: number | undefined): string {
  return isCanonical(value) ? (fromExact(new Exact(value).times(factor), decimals) ?? value) : value;
}

function chosenCell(cell: Cell, map: Readonly<Record<string, string | null>>): Cell | undefined {
  if (cell.state !== 'value' || typeof cell.value !== 'string' || !Object.hasOwn(map, cell.value)) return cell;
  const to = map[cell.value] ?? null;
  return to === null ? undefined : { ...cell, value: to };
}

/** One line of a list, or the texts of an outline or short form: key → text. */
function carriedLine(
  line: RecordRow,
  carries: readonly Carry[],
  decimals: ReadonlyMap<string, number | undefined>,
  found: Found,
  at?: number,
): RecordRow {
  const result = { ...line };
  const place = at === undefined ? {} : { line: at };
  for (const carry of carries) {
    const key = carry.do === 'rename' ? carry.from : carry.key;
    const value = result[key];
    if (value === undefined) continue;
    if (carry.do === 'rename') {
      if (carry.from === carry.to) continue;
      note(found, { key, ...place, before: value }, carry.to === null ? undefined : carry.to);
      delete result[key];
      if (carry.to !== null) result[carry.to] ??= value;
      continue;
    }
    const after = carry.do === 'scale' ? scaled(value, carry.factor, decimals.get(key)) : chosen(value, carry.map);
    note(found, { key, ...place, before: value }, after);
    if (after === undefined) delete result[key];
    else result[key] = after;
  }
  return result;
}

function chosen(value: string, map: Readonly<Record<string, string | null>>): string | undefined {
  return Object.hasOwn(map, value) ? (map[value] ?? undefined) : value;
}

function decimalsIn(form: FormDefinition): ReadonlyMap<string, number | undefined> {
  const list = form.kind === 'records' ? form.columns : form.kind === 'short' ? form.questions : [];
  return new Map(list.map((one) => [one.key, one.decimals]));
}

function note(found: Found, place: Omit<CarriedPlace, 'after'>, after: string | undefined): void {
  if (after === undefined) found.lost.push(place);
  else if (after !== place.before) found.changed.push({ ...place, after });
}

function shown(cell: Cell): string {
  return cell.state === 'value' ? String(cell.value) : cell.state;
}
