import type { Field } from './field';
import type { ListName } from './forms';

const VALUE_TYPES = ['number', 'integer', 'percent', 'money', 'date', 'boolean', 'text', 'choice', 'file'];
const LINE_TYPES = VALUE_TYPES.filter((type) => type !== 'file');

const key: Field = { name: 'key', kind: 'key', width: 130 };
const label: Field = { name: 'label.vi', kind: 'text', width: 270, needed: true };
const title: Field = { name: 'title.vi', kind: 'text', width: 420, needed: true };
const required: Field = { name: 'required', kind: 'yes-no', width: 90 };
const asked: Field = { name: 'asked', kind: 'yes-no', width: 90, otherwise: true };
const hidden: Field = { name: 'hidden', kind: 'yes-no', width: 70, otherwise: false };
const decimals: Field = { name: 'decimals', kind: 'whole', width: 90 };
const min: Field = { name: 'min', kind: 'bound', width: 110 };
const max: Field = { name: 'max', kind: 'bound', width: 110 };
const note: Field = { name: 'note', kind: 'text', width: 260 };
const type = (options: readonly string[]): Field => ({ name: 'type', kind: 'choice', width: 120, options });

const line: Field[] = [
  key,
  label,
  type(LINE_TYPES),
  { name: 'unitCode', kind: 'text', width: 130 },
  decimals,
  min,
  max,
  required,
];

/** The columns of each list's table, in the order in which they are shown, pasted and copied. */
export const fieldsOf: Record<ListName, readonly Field[]> = {
  rows: [
    key,
    label,
    { name: 'group', kind: 'group', width: 170, needed: true, list: 'groups' },
    { name: 'unit.vi', kind: 'unit', width: 130, needed: true },
    type(VALUE_TYPES),
    { ...decimals, needed: true },
    min,
    max,
    required,
    asked,
    { name: 'leadAgency', kind: 'text', width: 200 },
    { name: 'appliesTo', kind: 'audience', width: 140, needed: true },
    hidden,
    note,
  ],
  measures: [
    key,
    { ...label, width: 360 },
    { name: 'year', kind: 'choice', width: 190, options: [-1, 0, 1] },
    { name: 'sort', kind: 'choice', width: 120, options: ['plan', 'outcome'] },
    { name: 'standing', kind: 'choice', width: 130, options: ['', 'estimate', 'preliminary', 'official'] },
    required,
    { ...asked, otherwise: undefined },
    { name: 'standingAsked', kind: 'yes-no', width: 130, otherwise: false },
  ],
  groups: [key, title, { name: 'title.en', kind: 'text', width: 360 }, hidden],
  columns: [...line, { name: 'total', kind: 'yes-no', width: 110, otherwise: false }, hidden, note],
  questions: [...line, { name: 'ask.vi', kind: 'text', width: 280 }, hidden, note],
  sections: [
    key,
    title,
    { name: 'depth', kind: 'choice', width: 90, options: [1, 2] },
    { name: 'guidance.vi', kind: 'text', width: 420 },
    { ...required, otherwise: false },
    hidden,
  ],
  checks: [
    key,
    { name: 'level', kind: 'choice', width: 180, options: ['hard', 'soft'] },
    { name: 'message.vi', kind: 'text', width: 360, needed: true },
    { name: 'holds', kind: 'holds', width: 420 },
  ],
};
