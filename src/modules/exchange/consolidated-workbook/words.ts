import { fillYearsIn, type LocalText, type Measure, type Row } from '../../../forms/index.js';
import type { NoValue, RolledCell } from '../../rollups/index.js';
import { inLocale } from '../../shared/index.js';
import type { ConsolidatedInput } from './input.js';

/** More names than this are counted instead of named. */
const MOST_NAMES = 5;

type Speaker = Pick<ConsolidatedInput, 't' | 'locale' | 'reportYear'>;

const COUNTED: readonly NoValue[] = ['nothing-reported', 'nothing-usable', 'zero-denominator', 'too-large'];

/** Whether the number of units says something about a total; the others never had a figure to wait for. */
export function isCounted(reason: NoValue | undefined): boolean {
  return reason === undefined || COUNTED.includes(reason);
}

/** `13/14, thiếu: Xã A, Xã B`, or in words why nothing was to be expected. */
export function completenessText(cell: RolledCell, { t }: Pick<Speaker, 't'>): string {
  if (cell.reason && !isCounted(cell.reason)) return reasonText(cell.reason, { t });
  const { used, of, missing, notApplicable } = cell;
  const count =
    notApplicable > 0 ? t('exchange.of-applicable', { used, of, notApplicable }) : t('exchange.of', { used, of });
  if (missing.length === 0) return count;
  return t('exchange.missing', {
    count,
    names: namesText(
      missing.map((one) => one.name),
      { t },
    ),
  });
}

/**
 * Why a rate has no total although units were counted, and what they lack; undefined where the count says enough. Of a sum
 * it does; a rate is made of figures that stand in other rows or forms.
 */
export function noTotalText(
  row: Pick<Row, 'aggregation'>,
  cell: RolledCell,
  { t }: Pick<Speaker, 't'>,
): string | undefined {
  const isRate = row.aggregation.rule === 'ratio' || row.aggregation.rule === 'weighted';
  if (cell.reason === undefined || !isCounted(cell.reason)) return undefined;
  if (!isRate || cell.reason === 'nothing-reported') return undefined;
  const reason = reasonText(cell.reason, { t });
  const count = completenessText(cell, { t });
  const lacks = new Set(cell.missing.map((one) => one.why).filter((why) => why !== 'not-submitted'));
  if (lacks.size === 0) return t('exchange.no-total', { reason, count });
  const whys = [...lacks].map((why) => t(`exchange.missing.${why}`)).join('; ');
  return t('exchange.no-total-for', { reason, whys, count });
}

/** At most five names, then how many more. */
export function namesText(names: readonly string[], { t }: Pick<Speaker, 't'>): string {
  const shown = names.slice(0, MOST_NAMES).join(', ');
  const more = names.length - MOST_NAMES;
  return more > 0 ? t('exchange.and-more', { names: shown, count: more }) : shown;
}

export function reasonText(reason: NoValue, { t }: Pick<Speaker, 't'>): string {
  return t(`exchange.reason.${reason}`);
}

export function measureLabel(measure: Measure, speaker: Speaker): string {
  return inLocale(fillYearsIn(measure.label, speaker.reportYear), speaker.locale);
}

export function labelOf(text: LocalText, speaker: Speaker): string {
  return inLocale(text, speaker.locale);
}

/** How the units below become one figure, in words. */
export function ruleText({ aggregation }: Pick<Row, 'aggregation'>, input: ConsolidatedInput): string {
  const name = (code: string): string => {
    const known = input.nameOf(code);
    return known ? labelOf(known, input) : code;
  };
  switch (aggregation.rule) {
    case 'weighted':
      return input.t('exchange.rule.weighted', { weight: name(aggregation.by) });
    case 'ratio':
      return input.t(aggregation.previousYear ? 'exchange.rule.growth' : 'exchange.rule.ratio', {
        numerator: name(aggregation.numerator),
        denominator: name(aggregation.denominator),
      });
    default:
      return input.t(`exchange.rule.${aggregation.rule}`);
  }
}

/** Where the name of an indicator was seen. */
export function provenanceText(provenance: string, { t }: Pick<Speaker, 't'>): string {
  const [sort = '', tag = ''] = provenance.split(':', 2);
  return ['directive', 'national-system', 'published', 'reconstructed'].includes(sort)
    ? t(`exchange.provenance.${sort}`, { tag })
    : provenance;
}
