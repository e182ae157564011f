import type { Formula } from '../formula/formula.js';

/** What a cell of the table is to the person who fills it in. */
export type CellRole = 'input' | 'computed' | 'locked';

export interface SheetColumn {
  /** `key` (hidden row keys), `sequence`, `label`, `unit`, `guidance`, or the key of a measure, column or text, prefixed by `:`. */
  key: string;
  header: string;
  /** In characters of the default font. */
  width: number;
  hidden: boolean;
  role: CellRole;
  align: 'left' | 'center' | 'right';
}

/** How a value is written and read: as a number with so many decimals (undefined: as many as it has; a year is not grouped in thousands), a day, a text or one of a list. */
export type CellFormat =
  | { kind: 'number'; decimals?: number; ungrouped?: boolean }
  | { kind: 'date' }
  | { kind: 'text' }
  | { kind: 'yes-no'; yes: string; no: string }
  | { kind: 'choice'; choices: { key: string; text: string }[] };

export interface SheetCell {
  column: string;
  role: CellRole;
  /** What stands in a locked cell. */
  text?: string;
  /** How an input or computed cell holds its value. */
  format?: CellFormat;
  /** What a computed cell is worked out by, over the columns of its row; absent where cells of other rows are needed. */
  computed?: Formula;
  /** The cell below a list that adds up its column. */
  total?: boolean;
}

export interface SheetRow {
  kind: 'group' | 'row' | 'part';
  /** Row key or section key; empty for groups and for the rows of a record form, which are told by their order. */
  key: string;
  /** Depth of the label: a breakdown part stands one deeper than its indicator. */
  indent: number;
  cells: SheetCell[];
}

/** A worksheet described as data: nothing here knows a file format. */
export interface SheetLayout {
  sheetName: string;
  /** Left and right above the title: who reports, and the number of the form. */
  letterhead: { left: string; right: string };
  title: string[];
  columns: SheetColumn[];
  rows: SheetRow[];
  /** Record forms repeat this row as often as there are records. */
  recordRow?: SheetRow;
  /** Below the list, the sums of some of its columns; no answers stand in it. */
  totalRow?: SheetRow;
  /** Whether long texts may go on in further rows of the same key. */
  continues: boolean;
  /** Lines below the table. */
  legend: string[];
  /** Indicator forms keep states, standings, reasons and days on a second sheet. */
  states?: StatesLayout;
}

export interface StatesLayout {
  sheetName: string;
  title: string;
  hint: string;
  columns: { key: StatesColumn; header: string; width: number; hidden: boolean }[];
  states: { key: 'value' | 'not-applicable' | 'not-available'; text: string }[];
  standings: { key: 'estimate' | 'preliminary' | 'official'; text: string }[];
}

export type StatesColumn = 'row' | 'measure' | 'label' | 'column' | 'state' | 'standing' | 'remark' | 'expectedOn';

/** In the table itself a cell without a value shows one of these; details stand on the states sheet. */
export const STATE_MARKS = { 'not-applicable': 'x', 'not-available': '…' } as const;

export interface SheetFrame {
  sheetName: string;
  letterhead: { left: string; right: string };
  yearLine: string;
}

/** A worksheet's name: at most 31 characters, none of `[]:*?/\`, no quote at either end. */
export function sheetNameOf(text: string): string {
  return text
    .replace(/[[\]:*?/\\]/g, '-')
    .slice(0, 31)
    .replace(/^'+|'+$/g, '')
    .trim();
}
