// Answers as a table words them, one a row: a field, what is true around it, what was typed, and what that means.
import { canonical } from '../answers/decimal.js';
import { asIsoDay } from './calendar.js';
import { type Field, FIELD_TYPES, type UnderstandContext } from './field.js';
import type { Understood } from './understood.js';

/** A field and what is true around the answer. */
export interface AskedInTable {
  field: Field;
  context: UnderstandContext;
}

/**
 * Reads a field and its context. `field` is one of the types; `context` joins by `;`
 * - bounds, inclusive: `count>=0`, `<=100`, `0..100`, `1..` (numbers with a point, or ISO days);
 * - `unit=dong`, `last=1200`, `decimals=1`, `today=2026-11-22` (else `today` is taken), `past`, `future`, `required`;
 * - `any`: nothing.
 * A string says which word nobody knows.
 */
export function askedInTable(type: string, context: string, today: string): AskedInTable | string {
  const known = FIELD_TYPES.find((one) => one === type.trim());
  if (!known) return `unknown field "${type}"; known: ${FIELD_TYPES.join(', ')}`;
  const asked: AskedInTable = { field: { type: known }, context: { today } };
  for (const part of context.split(';').map((one) => one.trim())) {
    if (part === '' || part === 'any') continue;
    if (!(takeBounds(asked.field, part) || takeWord(asked.field, part) || takeSetting(asked, part)))
      return `unknown context "${part}"`;
  }
  return asked;
}

function takeBounds(field: Field, part: string): boolean {
  const oneSided = /^[a-z_]* ?(>=|<=) ?(\S+)$/.exec(part);
  const [min = '', max = '', ...more] = oneSided ? [] : part.split('..').map((bound) => bound.trim());
  const least = boundOf(field, oneSided?.[1] === '>=' ? oneSided[2]! : min);
  const most = boundOf(field, oneSided?.[1] === '<=' ? oneSided[2]! : max);
  const hasBounds = oneSided !== null || part.includes('..');
  if (!hasBounds || more.length > 0 || least === 'wrong' || most === 'wrong') return false;
  if (least !== undefined) field.min = least;
  if (most !== undefined) field.max = most;
  return least !== undefined || most !== undefined;
}

function boundOf(field: Field, text: string): string | undefined {
  if (text === '') return undefined;
  return (field.type === 'date' ? asIsoDay(text) : canonical(text)) ?? 'wrong';
}

function takeWord(field: Field, part: string): boolean {
  if (part !== 'past' && part !== 'future' && part !== 'required') return false;
  field[part] = true;
  return true;
}

function takeSetting({ field, context }: AskedInTable, part: string): boolean {
  const [, name, value] = /^([a-z]+) ?= ?(.+)$/.exec(part) ?? [];
  if (value === undefined) return false;
  if (name === 'unit') field.unit = value;
  else if (name === 'today' && asIsoDay(value) !== undefined) context.today = value;
  else if (name === 'last' && canonical(value) !== undefined) field.last = canonical(value);
  else if (name === 'decimals' && /^[0-9]{1,2}$/.test(value)) field.decimals = Number(value);
  else return false;
  return true;
}

/** What an answer means, as cells of a table. */
export interface MeantInTable {
  outcome: 'ok' | 'confirm' | 'ask' | 'invalid';
  value: string;
  options: string[];
}

/** A state ("no data") stands there as an accepted value: nothing more is asked. */
export function meantInTable(understood: Understood): MeantInTable {
  switch (understood.outcome) {
    case 'ok':
    case 'confirm':
      return { outcome: understood.outcome, value: String(understood.value), options: [] };
    case 'ask':
      return { outcome: 'ask', value: '', options: understood.options.map(String) };
    case 'state':
      return { outcome: 'ok', value: understood.state, options: [] };
    case 'invalid':
      return { outcome: 'invalid', value: '', options: [] };
  }
}
