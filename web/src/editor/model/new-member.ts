import type { FormDefinition, Item, Json, ListName } from './forms';
import { membersOf } from './members';

/** Provenance of what an admin adds by hand. */
const ADDED = 'added';

/** A member as it begins: empty, in the group and at the unit of the one it follows. */
export function newMember(list: ListName, key: string, name: string, definition: FormDefinition, after?: Item): Item {
  const label = { vi: name };
  switch (list) {
    case 'groups':
      return { key, title: label };
    case 'rows':
      return newRow(key, name, definition, after);
    case 'measures':
      return { key, label, year: 0, sort: 'outcome', required: false, asked: false };
    case 'columns':
    case 'questions':
      return { key, label, type: 'text', required: false, provenance: ADDED };
    case 'sections':
      return { key, depth: after?.['depth'] ?? 1, title: label, provenance: ADDED };
    case 'checks':
      return { key, level: 'soft', holds: { op: 'answered', of: firstPlace(definition) }, message: label };
  }
}

/** Something for a new check to look at until its author says what. */
function firstPlace(definition: FormDefinition): Json {
  const row = membersOf(definition, 'rows')[0];
  if (row) return { op: 'cell', row: row.key };
  const line = [...membersOf(definition, 'columns'), ...membersOf(definition, 'questions')][0];
  return { op: 'column', column: line?.key ?? '' };
}

function newRow(key: string, name: string, definition: FormDefinition, after: Item | undefined): Item {
  const group = after?.['group'] ?? membersOf(definition, 'groups')[0]?.key ?? '';
  const inGroup = membersOf(definition, 'rows').filter((row) => row['group'] === group);
  return {
    key,
    code: key,
    group,
    seq: Math.max(0, ...inGroup.map((row) => Number(row['seq']))) + 1,
    label: { vi: name },
    unit: after?.['unit'] ?? { code: 'unit', vi: '' },
    type: 'number',
    decimals: after?.['decimals'] ?? 0,
    required: false,
    appliesTo: 'all',
    leadAgency: after?.['leadAgency'] ?? '',
    assignedDown: false,
    aggregation: { rule: 'none' },
    direction: 'neutral',
    help: {},
    provenance: ADDED,
  };
}

/** A member of another form as one of this: in a group that exists here; where its key is taken it gets `key`. */
export function copiedMember(
  member: Item,
  list: ListName,
  key: string,
  definition: FormDefinition,
  after?: Item,
): Item {
  if (list !== 'rows') return { ...member, key };
  const groups = membersOf(definition, 'groups');
  const known = groups.some((group) => group.key === member['group']);
  const group = known ? member['group']! : (after?.['group'] ?? groups[0]?.key ?? '');
  return { ...member, key, group, ...(member.key === key || member['part'] !== undefined ? {} : { code: key }) };
}
