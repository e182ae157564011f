import { formatEn, formatVi, isCanonical } from '../answers/decimal.js';
import { dayText, isCalendarDay } from '../answers/calendar-day.js';
import type { Aggregation } from '../catalog/indicator.js';
import type { Choice, Help, LocalText } from '../definition/definition.js';
import { helpText } from '../definition/help-text.js';
import type { Json } from '../edit/edit.js';
import { comparedFormula } from '../formula/compared.js';
import type { Condition, Formula } from '../formula/formula.js';
import { conditionInWords, formulaInWords, type FormulaReader } from '../formula/words.js';

/** Who reads the value of a field, in one version of a form. */
export interface ValueReader extends FormulaReader {
  /** The text of `definitions.value.<name>`: what a member of a closed list is called. */
  value: (name: string, params?: Record<string, string>) => string;
  /** What the units of a trait are called. */
  audience: (trait: string) => string;
}

/** Fields whose values are members of a closed list: `definitions.value.<field>.<value>`. */
const CLOSED: readonly string[] = ['type', 'year', 'sort', 'standing', 'depth', 'level', 'direction'];

/** A field's value as a reader meets it; empty where nothing is said. */
export function valueInWords(field: string, value: Json, reader: ValueReader): string {
  if (value === null) return '';
  if (CLOSED.includes(field)) return reader.value(`${field}.${scalarText(value)}`);
  switch (field) {
    case 'computed':
      return formulaInWords(formulaOf(value), reader);
    case 'visibleWhen':
    case 'holds':
      return conditionInWords(value as unknown as Condition, reader);
    case 'choices':
      return choicesInWords(value as unknown as Choice[], reader);
    case 'help':
      return helpText(value as unknown as Help, reader.words, reader.locale)?.replaceAll('\n', ' ') ?? '';
    case 'aggregation':
      return aggregationInWords(value as unknown as Aggregation, reader);
    case 'appliesTo':
      return reader.audience(scalarText(value));
    case 'row':
      return reader.names.row(scalarText(value));
    case 'column':
      return reader.names.column(scalarText(value));
    case 'measures':
      return (value as string[]).map((key) => reader.names.measure(key)).join(', ');
    default:
      return plainText(value, reader.locale);
  }
}

export function choicesInWords(choices: readonly Choice[], { locale }: Pick<ValueReader, 'locale'>): string {
  return choices.map(({ label }) => quoted((locale === 'en' && label.en) || label.vi, locale)).join(', ');
}

export const quoted = (text: string, locale: 'vi' | 'en'): string => (locale === 'en' ? `“${text}”` : `«${text}»`);

function formulaOf(value: Json): Formula {
  const given = value as unknown as Formula | Parameters<typeof comparedFormula>[0];
  return 'op' in given ? given : comparedFormula(given);
}

function aggregationInWords(aggregation: Aggregation, { value, names }: ValueReader): string {
  switch (aggregation.rule) {
    case 'weighted':
      return value('aggregation.weighted', { by: names.row(aggregation.by) });
    case 'ratio':
      return value(aggregation.previousYear ? 'aggregation.growth' : 'aggregation.ratio', {
        numerator: names.row(aggregation.numerator),
        denominator: names.row(aggregation.denominator),
      });
    default:
      return value(`aggregation.${aggregation.rule}`);
  }
}

/** A text in the reader's language, a number or a day as they write it. */
function plainText(value: Json, locale: 'vi' | 'en'): string {
  if (typeof value === 'string') {
    if (isCalendarDay(value)) return dayText(value);
    if (!isCanonical(value)) return value;
    return locale === 'en' ? formatEn(value) : formatVi(value);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return scalarText(value);
  const { vi, en } = value as unknown as Partial<LocalText>;
  return (locale === 'en' && en) || vi || '';
}

const scalarText = (value: Json): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
