import type { EditorTexts } from '../../texts/editor';
import { CONDITION_OPS } from './new-formula';
import { type Condition, dayText, type FormDefinition, type Formula, type Json } from './forms';
import { conditionInWords, formulaInWords } from './formula-words';
import { namesOf } from './names';
import { type Notation, showNumber } from './number';

/** A field's value as people read it, whatever it is made of: a text in their language, a rule in words, yes or no. */
export function valueInWords(value: Json, definition: FormDefinition, texts: EditorTexts, locale: Notation): string {
  if (value === null || value === '') return texts.conflict.empty;
  if (typeof value === 'boolean') return texts.yesNo[value ? 'yes' : 'no'];
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string')
    return /^-?[0-9]+(\.[0-9]+)?$/.test(value) ? showNumber(value, locale) : dayText(value);
  const inner = (part: Json) => valueInWords(part, definition, texts, locale);
  if (Array.isArray(value)) return value.map(inner).join('; ');
  if (typeof value['vi'] === 'string') {
    const { vi, en } = value;
    return locale === 'en' && typeof en === 'string' && en !== '' ? en : vi;
  }
  if (typeof value['op'] === 'string') {
    const isCondition = CONDITION_OPS.some((op) => op === value['op']);
    const names = namesOf({ definition, locale });
    return isCondition
      ? conditionInWords(value as unknown as Condition, names, texts.words, locale)
      : formulaInWords(value as unknown as Formula, names, texts.words, locale);
  }
  if (value['label']) return inner(value['label']);
  return Object.values(value).map(inner).join('; ');
}
