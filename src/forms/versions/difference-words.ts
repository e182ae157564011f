import { formatEn, formatVi, isCanonical } from '../answers/decimal.js';
import type { Difference, Json } from '../edit/edit.js';

/** The message of a difference: `definitions.difference.…` and what stands in it. */
export interface DifferenceMessage {
  key: string;
  params: Record<string, string>;
}

/** Fields whose values are short enough to be shown; of all others only the name is. */
const SHOWN: readonly string[] = [
  ...['label', 'title', 'template', 'unit', 'unitCode', 'group'],
  ...['min', 'max', 'decimals', 'jump', 'ask'],
];

/** What a switch stands on where nothing is said. */
const ON_BY_DEFAULT: readonly string[] = ['asked'];

/** A difference as a sentence of the message catalogs, e.g. "Đổi đơn vị tính của «…» từ … thành …". */
export function differenceMessage(difference: Difference, locale: 'vi' | 'en'): DifferenceMessage {
  const { sort, list, label, field = '', from = null, to = null } = difference;
  const name = (locale === 'en' && label.en) || label.vi;
  if (sort !== 'changed') return { key: `definitions.difference.${sort}.${list}`, params: { name } };
  if (typeof (to ?? from) === 'boolean') {
    const isOn = to ?? ON_BY_DEFAULT.includes(field);
    return { key: `definitions.difference.flag.${field}.${isOn === true ? 'on' : 'off'}`, params: { name } };
  }
  const place = `definitions.difference.${list === 'form' ? 'form' : 'changed'}`;
  if (field === 'type') return { key: `${place}.type.${String(to)}`, params: { name } };
  if (!SHOWN.includes(field)) return { key: `${place}.${field}`, params: { name } };
  return shownChange(place, name, field, [from, to], locale);
}

function shownChange(
  place: string,
  name: string,
  field: string,
  values: readonly [Json, Json],
  locale: 'vi' | 'en',
): DifferenceMessage {
  let [from, to] = values.map((value) => valueText(value, locale)) as [string, string];
  // Two units may be written alike and still be two.
  if (from === to && field === 'unit') [from, to] = values.map(codeText) as [string, string];
  if (from === to) return { key: `${place}.translation`, params: { name } };
  const end = to === '' ? '.gone' : from === '' ? '.new' : '';
  return { key: `${place}.${field}${end}`, params: { name, from, to } };
}

function valueText(value: Json, locale: 'vi' | 'en'): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') {
    if (!isCanonical(value)) return value;
    return locale === 'en' ? formatEn(value) : formatVi(value);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return '';
  const text = (locale === 'en' && value['en']) || value['vi'];
  return typeof text === 'string' ? text : '';
}

function codeText(value: Json): string {
  const code = typeof value === 'object' && value !== null && !Array.isArray(value) ? value['code'] : undefined;
  return typeof code === 'string' ? code : '';
}
