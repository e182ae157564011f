import { dayText } from '../answers/calendar-day.js';
import { formatEn, formatVi, isCanonical } from '../answers/decimal.js';
import type { FormWords } from '../definition/words.js';
import { yesNoOf } from '../definition/yes-no.js';
import type { ChatStep } from './chat-steps.js';

/**
 * The value of an answer as people of the language write it: a number with its unit, a choice by its label, a day as day, month
 * and year. What is not of the step's type (an answer of an older version) is given as it was kept.
 */
export function valueText(
  step: Pick<ChatStep, 'type' | 'unit' | 'choices'>,
  value: string | boolean,
  locale: 'vi' | 'en',
  words: FormWords,
): string {
  if (typeof value === 'boolean' || step.type === 'boolean') {
    const { yes, no } = yesNoOf(step, words);
    return value === true || value === '1' || value === 'true' ? yes : no;
  }
  if (step.type === 'choice') {
    const label = step.choices?.find((one) => one.key === value)?.label;
    return (locale === 'en' ? (label?.en ?? label?.vi) : label?.vi) ?? value;
  }
  if (step.type === 'date') return dayText(value);
  if (step.type === 'text' || !isCanonical(value)) return value;
  const number = locale === 'en' ? formatEn(value) : formatVi(value);
  const unit = step.unit.vi;
  return unit === '%' || unit === '‰' || unit === '' ? `${number}${unit}` : `${number} ${unit}`;
}
