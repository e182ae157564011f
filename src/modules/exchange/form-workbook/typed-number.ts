import { decimal } from '../../../forms/index.js';

/**
 * The canonical number written as text in a workbook. Vietnamese notation comes first (`1.234,5`); other spellings are
 * taken where they can mean only one thing (`1234.5`, `0.125`, `1,234,567.8`). `'ambiguous'` where a single point may
 * separate thousands or three decimals; undefined where it is no number.
 * @param decimals how many places the number may have; undefined when any.
 */
export function typedNumber(text: string, decimals?: number): string | 'ambiguous' | undefined {
  const typed = text
    .replace(/[\s\u00A0\u202F]/g, '')
    .replace('−', '-')
    .replace(/%$/, '');
  if (/^-?[0-9]+(,[0-9]+)?$/.test(typed)) return decimal.canonical(typed.replace(',', '.'));
  if (/^-?[1-9][0-9]{0,2}\.[0-9]{3}$/.test(typed) && (decimals === undefined || decimals >= 3)) return 'ambiguous';
  if (/^-?[1-9][0-9]{0,2}(\.[0-9]{3})+(,[0-9]+)?$/.test(typed)) {
    return decimal.canonical(typed.replaceAll('.', '').replace(',', '.'));
  }
  if (/^-?[0-9]+\.[0-9]+$/.test(typed)) return decimal.canonical(typed);
  const isEnglish = /^-?[1-9][0-9]{0,2}((,[0-9]{3}){2,}|(,[0-9]{3})+\.[0-9]+)$/.test(typed);
  return isEnglish ? decimal.canonical(typed.replaceAll(',', '')) : undefined;
}
