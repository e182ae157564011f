import type { Cell, Cells } from '../answers/cell.js';
import type { IndicatorForm, Measure } from '../definition/definition.js';
import type { Carry } from '../edit/edit.js';
import { membersOf } from '../edit/lists.js';
import { type Found, type Way, wayThrough } from './carried.js';

/**
 * The cells of a report after one of its forms went from `before` to `after`. Forms of a report share their cells, so what
 * `after` does not ask for is left where it was: another form may ask for it.
 */
export function carryCells(
  cells: Cells,
  before: IndicatorForm,
  after: IndicatorForm,
  carries: readonly Carry[],
  found: Found,
): Cells {
  const [was, is] = [keysOf(before), keysOf(after)];
  const rows = wayThrough('rows', membersOf(after, 'rows') ?? [], carries);
  const measures = wayThrough('measures', membersOf(after, 'measures') ?? [], carries);
  const result = new Map<string, Map<string, Cell>>();
  const put = (row: string, measure: string, cell: Cell): void => {
    const ofRow = result.get(row) ?? new Map<string, Cell>();
    result.set(row, ofRow.set(measure, cell));
  };
  const own: Given[] = [];
  for (const [row, ofRow] of Object.entries(cells)) {
    for (const [measure, cell] of Object.entries(ofRow)) {
      const isOwn = was.rows.has(row) && was.measures.has(measure);
      if (isOwn) own.push({ row, measure, cell, to: rows.to(row), toMeasure: measures.to(measure) });
      if (!isOwn || !(is.rows.has(row) && is.measures.has(measure))) put(row, measure, cell);
    }
  }
  // What was answered in a place is not displaced by what comes from elsewhere.
  for (const given of own.sort((a, b) => Number(isMoved(a)) - Number(isMoved(b)))) {
    const { row, measure, cell, to, toMeasure } = given;
    if (cell.state === 'worked-out') {
      // It goes on while its figure is worked out; without the figure there is nothing to explain.
      const [toRow, of] = [rows.noteTo(row), measures.noteTo(measure)];
      if (toRow !== null && of !== null && is.workedOut(toRow, of) && !result.get(toRow)?.has(of)) put(toRow, of, cell);
      continue;
    }
    const place = { key: row, measure, before: shown(cell) };
    const carried = to !== null && toMeasure !== null ? convertedCell(cell, to, rows) : undefined;
    if (to === null || toMeasure === null || !carried || result.get(to)?.has(toMeasure)) {
      found.lost.push(place);
      continue;
    }
    put(to, toMeasure, withStanding(carried, was.measures.get(measure)!, is.measures.get(toMeasure)!));
    if (!isMoved(given) && shown(carried) === place.before) continue;
    const elsewhere = { ...(to === row ? {} : { to }), ...(toMeasure === measure ? {} : { toMeasure }) };
    found.changed.push({ ...place, ...elsewhere, after: shown(carried) });
  }
  return Object.fromEntries([...result].map(([row, ofRow]) => [row, Object.fromEntries(ofRow)]));
}

interface Given {
  row: string;
  measure: string;
  cell: Cell;
  to: string | null;
  toMeasure: string | null;
}

const isMoved = ({ row, measure, to, toMeasure }: Given): boolean => to !== row || toMeasure !== measure;

function keysOf(form: IndicatorForm): {
  rows: ReadonlySet<string>;
  measures: ReadonlyMap<string, Measure>;
  workedOut: (row: string, measure: string) => boolean;
} {
  const rows = new Map(form.rows.map((row) => [row.key, row]));
  const measures = new Map(form.measures.map((measure) => [measure.key, measure]));
  return {
    workedOut: (row, measure) => rows.get(row)?.computed !== undefined || measures.get(measure)?.computed !== undefined,
    rows: new Set(rows.keys()),
    measures,
  };
}

function convertedCell(cell: Cell, row: string, rows: Way): Cell | undefined {
  if (cell.state !== 'value' || typeof cell.value !== 'string') return cell;
  const value = rows.convert(row, cell.value);
  return value === undefined ? undefined : { ...cell, value };
}

/** A figure keeps the standing it was given with, though the newer version presumes another one. */
function withStanding(cell: Cell, before: Measure, after: Measure): Cell {
  if (cell.state !== 'value' || before.standing === after.standing) return cell;
  const { standing = before.standing, ...rest } = cell;
  return standing === undefined || standing === after.standing ? rest : { ...rest, standing };
}

function shown(cell: Cell): string {
  return cell.state === 'value' ? String(cell.value) : cell.state;
}
