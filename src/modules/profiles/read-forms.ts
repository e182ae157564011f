import { z } from 'zod';
import {
  buildBasesForm,
  buildIndicatorForm,
  findCircle,
  referencesOf,
  type FormDefinition,
  type Help,
  type Indicator,
  type IndicatorForm,
  type Measure,
  type OutlineForm,
  type RecordForm,
} from '../../forms/index.js';
import type { DataFolder } from '../shared/index.js';
import { text, type ProfileFile } from './profile-file.js';
import { catalogOf, type ReadCatalogs } from './read-catalogs.js';

const key = z.string().regex(/^[a-zA-Z0-9]+([-_][a-zA-Z0-9]+)*$/, 'must be made of letters, digits, - and _');
const filled = z.string().min(1);

const measure = z.strictObject({
  key,
  label: text,
  year: z.union([z.literal(-1), z.literal(0), z.literal(1)]),
  sort: z.enum(['plan', 'outcome']),
  standing: z.enum(['estimate', 'preliminary', 'official']).optional(),
  required: z.boolean(),
  asked: z.boolean(),
  computed: z
    .strictObject({ rule: z.enum(['percent-of', 'growth', 'difference']), a: z.string(), b: z.string() })
    .optional(),
});

const measuresFile = z.record(z.string(), z.array(measure).min(1));

const indicatorFormsFile = z.strictObject({
  forms: z.record(
    key,
    z.strictObject({
      template: filled,
      catalog: z.string(),
      measures: z.string(),
      'required-frequencies': z.array(z.enum(['month', 'quarter', 'half', 'year'])).optional(),
      help: z.array(z.string()).default([]),
      title: text,
      provenance: filled,
    }),
  ),
  help: z.record(
    z.string(),
    z.strictObject({ 'applies-to': z.enum(['assigned', 'national-code']), 'legal-basis': text }),
  ),
});

const basesFile = z.strictObject({
  provenance: filled,
  template: filled,
  measures: z.string(),
  group: text,
  forms: z.record(key, z.strictObject({ catalogs: z.array(z.string()), title: text })),
  units: z.record(z.string(), z.strictObject({ vi: filled, decimals: z.int().min(0).max(6) })),
});

const choice = z.strictObject({ key, label: text });

const column = z.strictObject({
  key,
  label: text,
  type: z.enum(['text', 'integer', 'number', 'percent', 'date', 'choice']),
  'unit-code': z.string().optional(),
  required: z.boolean(),
  computed: z
    .strictObject({ rule: z.enum(['percent-of', 'difference']), parts: z.array(z.string()).min(2) })
    .optional(),
  choices: z.array(choice).min(1).optional(),
  provenance: filled,
  note: z.string().optional(),
});

const section = z.strictObject({
  key,
  depth: z.union([z.literal(1), z.literal(2)]),
  title: text,
  guidance: text.optional(),
  required: z.boolean().optional(),
  provenance: filled,
});

const head = { key, template: filled, title: text, provenance: filled };

const writtenForm = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('records'), ...head, columns: z.array(column).min(1) }),
  z.strictObject({ kind: z.literal('outline'), ...head, sections: z.array(section).min(1) }),
]);

const MEASURES = 'forms/measures.yaml';
const INDICATOR_FORMS = 'forms/indicator-forms.yaml';
const BASES_FORMS = 'forms/bases.yaml';

/**
 * Makes the forms that profile.yaml lists, in its order: indicator forms from catalog and measures, bases forms from what the
 * aggregations need, and every other one from `forms/<key>.yaml`. What is wrong goes to `folder.faults`.
 */
export function readForms(folder: DataFolder, declared: ProfileFile, read: ReadCatalogs): FormDefinition[] {
  const measures = folder.yaml(MEASURES, measuresFile) ?? {};
  for (const [set, columns] of Object.entries(measures)) checkMeasures(folder, set, columns);
  const made = new Map<string, FormDefinition>(
    [...indicatorForms(folder, read, measures), ...basesForms(folder, read, measures)].map((form) => [form.key, form]),
  );
  for (const form of made.keys()) {
    if (!declared.forms.includes(form)) folder.fault('profile.yaml', 'forms', `"${form}" is made but not listed`);
  }
  return declared.forms.flatMap((form, at) => {
    if (declared.forms.indexOf(form) < at) folder.fault('profile.yaml', `forms.${at}`, `"${form}" stands twice`);
    const definition = made.get(form) ?? readWritten(folder, form);
    return definition ? [definition] : [];
  });
}

