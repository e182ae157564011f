import type { Standing } from '../answers/cell.js';
import type { Aggregation, Direction, ValueType } from '../catalog/indicator.js';

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
  /** Present on computed comparisons: `a` against `b`, both measure keys. Percent of (a/b×100), growth ((a/b−1)×100), difference (a−b). */
  computed?: { rule: 'percent-of' | 'growth' | 'difference'; a: string; b: string };
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
  provenance: string;
  note?: string;
}

interface FormBase {
  /** e.g. `m3-commune`. */
  key: string;
  /** The template's name in the directive, e.g. `M3`. */
  template: string;
  title: LocalText;
  provenance: string;
}

/** Indicators × measures (M2, M3, bases). */
export interface IndicatorForm extends FormBase {
  kind: 'indicators';
  groups: { key: string; title: LocalText }[];
  measures: Measure[];
  rows: Row[];
}

export interface Choice {
  key: string;
  label: LocalText;
}

export interface Column {
  key: string;
  label: LocalText;
  type: 'text' | 'integer' | 'number' | 'percent' | 'date' | 'choice';
  unitCode?: string;
  required: boolean;
  /** In words, for columns the product fills in. */
  computed?: { rule: 'percent-of' | 'difference'; parts: string[] };
  choices?: Choice[];
  provenance: string;
  note?: string;
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
  /** Whether a submission must hold it; an outline's sections are optional unless they say so. */
  required?: boolean;
  provenance: string;
}

/** Sections of text (M1, M5, M7). */
export interface OutlineForm extends FormBase {
  kind: 'outline';
  sections: Section[];
}

export type FormDefinition = IndicatorForm | RecordForm | OutlineForm;

/** What restricts a form for one unit: its traits, and for a department the rows it leads. */
export interface FormView {
  traits: string[];
  /** Names of lead agencies that stand for this unit; absent = all rows. */
  leads?: string[];
}
