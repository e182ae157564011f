import { isCalendarDay } from '../answers/calendar-day.js';
import { compare, isCanonical } from '../answers/decimal.js';
import type { Choice, Column, Question, Row } from '../definition/definition.js';
import type { ListName } from './edit.js';
import { type Fault, fault } from './fault.js';

/** Types whose bounds are looked at; a yes or no that once was a percentage may keep the bounds it had. */
const BOUNDED: readonly string[] = ['number', 'integer', 'percent', 'money', 'date'];
const MOST_DECIMALS = 6;

/** Bounds, decimals and choices of whatever holds one value. */
export function valueFaults(list: 'rows' | 'columns' | 'questions', one: Row | Column | Question): Fault[] {
  const { key, type, min, max } = one;
  const at = { name: one.label.vi };
  const faults: Fault[] = [];
  const hasBounds = BOUNDED.includes(type);
  const isBound = type === 'date' ? isCalendarDay : isCanonical;
  for (const [field, bound] of Object.entries({ min, max })) {
    if (hasBounds && bound !== undefined && !isBound(bound)) faults.push(fault('bound', at, list, key, field));
  }
  if (hasBounds && faults.length === 0 && min !== undefined && max !== undefined) {
    const turned = type === 'date' ? min > max : compare(min, max) > 0;
    if (turned) faults.push(fault('bounds-turned', { ...at, min, max }, list, key, 'max'));
  }
  if ((one.decimals ?? 0) > MOST_DECIMALS) faults.push(fault('decimals', at, list, key, 'decimals'));
  if (type === 'integer' && (one.decimals ?? 0) > 0) faults.push(fault('decimals-of-whole', at, list, key, 'decimals'));
  return [...faults, ...choiceFaults(list, key, at.name, type === 'choice', one.choices)];
}

function choiceFaults(
  list: ListName,
  key: string,
  name: string,
  isChoice: boolean,
  choices: readonly Choice[] | undefined,
): Fault[] {
  if (isChoice && !choices?.length) return [fault('no-choices', { name }, list, key, 'choices')];
  if (!isChoice && choices?.length) return [fault('choices-unasked', { name }, list, key, 'choices')];
  const seen = new Set<string>();
  for (const choice of choices ?? []) {
    if (choice.label.vi === '') return [fault('choice-empty', { name }, list, key, 'choices')];
    if (seen.has(choice.key)) return [fault('choice-twice', { name, choice: choice.label.vi }, list, key, 'choices')];
    seen.add(choice.key);
  }
  return [];
}
