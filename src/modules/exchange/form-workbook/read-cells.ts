import type { Cell as SheetCell, Workbook } from 'exceljs';
import type { Cell, Cells, CellFormat, IndicatorForm, SheetLayout, SheetRow } from '../../../forms/index.js';
import { type CellContent, contentOf } from './cell-content.js';
import { valueIn } from './cell-value.js';
import { findTable, textAt } from './find-table.js';
import { inputColumn } from './input-column.js';
import { MARKERS, markIn } from './marks.js';
import { readStates, type StateLine, stateKey } from './read-states.js';
import type { Reading } from './reading.js';
import { isMergedInput, reportStrays, RowNames } from './row-faults.js';

/** The cells of an indicator form as its table and its states sheet tell them; undefined where there is no table. */
export function readCells(
  workbook: Workbook,
  form: IndicatorForm,
  layout: SheetLayout,
  reading: Reading,
): Cells | undefined {
  const table = findTable(workbook, MARKERS.keys);
  if (!table) return undefined;
  const inputs = form.measures
    .filter((measure) => !measure.computed)
    .flatMap(({ key }): [string, number][] => {
      const column = inputColumn(layout, table, key, { measure: key }, reading);
      return column === undefined ? [] : [[key, column]];
    });
  // Of what is worked out only the explanation is read; any column may be, in a row that is.
  const workedOut = form.measures.flatMap(({ key }) => {
    const at = table.columns.get(`:${key}`);
    return at === undefined ? [] : [{ column: `:${key}`, at }];
  });
  const states = readStates(workbook, form, layout, reading);
  const planned = new Map(layout.rows.filter((row) => row.key !== '').map((row) => [row.key, row]));
  const names = new RowNames(layout.rows);
  const cells: Cells = {};
  const seen = new Set<string>();
  const strays: SheetCell[] = [];
  for (const row of table.rows) {
    const key = textAt(row, table.keyColumn);
    const plan = planned.get(key);
    if (!plan) {
      const filled = inputs.map(([, column]) => row.getCell(column)).filter((cell) => isFilled(cell));
      if (key === '') strays.push(...filled);
      else if (filled[0]) reading.fault('workbook-row-unknown', {}, { key: { vi: key.slice(0, 100) } }, filled[0]);
    } else if (seen.has(key)) reading.fault('workbook-row-twice', { row: key }, {}, row.getCell(table.keyColumn));
    else {
      seen.add(key);
      if (names.isAnothers(row, table.columns.get('label'), key)) {
        reading.fault('workbook-row-moved', { row: key }, {}, row.getCell(table.columns.get('label')!));
        continue;
      }
      for (const [measure, column] of inputs) {
        const cell = readCell(row.getCell(column), plan, measure, states.get(stateKey(key, measure)), reading);
        if (cell) (cells[key] ??= {})[measure] = cell;
      }
      for (const { column, at } of workedOut) {
        const measure = column.slice(1);
        if (plan.cells.find((one) => one.column === column)?.role !== 'computed') continue;
        reading.cameFrom({ row: key, measure }, row.getCell(at));
        const note = states.get(stateKey(key, measure))?.remark;
        if (note) (cells[key] ??= {})[measure] = { state: 'worked-out', note };
      }
    }
  }
  reportStrays(strays, reading);
  for (const key of planned.keys()) if (!seen.has(key)) reading.fault('workbook-row-lost', { row: key });
  return cells;
}

function isFilled(cell: SheetCell): boolean {
  return contentOf(cell).kind !== 'empty';
}

/** The table outranks the states sheet, which adds reasons, days and standings, and speaks for cells left empty. */
function readCell(
  cell: SheetCell,
  plan: SheetRow,
  measure: string,
  line: StateLine | undefined,
  reading: Reading,
): Cell | undefined {
  const { format, role } = plan.cells.find((one) => one.column === `:${measure}`) ?? {};
  // A computed row is worked out again whatever stands there; the id of a file is locked, but an answer.
  if (!format || role === 'computed' || isMergedInput(cell, { row: plan.key, measure }, reading)) return undefined;
  const content = contentOf(cell);
  reading.cameFrom({ row: plan.key, measure }, content.kind === 'empty' && line ? line.source : cell);
  if (content.kind === 'empty') return line && withoutValue(line.state, line);
  const mark = content.kind === 'text' && line?.state !== 'value' ? markIn(content.text, format) : undefined;
  if (mark) return withoutValue(mark.state, { ...line, remark: mark.reason ?? line?.remark });
  return valueCell(cell, content, format, { row: plan.key, measure }, line, reading);
}

function valueCell(
  cell: SheetCell,
  content: Exclude<CellContent, { kind: 'empty' }>,
  format: CellFormat,
  path: { row: string; measure: string },
  line: StateLine | undefined,
  reading: Reading,
): Cell | undefined {
  const read = valueIn(content, format);
  if (!read.ok) {
    reading.fault(read.code, path, read.params, cell);
    return undefined;
  }
  return {
    state: 'value',
    value: read.value,
    ...(line?.standing ? { standing: line.standing } : {}),
    ...(line?.remark ? { note: line.remark } : {}),
  };
}

function withoutValue(state: StateLine['state'], { remark, expectedOn }: Partial<StateLine>): Cell | undefined {
  if (state === 'not-applicable') return { state, ...(remark ? { reason: remark } : {}) };
  // A reason that is missing is left for the validator to ask for.
  if (state === 'not-available') return { state, reason: remark ?? '', ...(expectedOn ? { expectedOn } : {}) };
  return undefined;
}
