/** Whether a figure is an estimate, preliminary or official (ước tính, sơ bộ, chính thức). */
export type Standing = 'estimate' | 'preliminary' | 'official';

/** A value; zero is a value. `value` is a canonical decimal string, or a boolean, or text, as the row's type says. */
export interface ValueCell {
  state: 'value';
  value: string | boolean;
  standing?: Standing;
  /** Why the value differs much from the last one, in the official's words. */
  note?: string;
}

export interface NotApplicableCell {
  state: 'not-applicable';
  reason?: string;
}

/** The figure exists but is not known yet: why, and when it is expected. */
export interface NotAvailableCell {
  state: 'not-available';
  reason: string;
  expectedOn?: string;
}

/** Of a cell that the product works out only its explanation is given; the value is derived each time. */
export interface WorkedOutCell {
  state: 'worked-out';
  note: string;
}

/** The answer to one indicator in one measure; an empty cell is simply absent. */
export type Cell = ValueCell | NotApplicableCell | NotAvailableCell | WorkedOutCell;

/** What was said about an answer: the note of a figure, the reason why there is none. */
export const remarkOf = (cell: Cell | undefined): string | undefined =>
  cell?.state === 'value' || cell?.state === 'worked-out' ? cell.note : cell?.reason;

/** row key → measure key → cell. A row key is an indicator's code, or `code/part` for a breakdown row. */
export type Cells = Record<string, Record<string, Cell>>;

/**
 * One row of a record form: column key → canonical text (decimal string, ISO date, choice key or free text). The explanation
 * of a column stands in the row too, under its `noteKey`.
 */
export type RecordRow = Record<string, string>;

/**
 * All answers of one report. Indicator forms of a report share `cells`, because a code means the same in each of them;
 * record and outline forms keep their own part, by form key.
 */
export interface Answers {
  cells: Cells;
  records: Record<string, RecordRow[]>;
  sections: Record<string, Record<string, string>>;
}

export const noAnswers = (): Answers => ({ cells: {}, records: {}, sections: {} });
