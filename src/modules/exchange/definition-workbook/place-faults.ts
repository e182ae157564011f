import type { Fault, FormDefinition, ListName } from '../../../forms/index.js';
import type { DefinitionFault, ReadDefinition } from './read-definition-workbook.js';

/** What a sentence of its own says about a field that is not in order; of any other field it is the text. */
const OF_FIELD: Readonly<Record<string, string>> = { decimals: 'decimals', group: 'unknown-group' };

/** The first thing of a read definition that is not in order, e.g. at `rows.1.label.vi`, with its cell where it has one. */
export function shapeFault({ definition, cellOf }: ReadDefinition, place: string): DefinitionFault {
  const [list = '', index = '', field = ''] = place.split('.');
  const members = (definition as unknown as Record<string, unknown>)[list];
  const member = Array.isArray(members) ? (members as { key: string }[])[Number(index)] : undefined;
  const cell = member && cellOf(list as ListName, member.key, field);
  if (!cell) return { code: 'misshapen', params: { place } };
  return { code: OF_FIELD[field] ?? 'unusable', params: {}, cell };
}

/** Faults that `after` has and `before` had not: what stood in the draft already is told of on its page. */
export function newFaults(
  before: FormDefinition,
  after: FormDefinition,
  faultsOf: (definition: FormDefinition) => Fault[],
): Fault[] {
  const stood = new Set(faultsOf(before).map((one) => JSON.stringify(one)));
  return faultsOf(after).filter((one) => !stood.has(JSON.stringify(one)));
}
