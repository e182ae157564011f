import type { Difference } from '../edit/edit.js';
import type { DifferenceMessage } from './difference-words.js';
import { isNumbering } from './differences.js';

/** Counts by sort of change, each a message with `count`: "3 đổi tên", "1 đổi đơn vị tính". One message where nothing differs. */
export function summaryMessage(differences: readonly Difference[]): DifferenceMessage[] {
  const counts = new Map<string, number>();
  // New numbers say nothing beside what they follow from.
  const counted = differences.filter((one) => differences.length === 1 || !isNumbering(one));
  for (const difference of counted) {
    const key = summaryKey(difference);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  if (counts.size === 0) return [{ key: 'definitions.summary.none', params: {} }];
  return [...counts].map(([key, count]) => ({ key: `definitions.summary.${key}`, params: { count: String(count) } }));
}

const CHANGES: Readonly<Record<string, string>> = {
  label: 'name',
  title: 'name',
  unit: 'unit',
  unitCode: 'unit',
  min: 'bounds',
  max: 'bounds',
  type: 'type',
  help: 'help',
  ask: 'ask',
  choices: 'choices',
  hidden: 'hidden',
};

function summaryKey({ sort, list, field }: Difference): string {
  if (sort !== 'changed') return `${sort}.${list}`;
  if (list === 'checks') return 'changed.check';
  const change = CHANGES[field ?? ''] ?? 'other';
  // The one count that the readers of a report look for first says what it counts.
  return list === 'rows' && change === 'name' ? 'changed.row-name' : `changed.${change}`;
}
