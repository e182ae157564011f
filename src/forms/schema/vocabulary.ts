import type { Ajv2020 } from 'ajv/dist/2020.js';
import { isCalendarDay } from '../answers/calendar-day.js';
import { compare, isCanonical, places } from '../answers/decimal.js';
import { isNfc } from '../answers/text.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Teaches a validator what generated forms add to JSON Schema 2020-12: bounds and places of decimal strings, and NFC.
 * A validator that does not know these keywords takes them as annotations, as the standard says. They pass for texts that
 * are no canonical numbers, so that `pattern` alone reports those.
 */
export function addFormVocabulary(ajv: Ajv2020): void {
  const decimalKeyword = <B>(keyword: string, metaSchema: object, holds: (value: string, bound: B) => boolean) =>
    ajv.addKeyword({
      keyword,
      type: 'string',
      metaSchema,
      errors: false,
      compile: (bound: B) => (value: string) => !isCanonical(value) || holds(value, bound),
    });
  const bound = { type: 'string' };
  decimalKeyword<string>('x-decimal-minimum', bound, (value, minimum) => compare(value, minimum) >= 0);
  decimalKeyword<string>('x-decimal-maximum', bound, (value, maximum) => compare(value, maximum) <= 0);
  decimalKeyword<number>('x-decimal-places', { type: 'integer', minimum: 0 }, (value, most) => places(value) <= most);
  ajv.addKeyword({
    keyword: 'x-nfc',
    type: 'string',
    schemaType: 'boolean',
    errors: false,
    compile: (wanted: boolean) => (value: string) => !wanted || isNfc(value),
  });
  // Days as texts are in order when their texts are.
  const dayKeyword = (keyword: string, isWithin: (day: string, edge: string) => boolean) =>
    ajv.addKeyword({
      keyword,
      type: 'string',
      metaSchema: bound,
      errors: false,
      compile: (edge: string) => (day: string) => !isCalendarDay(day) || isWithin(day, edge),
    });
  dayKeyword('x-date-minimum', (day, edge) => day >= edge);
  dayKeyword('x-date-maximum', (day, edge) => day <= edge);
  ajv.addFormat('date', isCalendarDay);
  ajv.addFormat('uuid', UUID);
}
