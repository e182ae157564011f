import type { Cell as SheetCell, Workbook } from 'exceljs';
import type { Cell, Cells, CellFormat, IndicatorForm, SheetLayout, SheetRow } from '../../../forms/index.js';
import { type CellContent, contentOf } from './cell-content.js';
import { valueIn } from './cell-value.js';
import { findTable, type FoundTable, textAt } from './find-table.js';
import { MARKERS, markIn } from './marks.js';
import { readStates, type StateLine, stateKey } from './read-states.js';
import type { Reading } from './reading.js';

/** The cells of an indicator form as its table and its states sheet tell them; undefined where there is no table. */
export function readCells(
  workbook: Workbook,
  form: IndicatorForm,
  layout: SheetLayout,
  reading: Reading,
): Cells | undefined {
  const table = findTable(workbook, MARKERS.keys);
  if (!table) return undefined;
  const inputs = inputColumns(form, layout, table, reading);
  const states = readStates(workbook, form, layout, reading);
  const planned = new Map(layout.rows.filter((row) => row.key !== '').map((row) => [row.key, row]));
  const cells: Cells = {};
  const seen = new Set<string>();
  for (const row of table.rows) {
    const key = textAt(row, table.keyColumn);
    const plan = planned.get(key);
    const filled = inputs.map(([, column]) => row.getCell(column)).filter((cell) => contentOf(cell).kind !== 'empty');
    if (!plan) reportStray(key, filled, reading);
    else if (seen.has(key)) reading.fault('workbook-row-twice', { row: key }, {}, row.getCell(table.keyColumn));
    else {
      seen.add(key);
      for (const [measure, column] of inputs) {
        const cell = readCell(row.getCell(column), plan, measure, states.get(stateKey(key, measure)), reading);
        if (cell) (cells[key] ??= {})[measure] = cell;
      }
    }
  }
  return cells;
}

/** Measure key and column number of the columns to fill in; one that is gone is reported, not read as empty. */
function inputColumns(
  form: IndicatorForm,
  layout: SheetLayout,
  table: FoundTable,
  reading: Reading,
): [string, number][] {
  return form.measures
    .filter((measure) => !measure.computed)
    .flatMap((measure): [string, number][] => {
      const column = table.columns.get(`:${measure.key}`);
      if (column !== undefined) return [[measure.key, column]];
      const header = layout.columns.find((one) => one.key === `:${measure.key}`)?.header ?? measure.key;
      reading.fault('workbook-column-lost', {}, { column: { vi: header } });
      return [];
    });
}

/** Nothing a person typed is passed over silently. */
function reportStray(key: string, filled: SheetCell[], reading: Reading): void {
  for (const cell of filled) {
    const content = contentOf(cell);
    const given = { vi: content.kind === 'empty' ? '' : content.text.slice(0, 200) };
    if (key !== '') reading.fault('workbook-row-unknown', {}, { key: { vi: key.slice(0, 100) }, given }, cell);
    else reading.fault('workbook-stray-text', {}, { given }, cell);
  }
}

/** The table outranks the states sheet, which adds reasons, days and standings, and speaks for cells left empty. */
function readCell(
  cell: SheetCell,
  plan: SheetRow,
  measure: string,
  line: StateLine | undefined,
  reading: Reading,
): Cell | undefined {
  const format = plan.cells.find((one) => one.column === `:${measure}`)?.format;
  const content = contentOf(cell);
  if (!format) return undefined;
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
