import type { UnitTree } from '../units/index.js';
import type { Ladder, PlannedNotice } from './ladder.js';
import type { Recipients } from './recipients.js';

/**
 * Names to `recipients` who is told of the silences in a plan of days to come, as {@link SilenceService} will: the heads of the
 * unit that were not told themselves; where there are none, and it is about a lateness, the next unit above of which somebody
 * can be told. Whoever has heard of the lateness by then (in this plan, or `heard` of it already: `<obligation> <person>`) is
 * not told again; a silence of which nobody is left to hear is no notice.
 */
export function placeSilences(
  notices: readonly PlannedNotice[],
  { rungs }: Ladder,
  recipients: Recipients,
  tree: UnitTree,
  heard: ReadonlySet<string>,
): PlannedNotice[] {
  const known = new Set(heard);
  return notices.flatMap((notice): PlannedNotice[] => {
    const { silenceOf, obligation, audience } = notice;
    if (silenceOf === undefined) {
      const tells = notice.sort === 'escalation' || notice.sort === 'no-contact';
      if (tells) for (const { person } of recipients.of(notice)) known.add(`${obligation} ${person}`);
      return [notice];
    }
    const role = rungs.find(({ id }) => id === notice.rung)?.audience.role ?? 'official';
    const told = new Set(recipients.holding(audience.unit, role));
    // What reaches nobody is not left unanswered.
    if (told.size === 0) return [];
    const beside = recipients.holding(audience.unit, 'head').filter((person) => !told.has(person));
    if (beside.length > 0) {
      recipients.setDeputies(silenceOf, beside);
      return [notice];
    }
    const above = notice.sort === 'overdue' || notice.sort === 'escalation' ? next(audience.unit, role) : undefined;
    if (!above) return [notice];
    const left = above.people.filter((person) => !known.has(`${obligation} ${person}`));
    if (left.length === 0) return [];
    recipients.setDeputies(silenceOf, left);
    for (const person of left) known.add(`${obligation} ${person}`);
    const to = { unit: above.unit, role: audience.role };
    return [{ ...notice, audience: to, sort: 'escalation', template: 'notice.silence-above' }];
  });

  function next(unit: string, role: string): { unit: string; people: string[] } | undefined {
    for (let at = tree.find(unit)?.parent; at !== undefined; at = tree.find(at)?.parent) {
      for (const wanted of new Set([role, 'head'])) {
        const people = recipients.holding(at, wanted);
        if (people.length > 0) return { unit: at, people };
      }
    }
    return undefined;
  }
}
