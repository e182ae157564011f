import type { FormDefinition } from '../definition/definition.js';
import type { Difference, Json } from '../edit/edit.js';
import { formulaNames } from '../formula/names.js';
import { changedPart } from './changed-part.js';
import { shownTexts } from './shown-texts.js';
import { type ValueReader, valueInWords } from './value-words.js';

/** The message of a difference: `definitions.difference.…` and what stands in it. */
export interface DifferenceMessage {
  key: string;
  params: Record<string, string>;
}

/** Who is told what differs; the names of rows and columns are those of each version. */
export type DifferenceReader = Omit<ValueReader, 'names'>;

/** What a switch stands on where nothing is said. */
const ON_BY_DEFAULT: readonly string[] = ['asked'];

/**
 * Tells differences between two forms as sentences of the message catalogs, each with what stood there and what stands there:
 * "Đổi đơn vị tính của «…» từ … thành …", a formula or a condition as it reads on the page.
 */
export function differenceTeller(
  before: FormDefinition,
  after: FormDefinition,
  reader: DifferenceReader,
): (difference: Difference) => DifferenceMessage {
  const [from, to] = [before, after].map((form) => ({ ...reader, names: formulaNames(form, reader.locale) })) as [
    ValueReader,
    ValueReader,
  ];
  const checks = new Map((after.checks ?? []).map((check) => [check.key, check]));
  return (difference) => {
    const { sort, list, key, label, field = '' } = difference;
    const name = (reader.locale === 'en' && label.en) || label.vi;
    const check = sort === 'added' && list === 'checks' ? checks.get(key) : undefined;
    if (check) {
      const level = valueInWords('level', check.level, to);
      const rule = valueInWords('holds', check.holds as unknown as Json, to);
      return { key: 'definitions.difference.added.checks', params: { name, level, rule } };
    }
    if (sort !== 'changed') return { key: `definitions.difference.${sort}.${list}`, params: { name } };
    const changed = [difference.from ?? null, difference.to ?? null] as const;
    if (typeof (changed[1] ?? changed[0]) === 'boolean') {
      const isOn = changed[1] ?? ON_BY_DEFAULT.includes(field);
      return { key: `definitions.difference.flag.${field}.${isOn === true ? 'on' : 'off'}`, params: { name } };
    }
    const place = `definitions.difference.${list === 'form' ? 'form' : 'changed'}`;
    if (field === 'seq') return { key: `${place}.seq`, params: { name } };
    return shownChange(place, name, field, changed, [from, to]);
  };
}

function shownChange(
  place: string,
  name: string,
  field: string,
  values: readonly [Json, Json],
  readers: readonly [ValueReader, ValueReader],
): DifferenceMessage {
  const [from, to] = changedPart(...shownTexts(field, values, readers));
  // Only the other language's words changed.
  if (from === to) return { key: `${place}.translation`, params: { name } };
  const isEnded = withoutEnd(from) !== withoutEnd(to);
  const [said, saidNow] = isEnded ? [withoutEnd(from), withoutEnd(to)] : [from, to];
  const end = to === '' ? '.gone' : from === '' ? '.new' : '';
  return { key: `${place}.${field}${end}`, params: { name, from: said, to: saidNow } };
}

/** The sentence around it ends by itself. */
const withoutEnd = (text: string): string => text.replace(/\.$/, '');
