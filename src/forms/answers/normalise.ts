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
import type { Cells } from './cell.js';
import { isNumeric } from './compute.js';
import { canonical } from './decimal.js';

/**
 * The canonical form of given answers, to be validated next: texts trimmed and in NFC without control characters, numbers
 * in canonical digits, empty texts, cells, rows and records left out, computed rows, measures and columns dropped (they are
 * always derived), and a standing that is the measure's default left unsaid. What it does not understand it hands on unchanged, for the
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
  const rows = new Map(form.rows.map((row) => [row.key, row]));
  const measures = new Map(form.measures.map((measure) => [measure.key, measure]));
  return mapKeys(part, (rowKey, ofRow) => {
    const row = rows.get(rowKey);
    const cells = mapKeys(ofRow, (measureKey, cell) => {
      const measure = measures.get(measureKey);
      if (measure?.computed || row?.computed) return undefined;
      return row && measure ? normaliseCell(row, measure, cell) : cell;
    });
    return isObject(cells) && Object.keys(cells).length === 0 ? undefined : cells;
  });
}

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

function normaliseRecords(form: RecordForm, part: unknown): unknown {
  if (!Array.isArray(part)) return part;
  const columns = new Map(form.columns.map((column) => [column.key, column]));
  return part
    .map((record: unknown) =>
      mapKeys(record, (key, value) => {
        const column = columns.get(key);
        if (column?.computed) return undefined;
        return column && typeof value === 'string' ? normaliseColumn(column, value) : value;
      }),
    )
    .filter((record) => !isObject(record) || Object.keys(record).length > 0);
}

function normaliseQuestions(form: ShortForm, part: unknown): unknown {
  const questions = new Map(form.questions.map((question) => [question.key, question]));
  return mapKeys(part, (key, value) => {
    const question = questions.get(key);
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
 * `fromEntries` defines own properties, so a key `__proto__` stays a key and reaches the validator.
 */
function mapKeys(value: unknown, replace: (key: string, value: unknown) => unknown): unknown {
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, one]) => [key, replace(key, one)] as const)
      .filter(([, one]) => one !== undefined),
  );
}
