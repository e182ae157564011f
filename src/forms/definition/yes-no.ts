import type { Row } from './definition.js';
import type { FormWords } from './words.js';

/**
 * What yes and no are called in a row: a unit of measure written as `Đạt/Không đạt` names both, else they are plain yes and no.
 * Without words the row's unit must name them, else both are undefined.
 */
export function yesNoOf(row: Pick<Row, 'type' | 'unit'>, words: FormWords): { yes: string; no: string };
export function yesNoOf(row: Pick<Row, 'type' | 'unit'>, words?: FormWords): { yes: string; no: string } | undefined;
export function yesNoOf(row: Pick<Row, 'type' | 'unit'>, words?: FormWords): { yes: string; no: string } | undefined {
  const named = row.unit.vi.split('/').map((part) => part.trim());
  if (named.length === 2 && named[0] && named[1] && named[0] !== named[1]) return { yes: named[0], no: named[1] };
  return words && { yes: words('yes'), no: words('no') };
}
