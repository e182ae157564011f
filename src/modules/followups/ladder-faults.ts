import { problem } from '../shared/index.js';
import type { UnitTree } from '../units/index.js';
import type { Ladder } from './ladder.js';
import { faultsOfLadder, type LadderFile, ladderOf } from './read-ladder.js';

export const ladderFaults = problem<{ reasons: string; count: number }>('followups.ladder-faults', 422);

/** The ladder that an admin wrote, or a refusal that names everything wrong in it. `templates` are texts that there are. */
export function checkedLadder(file: LadderFile, tree: UnitTree, templates?: ReadonlySet<string>): Ladder {
  const units = new Set(tree.units.map((unit) => unit.code));
  const faults = faultsOfLadder(file, { units, ...(templates ? { templates } : {}) });
  if (faults.length > 0) {
    const shown = faults.slice(0, 10).map(({ row, reason }) => `${row}: ${reason}`);
    throw ladderFaults({ reasons: shown.join('; '), count: faults.length });
  }
  return ladderOf(file);
}
