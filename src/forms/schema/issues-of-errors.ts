import type { ErrorObject } from 'ajv';
import { dayText } from '../answers/calendar-day.js';
import { formatEn, formatVi, isCanonical } from '../answers/decimal.js';
import type { Issue, IssuePath } from '../answers/issue.js';
import { isNoteKey, noteKey, notedBy } from '../answers/note.js';
import type { Column, FormDefinition, LocalText, Question } from '../definition/definition.js';
import { fillYearsIn } from '../definition/years.js';

/** What an issue can name in its path, with the text that people know it by. */
interface Place {
  path: IssuePath;
  label: LocalText;
  /** The measure or the record column and row, as words of the message. */
  params: Record<string, LocalText>;
  /** What the answer is: a row's or column's type, `text` for a section, undefined above single answers. */
  type?: string;
  limits: { min?: string; max?: string; decimals?: number };
  /** The key of the computed row or measure that the place belongs to: nothing but an explanation is given there. */
  workedOut?: string;
  /** The keys that lead from the answer to the fault, e.g. `value`, `reason`. */
  rest: string[];
}

/** Turns the validator's errors into issues that name the indicator and carry what their message needs. */
export class IssueMaker {
  constructor(private readonly definition: FormDefinition) {}

  /** An issue about the form as a whole. */
  aboutForm(code: string, reportYear?: number): Issue {
    const label = fillYearsIn(this.definition.title, reportYear);
    return { code, path: { form: this.definition.key }, label, params: {} };
  }

  /** The issue behind one error on `part`; labels are filled in for the report year where it is given. */
  of(error: ErrorObject, part: unknown, reportYear?: number): Issue {
    const steps = error.instancePath.split('/').slice(1).map(unescapePointer);
    const place = this.place(steps, reportYear);
    const found = codeOf(error, place, valueAt(part, steps), this.definition);
    return { code: found.code, path: place.path, label: place.label, params: { ...place.params, ...found.params } };
  }

  private place(steps: string[], reportYear?: number): Place {
    const { definition } = this;
    const form: Place = {
      path: { form: definition.key },
      label: fillYearsIn(definition.title, reportYear),
      params: {},
      limits: {},
      rest: steps,
    };
    if (definition.kind === 'outline') {
      const section = definition.sections.find((one) => one.key === steps[0]);
      if (!section) return form;
      const label = fillYearsIn(section.title, reportYear);
      return { ...form, path: { ...form.path, section: section.key }, label, type: 'text', rest: ['value'] };
    }
    if (definition.kind === 'short') {
      const question = definition.questions.find((one) => one.key === memberOf(steps[0]));
      if (!question) return isNoteOfLine(steps[0]) ? { ...form, ...NOTE } : form;
      const label = fillYearsIn(question.label, reportYear);
      return {
        ...form,
        path: { ...form.path, section: question.key },
        label,
        ...limitsOf(question),
        rest: restOf(steps[0]),
      };
    }
    if (definition.kind === 'records') {
      if (steps[0] === undefined) return form;
      const at = { ...form, path: { ...form.path, index: Number(steps[0]) }, rest: steps.slice(1) };
      at.params = { line: plain(String(Number(steps[0]) + 1)) };
      const column = definition.columns.find((one) => one.key === memberOf(steps[1]));
      if (!column) return isNoteOfLine(steps[1]) ? { ...at, ...NOTE } : at;
      const path = { ...at.path, column: column.key };
      return { ...at, path, label: fillYearsIn(column.label, reportYear), ...limitsOf(column), rest: restOf(steps[1]) };
    }
    const row = definition.rows.find((one) => one.key === steps[0]);
    if (!row) return form;
    const atRow: Place = { ...form, path: { ...form.path, row: row.key }, label: row.label, rest: steps.slice(1) };
    const measure = definition.measures.find((one) => one.key === steps[1]);
    if (!measure) return atRow;
    return {
      ...atRow,
      path: { ...atRow.path, measure: measure.key },
      params: { column: fillYearsIn(measure.label, reportYear) },
      type: row.type === 'choice' && !row.choices?.length ? 'text' : row.type,
      limits: { min: row.min, max: row.max, decimals: row.type === 'integer' ? 0 : row.decimals },
      rest: steps.slice(2),
      ...(row.computed || measure.computed ? { workedOut: measure.computed ? measure.key : row.key } : {}),
    };
  }
}

/** The column or question that a step names, or whose explanation it names. */
const memberOf = (step: string | undefined): string | undefined =>
  step !== undefined && isNoteKey(step) ? notedBy(step) : step;

/** The explanation of a line as a whole. */
const NOTE = { type: 'text', rest: ['note'] };

const isNoteOfLine = (step: string | undefined): boolean => step === noteKey();

const restOf = (step: string | undefined): string[] => [step !== undefined && isNoteKey(step) ? 'note' : 'value'];

/** What an answer of a column or question is, and within which bounds. */
function limitsOf(one: Column | Question): Pick<Place, 'type' | 'limits'> {
  const type = one.type === 'choice' && !one.choices?.length ? 'text' : one.type;
  return { type, limits: { min: one.min, max: one.max, decimals: one.type === 'integer' ? 0 : one.decimals } };
}

interface Found {
  code: string;
  params: Record<string, LocalText>;
}

