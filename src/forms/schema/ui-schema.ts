import { noteKeysOf } from '../answers/note.js';
import type { Choice, Column, FormDefinition, IndicatorForm, Question, Row } from '../definition/definition.js';
import { isNumeric } from '../catalog/indicator.js';
import { helpText, isGuided } from '../definition/help-text.js';
import { fillYears } from '../definition/years.js';
import type { FormWords } from '../definition/words.js';
import { formulaOf } from '../formula/compared.js';
import type { FormulaReader } from '../formula/words.js';
import { yesNoOf } from '../definition/yes-no.js';
import { ruleHelp, ruleReader } from './rule-help.js';
import type { SchemaOptions } from './schema-options.js';

export type UiSchema = Record<string, unknown>;

/**
 * How react-jsonschema-form renders `jsonSchemaOf`: order of the definition, help, widgets, computed parts read-only.
 * `ui:options.unit` is the unit of measure and `ui:options.group` the group, for templates that show them;
 * `ui:options.standingAsked` marks the cells whose standing is asked for beside the value.
 */
export function uiSchemaOf(definition: FormDefinition, options: SchemaOptions = {}): UiSchema {
  const reader = ruleReader(definition, options);
  if (definition.kind === 'indicators') return indicatorUi(definition, options, reader);
  if (definition.kind === 'records') {
    const columns = definition.columns.filter((column) => options.computed !== false || !column.computed);
    return {
      'ui:options': { orderable: true, addable: true, removable: true },
      items: {
        'ui:order': [...columns.map((column) => column.key), ...noteOrder(options)],
        ...Object.fromEntries(columns.map((column) => [column.key, columnUi(column, options.words, reader)])),
        ...notesUi(definition.columns, options),
      },
    };
  }
  if (definition.kind === 'short') {
    const { questions } = definition;
    return {
      'ui:order': [...questions.map((question) => question.key), ...noteOrder(options)],
      ...Object.fromEntries(questions.map((question) => [question.key, columnUi(question, options.words, reader)])),
      ...notesUi(questions, options),
    };
  }
  const sections = definition.sections.map((section) => {
    const guidance = section.guidance ? [fillYears(section.guidance.vi, options.reportYear)] : [];
    const help = helpOf([...guidance, ...ruleHelp(section, reader)]);
    return [
      section.key,
      { 'ui:widget': 'textarea', 'ui:options': { rows: 8, depth: section.depth }, ...help },
    ] as const;
  });
  return { 'ui:order': definition.sections.map((section) => section.key), ...Object.fromEntries(sections) };
}

const helpOf = (lines: readonly (string | undefined)[]): UiSchema => {
  const help = lines.filter((line) => line !== undefined).join('\n');
  return help ? { 'ui:help': help } : {};
};

const noteOrder = (options: SchemaOptions): string[] => (options.notes ? ['*'] : []);

/** Explanations are asked where a check asks for them, not as fields of their own. */
function notesUi(members: readonly { key: string }[], options: SchemaOptions): UiSchema {
  if (!options.notes) return {};
  return Object.fromEntries(noteKeysOf(members).map((key) => [key, { 'ui:widget': 'hidden' }]));
}

function indicatorUi(form: IndicatorForm, options: SchemaOptions, reader: FormulaReader | undefined): UiSchema {
  const rows = form.rows.map((row) => [row.key, rowUi(form, row, options, reader)] as const);
  return { 'ui:order': form.rows.map((row) => row.key), ...Object.fromEntries(rows) };
}

function rowUi(form: IndicatorForm, row: Row, options: SchemaOptions, reader: FormulaReader | undefined): UiSchema {
  const measures = form.measures.filter((one) => !one.computed || (options.computed !== false && isNumeric(row)));
  const cells = measures.map((measure) => {
    const readonly = measure.computed || row.computed ? { 'ui:readonly': true } : {};
    const standing = measure.standingAsked ? { 'ui:options': { standingAsked: true } } : {};
    // The chosen state would title the cell otherwise.
    const title = fillYears(measure.label.vi, options.reportYear);
    const { visibleWhen } = measure;
    const help = helpOf(ruleHelp({ visibleWhen, computed: formulaOf(measure) }, reader));
    const cell = { 'ui:title': title, ...cellUi(row, options.words), ...help, ...standing, ...readonly };
    return [measure.key, cell] as const;
  });
  // Where no source was found the page says so.
  const known = [isGuided(row.help) ? undefined : options.words?.('no-help'), helpText(row.help, options.words)];
  return {
    ...helpOf([...known, ...ruleHelp(row, reader)]),
    'ui:options': { group: row.group, unit: row.unit.vi, part: row.part !== undefined },
    'ui:order': measures.map((measure) => measure.key),
    ...Object.fromEntries(cells),
  };
}

function cellUi(row: Row, words: FormWords | undefined): UiSchema {
  return {
    'ui:order': ['state', 'value', '*'],
    state: { 'ui:widget': 'hidden' },
    value: valueUi(row, words),
    standing: { 'ui:widget': 'select', ...standingNames(words) },
    note: { 'ui:widget': 'textarea' },
    reason: { 'ui:widget': 'textarea' },
    expectedOn: { 'ui:widget': 'date' },
  };
}

function standingNames(words: FormWords | undefined): UiSchema {
  if (!words) return {};
  return { 'ui:enumNames': [words('standing-estimate'), words('standing-preliminary'), words('standing-official')] };
}

function valueUi(row: Row, words: FormWords | undefined): UiSchema {
  const unit = { 'ui:options': { unit: row.unit.vi } };
  if (row.type === 'boolean') {
    const names = yesNoOf(row, words);
    return { 'ui:widget': 'radio', ...(names ? { 'ui:enumNames': [names.yes, names.no] } : {}) };
  }
  if (row.type === 'text') return { 'ui:widget': 'textarea' };
  if (row.type === 'choice') return choiceUi(row.choices);
  if (row.type === 'date') return { 'ui:widget': 'date' };
  // Nobody types the id of a file: it comes with the upload.
  if (row.type === 'file') return { 'ui:widget': 'text', 'ui:readonly': true };
  return { 'ui:widget': 'text', ...unit };
}

function choiceUi(choices: Choice[] | undefined): UiSchema {
  return choices?.length
    ? { 'ui:widget': 'select', 'ui:enumNames': choices.map((choice) => choice.label.vi) }
    : { 'ui:widget': 'text' };
}

function columnUi(
  column: Column | Question,
  words: FormWords | undefined,
  reader: FormulaReader | undefined,
): UiSchema {
  const computed = 'computed' in column ? formulaOf(column) : undefined;
  const readonly = computed ? { 'ui:readonly': true } : {};
  const known = (column.help && helpText(column.help, words)) ?? column.note;
  const help = helpOf([known, ...ruleHelp({ visibleWhen: column.visibleWhen, computed }, reader)]);
  return { ...columnWidget(column, words), ...readonly, ...help };
}

function columnWidget(column: Column | Question, words: FormWords | undefined): UiSchema {
  switch (column.type) {
    case 'choice':
      return choiceUi(column.choices);
    case 'boolean':
      return { 'ui:widget': 'radio', ...(words ? { 'ui:enumNames': [words('yes'), words('no')] } : {}) };
    case 'date':
      return { 'ui:widget': 'date' };
    case 'percent':
      return { 'ui:widget': 'text', 'ui:options': { unit: '%' } };
    case 'text':
    case 'integer':
    case 'number':
    case 'money':
      return { 'ui:widget': 'text' };
  }
}
