import type { Cell as SheetCell, Row, Workbook } from 'exceljs';
import type { IndicatorForm, SheetLayout, StatesLayout } from '../../../forms/index.js';
import { contentOf } from './cell-content.js';
import { isSame, valueIn } from './cell-value.js';
import { findTable, textAt } from './find-table.js';
import { MARKERS } from './marks.js';
import type { Reading } from './reading.js';

/** What the states sheet says about one cell of the table. */
export interface StateLine {
  state?: 'value' | 'not-applicable' | 'not-available';
  standing?: 'estimate' | 'preliminary' | 'official';
  remark?: string;
  expectedOn?: string;
  /** The cell that names the state, to point at. */
  source: SheetCell;
}

/** The lines of the states sheet by row and measure key; empty where the sheet is gone, which leaves plain values. */
export function readStates(
  workbook: Workbook,
  form: IndicatorForm,
  layout: SheetLayout,
  reading: Reading,
): Map<string, StateLine> {
  const lines = new Map<string, StateLine>();
  const table = findTable(workbook, MARKERS.states);
  if (!table || !layout.states) return lines;
  const stateColumn = table.columns.get('state') ?? table.keyColumn;
  for (const row of table.rows) {
    const at = (key: string) => textAt(row, table.columns.get(key));
    const isEmpty = ['state', 'standing', 'remark', 'expectedOn'].every((key) => at(key) === '');
    if (isEmpty) continue;
    const place = placeOf(form, layout, textAt(row, table.keyColumn), at);
    if (!place) {
      reading.fault('workbook-state-without-cell', {}, {}, row.getCell(stateColumn));
      continue;
    }
    lines.set(stateKey(place.row, place.measure), readLine(row, table.columns, layout.states, reading, place));
  }
  return lines;
}

export function stateKey(row: string, measure: string): string {
  return JSON.stringify([row, measure]);
}

interface Place {
  row: string;
  measure: string;
}

/** By the hidden keys, else by the texts of indicator and column, where those name one cell. */
function placeOf(
  form: IndicatorForm,
  layout: SheetLayout,
  rowKey: string,
  at: (key: string) => string,
): Place | undefined {
  const measureKey = at('measure');
  const known = form.rows.some((row) => row.key === rowKey) && form.measures.some((one) => one.key === measureKey);
  if (known) return { row: rowKey, measure: measureKey };
  const rows = layout.rows.filter((row) => {
    const label = row.cells.find((cell) => cell.column === 'label')?.text ?? '';
    return row.key !== '' && isSame(label, at('label'));
  });
  const columns = layout.columns.filter((column) => column.role !== 'locked' && isSame(column.header, at('column')));
  if (rows.length !== 1 || columns.length !== 1) return undefined;
  return { row: rows[0]!.key, measure: columns[0]!.key.slice(1) };
}

function readLine(
  row: Row,
  columns: Map<string, number>,
  words: StatesLayout,
  reading: Reading,
  place: Place,
): StateLine {
  const cellAt = (key: string) => row.getCell(columns.get(key) ?? 1);
  const one = <K extends string>(key: string, choices: { key: K; text: string }[], code: string): K | undefined => {
    const typed = textAt(row, columns.get(key));
    const found = choices.find((choice) => isSame(choice.text, typed) || choice.key === typed);
    if (typed !== '' && !found) reading.fault(code, place, { given: { vi: typed.slice(0, 200) } }, cellAt(key));
    return found?.key;
  };
  return {
    state: one('state', words.states, 'workbook-unknown-state'),
    standing: one('standing', words.standings, 'workbook-unknown-standing'),
    remark: textAt(row, columns.get('remark')) || undefined,
    expectedOn: columns.has('expectedOn') ? readDay(cellAt('expectedOn'), reading, place) : undefined,
    source: cellAt('state'),
  };
}

function readDay(cell: SheetCell, reading: Reading, place: Place): string | undefined {
  const content = contentOf(cell);
  if (content.kind === 'empty') return undefined;
  const read = valueIn(content, { kind: 'date' });
  if (read.ok) return String(read.value);
  reading.fault(read.code, place, read.params, cell);
  return undefined;
}
