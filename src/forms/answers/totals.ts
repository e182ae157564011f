import type { RecordForm } from '../definition/definition.js';
import type { RecordRow } from './cell.js';
import { computeRecord } from './compute.js';
import { Exact, fromExact, isCanonical } from './decimal.js';

/**
 * The exact sums of the columns that a list adds up, computed columns as well. A column without any figure, or whose sum is
 * too large to be kept, is absent.
 */
export function totalsOf(form: RecordForm, records: readonly RecordRow[]): RecordRow {
  const totalled = form.columns.filter((column) => column.total);
  if (totalled.length === 0) return {};
  const lines = records.map((record) => ({ ...record, ...computeRecord(form, record) }));
  const sums = totalled.map(({ key }) => {
    const figures = lines.map((line) => line[key]).filter((value) => value !== undefined && isCanonical(value));
    const sum = figures.length > 0 ? Exact.sum(...(figures as string[])) : undefined;
    return [key, sum && fromExact(sum)] as const;
  });
  return Object.fromEntries(sums.filter((entry): entry is [string, string] => entry[1] !== undefined));
}