const code = (name: string, params: Record<string, LocalText> = {}): Found => ({ code: name, params });

const RESERVED = ['__proto__', 'constructor', 'prototype'];

function codeOf(error: ErrorObject, place: Place, value: unknown, definition: FormDefinition): Found {
  const params = error.params as Record<string, unknown>;
  if (place.workedOut !== undefined && place.rest[0] !== 'note' && error.keyword !== 'minProperties') {
    return code('computed-answer', { key: plain(place.workedOut) });
  }
  switch (error.keyword) {
    case 'additionalProperties':
      return unknownKey(String(params['additionalProperty']), place, definition);
    case 'required':
      return code(params['missingProperty'] === 'reason' ? 'reason-missing' : missingPart(params));
    case 'discriminator':
      return code('unknown-state');
    case 'minProperties':
      return code('empty-row');
    case 'maxItems':
      return code('too-many-records', { limit: number(String(params['limit'])) });
    default:
      return place.type === undefined || place.rest.length === 0
        ? code('wrong-shape')
        : aboutValue(error, place, value);
  }
}

function missingPart(params: Record<string, unknown>): string {
  return params['missingProperty'] === 'value' ? 'value-missing' : 'unknown-state';
}

function unknownKey(key: string, place: Place, definition: FormDefinition): Found {
  const named = { key: plain(key.slice(0, 100)) };
  if (RESERVED.includes(key)) return code('reserved-key', named);
  if (definition.kind === 'outline' || definition.kind === 'short') return code('unknown-section', named);
  if (definition.kind === 'records') {
    const computed = definition.columns.some((column) => column.key === key && column.computed);
    return code(computed ? 'computed-answer' : 'unknown-column', named);
  }
  if (place.path.row === undefined) {
    const isComputed = definition.rows.some((row) => row.key === key && row.computed);
    return code(isComputed ? 'computed-answer' : 'unknown-row', named);
  }
  if (place.path.measure !== undefined) return code(key === 'standing' ? 'standing-of-plan' : 'unknown-part', named);
  const isComputedRow = definition.rows.some((row) => row.key === place.path.row && row.computed);
  const computed = isComputedRow || definition.measures.some((measure) => measure.key === key && measure.computed);
  return code(computed ? 'computed-answer' : 'unknown-measure', named);
}

/** Faults of one given answer or of its remarks (`reason`, `note`, `standing`, `expectedOn`). */
function aboutValue(error: ErrorObject, place: Place, value: unknown): Found {
  switch (place.rest[0]) {
    case 'expectedOn':
      return code('not-a-date');
    case 'standing':
      return code('unknown-standing');
    case 'reason':
      return value === '' ? code('reason-missing') : aboutText(error, value);
    case 'note':
      return aboutText(error, value);
    default:
      return aboutAnswer(error, place, value);
  }
}

function aboutAnswer(error: ErrorObject, place: Place, value: unknown): Found {
  switch (place.type) {
    case 'boolean':
      return code('not-yes-or-no');
    case 'choice':
      return code('not-a-choice');
    case 'date':
      return aboutDay(error, place);
    case 'file':
      return code('not-a-file');
    case 'text':
      return aboutText(error, value);
    default:
      return aboutNumber(error, place, value);
  }
}

function aboutDay(error: ErrorObject, place: Place): Found {
  const day = (text: string | undefined): LocalText => ({ vi: dayText(text ?? '') });
  if (error.keyword === 'x-date-minimum') return code('day-too-early', { min: day(place.limits.min) });
  if (error.keyword === 'x-date-maximum') return code('day-too-late', { max: day(place.limits.max) });
  return code('not-a-date');
}

function aboutText(error: ErrorObject, value: unknown): Found {
  if (error.keyword === 'type') return code('not-a-text');
  if (value === '') return code('text-empty');
  if (error.keyword === 'maxLength') return code('text-too-long', { limit: number(String(limitOf(error))) });
  return code('text-not-clean');
}

function limitOf(error: ErrorObject): unknown {
  return (error.params as Record<string, unknown>)['limit'];
}

function aboutNumber(error: ErrorObject, place: Place, value: unknown): Found {
  if (typeof value !== 'string' || !isCanonical(value)) return code('not-a-number');
  const given = { given: number(value) };
  const { min, max, decimals } = place.limits;
  if (error.keyword === 'x-decimal-places') {
    if (decimals === 0) return code('not-whole', given);
    return code('too-many-places', { ...given, places: number(String(decimals)) });
  }
  if (min !== undefined && max !== undefined)
    return code('out-of-range', { ...given, min: number(min), max: number(max) });
  if (min !== undefined) return code('below-minimum', { ...given, min: number(min) });
  return code('above-maximum', { ...given, ...(max === undefined ? {} : { max: number(max) }) });
}

/** A text that is the same in every language. */
function plain(text: string): LocalText {
  return { vi: text };
}

function number(value: string): LocalText {
  return { vi: formatVi(value), en: formatEn(value) };
}

function unescapePointer(step: string): string {
  return step.replace(/~1/g, '/').replace(/~0/g, '~');
}

function valueAt(part: unknown, steps: string[]): unknown {
  return steps.reduce<unknown>((value, step) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    return (value as Record<string, unknown>)[step];
  }, part);
}
