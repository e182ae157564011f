import { _, type KeywordCxt } from 'ajv';
import type { Ajv2020 } from 'ajv/dist/2020.js';
import { isCalendarDay } from '../answers/calendar-day.js';
import { compare, isCanonical, places } from '../answers/decimal.js';
import { isNfc } from '../answers/text.js';

export const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

type Test = (value: string) => boolean;

/**
 * Teaches a validator what generated forms add to JSON Schema 2020-12: bounds and places of decimal strings, and NFC.
 * A validator that does not know these keywords takes them as annotations, as the standard says. They pass for texts that
 * are no canonical numbers, so that `pattern` alone reports those.
 */
export function addFormVocabulary(ajv: Ajv2020): void {
  const keyword = <B>(name: string, metaSchema: object, testOf: (bound: B) => Test) =>
    ajv.addKeyword({
      keyword: name,
      type: 'string',
      metaSchema,
      // A plain call: the way of Ajv for functions makes an object of the place for every call, which costs more than the test.
      code: (context: KeywordCxt) => {
        const test = context.gen.scopeValue('func', { ref: testOf(context.schema as B) });
        context.pass(_`${test}(${context.data})`);
      },
    });
  const bound = { type: 'string' };
  const decimal =
    (holds: Test): Test =>
    (value) =>
      !isCanonical(value) || holds(value);
  keyword<string>('x-decimal-minimum', bound, (minimum) => decimal((value) => compare(value, minimum) >= 0));
  keyword<string>('x-decimal-maximum', bound, (maximum) => decimal((value) => compare(value, maximum) <= 0));
  keyword<number>('x-decimal-places', { type: 'integer', minimum: 0 }, (most) =>
    decimal((value) => places(value) <= most),
  );
  keyword<boolean>('x-nfc', { type: 'boolean' }, (wanted) => (value) => !wanted || isNfc(value));
  // Days as texts are in order when their texts are.
  const day =
    (isWithin: Test): Test =>
    (value) =>
      !isCalendarDay(value) || isWithin(value);
  keyword<string>('x-date-minimum', bound, (edge) => day((value) => value >= edge));
  keyword<string>('x-date-maximum', bound, (edge) => day((value) => value <= edge));
  ajv.addFormat('date', isCalendarDay);
  ajv.addFormat('uuid', UUID);
}
