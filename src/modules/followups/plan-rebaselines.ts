import type { PlainDate } from '../shared/index.js';
import type { Ladder, RebaselineNotice, Recorded } from './ladder.js';
import { lastDue } from './plan-difficulties.js';
import { instantOf } from './planned-notice.js';
import { ANY_DAY, DaySums, type PlanningDays } from './planning-days.js';

/** What a unit was asked at once about targets that its superior and its council see differently, and has not answered whole. */
export interface OpenRebaseline {
  batch: string;
  unit: string;
  askedOn: PlainDate;
}

/**
 * The reminders of unanswered re-baselines that are due on `day`, counted from the day on which the unit was asked: its officials
 * are told, the last time its heads. A missed day is caught up by one reminder.
 */
export function planRebaselines(
  ladder: Ladder,
  open: readonly OpenRebaseline[],
  day: PlainDate,
  recorded: Recorded,
  { days = ANY_DAY, roles }: { days?: PlanningDays; roles: ReadonlySet<string> },
): RebaselineNotice[] {
  const { rebaselines: rule } = ladder;
  if (!rule) return [];
  const sums = DaySums.of(days);
  return open.flatMap(({ batch, unit, askedOn }): RebaselineNotice[] => {
    const nth = lastDue(askedOn, day, rule, sums);
    const key = `rebaseline-asked/${batch}#${nth}`;
    if (nth === 0 || recorded.has(key)) return [];
    const isForHeads = nth === rule.atMost || !roles.has(`${unit} official`);
    return [
      {
        key,
        rebaseline: batch,
        unit,
        milestone: '',
        rung: 'rebaseline',
        sort: 'reminder',
        template: 'notice.rebaseline',
        audience: { unit, role: isForHeads && roles.has(`${unit} head`) ? 'head' : 'official' },
        on: day,
        at: instantOf(ladder, day, rule.at),
        why: { sort: 'rebaseline', time: nth, on: askedOn },
      },
    ];
  });
}
