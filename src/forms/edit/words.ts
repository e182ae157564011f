import { z } from 'zod';
import { isCalendarDay } from '../answers/calendar-day.js';
import { isCanonical } from '../answers/decimal.js';
import { cleanText } from '../answers/text.js';

const MOST_TEXT = 2000;

/** A text as it is kept: NFC, trimmed, without control characters (the database refuses some of them). */
export const words = z.string().max(MOST_TEXT).overwrite(cleanText);

export const text = z.strictObject({ vi: words, en: words.optional() });

/** A key of a member or choice. Every object has a `constructor`, so such a key would always seem answered. */
export const key = z
  .string()
  .max(100)
  .regex(/^[a-zA-Z0-9]+([-_/.][a-zA-Z0-9]+)*$/)
  .refine((one) => !(one in Object.prototype));

/** A canonical decimal. */
export const number = z.string().refine(isCanonical);

/** A bound: a canonical decimal, or a day. */
export const bound = z.string().refine((one) => isCanonical(one) || isCalendarDay(one));
