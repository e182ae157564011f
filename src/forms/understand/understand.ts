import type { Field, UnderstandContext } from './field.js';
import { LONGEST, level, nfcWithinLimit } from './typed-text.js';
import { understandBool } from './understand-bool.js';
import { understandDate } from './understand-date.js';
import { understandNumber } from './understand-number.js';
import { understandStatus } from './understand-status.js';
import { invalid, ok, type Understood } from './understood.js';

/**
 * What an official means who types `input` as the answer to `field`. One reading is taken, a likely one is shown back, two
 * are asked about, the rest is refused with a reason; zero, no data and not applicable are three things. Never throws for
 * any input, takes at most 500 characters, and does the same for NFC and NFD. Numbers are never rounded, days never roll over.
 */
export function understand(field: Field, input: string, context: UnderstandContext): Understood {
  const original = nfcWithinLimit(input);
  if (original === undefined) return invalid('too-long', { most: String(LONGEST) });
  if (field.type === 'text') return understandText(field, original);
  const text = level(original);
  switch (field.type) {
    case 'int':
    case 'decimal':
    case 'percent':
    case 'money':
      return understandNumber(field, text, original);
    case 'date':
      return understandDate(field, text, original, context.today);
    case 'status':
      return understandStatus(text);
    case 'bool':
      return understandBool(text, original);
  }
}

/** What no keyboard writes and PostgreSQL does not store. */
const CONTROLS = /(?![\n\r\t])\p{Cc}/gu;

/** Free text is kept as typed, in NFC and without the white space around it; what shows it escapes it. */
function understandText(field: Field, original: string): Understood {
  const text = original.replace(CONTROLS, '').trim();
  return field.required && level(text) === '' ? invalid('text-required') : ok(text);
}
