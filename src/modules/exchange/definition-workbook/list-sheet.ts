import { type FormDefinition, type ListName, partRow, wholeOf } from '../../../forms/index.js';
import {
  appliesToField,
  choiceField,
  type Field,
  groupField,
  type Member,
  numberField,
  textField,
  unitField,
  yesNoField,
} from './field.js';
import { conditionField, formulaField, measuresField, pointerField } from './rule-fields.js';

/** One list of a definition as one worksheet. */
export interface ListSheet {
  list: ListName;
  fields: readonly Field[];
  /** The members as they stand. */
  members: (definition: FormDefinition) => Member[];
  /** A member that an inserted line begins with. */
  fresh: (key: string, place: number, definition: FormDefinition) => Member;
}

const HELP = [textField('help.meaning.vi', 30), textField('help.method.vi', 30), textField('help.legalBasis.vi', 30)];
const VALUE_TYPES = ['number', 'integer', 'percent', 'money', 'date', 'boolean', 'text', 'choice', 'file'] as const;
const COLUMN_TYPES = ['number', 'integer', 'percent', 'money', 'date', 'boolean', 'text', 'choice'] as const;

const ROWS: ListSheet = {
  list: 'rows',
  fields: [
    textField('label.vi', 48, true),
    textField('label.en', 36),
    groupField,
    unitField,
    textField('unit.code', 14, true),
    choiceField('type', VALUE_TYPES),
    numberField('decimals', 'whole'),
    numberField('min', 'decimal'),
    numberField('max', 'decimal'),
    yesNoField('required'),
    yesNoField('asked', true),
    textField('ask.vi', 36),
    textField('ask.en', 36),
    numberField('jump', 'decimal'),
    formulaField('rows'),
    conditionField('visibleWhen'),
    ...HELP,
    textField('leadAgency', 24),
    appliesToField,
    yesNoField('hidden', false),
    textField('note', 30),
  ],
  members: (definition) => (definition.kind === 'indicators' ? asMembers(definition.rows) : []),
  fresh: (key, place, definition) => {
    const rows = definition.kind === 'indicators' ? definition.rows : [];
    // «code/part» under an indicator that stands in the form splits it.
    const split = wholeOf(key, rows);
    const part = split && { ...partRow(split.own, split.part, { vi: '' }), label: { vi: '' } };
    return part ? (part as unknown as Member) : freshRow(key, place, definition);
  },
};

const freshRow: ListSheet['fresh'] = (key, place, definition) => ({
  key,
  code: key,
  group: definition.kind === 'indicators' ? (definition.groups[0]?.key ?? 'A') : 'A',
  seq: place,
  label: { vi: '' },
  unit: { code: 'unit', vi: '' },
  type: 'number',
  decimals: 0,
  required: false,
  appliesTo: 'all',
  leadAgency: '',
  assignedDown: false,
  aggregation: { rule: 'none' },
  direction: 'neutral',
  help: {},
  provenance: 'added',
});

const MEASURES: ListSheet = {
  list: 'measures',
  fields: [
    textField('label.vi', 48, true),
    textField('label.en', 36),
    choiceField('year', [-1, 0, 1]),
    choiceField('sort', ['plan', 'outcome']),
    choiceField('standing', ['estimate', 'preliminary', 'official'], true),
    yesNoField('required'),
    yesNoField('asked'),
    yesNoField('standingAsked', false),
    conditionField('visibleWhen'),
    formulaField('measures'),
  ],
  members: (definition) => (definition.kind === 'indicators' ? asMembers(definition.measures) : []),
  fresh: (key) => ({ key, label: { vi: '' }, year: 0, sort: 'outcome', required: false, asked: false }),
};

const GROUPS: ListSheet = {
  list: 'groups',
  fields: [
    textField('title.vi', 48, true),
    textField('title.en', 36),
    conditionField('visibleWhen'),
    yesNoField('hidden', false),
  ],
  members: (definition) => (definition.kind === 'indicators' ? asMembers(definition.groups) : []),
  fresh: (key) => ({ key, title: { vi: '' } }),
};

const FIELD_OF_LINE = [
  textField('label.vi', 48, true),
  textField('label.en', 36),
  choiceField('type', COLUMN_TYPES),
  textField('unitCode', 14),
  yesNoField('required'),
  numberField('decimals', 'whole'),
  numberField('min', 'decimal'),
  numberField('max', 'decimal'),
  yesNoField('hidden', false),
  ...HELP,
  conditionField('visibleWhen'),
  textField('note', 30),
];

const COLUMNS: ListSheet = {
  list: 'columns',
  fields: [...FIELD_OF_LINE, yesNoField('total', false), formulaField('columns')],
  members: (definition) => (definition.kind === 'records' ? asMembers(definition.columns) : []),
  fresh: (key) => ({ key, label: { vi: '' }, type: 'text', required: false, provenance: 'added' }),
};

const QUESTIONS: ListSheet = {
  list: 'questions',
  fields: [...FIELD_OF_LINE, textField('ask.vi', 36), textField('ask.en', 36)],
  members: (definition) => (definition.kind === 'short' ? asMembers(definition.questions) : []),
  fresh: (key) => ({ key, label: { vi: '' }, type: 'text', required: false, provenance: 'added' }),
};

const SECTIONS: ListSheet = {
  list: 'sections',
  fields: [
    textField('title.vi', 60, true),
    textField('title.en', 48),
    choiceField('depth', [1, 2]),
    textField('guidance.vi', 60),
    textField('guidance.en', 48),
    yesNoField('required', false),
    conditionField('visibleWhen'),
    yesNoField('hidden', false),
  ],
  members: (definition) => (definition.kind === 'outline' ? asMembers(definition.sections) : []),
  fresh: (key) => ({ key, depth: 1, title: { vi: '' }, provenance: 'added' }),
};

const checksOf = (pointer: readonly Field[]): ListSheet => ({
  list: 'checks',
  fields: [
    textField('message.vi', 48, true),
    textField('message.en', 36),
    choiceField('level', ['hard', 'soft']),
    ...pointer,
    conditionField('holds'),
  ],
  members: (definition) => asMembers(definition.checks ?? []),
  fresh: (key) => ({ key, level: 'soft', message: { vi: '' } }),
});

const CHECKS_OF_TABLE = checksOf([pointerField('row'), measuresField]);
const CHECKS_OF_LINES = checksOf([pointerField('column')]);

/** The sheets of a definition, the one that people look at first first. */
export function listSheets(definition: FormDefinition): ListSheet[] {
  switch (definition.kind) {
    case 'indicators':
      return [ROWS, MEASURES, GROUPS, CHECKS_OF_TABLE];
    case 'records':
      return [COLUMNS, CHECKS_OF_LINES];
    case 'outline':
      return [SECTIONS];
    case 'short':
      return [QUESTIONS, CHECKS_OF_LINES];
  }
}

function asMembers(list: readonly { key: string }[]): Member[] {
  return list as unknown as Member[];
}
