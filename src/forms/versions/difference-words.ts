import { formatEn, formatVi, isCanonical } from '../answers/decimal.js';
import type { Difference, Json } from '../edit/edit.js';

/** The message of a difference: `definitions.difference.…` and what stands in it. */
export interface DifferenceMessage {
  key: string;
  params: Record<string, string>;
}

/** Fields whose values are short enough to be shown; of all others only the name is. */
const SHOWN = new Set([
  'label',
  'title',
  'unit',
  'unitCode',
  'min',
  'max',
  'decimals',
  'group',
  'jump',
  'ask',
  'template',
]);

/** A difference as a sentence of the message catalogs, e.g. "Đổi đơn vị tính của «…» từ … thành …". */
export function differenceMessage(difference: Difference, locale: 'vi' | 'en'): DifferenceMessage {
  const { sort, list, label, field } = difference;
  const name = (locale === 'en' && label.en) || label.vi;
  if (sort !== 'changed') return { key: `definitions.difference.${sort}.${list}`, params: { name } };
  const params = { name, field: field ?? '' };
  const isFlag = typeof (difference.to ?? difference.from) === 'boolean';
  if (isFlag) {
    return { key: `definitions.difference.flag.${field}.${difference.to === true ? 'on' : 'off'}`, params };
  }
  const where = list === 'form' ? 'form' : 'changed';
  if (!field || !SHOWN.has(field)) return { key: `definitions.difference.${where}.${field}`, params };
  const shown = { from: valueText(difference.from, locale), to: valueText(difference.to, locale) };
  const gone = shown.to === '' ? '.gone' : shown.from === '' ? '.new' : '';
  return { key: `definitions.difference.${where}.${field}${gone}`, params: { ...params, ...shown } };
}

/** Counts by sort of change, each a message with `count`: "3 chỉ tiêu đổi tên", "1 đổi đơn vị tính". Empty where nothing differs. */
export function summaryMessage(differences: readonly Difference[]): DifferenceMessage[] {
  const counts = new Map<string, number>();
  for (const difference of differences) {
    const key = summaryKey(difference);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  if (counts.size === 0) return [{ key: 'definitions.summary.none', params: {} }];
  return [...counts].map(([key, count]) => ({ key: `definitions.summary.${key}`, params: { count: String(count) } }));
}

function summaryKey({ sort, list, field }: Difference): string {
  if (list === 'checks') return sort === 'changed' ? 'changed.check' : `${sort}.checks`;
  if (sort !== 'changed') return `${sort}.${list}`;
  switch (field) {
    case 'label':
    case 'title':
      return 'changed.name';
    case 'unit':
    case 'unitCode':
      return 'changed.unit';
    case 'min':
    case 'max':
      return 'changed.bounds';
    case 'type':
      return 'changed.type';
    case 'help':
      return 'changed.help';
    case 'ask':
      return 'changed.ask';
    case 'choices':
      return 'changed.choices';
    case 'hidden':
      return 'changed.hidden';
    default:
      return 'changed.other';
  }
}

function valueText(value: Json | undefined, locale: 'vi' | 'en'): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') {
    if (!isCanonical(value)) return value;
    return locale === 'en' ? formatEn(value) : formatVi(value);
  }
  if (typeof value === 'number') return String(value);
  if (typeof value === 'object' && !Array.isArray(value)) {
    const text = (locale === 'en' && value['en']) || value['vi'];
    return typeof text === 'string' ? text : '';
  }
  return '';
}
