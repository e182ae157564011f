import type {
  Column,
  FormDefinition,
  IndicatorForm,
  Measure,
  Question,
  RecordForm,
  Row,
  ShortForm,
} from '../definition/definition.js';
import { cleanText } from './text.js';
import type { Cells, RecordRow } from './cell.js';
import { isNumeric } from '../catalog/indicator.js';
import { canonical } from './decimal.js';
import { isAnswered, isNoteKey } from './note.js';

/**
 * The canonical form of given answers, to be validated next: texts trimmed and in NFC without control characters, numbers
 * in canonical digits, empty texts, cells, rows and records left out, computed rows, measures and columns dropped but for what
 * explains them (they are always derived), and a standing that is the measure's default left unsaid. What it does not understand it hands on unchanged, for the
 * validator to name. Takes any JSON and never throws.
 */
export function normalise(definition: FormDefinition, part: unknown): unknown {
  if (definition.kind === 'indicators') return normaliseRows(definition, part);
  if (definition.kind === 'records') return normaliseRecords(definition, part);
  if (definition.kind === 'short') return normaliseQuestions(definition, part);
  return mapKeys(part, (_key, text) => (typeof text === 'string' ? presentText(text) : text));
}

/** The same for the cells of an indicator form. */
export function normaliseCells(form: IndicatorForm, cells: Cells): Cells {
  return normaliseRows(form, cells) as Cells;
}

function normaliseRows(form: IndicatorForm, part: unknown): unknown {
  const { rows, measures } = keysOf(form);
  return mapKeys(part, (rowKey, ofRow) => {
    const row = rows.get(rowKey);
    const cells = mapKeys(ofRow, (measureKey, cell) => {
      const measure = measures.get(measureKey);
      if (row && measure && (measure.computed || row.computed)) return normaliseWorkedOut(cell);
      if (measure?.computed || row?.computed) return undefined;
      return row && measure ? normaliseCell(row, measure, cell) : cell;
    });
    return isObject(cells) && Object.keys(cells).length === 0 ? undefined : cells;
  });
}

/** A form's rows and measures by key, gathered once: a version never changes. */
function keysOf(form: IndicatorForm) {
  const known = keys.get(form) ?? {
    rows: new Map(form.rows.map((row) => [row.key, row])),
    measures: new Map(form.measures.map((measure) => [measure.key, measure])),
  };
  keys.set(form, known);
  return known;
}

const keys = new WeakMap<IndicatorForm, { rows: Map<string, Row>; measures: Map<string, Measure> }>();

function normaliseCell(row: Row, measure: Measure, cell: unknown): unknown {
  const cleaned = mapKeys(cell, (key, value) => {
    if (typeof value !== 'string') return value;
    if (key === 'value') return isNumeric(row) ? presentNumber(value) : presentText(value);
    if (key === 'standing') return value === measure.standing ? undefined : value;
    return presentText(value);
  });
  const isEmptyValue = isObject(cleaned) && cleaned['state'] === 'value' && cleaned['value'] === undefined;
  return isEmptyValue ? undefined : cleaned;
}

function normaliseWorkedOut(cell: unknown): unknown {
  if (!isObject(cell) || cell['state'] !== 'worked-out') return undefined;
  const note = typeof cell['note'] === 'string' ? presentText(cell['note']) : cell['note'];
  return note === undefined ? undefined : { state: 'worked-out', note };
}

function normaliseRecords(form: RecordForm, part: unknown): unknown {
  if (!Array.isArray(part)) return part;
  const columns = new Map(form.columns.map((column) => [column.key, column]));
  return part
    .map((record: unknown) =>
      mapKeys(record, (key, value) => {
        const column = columns.get(key);
        if (column?.computed) return undefined;
        if (isNoteKey(key)) return typeof value === 'string' ? presentText(value) : value;
        return column && typeof value === 'string' ? normaliseColumn(column, value) : value;
      }),
    )
    .filter((record) => !isObject(record) || isAnswered(record as RecordRow));
}

function normaliseQuestions(form: ShortForm, part: unknown): unknown {
  const questions = new Map(form.questions.map((question) => [question.key, question]));
  return mapKeys(part, (key, value) => {
    const question = questions.get(key);
    if (isNoteKey(key) && typeof value === 'string') return presentText(value);
    return question && typeof value === 'string' ? normaliseColumn(question, value) : value;
  });
}

function normaliseColumn(column: Column | Question, value: string): string | undefined {
  return isNumeric({ type: column.type }) ? presentNumber(value) : presentText(value);
}

function presentNumber(text: string): string | undefined {
  const trimmed = text.trim();
  return canonical(trimmed) ?? presentText(trimmed);
}

function presentText(text: string): string | undefined {
  return cleanText(text) || undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * A copy of an object with each value replaced, and left out where undefined; anything but an object as it is.
 * A key `__proto__` stays a key and reaches the validator.
 */
function mapKeys(value: unknown, replace: (key: string, value: unknown) => unknown): unknown {
  if (!isObject(value)) return value;
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    const one = replace(key, value[key]);
    if (one === undefined) continue;
    if (key === '__proto__') Object.defineProperty(copy, key, { value: one, ...OWN });
    else copy[key] = one;
  }
  return copy;
}

const OWN = { enumerable: true, configurable: true, writable: true };
