import type { Standing } from '../answers/cell.js';
import type { Aggregation, Direction, ValueType } from '../catalog/indicator.js';
import type { Condition, Formula } from '../formula/formula.js';

export interface LocalText {
  vi: string;
  en?: string;
}

/** A column of an indicator form. Labels may hold `{N-1}`, `{N}`, `{N+1}`: N is the report year, N+1 the plan year. */
export interface Measure {
  key: string;
  label: LocalText;
  /** Year of the figure relative to the report year N. */
  year: -1 | 0 | 1;
  /** Whether it is a plan (a target) or an outcome. */
  sort: 'plan' | 'outcome';
  /** The standing an answer has unless said otherwise; none for a plan. */
  standing?: Standing;
  required: boolean;
  /** Asked by the bot. */
  asked: boolean;
  /** Whether an answer's standing is asked for beside its value. */
  standingAsked?: boolean;
  /** Asked in a row only where this holds, seen from that row; an answer given before stays. */
  visibleWhen?: Condition;
  /** Present where it is worked out instead of asked, in every row of figures: two measures compared, or a formula. */
  computed?: ComparedMeasures | Formula;
}

/** `a` against `b`, both measure keys. Percent of (a/b×100), growth ((a/b−1)×100), difference (a−b). */
export interface ComparedMeasures {
  rule: 'percent-of' | 'growth' | 'difference';
  a: string;
  b: string;
}

/** Where no source was found these stay empty and the product says "chưa có hướng dẫn"; an admin fills them in. */
export interface Help {
  meaning?: LocalText;
  method?: LocalText;
  legalBasis?: LocalText;
}

export interface Row {
  /** The indicator's code, or `code/part` for a breakdown row. */
  key: string;
  code: string;
  /** Key of the breakdown part; absent on the indicator's own row. */
  part?: string;
  group: string;
  seq: number;
  label: LocalText;
  unit: { code: string; vi: string };
  type: ValueType;
  decimals: number;
  min?: string;
  max?: string;
  /** What a `choice` row lets one choose. */
  choices?: Choice[];
  /** Required in the required measures; breakdown rows are optional. */
  required: boolean;
  /** `all` or a trait of units. */
  appliesTo: string;
  leadAgency: string;
  nationalCode?: string;
  assignedDown: boolean;
  aggregation: Aggregation;
  direction: Direction;
  help: Help;
  /** Kept for the answers it has, and asked no more. */
  hidden?: boolean;
  /** The bot's question in place of the label; may hold `{N}`. */
  ask?: LocalText;
  /** False where the bot leaves the row to the page and the workbook. */
  asked?: boolean;
  /** Asked only where this holds; an answer given before stays. */
  visibleWhen?: Condition;
  /** Never asked: worked out in every measure that is not itself computed. */
  computed?: Formula;
  /** Against the same measure a year before, a change by more than so many percent asks why. */
  jump?: string;
  provenance: string;
  note?: string;
}

/**
 * A condition that answers must meet. A hard one refuses the submission; a soft one asks for an explanation, which is the
 * note of the cell, column or question it points at and travels with it to whoever approves.
 */
export interface Check {
  key: string;
  level: 'hard' | 'soft';
  /** The row it points at and stands in; without it the check is made in every numeric row. */
  row?: string;
  /** The measures it is made in; without them in every one that is asked for. */
  measures?: string[];
  /** In lists and short forms: the column it points at. */
  column?: string;
  /** What must hold. A condition that misses an answer is not judged. */
  holds: Condition;
  /** What is wrong, in the admin's words; the trace of the figures is added. */
  message: LocalText;
}

interface FormBase {
  /** e.g. `m3-commune`. */
  key: string;
  /** The template's name in the directive, e.g. `M3`. */
  template: string;
  title: LocalText;
  provenance: string;
  checks?: Check[];
}

export interface Group {
  key: string;
  title: LocalText;
  /** Kept for the answers of its rows, none of which is asked. */
  hidden?: boolean;
  /** Its rows are asked only where this holds, and what each of them says for itself. */
  visibleWhen?: Condition;
}

/** Indicators × measures (M2, M3, bases). */
export interface IndicatorForm extends FormBase {
  kind: 'indicators';
  groups: Group[];
  measures: Measure[];
  rows: Row[];
}

export interface Choice {
  key: string;
  label: LocalText;
}

export type ColumnType = 'text' | 'integer' | 'number' | 'percent' | 'money' | 'date' | 'choice' | 'boolean';

export interface Column {
  key: string;
  label: LocalText;
  type: ColumnType;
  unitCode?: string;
  required: boolean;
  /** Places of a number; any where absent. */
  decimals?: number;
  /** Inclusive: canonical decimals, or days for a date. */
  min?: string;
  max?: string;
  help?: Help;
  /** Kept for the answers it has, and asked no more. */
  hidden?: boolean;
  visibleWhen?: Condition;
  /** Whether a line below the list adds it up. */
  total?: boolean;
  /** Present where it is worked out of other columns of the line instead of asked. */
  computed?: ComparedColumns | Formula;
  choices?: Choice[];
  provenance: string;
  note?: string;
}

/** The first part in percent of the second, or less all others. */
export interface ComparedColumns {
  rule: 'percent-of' | 'difference';
  parts: string[];
}

/** A list of like rows (M4's two tables, M6, the project lists). */
export interface RecordForm extends FormBase {
  kind: 'records';
  columns: Column[];
}

export interface Section {
  key: string;
  /** Heading depth, 1 or 2. */
  depth: 1 | 2;
  title: LocalText;
  guidance?: LocalText;
  hidden?: boolean;
  /** Asked only where this holds of other sections; a text written before stays. */
  visibleWhen?: Condition;
  /** Whether a submission must hold it; an outline's sections are optional unless they say so. */
  required?: boolean;
  provenance: string;
}

/** Sections of text (M1, M5, M7). */
export interface OutlineForm extends FormBase {
  kind: 'outline';
  sections: Section[];
}

/** One question of a short form; its answer is the canonical text of its type (`true` and `false` for yes and no). */
export interface Question extends Omit<Column, 'total' | 'computed'> {
  /** The bot's question in place of the label. */
  ask?: LocalText;
}

/** A few questions answered in a minute (the status report); answered once each, kept like the sections of an outline. */
export interface ShortForm extends FormBase {
  kind: 'short';
  questions: Question[];
}

export type FormDefinition = IndicatorForm | RecordForm | OutlineForm | ShortForm;

/** What restricts a form for one unit: its traits, and for a department the rows it leads. */
export interface FormView {
  traits: string[];
  /** Names of lead agencies that stand for this unit; absent = all rows. */
  leads?: string[];
}
