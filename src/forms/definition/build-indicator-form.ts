import type { Base, Catalog, Indicator } from '../catalog/indicator.js';
import type { Help, IndicatorForm, LocalText, Measure, Row } from './definition.js';
import { partRow } from './part-row.js';

/** What an indicator form takes from elsewhere than its catalog. */
export interface IndicatorFormSpec {
  key: string;
  template: string;
  title: LocalText;
  provenance: string;
  groups: IndicatorForm['groups'];
  measures: Measure[];
  /** Labels of the parts that catalogs name in `breakdown`. */
  breakdowns: Readonly<Record<string, LocalText>>;
  /** Only rows counted at least this often are required; all are where this is absent. */
  requiredFrequencies?: readonly Indicator['frequency'][];
  help?: (indicator: Indicator) => Help;
}

/** The form of a catalog: a row for each indicator, followed by its breakdown rows, which are never required. */
export function buildIndicatorForm(catalog: Catalog, spec: IndicatorFormSpec): IndicatorForm {
  return {
    kind: 'indicators',
    key: spec.key,
    template: spec.template,
    title: spec.title,
    provenance: spec.provenance,
    groups: spec.groups,
    measures: spec.measures,
    rows: catalog.indicators.flatMap((indicator) => {
      const own = indicatorRow(indicator, spec);
      return [own, ...indicator.breakdown.map((part) => partRow(own, part, spec.breakdowns[part] ?? { vi: part }))];
    }),
  };
}

function indicatorRow(indicator: Indicator, spec: IndicatorFormSpec): Row {
  return {
    key: indicator.code,
    code: indicator.code,
    group: indicator.group,
    seq: indicator.seq,
    label: { vi: indicator.nameVi, en: indicator.nameEn },
    unit: { code: indicator.unitCode, vi: indicator.unitVi },
    type: indicator.valueType,
    decimals: indicator.decimals,
    ...present({ min: indicator.min, max: indicator.max }),
    required: spec.requiredFrequencies?.includes(indicator.frequency) ?? true,
    appliesTo: indicator.appliesTo,
    leadAgency: indicator.leadAgency,
    ...present({ nationalCode: indicator.nationalCode }),
    assignedDown: indicator.assignedDown,
    aggregation: indicator.aggregation,
    direction: indicator.direction,
    help: spec.help?.(indicator) ?? {},
    provenance: indicator.provenance,
    ...present({ note: indicator.note }),
  };
}

/** How a base is written: its unit of measure and decimals. */
export interface BaseUnit {
  vi: string;
  decimals: number;
}

/** The form that asks for denominators and weights; none of its rows is required. */
export function buildBasesForm(
  bases: readonly Base[],
  units: Readonly<Record<string, BaseUnit>>,
  spec: Pick<IndicatorFormSpec, 'key' | 'template' | 'title' | 'provenance' | 'measures'> & { group: LocalText },
): IndicatorForm {
  const { group, ...head } = spec;
  return {
    kind: 'indicators',
    ...head,
    groups: [{ key: 'A', title: group }],
    rows: bases.map((base, at) => {
      const unit = units[base.unitCode] ?? { vi: base.unitCode, decimals: 3 };
      return {
        key: base.code,
        code: base.code,
        group: 'A',
        seq: at + 1,
        label: { vi: base.nameVi, en: base.nameEn },
        unit: { code: base.unitCode, vi: unit.vi },
        type: unit.decimals === 0 ? 'integer' : 'number',
        decimals: unit.decimals,
        min: '0',
        required: false,
        appliesTo: 'all',
        leadAgency: '',
        assignedDown: false,
        aggregation: { rule: 'sum' },
        direction: 'neutral',
        help: {},
        provenance: base.provenance,
      };
    }),
  };
}

/** `values` without the keys that are undefined, so that two equal forms are equal as JSON too. */
function present<T extends object>(values: T): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;
}
