import type { FormDefinition } from '../definition/definition.js';
import type { FormWords } from '../definition/words.js';
import { indicatorLayout } from './indicator-layout.js';
import type { SheetFrame, SheetLayout } from './layout.js';
import { sheetNameOf } from './layout.js';
import { outlineLayout } from './outline-layout.js';
import { recordLayout } from './record-layout.js';
import { shortLayout } from './short-layout.js';

/** The worksheet of a form for report year N, with the years written out in its headers. */
export function sheetLayout(
  definition: FormDefinition,
  years: { report: number },
  words: FormWords,
  unitName = '',
): SheetLayout {
  const frame: SheetFrame = {
    sheetName: sheetNameOf(definition.template) || words('form-sheet'),
    letterhead: {
      left: words('reporting-unit', { unit: unitName }),
      right: words('form-number', { template: definition.template }),
    },
    yearLine: words('years', { report: String(years.report), plan: String(years.report + 1) }),
  };
  if (definition.kind === 'indicators') return indicatorLayout(definition, years.report, words, frame);
  if (definition.kind === 'records') return recordLayout(definition, years.report, words, frame);
  if (definition.kind === 'short') return shortLayout(definition, years.report, words, frame);
  return outlineLayout(definition, years.report, words, frame);
}
