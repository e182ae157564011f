import type { Field } from '../understand/field.js';
import type { ChatStep } from './chat-steps.js';

/** Units of measure in which people may name another size of the same money, e.g. "3 tỷ" to a question in million. */
const MONEY_UNITS = ['billion_VND', 'million_VND'];

/** How the typed answer to a step is to be understood. A choice is understood as text and matched by the dialog. */
export function fieldOf(step: ChatStep): Field {
  if (step.type === 'boolean') return { type: 'bool' };
  if (step.type === 'text' || step.type === 'choice' || step.type === 'file') return { type: 'text' };
  if (step.type === 'date') return { type: 'date', ...step.bounds };
  return {
    type: numberKind(step),
    ...step.bounds,
    decimals: step.decimals,
    unit: step.unit.code,
    unitText: step.unit.vi,
  };
}

function numberKind(step: ChatStep): Field['type'] {
  if (step.type === 'money' || MONEY_UNITS.includes(step.unit.code)) return 'money';
  if (step.type === 'percent') return 'percent';
  return step.type === 'integer' ? 'int' : 'decimal';
}