function indicatorForms(folder: DataFolder, read: ReadCatalogs, measures: Record<string, Measure[]>): IndicatorForm[] {
  const file = folder.yaml(INDICATOR_FORMS, indicatorFormsFile);
  if (!file) return [];
  const assigned = new Set(
    read.catalogs.flatMap(({ lines }) =>
      lines.filter(({ value }) => value.assignedDown).map(({ value }) => value.code),
    ),
  );
  const helpOf = (rules: readonly string[], indicator: Indicator): Help => {
    const legal = rules
      .map((rule) => file.help[rule])
      .find((rule) => {
        if (rule?.['applies-to'] === 'assigned') return assigned.has(indicator.code);
        return rule !== undefined && indicator.nationalCode !== undefined;
      });
    return legal ? { legalBasis: legal['legal-basis'] } : {};
  };
  return Object.entries(file.forms).flatMap(([form, spec]) => {
    const fault = (row: string, reason: string): void => folder.fault(INDICATOR_FORMS, `forms.${form}.${row}`, reason);
    const catalog = read.catalogs.find((one) => one.key === spec.catalog);
    const columns = measures[spec.measures];
    if (!catalog) fault('catalog', `catalog "${spec.catalog}" is unknown`);
    if (!columns) fault('measures', `${MEASURES} has no set "${spec.measures}"`);
    for (const rule of spec.help) if (!(rule in file.help)) fault('help', `"${rule}" is not under help`);
    if (!catalog || !columns) return [];
    return [
      buildIndicatorForm(catalogOf(catalog), {
        key: form,
        template: spec.template,
        title: spec.title,
        provenance: spec.provenance,
        groups: read.groups.get(catalog.key) ?? [],
        measures: columns,
        breakdowns: read.breakdowns,
        requiredFrequencies: spec['required-frequencies'],
        help: (indicator) => helpOf(spec.help, indicator),
      }),
    ];
  });
}

function basesForms(folder: DataFolder, read: ReadCatalogs, measures: Record<string, Measure[]>): IndicatorForm[] {
  const file = folder.yaml(BASES_FORMS, basesFile);
  if (!file) return [];
  const columns = measures[file.measures];
  if (!columns) {
    folder.fault(BASES_FORMS, 'measures', `${MEASURES} has no set "${file.measures}"`);
    return [];
  }
  for (const { value } of read.bases) {
    if (!(value.unitCode in file.units)) {
      folder.fault(BASES_FORMS, 'units', `unit of measure "${value.unitCode}" of "${value.code}" is not named`);
    }
  }
  return Object.entries(file.forms).map(([form, spec]) => {
    const catalogs = spec.catalogs.flatMap((name, at) => {
      const catalog = read.catalogs.find((one) => one.key === name);
      if (!catalog) folder.fault(BASES_FORMS, `forms.${form}.catalogs.${at}`, `catalog "${name}" is unknown`);
      return catalog ? [catalog] : [];
    });
    const indicators = catalogs.flatMap((catalog) => catalog.lines.map(({ value }) => value));
    const rows = new Set(indicators.map((indicator) => indicator.code));
    const needed = new Set(
      indicators.flatMap((indicator) => referencesOf(indicator.aggregation)).filter((one) => !rows.has(one)),
    );
    const bases = read.bases.map(({ value }) => value).filter((base) => needed.has(base.code));
    return buildBasesForm(bases, file.units, {
      key: form,
      template: file.template,
      title: spec.title,
      provenance: file.provenance,
      measures: columns,
      group: file.group,
    });
  });
}

function readWritten(folder: DataFolder, name: string): RecordForm | OutlineForm | undefined {
  const file = `forms/${name}.yaml`;
  const form = folder.yaml(file, writtenForm);
  if (!form) return undefined;
  if (form.key !== name) folder.fault(file, 'key', `is "${form.key}", the file is "${name}"`);
  if (form.kind === 'outline') {
    checkTwice(folder, file, 'sections', form.sections);
    return form;
  }
  checkColumns(folder, file, form.columns);
  return {
    ...form,
    columns: form.columns.map(({ 'unit-code': unitCode, ...rest }) => ({ ...rest, ...(unitCode ? { unitCode } : {}) })),
  };
}

function checkMeasures(folder: DataFolder, set: string, measures: readonly Measure[]): void {
  checkTwice(folder, MEASURES, set, measures);
  const byKey = new Map(measures.map((one) => [one.key, one]));
  for (const [at, { computed, required, asked }] of measures.entries()) {
    if (!computed) continue;
    const fault = (reason: string): void => folder.fault(MEASURES, `${set}.${at}`, reason);
    // Comparisons are made of answers only, so no circle can come about.
    for (const part of [computed.a, computed.b]) {
      const other = byKey.get(part);
      if (!other) fault(`"${part}" is no measure of this set`);
      else if (other.computed) fault(`"${part}" is itself computed`);
    }
    if (required || asked) fault('a computed measure is neither required nor asked');
  }
}

function checkColumns(folder: DataFolder, file: string, columns: readonly z.output<typeof column>[]): void {
  checkTwice(folder, file, 'columns', columns);
  const places = new Map(columns.map((one, at) => [one.key, at]));
  for (const [at, { type, choices, computed }] of columns.entries()) {
    const fault = (reason: string): void => folder.fault(file, `columns.${at}`, reason);
    if ((type === 'choice') !== (choices !== undefined))
      fault('choices belong to a column of type choice, and only there');
    if (choices) checkTwice(folder, file, `columns.${at}.choices`, choices);
    for (const part of computed?.parts ?? []) {
      const place = places.get(part);
      if (place === undefined) fault(`"${part}" is no column of this form`);
      else if (place > at && columns[place]!.computed) fault(`"${part}" is computed only after it`);
    }
  }
  const circle = findCircle(new Map(columns.map((one) => [one.key, one.computed?.parts ?? []])));
  if (circle) folder.fault(file, 'columns', `computed columns need each other in a circle: ${circle.join(' → ')}`);
}

function checkTwice(folder: DataFolder, file: string, path: string, list: readonly { key: string }[]): void {
  const seen = new Set<string>();
  for (const [at, one] of list.entries()) {
    if (seen.has(one.key)) folder.fault(file, `${path}.${at}`, `key "${one.key}" stands twice`);
    seen.add(one.key);
  }
}
