import { z } from 'zod';
import {
  buildBasesForm,
  buildIndicatorForm,
  referencesIn,
  referencesOf,
  type FormDefinition,
  formulaOf,
  type Help,
  type Indicator,
  type IndicatorForm,
  type Measure,
} from '../../forms/index.js';
import type { DataFolder } from '../shared/index.js';
import { text, type ProfileFile } from './profile-file.js';
import { catalogOf, type ReadCatalogs } from './read-catalogs.js';
import { checkFaults, checkTwice, readWrittenForm } from './read-written-form.js';
import { checks, filled, key } from './written-form-file.js';

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
      checks,
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
    const definition = made.get(form) ?? readWrittenForm(folder, form);
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
    const made: IndicatorForm = {
      ...buildIndicatorForm(catalogOf(catalog), {
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
      ...(spec.checks ? { checks: spec.checks } : {}),
    };
    if (spec.checks) checkFaults(folder, INDICATOR_FORMS, made);
    return [made];
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

function checkMeasures(folder: DataFolder, set: string, measures: readonly Measure[]): void {
  checkTwice(folder, MEASURES, set, measures);
  const byKey = new Map(measures.map((one) => [one.key, one]));
  for (const [at, { required, asked, ...measure }] of measures.entries()) {
    const formula = formulaOf(measure);
    if (!formula) continue;
    const fault = (reason: string): void => folder.fault(MEASURES, `${set}.${at}`, reason);
    // Comparisons are made of answers only, so no circle can come about.
    for (const part of referencesIn(formula).flatMap((one) => (one.op === 'cell' ? [one.measure ?? ''] : []))) {
      const other = byKey.get(part);
      if (!other) fault(`"${part}" is no measure of this set`);
      else if (other.computed) fault(`"${part}" is itself computed`);
    }
    if (required || asked) fault('a computed measure is neither required nor asked');
  }
}
